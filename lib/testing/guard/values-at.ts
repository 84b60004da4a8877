import type { Fields, Value } from './terms';

/** A path of an attribute without the places in lists. */
export const plainly = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '');

/** Whether a path, places left aside, is an attribute, lies in it, or has it inside. */
export function touches(path: string, attribute: string): boolean {
  const plain = plainly(path);
  return plain === attribute || plain.startsWith(`${attribute}.`) || attribute.startsWith(`${plain}.`);
}

/** The first value under a dotted name. */
export function valueAt(fields: Fields, attribute: string): Value | undefined {
  let here: Value | undefined = fields;
  for (const name of attribute.split('.')) {
    const object: Value | undefined = Array.isArray(here) ? (here as readonly Value[])[0] : here;
    here = typeof object === 'object' && object !== null ? (object as Fields)[name] : undefined;
  }
  return here;
}
