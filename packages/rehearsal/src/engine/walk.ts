import type { Path } from '../cty/path';
import { isList, isObj, type Obj, type Value } from '../cty/value';
import type { Field, Shape } from '../schema/shape';

/** A place in a value: the value, its field, the object that holds it, and the path as far as one can point. */
export interface Place {
  readonly value: Value;
  readonly shape: Shape;
  readonly field: Field | undefined;
  readonly owner: Obj | null;
  readonly path: Path;
  /** Names alone, without indices. */
  readonly dotted: string;
}

/** Calls for every attribute and block of a value, outermost first; stops at unknown and null. */
export function eachField(
  shape: Shape,
  value: Value,
  visit: (place: Place) => void,
  path: Path = [],
  dotted = '',
): void {
  if (shape.kind === 'object' && isObj(value)) {
    for (const [name, field] of shape.fields) {
      const one = value[name] ?? null;
      const at = dotted === '' ? name : `${dotted}.${name}`;
      const place = { value: one, shape: field.shape, field, owner: value, path: [...path, name], dotted: at };
      visit(place);
      eachField(field.shape, one, visit, place.path, at);
    }
  } else if (isList(value) && (shape.kind === 'list' || shape.kind === 'set')) {
    value.forEach((one, at) => eachField(shape.of, one, visit, shape.kind === 'list' ? [...path, at] : path, dotted));
  } else if (shape.kind === 'map' && isObj(value)) {
    Object.entries(value).forEach(([key, one]) => eachField(shape.of, one, visit, [...path, { key }], dotted));
  }
}
