import type { Problem } from '../../core/errors';
import { quantityOf } from '../../core/quantity';
import type { NamespaceQuota } from '../../workload/namespace-props';
import { mostReplicas, surgeOf } from '../../workload/scaling/most-pods';
import type { ScaleData } from '../../workload/scaling/scale';
import { Update } from '../../workload/update';
import { SURGE } from '../wordpress/site-defaults';
import type { JobRequests } from '../wordpress/site-jobs';
import type { ResolvedEnvironment } from './environment-defaults';

/** What the Pods of the jobs request: sizes of ECI. */
export const JOB_SIZES: JobRequests = Object.freeze({
  installation: Object.freeze({ cpu: '500m', memory: '1Gi' }),
  schedule: Object.freeze({ cpu: '250m', memory: '512Mi' }),
});

/** Pods of a namespace that are no web servers, at once: two installations, two of the schedule, one load. */
const JOBS = Object.freeze({ pods: 6, cores: 4, gib: 8 });

/** What an update of a scale at its most has beside the Pods that are asked for. */
export function passing(scale: ScaleData): number {
  return surgeOf(Update.rolling({ maxSurge: SURGE }), mostReplicas(scale));
}

/**
 * What the namespace of an environment may have: every Pod at the most of its scale, the jobs beside them, and three times what an
 * update adds: the new Pods, those that end meanwhile, and those that still ended before.
 */
export function quotaOf({ scale, requests }: Pick<ResolvedEnvironment, 'scale' | 'requests'>): NamespaceQuota {
  const pods = mostReplicas(scale) + 3 * passing(scale);
  const cores = pods * (quantityOf(requests.cpu) ?? 0);
  const gib = (pods * (quantityOf(requests.memory) ?? 0)) / 2 ** 30;
  return {
    pods: pods + JOBS.pods,
    requests: { cpu: String(Math.ceil(cores + JOBS.cores)), memory: `${Math.ceil(gib + JOBS.gib)}Gi` },
    loadBalancers: 1,
  };
}

/** Addresses that a zone of the network has for Pods: the first vSwitch for ECI in a VPC of /16, which the cluster takes. */
const IN_A_ZONE = 508;

/** Pods of all environments that can be at once: with an update of all of them and what it still ends. */
export function podsAtOnce(environments: readonly Pick<ResolvedEnvironment, 'scale'>[]): number {
  return environments.reduce((sum, { scale }) => sum + 2 * (mostReplicas(scale) + passing(scale)) + JOBS.pods, 0);
}

/** Problem with more Pods than the zones that are left have addresses for, when one is lost. */
export function addressProblems(zones: number, environments: readonly ResolvedEnvironment[]): Problem[] {
  const pods = podsAtOnce(environments);
  const room = Math.max(1, zones - 1) * IN_A_ZONE;
  const what = `an update of all environments at their most takes ${pods} addresses; with one zone of ${zones} lost there are ${room}`;
  const fix = 'lower the most of the scales, add a zone, or give network: a Network of a larger range';
  return pods <= room ? [] : [{ code: 'capacity-addresses', what, value: pods, fix }];
}
