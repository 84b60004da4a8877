/**
 * Terraform values in JavaScript. Numbers that JavaScript cannot hold exactly stay `bigint` or text. A value of a
 * dynamic attribute is `[bytes of its type, value]`, just as on the wire.
 */
export type Value = null | boolean | string | number | bigint | Uint8Array | Unknown | readonly Value[] | Obj;

/** An object or a map. */
export interface Obj {
  [name: string]: Value;
}

/** A value that is not known yet. Terraform may refine it ("starts with vpc-"); the refinement is kept to be echoed. */
export class Unknown {
  constructor(
    readonly extension: number = 0,
    readonly data: Uint8Array = Uint8Array.of(0),
  ) {}
}

/** The unknown that providers answer with. */
export const UNKNOWN = new Unknown();

export const isUnknown = (value: Value | undefined): value is Unknown => value instanceof Unknown;

export const isObj = (value: Value | undefined): value is Obj =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Unknown) &&
  !(value instanceof Uint8Array);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** Whether anything in the value is unknown. */
export function hasUnknown(value: Value | undefined): boolean {
  if (isUnknown(value)) {
    return true;
  }
  if (isList(value)) {
    return value.some(hasUnknown);
  }
  return isObj(value) && Object.values(value).some(hasUnknown);
}

/** Text of a known string; `undefined` for anything else. */
export const text = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** A known number; `undefined` for anything else. */
export function number(value: Value | undefined): number | undefined {
  if (typeof value === 'number') {
    return value;
  }
  return typeof value === 'bigint' || (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)))
    ? Number(value)
    : undefined;
}

/** One text per value: equal values, equal text. Keys are sorted, the order of lists counts. */
export function canonical(value: Value | undefined): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (isUnknown(value)) {
    return '?';
  }
  if (value instanceof Uint8Array) {
    return `b${Buffer.from(value).toString('base64')}`;
  }
  if (isList(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (isObj(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
