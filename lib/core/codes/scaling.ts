import type { Meanings } from './meaning';

/** Codes about scaling and burst. */
export const SCALING_CODES = {} as const satisfies Meanings;
