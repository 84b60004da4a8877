import { wholeNumber } from '../../core/checks';
import type { Problem } from '../../core/errors';

/** How the members of a set give way to new ones, as plain data. Create one with `StatefulUpdate`. */
export type StatefulUpdateData =
  | { readonly kind: 'rolling'; readonly partition: number; readonly minReadySeconds: number }
  | { readonly kind: 'on-delete' };

/** How the members of a set give way to new ones when the template changes. */
export const StatefulUpdate = Object.freeze({
  /**
   * One after the other, the last one first; each must be ready before the next goes.
   *
   * @param options partition: members below this number stay as they are, for trying the change on the others first (0);
   *   minReadySeconds: seconds that a new member must stay ready before the next one goes, 0 to 3600 (10)
   */
  rolling: (options: { readonly partition?: number; readonly minReadySeconds?: number } = {}): StatefulUpdateData =>
    Object.freeze({
      kind: 'rolling',
      partition: options.partition ?? 0,
      minReadySeconds: options.minReadySeconds ?? 10,
    }),
  /** Each when somebody deletes it: for programs that an operator moves by hand. An apply does not wait for it. */
  onDelete: (): StatefulUpdateData => Object.freeze({ kind: 'on-delete' }),
});

/** The provider's block. */
export function updateStrategyBlock(update: StatefulUpdateData) {
  return update.kind === 'on-delete'
    ? [{ type: 'OnDelete' }]
    : [{ type: 'RollingUpdate', rollingUpdate: [{ partition: update.partition }] }];
}

/** Problems with an update of so many members. */
export function statefulUpdateProblems(update: StatefulUpdateData, replicas: number): Problem[] {
  if (update.kind === 'on-delete') {
    return [];
  }
  const { partition, minReadySeconds } = update;
  const numbers = [
    ...wholeNumber('update.partition', partition, 0, 1000),
    ...wholeNumber('update.minReadySeconds', minReadySeconds, 0, 3600, 'seconds'),
  ];
  const what = `update.partition ${partition}: members 0 to ${replicas - 1} are all below it, so no change ever reaches one`;
  const fix = `write partition: ${Math.max(0, replicas - 1)} to try a change on the last member, or 0 for all`;
  return numbers.length > 0 || partition === 0 || partition < replicas
    ? numbers
    : [{ code: 'update-partition', what, value: partition, fix }];
}
