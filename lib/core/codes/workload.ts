import type { Meanings } from './meaning';

/** Codes about workloads and their Pods. */
export const WORKLOAD_CODES = {} as const satisfies Meanings;
