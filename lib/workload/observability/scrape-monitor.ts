import type { PodData } from '../../core/pod';
import type { ServicePort } from '../service/service-ports';

/** How Prometheus finds what it scrapes, as plain data. Create one with {@link ScrapeBy}. */
export type ScrapeByData = { readonly kind: 'pods' | 'service' };

/** How Prometheus finds what it scrapes. Changing it replaces the object; no Pod is touched. */
export const ScrapeBy = Object.freeze({
  /** By a `PodMonitor`: every Pod that there is, in a Service or not. For every kind of workload. */
  pods: (): ScrapeByData => Object.freeze({ kind: 'pods' }),
  /** By a `ServiceMonitor`: the Pods that the Service of the workload sends traffic to, with the Service's name as a label. */
  service: (): ScrapeByData => Object.freeze({ kind: 'service' }),
});

/** One endpoint of metrics. */
export interface Endpoint {
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly scheme: 'http' | 'https';
}

/** How a monitor names a port: by its name where it has one. */
export type PortName = { readonly port: string } | { readonly targetPort: number };

/** The port of a Pod's containers by number or name, as a monitor names it; `undefined` when no container lists it. */
export function podPort({ containers }: PodData, wanted: number | string) {
  const found = containers.flatMap(({ ports }) => ports).find(({ port, name }) => port === wanted || name === wanted);
  const named = found?.name !== undefined;
  return found && { number: found.port, as: (named ? { port: found.name } : { targetPort: found.port }) as PortName };
}

/** The same for the ports of a Service. */
export function servicePort(ports: readonly ServicePort[], wanted: number | string) {
  const found = ports.find(({ targetPort, name }) => targetPort === wanted || name === wanted);
  return found && { number: found.targetPort, as: { port: found.name } as PortName };
}

/** The object that tells Prometheus what to scrape. @param service name of the Service, where it is found by one */
export function monitor(
  service: string | undefined,
  selector: Readonly<Record<string, string>>,
  port: PortName,
  { path, intervalSeconds, timeoutSeconds, scheme }: Endpoint,
) {
  const endpoint = {
    ...port,
    path,
    interval: `${intervalSeconds}s`,
    scrapeTimeout: `${timeoutSeconds}s`,
    ...(scheme === 'https' ? { scheme, tlsConfig: { insecureSkipVerify: true } } : {}),
  };
  const base = { selector: { matchLabels: { ...selector } } };
  return service === undefined
    ? { kind: 'PodMonitor', spec: { ...base, podMetricsEndpoints: [endpoint] } }
    : { kind: 'ServiceMonitor', spec: { ...base, endpoints: [{ ...endpoint, relabelings: [onlyOf(service)] }] } };
}

/** The Services in front of balancers have the same labels, and would have every Pod read once more. */
function onlyOf(service: string) {
  return { action: 'keep', sourceLabels: ['__meta_kubernetes_service_name'], regex: service };
}
