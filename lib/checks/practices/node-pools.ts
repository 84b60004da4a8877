import type { Element } from './element';
import type { Picture } from './picture';
import { block, isYes, numberIn } from './reading';

export const NODE_POOL = 'alicloud_cs_kubernetes_node_pool';

/** Pools of a picture by their cluster: the resource that they name, or what they hold where it is none of the App. */
const byCluster = new WeakMap<Picture, ReadonlyMap<unknown, readonly Element[]>>();

/** Pools of the same cluster, the pool itself among them. */
export function poolsOfCluster(pool: Element, picture: Picture): readonly Element[] {
  const pools = byCluster.get(picture) ?? pooled(picture);
  byCluster.set(picture, pools);
  return pools.get(clusterOf(pool, picture))!;
}

function pooled(picture: Picture): ReadonlyMap<unknown, readonly Element[]> {
  const pools = new Map<unknown, Element[]>();
  for (const pool of picture.ofType(NODE_POOL)) {
    const cluster = clusterOf(pool, picture);
    pools.set(cluster, [...(pools.get(cluster) ?? []), pool]);
  }
  return pools;
}

const clusterOf = (pool: Element, picture: Picture): unknown =>
  picture.targets(pool, 'cluster_id')[0] ?? pool.attributes.cluster_id;

/** Most nodes that a pool has; `undefined` when nobody knows. */
export function mostNodes({ attributes }: Element): number | undefined {
  const scaling = block(attributes, 'scaling_config');
  if (scaling === undefined) {
    return undefined;
  }
  // A block without `enable` scales.
  const scales = isYes(scaling.enable) || (scaling.max_size !== undefined && scaling.enable === undefined);
  return numberIn(scales ? scaling.max_size : (attributes.desired_size ?? attributes.node_count));
}

/** Suffixes of instance types with fewer than 4 vCPU. */
const SMALL = /\.(?:nano|micro|small|medium|large)$/;
/** Families whose performance is not steady. */
const BURSTABLE = /^ecs\.t[56]-/;

/** Why an instance type is too little for a node. */
export function tooLittle(type: string): 'small' | 'burstable' | undefined {
  return BURSTABLE.test(type) ? 'burstable' : SMALL.test(type) ? 'small' : undefined;
}
