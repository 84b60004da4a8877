import { noteException } from '../../checks/practices/notes';
import type { ManagedPrometheus } from '../../monitoring/managed-prometheus';
import { EciImage } from '../../workload/eci/eci-pod';
import type { JobWorkload } from '../../workload/jobs/job-workload';
import type { ScheduledJob } from '../../workload/jobs/scheduled-job';
import { Namespace } from '../../workload/namespace';
import { Placement, type PlacementData } from '../../workload/placement';
import { collectLogs } from '../../workload/observability/collect-logs';
import { fewestReplicas } from '../../workload/replicas';
import type { ScaleData } from '../../workload/scaling/scale';
import type { WebService } from '../../workload/web-service';
import type { Construct } from 'constructs';
import { installation, loadTest, schedule } from '../wordpress/site-jobs';
import { addressOf, furnish, sitePods } from '../wordpress/site-pods';
import { AS_ROOT, SiteSecrets } from '../wordpress/site-secrets';
import { JOB_SIZES, quotaOf } from './capacity';
import type { EnvironmentKind } from './environment';
import type { ResolvedEnvironment } from './environment-defaults';
import type { EnvironmentParts } from './environment-parts';
import type { SiteCluster } from './serverless-props';

/** What an environment stands on, and what watches it. */
export interface WatchedParts extends EnvironmentParts {
  /** Rules about its Pods, Jobs and scale; absent where it is not `watched`. */
  readonly prometheus?: ManagedPrometheus;
}

/** An environment as it became. */
export interface WordPressEnvironmentSite extends WatchedParts {
  readonly kind: EnvironmentKind;
  readonly namespace: Namespace;
  /** The Pods that answer. */
  readonly web: WebService;
  readonly installation: JobWorkload;
  readonly schedule: ScheduledJob;
  /** Suspended; absent with `LoadTest.none()`. */
  readonly loadTest?: ScheduledJob;
  /** Where visitors find the site; the output `site-url-<environment>` of the apps stack. */
  readonly url: string;
}

/** Why a test may have one Pod. */
const ONE_POD =
  'an environment for tests: one Pod shows whether an image works, and nobody waits for it while it is replaced';

/** Why Pods that a namespace sends to ECI do not say how they keep apart. */
const BY_ECI =
  'the namespace sends its Pods to ECI past the scheduler, which would hear of no spread; ECI takes vSwitches of all zones at random';

/** When each kind has done what WordPress does by the clock: every run is a Pod that starts. */
const CLOCKS: Readonly<Record<EnvironmentKind, string>> = Object.freeze({
  production: '*/5 * * * *',
  test: '0 * * * *',
});

/** The image comes from a cache that ECI keeps, so that a Pod which takes another's place is there in seconds. */
const ECI = Object.freeze({ image: EciImage.cached() });

/** The fewest Pods that a scale says before a clock does. */
function leastSaid(scale: ScaleData): number | undefined {
  return scale.kind === 'fixed' ? scale.replicas : scale.kind === 'auto' ? scale.min : scale.over?.min;
}

/** On Serverless every Pod is on ECI; elsewhere the namespace sends them there. */
function placementIn({ kind }: SiteCluster): PlacementData | undefined {
  return kind === 'serverless' ? undefined : Placement.everythingOnEci();
}

/** Everything of an environment that is in the cluster. */
export function environmentSite(
  scope: Construct,
  parts: WatchedParts,
  p: ResolvedEnvironment,
): WordPressEnvironmentSite {
  const namespace = new Namespace(scope, p.name, {
    name: p.namespace,
    quota: quotaOf(p),
    labels: { environment: p.kind },
    placement: placementIn(parts.cluster),
  });
  noteException(namespace, 'non-root', AS_ROOT);
  const secrets = new SiteSecrets(namespace, 'secrets', p.rotation);
  const web = sitePods(namespace, p, { scale: p.scale, eci: ECI });
  if (leastSaid(p.scale) === 1) {
    noteException(web, 'two-replicas', ONE_POD);
  }
  if (parts.cluster.kind === 'managed' && (leastSaid(p.scale) ?? 0) > 1) {
    noteException(web, 'spread', BY_ECI);
  }
  furnish(web, parts, secrets, p);
  collectLogs(web, { to: parts.logs });
  const url = addressOf(web, p);
  web.pod.addEnvironment('SITE_URL', url);
  const sleeps = fewestReplicas(p.scale) === 0;
  const facts = { parts, web, url, eci: ECI, requests: JOB_SIZES, clock: CLOCKS[p.kind], sleeps };
  const install = installation(namespace, facts, secrets, p);
  const clock = schedule(namespace, facts, p.image);
  const load = p.loadTest.kind === 'none' ? undefined : loadTest(namespace, facts, p.image, p.loadTest);
  [install, clock, ...(load ? [load] : [])].forEach((job) => collectLogs(job, { to: parts.logs }));
  return {
    ...parts,
    kind: p.kind,
    namespace,
    web,
    installation: install,
    schedule: clock,
    loadTest: load,
    url,
  };
}
