import type { Problem } from '../../core/errors';
import type { PodNetworkAsk } from '../../network/cidr-plan';
import type { Survival } from './node-ask';

/** The props of the proposed pool: `cluster.addNodePool('workers', plan.pool)`. */
export interface ProposedPool {
  /** The same size of several families, so that one may be sold out. */
  readonly instanceTypes: readonly string[];
  /** A number, or limits for the autoscaler when a workload scales. */
  readonly size: number | { readonly min: number; readonly max: number };
  readonly zones: readonly string[];
  /** Only what was asked. */
  readonly kubelet?: {
    readonly maxPods?: number;
    readonly kubeReserved?: Readonly<Record<string, string>>;
    readonly systemReserved?: Readonly<Record<string, string>>;
  };
}

/** One node of the proposal. */
export interface ProposedNode {
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly architecture: 'x86' | 'arm';
  /** Pods that it can run, DaemonSets included. */
  readonly maxPods: number;
  /** What is left for workloads: cores, GiB and Pods. */
  readonly room: Load;
}

/** Cores, GiB and Pods. */
export interface Load {
  readonly cpu: number;
  readonly memoryGib: number;
  readonly pods: number;
}

/** How many nodes there are, and how full they are. */
export interface Fill {
  readonly nodes: number;
  /** What the workloads request. */
  readonly load: Load;
  /** Part of the room that is requested, percent, rounded up. */
  readonly percent: { readonly cpu: number; readonly memory: number; readonly pods: number };
}

/** A proposal of `planNodes`: deeply frozen plain data. */
export interface NodePlan {
  /** Form of this data. */
  readonly version: 1;
  /** Props of the pool. */
  readonly pool: ProposedPool;
  readonly node: ProposedNode;
  readonly survives: Survival;
  /** With the replicas that always run. */
  readonly base: Fill;
  /** With as many replicas as can come. */
  readonly peak: Fill;
  /** Nodes that stay when a zone, or a node, is lost at the base, and how full they are. */
  readonly afterLoss: Fill;
  /** Addresses that the network needs for it: `planCidrs({ vpc, ...plan.addresses })`. */
  readonly addresses: {
    readonly zones: readonly string[];
    readonly podNetwork: PodNetworkAsk;
    readonly perZone: { readonly nodes: number; readonly pods?: number };
    /** Flannel only. */
    readonly maxNodes?: number;
  };
  /** Why it came out so, a sentence each. */
  readonly reasons: readonly string[];
  /** What works but will hurt. */
  readonly warnings: readonly Problem[];
  /** Date of the figures of instance types. */
  readonly figuresOf: string;
}
