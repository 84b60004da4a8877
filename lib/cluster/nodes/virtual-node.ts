import type { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import { Construct } from 'constructs';
import { adopt } from '../../core/adopt';
import type { ICluster, IVirtualNode } from '../../core/cluster';
import type { ISecurityGroup } from '../../core/connections';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { VswitchRef } from '../../core/network';
import { isToken } from '../../core/tokens';
import { Peer } from '../../network/peer';
import { Port } from '../../network/port';
import { addonBook } from '../addons/addon-book';
import {
  secondNode,
  VIRTUAL_NODE_ATTRIBUTES_FORMS,
  VIRTUAL_NODE_FORMS,
  virtualNodeProblems,
} from './virtual-node-problems';
import { VIRTUAL_NODE_DEFAULTS, type VirtualNodeAttributes, type VirtualNodeProps } from './virtual-node-props';
import { describeRoom, eciRoom, eciVswitches, totalRoom, type EciRoom } from './virtual-node-room';

const VIRTUAL_NODE = Symbol.for('alicloud-constructs/virtualNode');
type Host = { [VIRTUAL_NODE]?: IVirtualNode };

/** The virtual node of a cluster; `undefined` without one. */
export function virtualNodeOf(cluster: ICluster): IVirtualNode | undefined {
  return (cluster as Host)[VIRTUAL_NODE];
}

/**
 * Room for Pods on ECI beside the nodes of a managed cluster: Pods that are told to burst start there in seconds, without
 * a machine of yours. Costs nothing by itself; every Pod on ECI is billed by the second for its CPU and memory.
 *
 * Installs the component `ack-virtual-node`, unless an imported cluster says that it has it, once the node pools are there.
 * From which vSwitches Pods get their addresses, and their security group, is written into the cluster by its
 * `ClusterBaseline`. A Basic cluster can send Pods to ECI by label only.
 *
 * @throws InputError with everything that is wrong with the props, `cluster-kind` on clusters that are not managed,
 *   `virtual-node-second` for a second one
 */
export class VirtualNode extends Construct implements IVirtualNode {
  /** The component; absent when the cluster had it before. */
  readonly resource?: CsKubernetesAddon;
  readonly cluster: ICluster;
  readonly vswitches: readonly VswitchRef[];
  readonly securityGroup: ISecurityGroup;

  constructor(scope: Construct, id: string, props: VirtualNodeProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, VIRTUAL_NODE_FORMS));
    const p = withDefaults(props, VIRTUAL_NODE_DEFAULTS);
    const { cluster } = p;
    reject(this, virtualNodeProblems(p, virtualNodeOf(cluster) !== undefined));
    this.cluster = cluster;
    this.vswitches = vswitchesOf(p);
    this.securityGroup = p.securityGroup ?? cluster.securityGroup!;
    this.letIn();
    this.resource = addonBook(cluster).addVirtualNode();
    if (this.resource) {
      adopt(this.resource, p.adopt);
    }
    Object.defineProperty(cluster, VIRTUAL_NODE, { value: this });
    if (p.networkPolicies) {
      cluster.requireAddon('poseidon', 'networkPolicies of the virtual node');
    }
  }

  /** The virtual node that a cluster has; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: VirtualNodeAttributes): IVirtualNode {
    return new ImportedVirtualNode(scope, id, attributes);
  }

  /** The addresses for Pods, by zone. */
  get room(): readonly EciRoom[] {
    return eciRoom(this.vswitches);
  }

  /** Most Pods on ECI at the same time; `undefined` when a range is known to Terraform only. */
  get maxPods(): number | undefined {
    return totalRoom(this.room);
  }

  /** The vSwitches and how many Pods they have addresses for, as text. */
  describe(): string {
    return describeRoom(this.room);
  }

  /** A group of their own keeps nodes and Pods on ECI apart until both let the other in. */
  private letIn(): void {
    const { network, podCidr, securityGroup } = this.cluster;
    if (securityGroup?.securityGroupId === this.securityGroup.securityGroupId) {
      return;
    }
    const ranges = this.vswitches.map(({ cidr }) => cidr);
    securityGroup?.allowFrom({ ranges, securityGroup: this.securityGroup }, Port.all(), 'Pods on ECI');
    this.securityGroup.allowFrom(Peer.network(network, podCidr), Port.all(), 'the network and its Pods');
  }
}

/** Adds a virtual node to a cluster, under the cluster. */
export function addVirtualNode(cluster: ICluster & Construct, props: Omit<VirtualNodeProps, 'cluster'>): VirtualNode {
  reject(cluster, virtualNodeOf(cluster) ? [secondNode(cluster)] : []);
  return new VirtualNode(cluster, 'virtual-node', { ...props, cluster });
}

/** A virtual node that something else installed. */
class ImportedVirtualNode extends Construct implements IVirtualNode {
  readonly cluster: ICluster;
  readonly vswitches: readonly VswitchRef[];
  readonly securityGroup: ISecurityGroup;

  constructor(scope: Construct, id: string, attributes: VirtualNodeAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, VIRTUAL_NODE_ATTRIBUTES_FORMS));
    reject(this, virtualNodeProblems(attributes, virtualNodeOf(attributes.cluster) !== undefined));
    this.cluster = attributes.cluster;
    this.vswitches = vswitchesOf(attributes);
    this.securityGroup = attributes.securityGroup ?? attributes.cluster.securityGroup!;
    Object.defineProperty(this.cluster, VIRTUAL_NODE, { value: this });
  }
}

function vswitchesOf({ cluster, zones }: VirtualNodeAttributes): readonly VswitchRef[] {
  const { network } = cluster;
  return eciVswitches(network.vswitches('eci'), zones === undefined || isToken(zones) ? network.zones : zones);
}
