import type { ICluster } from '../core/cluster';
import { choiceOf } from '../core/forms';
import type { PodData, SpreadData } from '../core/pod';

/** How Pods of one workload keep apart, as plain data. Create one with `Spread`. */
export type SpreadChoice = { readonly kind: 'preferred' | 'required' | 'none' };

/** How the Pods of a workload keep apart, so that the loss of a zone or a node does not take all of them. */
export const Spread = Object.freeze({
  /** Evenly over zones and on different nodes, as far as there is room; on Serverless over zones, with Pro. */
  preferred: (): SpreadChoice => Object.freeze({ kind: 'preferred' }),
  /** Evenly over zones, or not at all: a Pod waits while the zones would differ by more than one. */
  required: (): SpreadChoice => Object.freeze({ kind: 'required' }),
  /** Wherever there is room. */
  none: (): SpreadChoice => Object.freeze({ kind: 'none' }),
});

/** The form of a choice. */
export const SPREAD_FORM = choiceOf(
  { preferred: {}, required: {}, none: {} },
  'Spread.preferred(), Spread.required(), Spread.none()',
);

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

/** What Pods of a workload can keep apart by. */
export type Apart = 'zones-and-nodes' | 'zones' | 'nothing';

/**
 * What Pods can keep apart by. On ECI there are no nodes to choose from. The scheduler of a Serverless Pro cluster knows the zones of its
 * virtual nodes; that of a Basic one does not, and a label that sends Pods to ECI takes them away from the scheduler: there
 * ECI takes vSwitches at random.
 *
 * Source: https://help.aliyun.com/en/ack/serverless-kubernetes/user-guide/scheduling-overview-ack-serverless
 */
export function apartOn({ kind, tier }: Pick<ICluster, 'kind' | 'tier'>, onlyOnEci: boolean): Apart {
  if (kind === 'serverless') {
    return tier === 'pro' ? 'zones' : 'nothing';
  }
  return onlyOnEci ? 'nothing' : 'zones-and-nodes';
}

/** A Pod whose like keep apart. */
export function withSpread(data: PodData, { kind }: SpreadChoice, apart: Apart): PodData {
  if (kind === 'none' || apart === 'nothing') {
    return data;
  }
  const whenUnsatisfiable: SpreadData['whenUnsatisfiable'] = kind === 'required' ? 'DoNotSchedule' : 'ScheduleAnyway';
  const spread = [{ topologyKey: ZONE, maxSkew: 1, whenUnsatisfiable }];
  return apart === 'zones' ? { ...data, spread } : { ...data, spread, preferApart: HOST };
}
