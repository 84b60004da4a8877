import type { ICluster } from '../core/cluster';
import type { IAddonHost } from './addons/add-addon';
import type { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';

/** A dedicated cluster, whose masters are yours, created here or existing. */
export interface IDedicatedCluster extends ICluster, IAddonHost {
  readonly kind: 'dedicated';
  /** Adds a node pool, in the stack of the cluster or in the one in which it was imported. */
  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool;
}
