import type { Meanings } from './meaning';

/** Codes about components of a cluster. */
export const ADDONS_CODES = {} as const satisfies Meanings;
