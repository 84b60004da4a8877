import { ARCHITECTURES } from './architectures';
import { CLUSTERS } from './clusters';
import { CONSOLE_JOBS } from './console-jobs';
import { DATA } from './data';
import { EVERYWHERE } from './everywhere';
import { NETWORK } from './network';
import { PRACTICES } from './practices';
import type { Family } from './requirement';
import { WORKLOADS } from './workloads';

/** What this library is asked to build, in the order of the documents. */
export const FAMILIES: readonly Family[] = [
  NETWORK,
  CLUSTERS,
  DATA,
  WORKLOADS,
  ARCHITECTURES,
  PRACTICES,
  EVERYWHERE,
  CONSOLE_JOBS,
];
