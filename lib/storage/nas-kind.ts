import { oneOf, wholeNumber } from '../core/checks';
import { type Problem } from '../core/errors';
import { any, choiceOf } from '../core/forms';

/** Storage class of a standard file system. */
export type NasStorageType = 'Capacity' | 'Performance' | 'Premium';

/** What a file system is made of, as plain data. Create one with {@link NasKind}. */
export type NasKindData =
  | { readonly kind: 'standard'; readonly storage: NasStorageType }
  | { readonly kind: 'extreme'; readonly storage: 'standard' | 'advance'; readonly gib: number };

/** The kinds of file system. Another kind, or another storage, replaces the file system and its files. */
export const NasKind = Object.freeze({
  /**
   * Grows by itself and is billed by what it holds.
   *
   * @param storage `Capacity` is the cheapest, `Performance` answers faster, `Premium` is between the two
   */
  standard: (storage: NasStorageType = 'Capacity'): NasKindData => Object.freeze({ kind: 'standard', storage }),
  /**
   * Answers in a fraction of a millisecond. Billed by its size, 100 to 262144 GiB, which grows in place and never shrinks.
   * Without recycle bin and lifecycle; Pods see what is below `/share`.
   */
  extreme: (size: { readonly gib: number; readonly storage?: 'standard' | 'advance' }): NasKindData =>
    Object.freeze({ kind: 'extreme', storage: size.storage ?? 'standard', gib: size.gib }),
});

export const KIND_FORM = choiceOf(
  { standard: { storage: any }, extreme: { storage: any, gib: any } },
  "NasKind.standard('Capacity'), NasKind.extreme({ gib: 100 })",
);

/** The directory above all others of a file system, as it is mounted. */
export function rootOf(kind: NasKindData['kind']): string {
  return kind === 'extreme' ? '/share' : '/';
}

/** Problems with a kind. */
export function kindProblems(kind: NasKindData): Problem[] {
  return kind.kind === 'standard'
    ? oneOf('kind.storage', kind.storage, ['Capacity', 'Performance', 'Premium'])
    : [
        ...oneOf('kind.storage', kind.storage, ['standard', 'advance']),
        ...wholeNumber('kind.gib', kind.gib ?? null, 100, 262_144, 'GiB'),
      ];
}
