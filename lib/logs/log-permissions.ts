import type { Permission } from '../core/grantee';

/** What somebody may do with logs. */
export type LogUse = 'write' | 'read';

const ACTIONS: Readonly<Record<LogUse, readonly string[]>> = Object.freeze({
  write: Object.freeze(['log:PostLogStoreLogs']),
  read: Object.freeze([
    'log:GetCursorOrData',
    'log:GetIndex',
    'log:GetLogStore',
    'log:GetLogStoreHistogram',
    'log:GetLogStoreLogs',
    'log:ListShards',
  ]),
});

/**
 * The least that RAM has to allow for a use of logs: for reading, searches with their histograms, and fetching shard by
 * shard.
 *
 * Source: https://www.alibabacloud.com/help/doc-detail/29052.htm
 *
 * @param store name of the store; every store of the project when left out
 */
export function logPermissions(use: LogUse, project: string, store = '*'): readonly Permission[] {
  return [{ actions: ACTIONS[use], resources: [`acs:log:*:*:project/${project}/logstore/${store}`] }];
}
