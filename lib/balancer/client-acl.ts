import { SlbAcl } from '@cdktf/provider-alicloud/lib/slb-acl';
import { SlbAclEntryAttachment } from '@cdktf/provider-alicloud/lib/slb-acl-entry-attachment';
import type { Construct } from 'constructs';
import { NAME_RULES, physicalName } from '../core/names';

/**
 * An access control list of a CLB's clients, by id. One entry for each range, keyed by the range, so that lists of clients
 * grow in place.
 */
export function clientAcl(scope: Construct, clients: readonly string[]): string {
  const list = new SlbAcl(scope, 'clients', { name: physicalName(scope, NAME_RULES.network), ipVersion: 'ipv4' });
  [...clients].sort().forEach((range) => {
    const id = `client-${range.replace(/[^0-9A-Za-z]/g, '-')}`;
    new SlbAclEntryAttachment(scope, id, { aclId: list.id, entry: range, comment: 'client' });
  });
  return list.id;
}
