import type { Practice } from './practice';
import { clusterDeletionProtection } from './rules/clusters/cluster-deletion-protection';
import { databaseOpen } from './rules/databases/database-open';
import { imageTag } from './rules/pods/image-tag';
import { requestsSet } from './rules/pods/requests-set';
import { secretInEnv } from './rules/secrets/secret-in-env';

/** Every practice, in the order of the documents. */
export const PRACTICES: readonly Practice[] = Object.freeze([
  requestsSet,
  imageTag,
  clusterDeletionProtection,
  databaseOpen,
  secretInEnv,
]);
