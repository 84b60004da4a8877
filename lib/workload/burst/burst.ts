import type { IVirtualNode } from '../../core/cluster';

/** How Pods of a workload get to ECI, as plain data. Create one with {@link Burst}. */
export type BurstData = AfterEcs | WorkloadSpread | PreferEcs | EverythingOnEci;

/** So many Pods on nodes, the others on ECI, by the scheduler of ACK. */
export interface AfterEcs extends AfterEcsOptions {
  readonly kind: 'after-ecs';
  readonly pods: number;
  readonly virtualNode: IVirtualNode;
}

/** What can be said about Pods on nodes first. */
export interface AfterEcsOptions {
  /**
   * When a Pod goes to ECI: one of `Overflow`.
   * @default Overflow.atOnce()
   */
  readonly overflow?: OverflowData;
  /**
   * Labels of the nodes that count as the first place, such as those of one pool.
   * @default every node
   */
  readonly nodes?: Readonly<Record<string, string>>;
  /**
   * Whether Pods of lower priority are put out of the nodes only when ECI has no room either (`after-eci`), or first.
   * @default 'after-eci'
   */
  readonly preempt?: 'after-eci' | 'before-eci';
  /**
   * Whether Pods of the new and of the old template are counted together during an update. Then the old ones on nodes
   * send the new ones to ECI, where they stay.
   * @default false - each template counts its own
   */
  readonly countTogether?: boolean;
  /** Labels that only Pods on ECI get. @default none */
  readonly eciLabels?: Readonly<Record<string, string>>;
  /** Annotations that only Pods on ECI get. @default none */
  readonly eciAnnotations?: Readonly<Record<string, string>>;
}

/** When a Pod goes on from nodes to ECI, as plain data. Create one with {@link Overflow}. */
export type OverflowData =
  | { readonly kind: 'at-once' | 'above-count' | 'after-node-scaling' }
  | { readonly kind: 'after'; readonly seconds: number };

/** When a Pod goes on from nodes to ECI. */
export const Overflow = Object.freeze({
  /** When nodes have no room at this moment, or the number is reached. Node pools that scale are not waited for. */
  atOnce: (): OverflowData => Object.freeze({ kind: 'at-once' }),
  /** Only when the number is reached; until then a Pod waits for room on nodes. */
  aboveCount: (): OverflowData => Object.freeze({ kind: 'above-count' }),
  /** When the number is reached, or room on nodes did not come in so many seconds, 30 to 3600. */
  after: (seconds: number): OverflowData => Object.freeze({ kind: 'after', seconds }),
  /** When node pools could not bring a node. Needs instant scaling of nodes. */
  afterNodeScaling: (): OverflowData => Object.freeze({ kind: 'after-node-scaling' }),
});

/** So many Pods on nodes, the others on ECI, by OpenKruise. */
export interface WorkloadSpread extends SpreadOptions {
  readonly kind: 'workload-spread';
  readonly virtualNode: IVirtualNode;
}

/** How OpenKruise divides Pods. */
export interface SpreadOptions {
  /** Pods on nodes: a number from 1, or a share of all such as `60%`. */
  readonly onNodes: number | string;
  /**
   * Seconds after which a Pod that finds no room on nodes is made again on ECI, 1 to 147; it counts as one of the nodes'
   * until then.
   * @default never: the division holds even while nodes are full
   */
  readonly rescheduleAfterSeconds?: number;
  /** Labels that only Pods on ECI get. @default none */
  readonly eciLabels?: Readonly<Record<string, string>>;
  /** Annotations that only Pods on ECI get. @default none */
  readonly eciAnnotations?: Readonly<Record<string, string>>;
}

/** Nodes when the scheduler likes them better, by toleration and affinity. */
export interface PreferEcs {
  readonly kind: 'prefer-ecs';
  readonly virtualNode: IVirtualNode;
}

/** All Pods on ECI, by label. */
export interface EverythingOnEci {
  readonly kind: 'everything';
  readonly virtualNode: IVirtualNode;
}

/**
 * How Pods of a workload get to ECI beside the nodes of a cluster: one way for one workload. On Serverless there is none of
 * it, since every Pod is on ECI. The component `virtual-kubelet-autoscaler` is not among them: nobody maintains it.
 */
export const Burst = Object.freeze({
  /**
   * So many Pods on nodes, then ECI; when Pods go, those on ECI go first, as far as the scheduler can. The way for a
   * service that grows. Managed Pro clusters. Creates a `ResourcePolicy`.
   */
  afterEcs: (pods: number, virtualNode: IVirtualNode, options: AfterEcsOptions = {}): BurstData =>
    Object.freeze({ ...options, kind: 'after-ecs', pods, virtualNode }),
  /**
   * The same division by OpenKruise, as a number or a share, for a Deployment or a Job that may exist already. Installs
   * `ack-kruise`. Managed Pro clusters. Creates a `WorkloadSpread`.
   */
  workloadSpread: (virtualNode: IVirtualNode, options: SpreadOptions): BurstData =>
    Object.freeze({ ...options, kind: 'workload-spread', virtualNode }),
  /**
   * Nodes when the scheduler likes them better: a wish, which it weighs against others, so that Pods can be on ECI while
   * nodes have room. Managed Pro clusters whose scheduler places Pods on virtual nodes, which is switched on in the
   * console.
   */
  preferEcs: (virtualNode: IVirtualNode): BurstData => Object.freeze({ kind: 'prefer-ecs', virtualNode }),
  /**
   * All Pods on ECI, whatever nodes have room. There is no order in it and no way back: this is not "nodes first". The
   * only way of a Basic cluster.
   */
  everything: (virtualNode: IVirtualNode): BurstData => Object.freeze({ kind: 'everything', virtualNode }),
});
