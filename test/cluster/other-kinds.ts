import { DedicatedCluster } from '../../lib/cluster/dedicated-cluster';
import type { DedicatedClusterProps } from '../../lib/cluster/dedicated-cluster-props';
import { Login } from '../../lib/cluster/login';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import type { ServerlessClusterProps } from '../../lib/cluster/serverless-cluster-props';
import type { Protection } from '../../lib/core/cloud';
import { aStack } from './a-cluster';
import { AnExistingNetwork, type ExistingNetworkProps } from './an-existing-network';

/** What a test may say about what is around a cluster. */
interface Around {
  readonly around?: ExistingNetworkProps;
  readonly protection?: Protection;
}

export type DedicatedSituation = Partial<DedicatedClusterProps> & Around;
export type ServerlessSituation = Partial<ServerlessClusterProps> & Around;

/** The least that a dedicated cluster must be told. */
export const MASTERS = { masterTypes: ['ecs.g7.xlarge'], login: Login.keyPair('ops') };

/** The stack `shop` in cn-hangzhou with one dedicated cluster in a network of constants. */
export function aDedicatedCluster({ around, protection, ...props }: DedicatedSituation = {}) {
  const stack = aStack(protection);
  const network = new AnExistingNetwork(stack, around);
  return { stack, network, cluster: new DedicatedCluster(stack, 'cluster', { network, ...MASTERS, ...props }) };
}

/** The stack `shop` in cn-hangzhou with one Serverless cluster in a network of constants. */
export function aServerlessCluster({ around, protection, ...props }: ServerlessSituation = {}) {
  const stack = aStack(protection);
  const network = new AnExistingNetwork(stack, around);
  return { stack, network, cluster: new ServerlessCluster(stack, 'cluster', { network, ...props }) };
}
