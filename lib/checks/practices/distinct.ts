import type { Suppression } from './notes';

/** One suppression for each construct and practice. */
export function distinct(all: readonly Suppression[]): readonly Suppression[] {
  return [...new Map(all.map((one) => [`${one.path}\u0000${one.practice}`, one])).values()];
}
