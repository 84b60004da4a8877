import { SecurityGroup as SecurityGroupL1 } from '@cdktf/provider-alicloud/lib/security-group';
import type { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { IConnectable, ISecurityGroup, PortData, SecurityRule } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { INetwork } from '../core/network';
import { ImportedSecurityGroup, type SecurityGroupAttributes } from './imported-security-group';
import { CLUSTER_GROUP_FORMS, SECURITY_GROUP_FORMS } from './network-forms';
import { SLOW_DELETE } from './network-vswitches';
import { Peer, podRanges } from './peer';
import { Port } from './port';
import { connect, connectTo, RuleBook } from './security-group-rules';
import {
  memberRanges,
  SECURITY_GROUP_DEFAULTS,
  securityGroupProblems,
  type ResolvedSecurityGroup,
  type SecurityGroupProps,
} from './security-group-props';

/** What the group of a cluster's nodes and Pods is made from. */
export interface ClusterGroupProps {
  /** The network of the cluster. Replaces the group. */
  readonly network: INetwork;
  /** Flannel's range when the cluster has another one than its network. @default the network's */
  readonly podCidr?: string;
}

/**
 * A security group whose rules say who may reach whom: `database.allowFrom(app, Port.tcp(3306))`.
 *
 * Creates `alicloud_security_group` and one `alicloud_security_group_rule` for each source of each rule, addressed by its
 * content, so that rules come and go without touching others. Free of charge. Nothing comes in until a rule says so;
 * everything goes out unless `outbound` is `listed`.
 *
 * Import id: the group's id (`sg-...`), see `adopt`.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class SecurityGroup extends Construct implements ISecurityGroup {
  /** A group that exists already. Rules added to it are created where it was imported. */
  static fromAttributes(scope: Construct, id: string, attributes: SecurityGroupAttributes): ISecurityGroup {
    return new ImportedSecurityGroup(scope, id, attributes);
  }

  /**
   * The group for nodes and Pods of a cluster: enterprise with Terway, basic with Flannel; everything in the VPC and every
   * Pod reaches the members, members reach everything.
   */
  static forCluster(scope: Construct, id: string, props: ClusterGroupProps): SecurityGroup {
    reject(`${scope.node.path}/${id}`, formProblems({ network: props?.network }, CLUSTER_GROUP_FORMS));
    const { network, podCidr } = props;
    const terway = network.podNetwork.kind === 'terway';
    const group = new SecurityGroup(scope, id, {
      network,
      type: terway ? 'enterprise' : 'basic',
      members: terway ? 'isolated' : 'connected',
      purposes: terway ? SECURITY_GROUP_DEFAULTS.purposes : ['nodes', 'eci'],
      memberRanges: podRanges(network, podCidr),
    });
    group.allowFrom(Peer.network(network, podCidr), Port.all(), 'the network and its Pods');
    return group;
  }

  readonly resource: SecurityGroupL1;
  readonly securityGroupId: string;
  readonly type: 'basic' | 'enterprise';
  readonly ranges: readonly string[];
  private readonly rules: RuleBook;

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, SECURITY_GROUP_FORMS));
    const p: ResolvedSecurityGroup = withDefaults(props, SECURITY_GROUP_DEFAULTS);
    reject(this, securityGroupProblems(p, cloudOf(this)));
    this.type = p.type;
    this.ranges = memberRanges(p);
    this.resource = new SecurityGroupL1(this, 'Resource', {
      securityGroupName: p.name ?? physicalName(this, NAME_RULES.network),
      description: p.description,
      vpcId: p.network.vpcId,
      securityGroupType: p.type === 'basic' ? 'normal' : 'enterprise',
      // Enterprise groups have no such policy: their members are isolated unless rules say otherwise.
      innerAccessPolicy: p.type === 'basic' ? (p.members === 'connected' ? 'Accept' : 'Drop') : undefined,
      timeouts: SLOW_DELETE,
    });
    adopt(this.resource, p.adopt);
    this.securityGroupId = this.resource.id;
    this.rules = new RuleBook(this, p.outbound);
    this.rules.openOrCloseOutbound(p.network.ipv6);
    if (p.members === 'connected' && p.type === 'enterprise') {
      this.allowInternal();
    }
  }

  /** The group itself, as a peer of others. */
  get securityGroup(): ISecurityGroup {
    return this;
  }

  /** The rules by direction, port and peer: `in-tcp-443-10-8-0-0-16`. */
  get ruleResources(): Readonly<Record<string, SecurityGroupRule>> {
    return this.rules.resources;
  }

  allowFrom(peer: IConnectable, port: PortData, description?: string): void {
    connect(this, peer, port, description);
  }

  allowTo(peer: IConnectable, port: PortData, description?: string): void {
    connectTo(this, peer, port, description);
  }

  /** Lets members reach each other on a port, whatever the group's type. */
  allowInternal(port: PortData = Port.all()): void {
    connect(this, this, port, 'members of this group');
  }

  addRule(rule: SecurityRule): void {
    this.rules.add(rule);
  }
}
