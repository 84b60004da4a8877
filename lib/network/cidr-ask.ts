import type { Purpose } from '../core/network';

/** What a plan has to make room for. */
export interface CidrAsk {
  /**
   * The VPC's primary range: a private range (or another one that Alibaba Cloud allows) with a mask of /8 to /28; /19 or
   * shorter to plan all purposes. Cannot be changed on a living VPC: another range replaces the network.
   * @default "10.0.0.0/16", or the earlier plan's
   */
  readonly vpc?: string;
  /**
   * Further ranges of the VPC, in the order in which they were added. Each has the same shares as the primary one and
   * is used when that is full. Add new ones at the end: nothing moves then.
   * @default none, or the earlier plan's
   */
  readonly secondary?: readonly string[];
  /** Region id that every zone must belong to. @default the region of the zones */
  readonly region?: string;
  /**
   * Zone ids, in any order: `cn-hangzhou-h`, `ap-southeast-1a`. All of one region, letters a to p. Adding, removing and
   * reordering zones moves no range of another zone.
   */
  readonly zones: readonly string[];
  /**
   * What the vSwitches are for. Adding a purpose moves nothing.
   * @default nodes, pods, eci and data with Terway; nodes, eci and data with Flannel
   */
  readonly purposes?: readonly Purpose[];
  /** How Pods get their addresses. Cannot be changed on a living cluster. @default Terway, or the earlier plan's */
  readonly podNetwork?: PodNetworkAsk;
  /**
   * Range of Kubernetes Services, one address each: inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, /16 to /24, and
   * outside everything else. Cannot be changed on a living cluster.
   * @default "172.21.0.0/20", or "192.168.0.0/20" when the primary VPC range meets 172.16.0.0/12: 4096 Services
   */
  readonly serviceCidr?: string;
  /**
   * Addresses needed in each zone, by purpose. More than the first vSwitch has adds a second one beside it.
   * @default one vSwitch for each zone and purpose, whatever its size
   */
  readonly perZone?: Readonly<Partial<Record<Purpose, number>>>;
  /** Flannel: nodes of the whole cluster that the Pod range and the node vSwitches must have room for. @default not checked */
  readonly maxNodes?: number;
  /**
   * Ranges that are taken: other clusters' Pods, peered VPCs, on-premises networks. The plan refuses to meet them.
   * @default none, or the earlier plan's
   */
  readonly reserved?: readonly (string | ReservedRange)[];
}

/** Pods with addresses of the VPC (Terway), or of a range of their own, cut into one part for each node (Flannel). */
export type PodNetworkAsk =
  | { readonly kind: 'terway' }
  | {
      readonly kind: 'flannel';
      /**
       * Range of Pods, outside the VPC: inside 10.0.0.0/8 or 192.168.0.0/16, or /12 to /16 of 172.16.0.0/12. Cannot be
       * changed on a living cluster.
       * @default "172.20.0.0/16", or "10.128.0.0/14" when the primary VPC range meets 172.16.0.0/12
       */
      readonly podCidr?: string;
      /**
       * Mask of each node's part, 24 to 28. The Pod range holds 2^(nodeMask − its mask) nodes. Cannot be changed on a
       * living cluster.
       * @default 24 - 256 addresses for each node
       */
      readonly nodeMask?: number;
    };

/** A range that something else has. */
export interface ReservedRange {
  /** Whose range it is, for errors: `office`. */
  readonly name: string;
  readonly cidr: string;
}

/** What an ask leaves out, unless an earlier plan says otherwise. */
export const CIDR_DEFAULTS = Object.freeze({
  vpc: '10.0.0.0/16',
  podNetwork: 'terway',
  /** Service range, and the one for a VPC that meets 172.16.0.0/12. */
  serviceCidr: '172.21.0.0/20',
  serviceCidrBeside172: '192.168.0.0/20',
  /** Flannel's Pod range, and the one for a VPC that meets 172.16.0.0/12. */
  podCidr: '172.20.0.0/16',
  podCidrBeside172: '10.128.0.0/14',
  nodeMask: 24,
  /** Entries of a VPC's route table before a quota increase; Flannel takes one for each node. */
  routeEntries: 200,
} as const);
