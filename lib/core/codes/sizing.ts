import type { Meanings } from './meaning';

/** Codes about sizes of nodes and of the autoscaler. */
export const SIZING_CODES = {} as const satisfies Meanings;
