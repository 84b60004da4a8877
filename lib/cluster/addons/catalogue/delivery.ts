import type { AddonRow } from '../addon-row';

const EVERYWHERE = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;

/** Workloads of other kinds than Kubernetes' own. */
export const DELIVERY: readonly AddonRow[] = [
  { name: 'ack-kruise', does: 'brings workloads and releases of OpenKruise', kinds: EVERYWHERE, source: 'help' },
];
