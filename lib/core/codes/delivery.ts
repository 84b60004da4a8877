import type { Meanings } from './meaning';

/** Codes about workload stacks, namespaces, charts and manifests. */
export const DELIVERY_CODES = {} as const satisfies Meanings;
