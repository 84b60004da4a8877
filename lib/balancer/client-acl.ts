import { SlbAcl } from '@cdktf/provider-alicloud/lib/slb-acl';
import { SlbAclEntryAttachment } from '@cdktf/provider-alicloud/lib/slb-acl-entry-attachment';
import type { Construct } from 'constructs';
import { NAME_RULES, physicalName } from '../core/names';
import type { Dependable } from '../core/network';

/** A list of clients, and what must be made before a listener is held to it: one without entries lets everybody in. */
export interface ClientAcl {
  readonly aclId: string;
  readonly made: readonly Dependable[];
}

/**
 * An access control list of a CLB's clients. One entry for each range, keyed by the range, so that lists of clients grow in
 * place.
 */
export function clientAcl(scope: Construct, clients: readonly string[]): ClientAcl {
  const list = new SlbAcl(scope, 'clients', { name: physicalName(scope, NAME_RULES.network), ipVersion: 'ipv4' });
  const entries = [...clients].sort().map((range) => {
    const id = `client-${range.replace(/[^0-9A-Za-z]/g, '-')}`;
    return new SlbAclEntryAttachment(scope, id, { aclId: list.id, entry: range, comment: 'client' });
  });
  return { aclId: list.id, made: entries };
}
