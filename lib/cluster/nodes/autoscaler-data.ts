/** When the autoscaler takes nodes away. Changed in place. */
export interface ScaleDown {
  /** A node is taken away when its Pods request less than this part of it, percent, 1 to 99. @default 50 */
  readonly belowPercent?: number;
  /** The same for GPU nodes, of their GPUs. @default 50 */
  readonly gpuBelowPercent?: number;
  /** How long a node must have been so before it goes, such as `10m`. @default "10m" */
  readonly coolDown?: string;
  /** How long after the last node was added none is taken away, such as `10m`. @default "10m" */
  readonly afterScaleUp?: string;
  /**
   * Whether nodes whose Pods keep data on them (`emptyDir`, `hostPath`) stay. The provider never sends `false`, so once
   * it was `true` only the console takes it back.
   * @default ACK's: such nodes go too
   */
  readonly keepLocalStorage?: true;
  /** Whether DaemonSet Pods are ended in order before the node goes. Like `keepLocalStorage`. @default ACK's: they are not */
  readonly evictDaemonSets?: true;
  /** Longest that Pods of a node that goes get to end, in seconds, 1 to 14400. @default ACK's: 14400 */
  readonly maxGraceSeconds?: number;
  /** Nodes stay whose Pods are of a workload with fewer replicas than this, 1 to 100. @default ACK's: all may go */
  readonly minReplicas?: number;
}

/** What both kinds of autoscaler can be told. */
export interface AutoscalerOptions {
  /** When nodes are taken away, or `never`. @default below 50 percent for 10 minutes */
  readonly scaleDown?: 'never' | ScaleDown;
}

/** What cluster-autoscaler can be told besides. */
export interface ClusterAutoscalerOptions extends AutoscalerOptions {
  /** How often it looks for Pods without room, such as `30s`. @default "30s" */
  readonly scanInterval?: string;
  /** Which pool grows when several could. @default Expander.leastWaste() */
  readonly expander?: ExpanderData;
}

/** Which pool grows when several could, as plain data. */
export type ExpanderData =
  | { readonly kind: 'least-waste' }
  | { readonly kind: 'random' }
  | { readonly kind: 'priority'; readonly priorities: Readonly<Record<string, number>> };

/** Which pool grows when several could. */
export const Expander = Object.freeze({
  /** The pool on whose new node the least would stay unused. */
  leastWaste: (): ExpanderData => Object.freeze({ kind: 'least-waste' }),
  /** Any of them. */
  random: (): ExpanderData => Object.freeze({ kind: 'random' }),
  /**
   * The pool with the highest number; among equal ones any. Name every pool with limits, by its construct id: one
   * without a number comes last.
   *
   * @param priorities such as `{ spot: 50, workers: 10 }`
   */
  priority: (priorities: Readonly<Record<string, number>>): ExpanderData =>
    Object.freeze({ kind: 'priority', priorities: Object.freeze({ ...priorities }) }),
});

/** What adds and removes nodes, as plain data. */
export type AutoscalerData =
  | ({ readonly kind: 'cluster-autoscaler' } & ClusterAutoscalerOptions)
  | ({ readonly kind: 'instant' } & AutoscalerOptions);

/** What adds and removes the nodes of pools with limits. Both need `AliyunCSManagedAutoScalerRole` in the account. */
export const Autoscaler = Object.freeze({
  /** The upstream cluster-autoscaler, which looks every `scanInterval`. */
  clusterAutoscaler: (options: ClusterAutoscalerOptions = {}): AutoscalerData =>
    Object.freeze({ ...options, kind: 'cluster-autoscaler' }),
  /**
   * ACK's instant scaling (GOATScaler), which acts when a Pod finds no room: faster, and it tries other instance types
   * and zones of the pool when one is sold out. Kubernetes 1.24 or later; it chooses pools by the least waste only.
   * From cluster-autoscaler ACK takes the settings over; there is no documented way back.
   */
  instant: (options: AutoscalerOptions = {}): AutoscalerData => Object.freeze({ ...options, kind: 'instant' }),
});

/** How the autoscaler decides. What ACK would choose by itself, written out. */
export const AUTOSCALER_DEFAULTS = Object.freeze({
  coolDownDuration: '10m',
  unneededDuration: '10m',
  utilizationThreshold: '0.5',
  gpuUtilizationThreshold: '0.5',
  scanInterval: '30s',
  scaleDownEnabled: true,
  expander: 'least-waste',
});
