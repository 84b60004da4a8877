import type { ICluster } from '../../core/cluster';
import type { ISecurityGroup } from '../../core/connections';

export interface VirtualNodeProps {
  /** A managed cluster, made here or existing. */
  readonly cluster: ICluster;
  /**
   * Zones whose `eci` vSwitches Pods get addresses from; order has no meaning. Changed in place, for new Pods.
   * @default all of the network
   * @throws InputError `vswitch-missing`
   */
  readonly zones?: readonly string[];
  /**
   * Group of the Pods on ECI. The cluster's group is told to let them in, and theirs the network. Changed in place, for
   * new Pods.
   * @default the cluster's
   * @throws InputError `value-missing` when an imported cluster does not name its group
   */
  readonly securityGroup?: ISecurityGroup;
  /**
   * Most Pods that are to run on ECI at the same time, old ones beside new ones during a release: as many addresses must
   * be free, and a basic group holds about 2000. Only checked, nothing is sent.
   * @default none - the number of addresses is told by `describe` and not checked
   * @throws InputError `capacity-addresses`
   */
  readonly maxPods?: number;
  /**
   * Whether NetworkPolicy objects have an effect on Pods on ECI: installs the component that enforces them. Pro only.
   * Changed in place.
   * @default false - installed when a namespace asks for isolation
   * @throws InputError `tier-basic`
   */
  readonly networkPolicies?: boolean;
  /**
   * Takes over the component that the cluster has instead of installing it. Import id: `<cluster id>:ack-virtual-node`.
   * @default none - installed; one that is there is brought up to date by that
   * @throws InputError `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** A virtual node that exists. */
export interface VirtualNodeAttributes {
  /** The cluster that has it. */
  readonly cluster: ICluster;
  /**
   * Zones of its vSwitches.
   * @default all of the network
   */
  readonly zones?: readonly string[];
  /**
   * Group of the Pods on ECI.
   * @default the cluster's
   */
  readonly securityGroup?: ISecurityGroup;
}

/** What a virtual node is when a prop is left out. */
export const VIRTUAL_NODE_DEFAULTS = Object.freeze({ networkPolicies: false });

/** About how many addresses a basic security group holds. */
export const BASIC_GROUP_ADDRESSES = 2000;

/** Most vSwitches that ECI takes addresses from in one cluster. */
export const MAX_ECI_VSWITCHES = 10;
