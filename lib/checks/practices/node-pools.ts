import type { Element } from './element';
import type { Picture } from './picture';
import { block, isYes, numberIn } from './reading';

export const NODE_POOL = 'alicloud_cs_kubernetes_node_pool';

/** Pools of the same cluster, the pool itself among them. */
export function poolsOfCluster(pool: Element, picture: Picture): readonly Element[] {
  const [cluster] = picture.targets(pool, 'cluster_id');
  return picture
    .ofType(NODE_POOL)
    .filter((other) =>
      other === pool
        ? true
        : cluster
          ? picture.targets(other, 'cluster_id')[0] === cluster
          : other.attributes.cluster_id === pool.attributes.cluster_id,
    );
}

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
