import { wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';

/** How old Pods give way to new ones, as plain data. Create one with `Update`. */
export type UpdateData = RollingUpdate | { readonly kind: 'recreate' };

/** New Pods first, old ones after them. */
export interface RollingUpdate {
  readonly kind: 'rolling';
  readonly maxSurge: number | string;
  readonly maxUnavailable: number | string;
  readonly minReadySeconds: number;
}

/** What a rolling update does when nothing is said. */
export const UPDATE_DEFAULTS = Object.freeze({ maxSurge: '25%', maxUnavailable: 0, minReadySeconds: 10 });

/** How old Pods give way to new ones when the template changes. */
export const Update = Object.freeze({
  /**
   * New Pods come before old ones go.
   *
   * @param options maxSurge: Pods more than asked for, a number or percentage, rounded up, each of them an address and,
   *   on ECI, money (`25%`); maxUnavailable: Pods less than asked for, rounded down (0); minReadySeconds: seconds that a
   *   new Pod must stay ready before it counts, 0 to 3600 (10)
   */
  rolling: (options: Partial<Omit<RollingUpdate, 'kind'>> = {}): UpdateData => {
    const { maxSurge, maxUnavailable, minReadySeconds } = UPDATE_DEFAULTS;
    return Object.freeze({
      kind: 'rolling',
      maxSurge: options.maxSurge ?? maxSurge,
      maxUnavailable: options.maxUnavailable ?? maxUnavailable,
      minReadySeconds: options.minReadySeconds ?? minReadySeconds,
    });
  },
  /** All old Pods end before a new one starts: for a disk that one Pod holds, or programs that cannot run twice. */
  recreate: (): UpdateData => Object.freeze({ kind: 'recreate' }),
});

/** The provider's block; `type` is what it compares. */
export function strategyBlock(update: UpdateData) {
  return update.kind === 'recreate'
    ? { type: 'Recreate' }
    : {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: String(update.maxSurge), maxUnavailable: String(update.maxUnavailable) },
      };
}

/** Problems with an update. */
export function updateProblems(update: UpdateData): Problem[] {
  if (update.kind === 'recreate') {
    return [];
  }
  const { maxSurge, maxUnavailable, minReadySeconds } = update;
  const still = [maxSurge, maxUnavailable].every((amount) => /^0+%?$/.test(String(amount)));
  const what = 'update with maxSurge 0 and maxUnavailable 0 can neither add nor remove a Pod';
  return [
    ...amountProblems('update.maxSurge', maxSurge),
    ...amountProblems('update.maxUnavailable', maxUnavailable),
    ...wholeNumber('update.minReadySeconds', minReadySeconds, 0, 3600, 'seconds'),
    ...(still ? [{ code: 'update-stuck' as const, what, value: maxSurge, fix: 'write maxSurge: "25%"' }] : []),
  ];
}

function amountProblems(prop: string, amount: number | string): Problem[] {
  const fits = /^\d+%?$/.test(String(amount));
  const what = `${prop} ${quote(amount)} is neither a whole number nor a percentage`;
  return fits ? [] : [{ code: 'number-invalid', what, value: amount, fix: `write ${prop}: "25%"` }];
}
