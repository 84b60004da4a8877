import type { AddonRow } from './addon-row';
import { CONTROL_PLANE } from './catalogue/control-plane';
import { DELIVERY } from './catalogue/delivery';
import { NETWORK } from './catalogue/network';
import { SCALING } from './catalogue/scaling';
import { VIRTUAL_NODE } from './catalogue/virtual-node';
import { namesOf } from './standing';

/** What is known of the components of ACK, one row each. Names and rules as of the provider's version 1.289.0. */
export const CATALOGUE: readonly AddonRow[] = Object.freeze([
  ...CONTROL_PLANE,
  ...NETWORK,
  ...VIRTUAL_NODE,
  ...SCALING,
  ...DELIVERY,
]);

const BY_NAME: ReadonlyMap<string, AddonRow> = new Map(
  CATALOGUE.flatMap((row) => namesOf(row).map((name) => [name, row] as const)),
);

/** The row of a component, by any of its names; `undefined` when the catalogue does not know it. */
export function rowOf(name: string): AddonRow | undefined {
  return BY_NAME.get(name);
}
