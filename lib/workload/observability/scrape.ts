import type { Construct } from 'constructs';
import { oneOf, wholeNumber } from '../../core/checks';
import { withDefaults, type Resolved } from '../../core/defaults';
import { quote, reject, type Problem } from '../../core/errors';
import { any, choiceOf, formProblems, listOf, needed, text, type Forms } from '../../core/forms';
import { NAMESPACE_FORM, WORKLOAD_FORM } from '../../core/seam-forms';
import { isToken } from '../../core/tokens';
import { warn } from '../../core/warnings';
import type { IWorkload, PodSource } from '../../core/workload';
import { CustomResource } from '../charts/custom-resource';
import { forCompanions } from '../companions';
import { ImportedNamespace } from '../imported-namespace';
import { Isolation } from '../isolation';
import type { ServicePort } from '../service/service-ports';
import { foundApart } from './found-apart';
import { monitor, podPort, ScrapeBy, servicePort, type Endpoint, type ScrapeByData } from './scrape-monitor';

/** Where and how often the metrics of a workload are read. */
export interface ScrapeProps {
  /**
   * The port that answers with metrics, by number or by name: one that a container of the Pods lists.
   * @throws InputError `scrape-port`
   */
  readonly port: number | string;
  /** Path that answers with them. Changed in place. @default "/metrics" */
  readonly path?: string;
  /** Seconds between two readings, 5 to 3600. Every series of every reading is billed. Changed in place. @default 30 */
  readonly intervalSeconds?: number;
  /** Seconds after which a reading is given up, at most `intervalSeconds`. Changed in place. @default 10, or less for a shorter interval */
  readonly timeoutSeconds?: number;
  /** Whether the Pods are asked over TLS, without a check of their certificate. Changed in place. @default "http" */
  readonly scheme?: 'http' | 'https';
  /** How Prometheus finds the Pods. @default ScrapeBy.pods() */
  readonly by?: ScrapeByData;
  /**
   * Who reads, where the namespace shuts others out: namespaces, or ranges such as those of the vSwitches of a collector
   * that ACK runs outside of the cluster. Each is let in to this port.
   * @default the namespace `arms-prom`, in which the component runs
   */
  readonly from?: readonly PodSource[];
}

/** How metrics are read when a prop is left out. */
export const SCRAPE_DEFAULTS = Object.freeze({
  path: '/metrics',
  intervalSeconds: 30,
  scheme: 'http' as 'http' | 'https',
  by: ScrapeBy.pods(),
});

/** Seconds after which a reading is given up, unless the next one is due before. */
const TIMEOUT = 10;

/** The component that reads metrics, and the namespace that it runs in. */
const SCRAPER = 'arms-prometheus';
const SCRAPER_NAMESPACE = 'arms-prom';

/** Without it the component leaves the object alone. */
const DISCOVERED = Object.freeze({ 'arms.prometheus.io/discovery': 'true' });

const FORMS: Forms<ScrapeProps> = {
  port: needed(any, '9113'),
  path: text,
  intervalSeconds: any,
  timeoutSeconds: any,
  scheme: any,
  by: choiceOf({ pods: {}, service: {} }, 'ScrapeBy.pods(), ScrapeBy.service()'),
  from: listOf((prop, value) =>
    typeof value === 'string'
      ? []
      : typeof value === 'object' && value !== null && 'workloadName' in value
        ? WORKLOAD_FORM(prop, value)
        : NAMESPACE_FORM(prop, value),
  ),
};

type ResolvedScrape = Readonly<Resolved<ScrapeProps, typeof SCRAPE_DEFAULTS>>;

/** A workload with a Service of its own. */
type Served = { readonly service?: { readonly serviceName: string; readonly ports: readonly ServicePort[] } };

/**
 * Has Prometheus read metrics of a workload's Pods, and lets it in where the namespace shuts others out. The component that
 * reads is installed where it is missing. Once for each port.
 *
 * Creates a `PodMonitor` or a `ServiceMonitor` in a `helm_release`, and policies by `allowFrom`. Managed Service for
 * Prometheus bills what is written.
 *
 * @returns the object, to be waited for
 * @throws InputError `scrape-port`, `number-invalid`, `choice-invalid`, `id-duplicate` for the same port twice
 */
