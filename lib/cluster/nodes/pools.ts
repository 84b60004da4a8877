import type { ICluster } from '../../core/cluster';
import type { Problem } from '../../core/errors';
import type { Dependable } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import { warn } from '../../core/warnings';
import { addressProblems, podAddressProblems, podRangeProblems, type PoolDemand } from './capacity';

/** A pool of a cluster: what it asks of the network, and what waits for it. */
export interface EnlistedPool extends PoolDemand {
  readonly resource: Dependable;
  /** Construct id of the pool. */
  readonly id: string;
  /** Whether the autoscaler decides its size. */
  readonly auto: boolean;
  /** Id of its scaling group, for the autoscaler. */
  readonly scalingGroupId: string;
}

const POOLS = Symbol.for('alicloud-constructs/nodePools');
type Host = { [POOLS]?: EnlistedPool[] };

const WAITING = Symbol.for('alicloud-constructs/waitForPools');
type Awaited = { [WAITING]?: (() => void)[] };

/** Entries of a VPC's route table by default; Flannel takes one per node. */
const ROUTES = 200;

/** The node pools that were added to a cluster, in the order of their creation. */
export function poolsOf(cluster: ICluster): readonly EnlistedPool[] {
  return (cluster as Host)[POOLS] ?? [];
}

/** Has `again` called whenever a pool joins the cluster: what waits for all of them must then wait for one more. */
export function whenPoolJoins(cluster: ICluster, again: () => void): void {
  const host = cluster as Awaited;
  if (!host[WAITING]) {
    Object.defineProperty(cluster, WAITING, { value: [] });
  }
  host[WAITING]!.push(again);
}

/** Tells a cluster of a pool; its capacity is checked when the tree is complete. */
export function enlist(cluster: ICluster, pool: EnlistedPool): void {
  const host = cluster as Host;
  if (!host[POOLS]) {
    Object.defineProperty(cluster, POOLS, { value: [] });
    addTreeCheck(cluster, () => capacityProblems(cluster));
  }
  const before = totalNodes(poolsOf(cluster));
  host[POOLS]!.push(pool);
  (cluster as Awaited)[WAITING]?.forEach((again) => again());
  const after = totalNodes(poolsOf(cluster));
  if (cluster.network.podNetwork.kind === 'flannel' && before <= ROUTES && after > ROUTES) {
    warn(
      cluster,
      'capacity-routes',
      `the node pools can come to have ${after} nodes, each with an entry in the VPC's route table, which has ${ROUTES} by default: ask for a larger quota, or use PodNetwork.terway()`,
    );
  }
}

function capacityProblems(cluster: ICluster): readonly Problem[] {
  const { podNetwork } = cluster.network;
  const pools = poolsOf(cluster);
  const podCidr = cluster.podCidr ?? (podNetwork.kind === 'flannel' ? podNetwork.podCidr : undefined);
  const pods = podNetwork.kind === 'flannel' ? podRangeProblems(pools, podCidr!, podNetwork.nodeMask) : [];
  return [...pods, ...addressProblems(pools), ...podAddressProblems(pools)];
}

function totalNodes(pools: readonly EnlistedPool[]): number {
  return pools.reduce((sum, { nodes }) => sum + nodes, 0);
}
