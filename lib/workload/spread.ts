import { choiceOf } from '../core/forms';
import type { PodData, SpreadData } from '../core/pod';

/** How Pods of one workload keep apart, as plain data. Create one with `Spread`. */
export type SpreadChoice = { readonly kind: 'preferred' | 'required' | 'none' };

/** How the Pods of a workload keep apart, so that the loss of a zone or a node does not take all of them. */
export const Spread = Object.freeze({
  /** Evenly over zones and on different nodes, as far as there is room. */
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

/** A Pod whose like keep apart. On ECI alone there are no nodes to choose from: ECI spreads over its vSwitches itself. */
export function withSpread(data: PodData, { kind }: SpreadChoice, onlyOnEci: boolean): PodData {
  if (kind === 'none' || onlyOnEci) {
    return data;
  }
  const whenUnsatisfiable: SpreadData['whenUnsatisfiable'] = kind === 'required' ? 'DoNotSchedule' : 'ScheduleAnyway';
  return { ...data, spread: [{ topologyKey: ZONE, maxSkew: 1, whenUnsatisfiable }], preferApart: HOST };
}
