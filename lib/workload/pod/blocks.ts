/** A copy of a list with elements; nothing for an empty one, since an empty block panics or is planned again. */
export function someOf<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? [...list] : undefined;
}

/** A copy of a map with entries, by key; nothing for an empty one. */
export function entriesOf(map: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const keys = Object.keys(map).sort();
  return keys.length > 0 ? Object.fromEntries(keys.map((key) => [key, map[key]!])) : undefined;
}
