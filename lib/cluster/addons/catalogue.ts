import type { AddonRow } from './addon-row';
import { CONTROL_PLANE } from './catalogue/control-plane';
import { DELIVERY } from './catalogue/delivery';
import { INGRESS } from './catalogue/ingress';
import { MONITORING } from './catalogue/monitoring';
import { NETWORK } from './catalogue/network';
import { SCALING } from './catalogue/scaling';
import { SECURITY } from './catalogue/security';
import { STORAGE } from './catalogue/storage';
import { VIRTUAL_NODE } from './catalogue/virtual-node';
import { namesOf } from './standing';

/** What is known of the components of ACK, one row each. Names and rules as of the provider's version 1.289.0. */
export const CATALOGUE: readonly AddonRow[] = Object.freeze([
  ...CONTROL_PLANE,
  ...NETWORK,
  ...VIRTUAL_NODE,
  ...SCALING,
  ...INGRESS,
  ...STORAGE,
  ...MONITORING,
  ...SECURITY,
  ...DELIVERY,
]);

const BY_NAME: ReadonlyMap<string, AddonRow> = new Map(
  CATALOGUE.flatMap((row) => namesOf(row).map((name) => [name, row] as const)),
);

/** The row of a component, by any of its names; `undefined` when the catalogue does not know it. */
export function rowOf(name: string): AddonRow | undefined {
  return BY_NAME.get(name);
}

/** The row of a component; of one that the catalogue does not know, a row that refuses nothing. */
export function rowFor(name: string): AddonRow {
  const kinds = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;
  return rowOf(name) ?? Object.freeze({ name, does: '', kinds, source: 'memory' });
}
