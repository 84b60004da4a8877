import type { Meanings } from './meaning';

/** Codes about who may do what. */
export const ACCESS_CODES = {} as const satisfies Meanings;
