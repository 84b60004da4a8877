import type { Meanings } from './meaning';

export const MONITORING_CODES = {} as const satisfies Meanings;
