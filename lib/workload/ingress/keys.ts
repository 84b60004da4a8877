/** Values by key without prefix; those that are not said are left out. */
export type Keys = Readonly<Record<string, string | undefined>>;

/** Annotations from keys without their prefix, sorted. */
export function annotationsOf(prefix: string, keys: Keys): Readonly<Record<string, string>> {
  const entries = Object.keys(keys)
    .filter((key) => keys[key] !== undefined)
    .sort()
    .map((key) => [`${prefix}${key}`, keys[key]!]);
  return Object.freeze(Object.fromEntries(entries) as Record<string, string>);
}

/** A number as annotations have it. */
export function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
