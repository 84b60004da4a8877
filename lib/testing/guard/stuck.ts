import type { AttributeChange } from './diff-data';
import type { Fields } from './terms';
import { STUCK_ALICLOUD } from './stuck-alicloud';
import { STUCK_KUBERNETES } from './stuck-kubernetes';
import type { StuckKind, StuckRow } from './stuck-row';
import { touches, valueAt } from './values-at';

/** A change that Terraform plans in place and that the cloud does not make. */
export interface Stuck {
  readonly attribute: string;
  readonly kind: StuckKind;
  /** What happens instead. */
  readonly what: string;
  readonly source: string;
}

/** Every row of the tables. */
export const STUCK_ROWS: readonly StuckRow[] = [...STUCK_ALICLOUD, ...STUCK_KUBERNETES];

/** The changes of a resource that cannot be made in place though its schema does not say so. */
export function stuckIn(
  type: string,
  before: Fields,
  after: Fields,
  attributes: readonly AttributeChange[],
): readonly Stuck[] {
  const rows = STUCK_ROWS.filter(({ types }) => types.includes(type));
  return rows.flatMap(({ attribute, when, kind, what, source }) => {
    const touched = attributes.find(({ attribute: path }) => touches(path, attribute));
    const said = when === undefined || when(valueAt(before, attribute), valueAt(after, attribute), before, after);
    return touched !== undefined && said ? [{ attribute: touched.attribute, kind, what, source }] : [];
  });
}
