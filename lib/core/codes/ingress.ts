import type { Meanings } from './meaning';

export const INGRESS_CODES = {} as const satisfies Meanings;
