import type { PodNetworkAsk } from '../../network/cidr-plan';
import type { EcsFamily } from './ecs-families';

/** What a workload asks of the nodes. */
export interface WorkloadAsk {
  /** What it is called in the plan; each once. */
  readonly name: string;
  /** Pods that always run, 0 to 10000. */
  readonly replicas: number;
  /**
   * Pods that it can come to have when it scales, at least `replicas`.
   * @default as many as `replicas`
   */
  readonly maxReplicas?: number;
  /** What one Pod requests, over all its containers: `{ cpu: '500m', memory: '1Gi' }`. */
  readonly requests: { readonly cpu: string; readonly memory: string };
}

/** What DaemonSets take of every node. */
export interface NodeOverhead {
  /** Sum of their cpu requests, such as `500m`. */
  readonly cpu?: string;
  /** Sum of their memory requests, such as `1Gi`. */
  readonly memory?: string;
  /** How many Pods they are. */
  readonly pods?: number;
}

/** Settings of the kubelet that change what a node has room for; they are passed on to the pool. */
export interface NodeReserve {
  /** Most Pods on a node, 8 to 256; the network may allow fewer. @default what the network allows */
  readonly maxPods?: number;
  /** Set aside for the kubelet and the container runtime. @default ACK's formula, see the guide */
  readonly kubeReserved?: { readonly cpu: string; readonly memory: string };
  /** Set aside for the system. @default 100m and 1Gi */
  readonly systemReserved?: { readonly cpu: string; readonly memory: string };
}

/** What has to keep running when something is lost. */
export type Survival = 'zone-loss' | 'node-loss' | 'nothing';

/** What `planNodes` is asked. */
export interface NodeAsk {
  /** What runs on the nodes, at least one workload. */
  readonly workloads: readonly WorkloadAsk[];
  /** Zone ids of the nodes, of one region. Their order does not matter. */
  readonly zones: readonly string[];
  /**
   * What may be lost while the workloads still fit: a zone (`zone-loss`, two zones or more), a node (`node-loss`), or
   * nothing, and Pods wait for new nodes then.
   * @default "zone-loss" with two zones or more, else "node-loss"
   */
  readonly survives?: Survival;
  /**
   * How Pods get their addresses, which limits the Pods on a node: Terway by the network interfaces of the instance
   * type, Flannel by its node mask.
   * @default Terway
   */
  readonly podNetwork?: PodNetworkAsk;
  /** @default "x86" */
  readonly architecture?: 'x86' | 'arm';
  /**
   * Families to choose from, the preferred one first.
   * @default all families of the architecture whose vCPUs are not shared
   */
  readonly families?: readonly EcsFamily[];
  /**
   * Largest node, in vCPU, 4 to 64: a larger one takes more with it when it goes.
   * @default 32
   */
  readonly maxVcpu?: number;
  /**
   * Part of every node that stays free while nothing is lost, percent, 0 to 50: for rolling updates and for what uses
   * more than it requests.
   * @default 10
   */
  readonly sparePercent?: number;
  /** What DaemonSets take of every node. @default those of ACK itself: 500m, 1Gi, 8 Pods */
  readonly daemonSets?: NodeOverhead;
  /** @default ACK's */
  readonly kubelet?: NodeReserve;
}

/** What an ask leaves out. Amounts that ACK does not publish are allowances, on the safe side. */
export const SIZING_DEFAULTS = Object.freeze({
  architecture: 'x86',
  maxVcpu: 32,
  sparePercent: 10,
  daemonSets: Object.freeze({ cpu: '500m', memory: '1Gi', pods: 8 }),
  systemReserved: Object.freeze({ cpu: '100m', memory: '1Gi' }),
  /** The kubelet evicts Pods below this. */
  evictionMemory: '300Mi',
  nodeMask: 24,
} as const);
