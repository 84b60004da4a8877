import { construct } from './forms';

/** A network, made here or existing. */
export const NETWORK_FORM = construct(
  ['vpcId', 'cidrs', 'zones', 'podNetwork', 'serviceCidr', 'vswitches'],
  'new Network(...), or one of Network.fromAttributes',
);

/** A cluster of any kind. */
export const CLUSTER_FORM = construct(
  ['clusterId', 'kind', 'network', 'capacity'],
  'new ManagedCluster(...), or one of ManagedCluster.fromAttributes',
);

/** A security group, made here or existing. */
export const SECURITY_GROUP_FORM = construct(
  ['securityGroupId', 'ranges', 'allowFrom'],
  'new SecurityGroup(...), or one of SecurityGroup.fromAttributes',
);

/** A workload, whose Pods can be added to. */
export const WORKLOAD_FORM = construct(['workloadName', 'namespace', 'cluster', 'selector'], 'new WebService(...)');

/** A namespace of a cluster, made here or existing. */
export const NAMESPACE_FORM = construct(['namespaceName', 'cluster', 'allowFrom'], 'new Namespace(...)');

/** What can be waited for. */
export const DEPENDABLE_FORM = construct(['fqn'], 'a resource, such as secret.resource');

/** Who can be granted something in the cloud. */
export const GRANTEE_FORM = construct(['allow', 'node'], 'a RamRole, or a ServiceAccount of a namespace');

/** Who is let in by address or by group. */
export const PEER_FORM = construct(['ranges'], 'Peer.cidr("10.8.0.0/24"), or a security group');
