import { quote, type Problem } from '../core/errors';
import { any, choiceOf, needed } from '../core/forms';

/** How many Pods may be taken away at once on purpose, as plain data. Create one with `Disruption`. */
export type DisruptionData =
  | { readonly kind: 'max-unavailable'; readonly amount: number | string }
  | { readonly kind: 'min-available'; readonly amount: number | string }
  | { readonly kind: 'none' };

/** How many Pods may be taken away at once when nodes are drained or upgraded. Crashes are not asked. */
export const Disruption = Object.freeze({
  /** At most so many: a number, or a percentage such as `10%`, rounded up. */
  maxUnavailable: (amount: number | string): DisruptionData => Object.freeze({ kind: 'max-unavailable', amount }),
  /** So many must stay: a number below the fewest Pods there are, or a percentage, rounded up. */
  minAvailable: (amount: number | string): DisruptionData => Object.freeze({ kind: 'min-available', amount }),
  /** Nothing is kept: all Pods may go at once. */
  none: (): DisruptionData => Object.freeze({ kind: 'none' }),
});

const AMOUNT = { amount: needed(any, '"10%"') };

/** The form of a choice. */
export const DISRUPTION_FORM = choiceOf(
  { 'max-unavailable': AMOUNT, 'min-available': AMOUNT, none: {} },
  'Disruption.maxUnavailable("10%"), Disruption.minAvailable(2), Disruption.none()',
);

/** The provider's attributes of a budget; none for a single Pod, which it would pin to its node for ever. */
export function disruptionSpec(
  disruption: DisruptionData,
  fewest: number,
): { readonly maxUnavailable?: string; readonly minAvailable?: string } | undefined {
  if (disruption.kind === 'none' || fewest <= 1) {
    return undefined;
  }
  const amount = String(disruption.amount);
  return disruption.kind === 'max-unavailable' ? { maxUnavailable: amount } : { minAvailable: amount };
}

/** Problems with a budget over the fewest Pods that there will be. */
export function disruptionProblems(disruption: DisruptionData, fewest: number): Problem[] {
  if (disruption.kind === 'none') {
    return [];
  }
  const { amount, kind } = disruption;
  const pods = podsOf(amount, fewest);
  if (pods === undefined) {
    const what = `disruption ${quote(amount)} is neither a whole number nor a percentage from 0% to 100%`;
    return [{ code: 'number-invalid', what, value: amount, fix: 'write Disruption.maxUnavailable("10%")' }];
  }
  const blocks = fewest > 1 && (kind === 'max-unavailable' ? pods === 0 : pods >= fewest);
  const says = kind === 'max-unavailable' ? `lets ${pods} Pods go` : `keeps ${pods} of ${fewest} Pods`;
  const what = `disruption ${quote(amount)} ${says}, so no node with one of them can ever be drained`;
  const fix = 'write Disruption.maxUnavailable("10%"), or leave it out';
  return blocks ? [{ code: 'disruption-blocks', what, value: amount, fix }] : [];
}

/** How many Pods an amount is, rounded up as Kubernetes does. */
function podsOf(amount: number | string, all: number): number | undefined {
  if (typeof amount === 'number') {
    return Number.isInteger(amount) && amount >= 0 ? amount : undefined;
  }
  const [, percent] = /^(\d{1,3})%$/.exec(amount) ?? [];
  return percent === undefined || Number(percent) > 100 ? undefined : Math.ceil((all * Number(percent)) / 100);
}
