import { App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import type { ManagedClusterProps } from '../../lib/cluster/managed-cluster-props';
import type { NodePoolProps } from '../../lib/cluster/nodes/node-pool-props';
import type { Protection } from '../../lib/core/cloud';
import { SecurityGroup } from '../../lib/network/security-group';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { AnExistingNetwork, type ExistingNetworkProps } from './an-existing-network';

/** What a test may say about a cluster and what is around it. */
export interface Situation extends Partial<ManagedClusterProps> {
  readonly around?: ExistingNetworkProps;
  readonly protection?: Protection;
}

/** The stack `shop` in cn-hangzhou with one managed cluster in a network of constants. */
export function aCluster({ around, protection, ...props }: Situation = {}) {
  const stack = aStack(protection);
  const network = new AnExistingNetwork(stack, around);
  return { stack, network, cluster: new ManagedCluster(stack, 'cluster', { network, ...props }) };
}

/** Like `aCluster`, with a node pool `workers` of three to twelve nodes. */
export function aPool(props: Partial<Omit<NodePoolProps, 'cluster'>> = {}, situation: Situation = {}) {
  const made = aCluster(situation);
  return {
    ...made,
    pool: made.cluster.addNodePool('workers', { instanceTypes: TYPES, size: { min: 3, max: 12 }, ...props }),
  };
}

/** The stack `shop` in cn-hangzhou. */
export function aStack(protection: Protection = 'production'): CloudStack {
  return new CloudStack(new App(), 'shop', { region: 'cn-hangzhou', protection });
}

/** What a cluster that exists is taken over with: its id and the group that it has. */
export function anAdoption() {
  const securityGroup = SecurityGroup.fromAttributes(aStack(), 'group', { securityGroupId: 'sg-1', type: 'basic' });
  return { adopt: 'c0123', securityGroup };
}

export const TYPES = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];
