/**
 * Lays props over defaults; a prop that is `undefined` never erases its default. Returns a new frozen object and
 * changes neither argument.
 */
export function withDefaults<P extends object, D extends object>(props: P, defaults: D): Readonly<Resolved<P, D>> {
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return Object.freeze({ ...defaults, ...Object.fromEntries(given) }) as Readonly<Resolved<P, D>>;
}

/** Props in which every key that has a default is present. */
export type Resolved<P, D> = Omit<P, keyof D> & { [K in keyof D]: K extends keyof P ? Exclude<P[K], undefined> : D[K] };
