import type { IConstruct } from 'constructs';

/** Something a resource can wait for: every resource has an `fqn`. */
export interface Dependable {
  readonly fqn: string;
}

/** What a vSwitch is for. Each purpose owns a fixed share of the VPC. */
export type Purpose = 'nodes' | 'pods' | 'eci' | 'data';

/** The purposes in the order in which they are listed everywhere. */
export const PURPOSES: readonly Purpose[] = Object.freeze(['nodes', 'pods', 'eci', 'data']);

/** How Pods get their addresses, as plain data. Cannot be changed on a living cluster. */
export type PodNetworkData =
  | { readonly kind: 'terway' }
  | {
      readonly kind: 'flannel';
      /** Range of Pod addresses, outside the VPC. */
      readonly podCidr: string;
      /** Mask of the part of `podCidr` that each node gets, 24 to 28. */
      readonly nodeMask: number;
    };

/** One vSwitch: a range of addresses in one zone. */
export interface VswitchRef {
  readonly vswitchId: string;
  readonly zone: string;
  readonly purpose: Purpose;
  /** IPv4 range of the vSwitch. */
  readonly cidr: string;
}

/**
 * A network that constructs can be placed in: created by `Network`, or an existing one named with
 * `Network.fromAttributes`.
 */
export interface INetwork extends IConstruct {
  readonly vpcId: string;
  /** Region id of the network. */
  readonly region: string;
  /** The VPC's IPv4 ranges, the primary one first. */
  readonly cidrs: readonly string[];
  /** Zone ids, sorted. */
  readonly zones: readonly string[];
  /** How Pods of clusters in this network get their addresses. */
  readonly podNetwork: PodNetworkData;
  /** Range for Kubernetes Services, outside the VPC and the Pod range. */
  readonly serviceCidr: string;
  /** Ranges that something else has, which the ranges of clusters must not meet either; absent when none are known. */
  readonly reserved?: readonly { readonly name: string; readonly cidr: string }[];
  /** Whether the VPC and its vSwitches carry IPv6 addresses too. */
  readonly ipv6: boolean;
  /** The VPC's IPv6 range, which only Terraform knows; absent without IPv6, or when an existing network does not say. */
  readonly ipv6Cidr?: string;
  /** Whether the network is known to reach the internet: it has a way out of its own, or its attributes say so. */
  readonly internet?: boolean;
  /**
   * What must exist before anything in the network reaches the internet (the SNAT entries). A cluster waits for it, so
   * that ACK finds a way out and makes none of its own, and so that it drains before the way out is destroyed.
   */
  readonly egress: readonly Dependable[];
  /** The vSwitches of one purpose, by zone; empty when the network has none. */
  vswitches(purpose: Purpose): readonly VswitchRef[];
}

const EGRESS = Symbol.for('alicloud-constructs/egress');
type HasEgress = { [EGRESS]?: Dependable[] };

/** Tells a network of a way out to the internet that was made for it; `egressOf` lists it from then on. */
export function addEgress(network: IConstruct, way: readonly Dependable[]): void {
  const holder = network as HasEgress;
  if (!holder[EGRESS]) {
    Object.defineProperty(network, EGRESS, { value: [] });
  }
  holder[EGRESS]!.push(...way);
}

/** The ways out that a network has been told of so far. */
export function egressOf(network: IConstruct): readonly Dependable[] {
  return [...((network as HasEgress)[EGRESS] ?? [])];
}