export function scrape(workload: IWorkload, props: ScrapeProps): CustomResource {
  reject('scrape', WORKLOAD_FORM('workload', workload));
  reject(workload, formProblems(props, FORMS));
  const p = withDefaults(props, SCRAPE_DEFAULTS);
  const endpoint = { ...p, timeoutSeconds: p.timeoutSeconds ?? Math.min(TIMEOUT, p.intervalSeconds) };
  const found = portOf(workload, p);
  reject(workload, [...endpointProblems(endpoint), ...(found ? [] : [unlisted(workload, p)])]);
  workload.cluster.requireAddon(SCRAPER, `metrics of the workload "${workload.workloadName}" in Prometheus`);
  const service = p.by.kind === 'service' ? (workload as Served).service?.serviceName : undefined;
  const { kind, spec } = monitor(service, workload.selector, found!.as, endpoint);
  const made = new CustomResource(workload as unknown as Construct, `metrics-${found!.number}`, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: { annotations: DISCOVERED },
    spec,
  });
  letIn(workload, found!.number, p.from);
  forCompanions(workload, (one) => {
    if (foundApart(workload, one)) {
      scrape(one, props);
    }
  });
  return made;
}

function portOf(workload: IWorkload, { by, port }: ResolvedScrape) {
  return by.kind === 'pods'
    ? podPort(workload.pod.data, port)
    : servicePort((workload as Served).service?.ports ?? [], port);
}

function unlisted(workload: IWorkload, { by, port }: ResolvedScrape): Problem {
  const containers = workload.pod.data.containers.flatMap(({ ports }) => ports);
  const service = (workload as Served).service?.ports;
  const known = by.kind === 'pods' ? containers.map((one) => one.port) : (service ?? []).map((one) => one.targetPort);
  const of = by.kind === 'pods' ? 'container of the Pods lists' : 'Service of the workload has';
  const what = `port ${quote(port)} is none that a ${of}: ${known.join(', ') || 'none at all'}`;
  const listed = typeof port === 'number' ? `ports: { metrics: ${port} }` : `ports: { ${port}: 9113 }`;
  const fix =
    known.length > 0
      ? `write port: ${known[0]}, or list it: ${listed}`
      : by.kind === 'service'
        ? 'write by: ScrapeBy.pods()'
        : `list it: ${listed}`;
  return { code: 'scrape-port', what, value: port, fix };
}

/** Prometheus takes a "?" for a letter of the path, and asks for what there is not. */
const PATH = /^\/[^\s?#]*$/;

function endpointProblems({ path, intervalSeconds, timeoutSeconds, scheme }: Endpoint): Problem[] {
  const most = Number.isInteger(intervalSeconds) && intervalSeconds >= 5 ? intervalSeconds : 3600;
  const relative: Problem = {
    code: 'mount-path',
    what: `path ${quote(path)} is no path: "/" first, without a query and without blanks`,
    value: path,
    fix: 'write path: "/metrics"',
  };
  return [
    ...wholeNumber('intervalSeconds', intervalSeconds, 5, 3600, 'seconds'),
    ...wholeNumber('timeoutSeconds', timeoutSeconds, 1, most, 'seconds'),
    ...oneOf('scheme', scheme, ['http', 'https']),
    ...(isToken(path) || PATH.test(path) ? [] : [relative]),
  ];
}

/** Lets the one who reads in to the port, where the namespace shuts others out. */
function letIn(workload: IWorkload, port: number, from: readonly PodSource[] | undefined): void {
  const { namespace } = workload;
  if (namespace.isolation === undefined) {
    const text = `metrics of port ${port}: the namespace "${namespace.namespaceName}" does not say whether it shuts others out; if it does, Prometheus is not let in`;
    warn(workload, 'scrape-unreached', text);
  }
  if (namespace.isolation === undefined || namespace.isolation === 'open') {
    return;
  }
  (from ?? [scraperOf(workload)]).forEach((source) => namespace.allowFrom(source, port, workload));
}

/** The namespace of the component, once for each namespace that lets it in. */
function scraperOf({ namespace }: IWorkload): PodSource {
  const made = namespace.node.tryFindChild(SCRAPER_NAMESPACE) as ImportedNamespace | undefined;
  return (
    made ??
    new ImportedNamespace(namespace as unknown as Construct, SCRAPER_NAMESPACE, {
      name: SCRAPER_NAMESPACE,
      isolation: Isolation.open(),
    })
  );
}
