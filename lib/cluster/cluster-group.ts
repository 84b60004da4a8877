import type { Construct } from 'constructs';
import type { ISecurityGroup } from '../core/connections';
import type { Dependable, INetwork } from '../core/network';
import { Peer } from '../network/peer';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';

/** The group of a cluster, and the rules that must outlive it when the group is the cluster's own. */
export interface ClusterGroup {
  readonly group: ISecurityGroup;
  /** Without its rules the members of an enterprise group reach nobody, so they stay until the last node has gone. */
  readonly before: readonly Dependable[];
}

/** The group of a cluster with nodes: the given one, or a new one for its network. */
export function groupForNodes(
  cluster: Construct & { readonly network: INetwork; readonly podCidr?: string },
  given: ISecurityGroup | undefined,
): ClusterGroup {
  return given ? { group: given, before: [] } : own(SecurityGroup.forCluster(cluster, 'security-group', cluster));
}

/**
 * The group of a cluster whose Pods are all on ECI: the given one, or a new enterprise one, since a basic group holds
 * about 2000 addresses and every Pod is one. Lets in the network, and Flannel Pods of other clusters in it.
 */
export function groupForEci(cluster: Construct, network: INetwork, given: ISecurityGroup | undefined): ClusterGroup {
  if (given) {
    return { group: given, before: [] };
  }
  const group = new SecurityGroup(cluster, 'security-group', { network, type: 'enterprise' });
  group.allowFrom(Peer.network(network), Port.all(), 'the network and its Pods');
  return own(group);
}

function own(group: SecurityGroup): ClusterGroup {
  return { group, before: Object.values(group.ruleResources) };
}
