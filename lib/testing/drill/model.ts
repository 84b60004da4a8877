import type { Amount } from '../../cluster/sizing/packing';

/** What a program builds, as far as the loss of a part of it matters: plain data, read from the Terraform alone. */
export interface DrillModel {
  /** Every zone that something is in, sorted. */
  readonly zones: readonly string[];
  readonly vswitches: readonly ModelVswitch[];
  readonly clusters: readonly ModelCluster[];
  /** In the order in which they get their places. */
  readonly workloads: readonly ModelWorkload[];
  readonly daemons: readonly ModelDaemon[];
  readonly parts: readonly ModelPart[];
  readonly quotas: readonly ModelQuota[];
  readonly budgets: readonly ModelBudget[];
  /** What the Terraform does not tell, a sentence each. */
  readonly unknown: readonly string[];
}

/** A vSwitch and what draws addresses from it whatever happens. */
export interface ModelVswitch {
  /** Path of its construct, address in its stack, or id in the cloud. */
  readonly id: string;
  readonly zone?: string;
  readonly cidr?: string;
  /** Addresses that it can give out; absent when its range is not known. */
  readonly addresses?: number;
  readonly fixed: readonly { readonly by: string; readonly addresses: number }[];
}

/** A cluster, with what can run Pods. */
export interface ModelCluster {
  readonly id: string;
  readonly kind: 'managed' | 'dedicated' | 'serverless';
  /** Whether Pods on nodes take addresses of the VPC. */
  readonly podNetwork: 'terway' | 'flannel';
  /** vSwitches of the control plane. */
  readonly vswitches: readonly string[];
  /** Terway: vSwitches that Pods on nodes take addresses from. */
  readonly podVswitches: readonly string[];
  readonly pools: readonly ModelPool[];
  /** vSwitches that Pods on ECI take addresses from; absent without a virtual node. */
  readonly eci?: readonly string[];
  /** Whether the cluster's DNS runs beside the masters, where ACK looks after it. */
  readonly managedDns: boolean;
}

/** A node pool. */
export interface ModelPool {
  readonly id: string;
  readonly vswitches: readonly string[];
  /** Nodes: as many as there are, or as an autoscaler makes at most; absent when not known. */
  readonly nodes?: number;
  readonly auto: boolean;
  /** How the cloud spreads nodes over the zones: evenly, into the first that works, or in a way that is not known. */
  readonly spread: 'even' | 'first' | 'unknown';
  readonly types: readonly string[];
  /** Room of one node for workloads: that of the smallest type; absent when its figures are not known. */
  readonly room?: Amount;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly ModelTaint[];
}

/** A taint of a node. */
export interface ModelTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** Where Pods may go, and in which order. */
export type Place =
  | { readonly kind: 'nodes' }
  | { readonly kind: 'eci' }
  | {
      readonly kind: 'nodes-then-eci';
      /** Most Pods on nodes; as many as there is room for without one. */
      readonly onNodes?: number;
      /** Whether Pods that nodes have no room for go to ECI too, though there are fewer than `onNodes` there. */
      readonly whenFull: boolean;
    };

/** Pods that are alike. */
export interface ModelWorkload {
  /** `namespace/name`, after the cluster where there are several. */
  readonly id: string;
  readonly namespace: string;
  readonly kind: string;
  readonly cluster: string;
  readonly each: Amount;
  /** Pods that always run, and most of them; absent when not known. */
  readonly least?: number;
  readonly most?: number;
  /** Pods that a rolling update adds to `most`. */
  readonly surge: number;
  /** Pods that it may take away before others are there; with none it stands still without room for one more. */
  readonly unavailable: number;
  /** Most Pods that end at the same time while an update runs, and keep their addresses until they have. */
  readonly ending: number;
  readonly place: Place;
  readonly selects: NodeSelect;
  readonly hostNetwork: boolean;
  /** Whether its Pods ask the cluster's DNS for names. */
  readonly clusterDns: boolean;
  /** Whether a Pod has to find a zone with not more than so many more Pods of it than another. */
  readonly hardZones: boolean;
  /** Whether no two of them may be on a node. */
  readonly onePerNode: boolean;
  /** Whether each Pod stays in the zone of its disk. */
  readonly zonal: boolean;
  /** Whether all of them share one disk, which one node has at a time. */
  readonly oneDisk: boolean;
  /** A Pod that nothing makes anew when its node goes. */
  readonly alone: boolean;
  /** Members of a StatefulSet, which may vote. */
  readonly members: boolean;
  /** Ids of the parts without which it does not work. */
  readonly needs: readonly string[];
  /** vSwitches that its own annotations name for ECI, in their order. */
  readonly eciVswitches?: readonly string[];
  readonly eciOrdered: boolean;
}

/** A DaemonSet: a Pod on every node that takes it. */
export type ModelDaemon = Pick<ModelWorkload, 'id' | 'cluster' | 'each' | 'selects' | 'hostNetwork'>;

/** What a Pod asks of a node. */
export interface NodeSelect {
  readonly labels: Readonly<Record<string, string>>;
  /** Terms of required affinity: one of them has to hold. */
  readonly terms: readonly (readonly NodeCondition[])[];
  readonly tolerations: readonly Toleration[];
}

/** A condition on the labels of a node. */
export interface NodeCondition {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A taint that a Pod bears. */
export interface Toleration {
  readonly key?: string;
  readonly operator: string;
  readonly value?: string;
  readonly effect?: string;
}

/** Kinds of parts. */
export type PartKind = 'database' | 'cache' | 'files' | 'balancer' | 'egress' | 'vpn' | 'control-plane' | 'other';

/** What stands beside the Pods: a service of the cloud. */
export interface ModelPart {
  readonly id: string;
  readonly kind: PartKind;
  /** Type of the resource, or what makes it. */
  readonly type: string;
  readonly where: Where;
}

/** Where a part is, and what it does when a zone goes. */
export type Where =
  /** Runs in the first zone and goes over to another one; with one zone it goes with it. */
  | { readonly kind: 'standby'; readonly zones: readonly string[] }
  /** A member in each entry; more than half of them have to be left. */
  | { readonly kind: 'voters'; readonly zones: readonly string[] }
  /** Runs in every zone at once. */
  | { readonly kind: 'every'; readonly zones: readonly string[] }
  /** The cloud keeps it over zones of its own choosing. */
  | { readonly kind: 'region'; readonly note: string }
  /** The Terraform does not tell; with `zones` it is at least known that it is nowhere else. */
  | { readonly kind: 'unknown'; readonly note: string; readonly zones?: readonly string[] };

/** What a namespace may have; absent members are without a limit. */
export interface ModelQuota {
  readonly cluster: string;
  readonly namespace: string;
  readonly pods?: number;
  readonly cpu?: number;
  readonly memory?: number;
}

/** A PodDisruptionBudget. */
export interface ModelBudget {
  readonly id: string;
  /** Workload whose Pods it selects. */
  readonly workload: string;
  readonly minAvailable?: number | string;
  readonly maxUnavailable?: number | string;
}
