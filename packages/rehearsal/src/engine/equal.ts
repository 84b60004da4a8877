import type { Shape } from '../schema/shape';
import { canonical, isList, isObj, type Value } from '../cty/value';

/** One text per value of a form: unlike plain {@link canonical} it forgets the order of sets. */
export function canonicalOf(shape: Shape, value: Value | undefined): string {
  if (isList(value)) {
    if (shape.kind === 'set') {
      return `[${value.map((one) => canonicalOf(shape.of, one)).sort()}]`;
    }
    if (shape.kind === 'list') {
      return `[${value.map((one) => canonicalOf(shape.of, one))}]`;
    }
    return canonical(value);
  }
  if (isObj(value)) {
    const keys = Object.keys(value).sort();
    const of = (key: string): Shape | undefined =>
      shape.kind === 'object' ? shape.fields.get(key)?.shape : shape.kind === 'map' ? shape.of : undefined;
    return `{${keys.map((key) => {
      const inner = of(key);
      return `${JSON.stringify(key)}:${inner ? canonicalOf(inner, value[key]) : canonical(value[key])}`;
    })}}`;
  }
  if (shape.kind === 'leaf' && shape.type === 'number' && value !== null && value !== undefined) {
    return typeof value === 'string' ? value : canonical(value);
  }
  return canonical(value);
}

/** Whether two values of a form are the same to Terraform. Two unknowns are not known to be equal. */
export function equalAs(shape: Shape, one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) {
    return true;
  }
  const text = canonicalOf(shape, one);
  return !text.includes('?') || !isUnknownText(text) ? text === canonicalOf(shape, other) : false;
}

/** A question mark outside of a JSON text stands for an unknown. */
const isUnknownText = (text: string): boolean => text.replace(/"(?:[^"\\]|\\.)*"/g, '').includes('?');
