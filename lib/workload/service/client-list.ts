import type { Construct } from 'constructs';
import { clientAcl, type ClientAcl } from '../../balancer/client-acl';
import type { IBalancer } from '../../core/balancer';

/**
 * The access control list of the clients of a CLB that the cluster makes; `undefined` where everybody may come, a list was
 * given, or the balancer takes ranges by itself.
 */
export function clientList(service: Construct, balancer: IBalancer): ClientAcl | undefined {
  const { clients, kind, owns, aclId, sourceRanges } = balancer;
  const given = kind !== 'classic' || owns !== 'cluster' || aclId !== undefined || sourceRanges;
  return clients === undefined || given ? undefined : clientAcl(service, clients);
}
