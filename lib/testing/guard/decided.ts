import type { ValueChange } from './compare';
import { CONDITIONAL } from './stuck-kubernetes';
import type { Fields } from './terms';
import { plainly, valueAt } from './values-at';

/** Changes with what code of a provider decides by the values: see {@link CONDITIONAL}. */
export function decided(
  type: string,
  changes: readonly ValueChange[],
  before: Fields,
  after: Fields,
): readonly ValueChange[] {
  const rows = CONDITIONAL.filter(
    ({ types, attribute, when }) =>
      types.includes(type) && when(valueAt(before, attribute), valueAt(after, attribute), before, after),
  );
  return rows.length === 0
    ? changes
    : changes.map((change) => {
        const path = plainly(change.path.join('.'));
        const makesNew = rows.some(({ attribute }) => path === attribute || path.startsWith(`${attribute}.`));
        return makesNew ? { ...change, makesNew } : change;
      });
}
