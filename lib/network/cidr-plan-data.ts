import type { PodNetworkData, Purpose } from '../core/network';
import type { Problem } from '../core/errors';
import type { ReservedRange } from './cidr-ask';

/** One vSwitch of a plan. */
export interface PlannedVswitch {
  readonly zone: string;
  readonly purpose: Purpose;
  /** 0 for the first vSwitch of the zone and purpose, 1 for the one that a larger limit added, and so on. */
  readonly ordinal: number;
  readonly cidr: string;
  /** Addresses that resources can take: the cloud keeps four. */
  readonly usable: number;
}

/** Room of one zone for one purpose, in addresses. */
export interface Room {
  /** What its vSwitches hold. */
  readonly usable: number;
  /** What the ask needs at least; 0 when it sets no limit. */
  readonly asked: number;
  /** `usable` − `asked`. */
  readonly free: number;
  /** What further vSwitches in the zone's own slots could add without moving anything. */
  readonly growth: number;
}

/** What a plan has room for. */
export interface CidrCapacity {
  /** Kubernetes Services: addresses of the service range. */
  readonly services: number;
  /** Nodes of a cluster over all zones: addresses for nodes, with Flannel at most the parts of the Pod range. */
  readonly maxNodes: number;
  /** Pods of a cluster over all zones. Those on ECI come on top with Flannel and Terway alike, see `eci` of `perZone`. */
  readonly pods: number;
  /** Flannel: parts of the Pod range, one for each node. */
  readonly nodesByPodRange?: number;
  /** Flannel: addresses of each node's part. */
  readonly addressesPerNode?: number;
  /** Flannel: Pods on each node, one address fewer than its part. With Terway ask `podsPerNode`. */
  readonly podsPerNode?: number;
  /** By zone id and purpose. */
  readonly perZone: Readonly<Record<string, Readonly<Partial<Record<Purpose, Room>>>>>;
}

/** A plan as plain JSON: what `describe()` prints, what a later `planCidrs` takes. */
export interface CidrPlanData {
  /** Form of this JSON. */
  readonly version: 1;
  readonly region: string;
  readonly vpc: string;
  readonly secondary: readonly string[];
  readonly podNetwork: PodNetworkData;
  readonly serviceCidr: string;
  /** Sorted by zone, purpose and ordinal, whatever the order of the ask. */
  readonly vswitches: readonly PlannedVswitch[];
  readonly reserved: readonly ReservedRange[];
  readonly capacity: CidrCapacity;
  /** What works but will hurt. */
  readonly warnings: readonly Problem[];
}

/** Which half of a description to print: people read the table, programs the JSON. */
export interface DescribeOptions {
  /** @default "both" */
  readonly format?: 'table' | 'json' | 'both';
}

/** A plan: deeply frozen plain data, and a way to print it that JSON does not see. */
export interface CidrPlan extends CidrPlanData {
  /** The plan as a table, with its capacity in words, and as the JSON that `planCidrs` takes as an earlier plan. */
  describe(options?: DescribeOptions): string;
}
