import type { ICluster } from '../core/cluster';
import type { IAddonHost } from './addons/add-addon';
import type { NodePool } from './nodes/node-pool';
import type { NodePoolProps } from './nodes/node-pool-props';
import type { VirtualNode } from './nodes/virtual-node';
import type { VirtualNodeProps } from './nodes/virtual-node-props';

/** A managed cluster, created here or existing. */
export interface IManagedCluster extends ICluster, IAddonHost {
  readonly kind: 'managed';
  /** Adds a node pool, in the stack of the cluster or in the one in which it was imported. */
  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool;
  /** Adds room for Pods on ECI, in the stack of the cluster or in the one in which it was imported. One serves all zones. */
  addVirtualNode(props?: Omit<VirtualNodeProps, 'cluster'>): VirtualNode;
}
