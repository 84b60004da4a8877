import { SlbAcl } from '@cdktf/provider-alicloud/lib/slb-acl';
import { SlbAclEntryAttachment } from '@cdktf/provider-alicloud/lib/slb-acl-entry-attachment';
import { type Construct } from 'constructs';
import type { IBalancer } from '../../core/balancer';
import { NAME_RULES, physicalName } from '../../core/names';

/**
 * The access control list of the clients of a CLB; `undefined` where everybody may come, a list was given, or the
 * balancer takes ranges by itself. One entry per range, keyed by the range, so that lists of clients grow in place.
 */
export function clientList(service: Construct, balancer: IBalancer): string | undefined {
  const { clients, kind, owns, aclId, sourceRanges } = balancer;
  if (clients === undefined || kind !== 'classic' || owns !== 'cluster' || aclId !== undefined || sourceRanges) {
    return undefined;
  }
  const list = new SlbAcl(service, 'clients', { name: physicalName(service, NAME_RULES.network), ipVersion: 'ipv4' });
  [...clients].sort().forEach((range) => {
    const id = `client-${range.replace(/[^0-9A-Za-z]/g, '-')}`;
    new SlbAclEntryAttachment(service, id, { aclId: list.id, entry: range, comment: 'client' });
  });
  return list.id;
}
