import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import type { VpcIpv4CidrBlock } from '@cdktf/provider-alicloud/lib/vpc-ipv4-cidr-block';
import { VpcIpv6Gateway } from '@cdktf/provider-alicloud/lib/vpc-ipv6-gateway';
import type { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import {
  egressOf,
  type Dependable,
  type INetwork,
  type PodNetworkData,
  type Purpose,
  type VswitchRef,
} from '../core/network';
import { warn } from '../core/warnings';
import type { ReservedRange } from './cidr-ask';
import type { CidrPlan, DescribeOptions } from './cidr-plan-data';
import { ImportedNetwork, type NetworkAttributes } from './imported-network';
import { NatGateway } from './nat-gateway';
import { NETWORK_FORMS } from './network-forms';
import { planNetwork } from './network-problems';
import { NETWORK_DEFAULTS, networkAdoption, type NetworkProps, type ResolvedNetwork } from './network-props';
import { addSecondaryCidrs, addVswitch, refTo, SLOW_DELETE } from './network-vswitches';
import { vswitchKey } from './vswitch-keys';

/**
 * A VPC with one vSwitch for each zone and purpose (nodes, Pods, ECI, data), planned so that nothing meets and nothing
 * moves, and a NAT gateway as the way out.
 *
 * Creates `alicloud_vpc`, its vSwitches, and with the default `egress` a NAT gateway with two public addresses and a SNAT
 * entry for each vSwitch of nodes, Pods and ECI; with `secondaryCidrs` and `ipv6` what belongs to them. VPC and vSwitches are
 * free; see {@link NatGateway} for the costs of the way out.
 *
 * Import ids: the VPC's id (`vpc-...`), vSwitches by theirs (`vsw-...`), see `adopt`.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class Network extends Construct implements INetwork {
  /** A network that exists already and that something else manages. */
  static fromAttributes(scope: Construct, id: string, attributes: NetworkAttributes): INetwork {
    return new ImportedNetwork(scope, id, attributes);
  }

  readonly resource: Vpc;
  readonly vpcId: string;
  readonly region: string;
  readonly cidrs: readonly string[];
  readonly zones: readonly string[];
  readonly podNetwork: PodNetworkData;
  readonly serviceCidr: string;
  readonly reserved: readonly ReservedRange[];
  readonly ipv6: boolean;
  readonly ipv6Cidr?: string;
  /** Ranges, capacity and warnings: keep its JSON where you keep the program, and pass it as `previousPlan`. */
  readonly plan: CidrPlan;
  /** The vSwitches by what they are for: `nodes/cn-hangzhou-h`. */
  readonly vswitchResources: Readonly<Record<string, Vswitch>>;
  /** The VPC's further ranges, by range. */
  readonly secondaryResources: Readonly<Record<string, VpcIpv4CidrBlock>>;
  /** Absent without IPv6. */
  readonly ipv6Gateway?: VpcIpv6Gateway;
  /** Absent with `Egress.none()`. */
  readonly natGateway?: NatGateway;
  private readonly refs: readonly VswitchRef[];

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, NETWORK_FORMS));
    const p = withDefaults(props, NETWORK_DEFAULTS);
    const cloud = cloudOf(this);
    const { plan, problems } = planNetwork(p, cloud);
    reject(this, problems);
    this.plan = plan!;
    this.region = cloud.region;
    this.cidrs = Object.freeze([this.plan.vpc, ...this.plan.secondary]);
    this.zones = Object.freeze([...p.zones].sort());
    this.podNetwork = this.plan.podNetwork;
    this.serviceCidr = this.plan.serviceCidr;
    this.reserved = this.plan.reserved;
    this.ipv6 = p.ipv6;

    this.resource = this.makeVpc(p);
    this.vpcId = this.resource.id;
    const secondary = addSecondaryCidrs(this, this.resource, this.plan, p);
    this.secondaryResources = secondary;
    const vswitches = this.plan.vswitches.map(
      (planned) => [planned, addVswitch(this, planned, p, { vpc: this.resource, secondary })] as const,
    );
    this.vswitchResources = Object.freeze(Object.fromEntries(vswitches.map(([one, l1]) => [vswitchKey(one), l1])));
    this.refs = Object.freeze(vswitches.map(([planned, vswitch]) => refTo(planned, vswitch)));
    this.ipv6Cidr = p.ipv6 ? this.resource.ipv6CidrBlocks.get(0).ipv6CidrBlock : undefined;
    this.ipv6Gateway = p.ipv6 ? this.makeIpv6Gateway(p) : undefined;
    this.natGateway =
      p.egress.kind === 'nat' ? new NatGateway(this, 'nat', { ...p.egress.options, network: this }) : undefined;
    this.warnAboutPlan();
  }

  get egress(): readonly Dependable[] {
    return egressOf(this);
  }

  get internet(): boolean {
    return this.egress.length > 0;
  }

  vswitches(purpose: Purpose): readonly VswitchRef[] {
    return this.refs.filter((vswitch) => vswitch.purpose === purpose);
  }

  /** The plan as a table with its capacity in words, and as the JSON to keep. */
  describe(options?: DescribeOptions): string {
    return this.plan.describe(options);
  }

  private makeVpc(p: ResolvedNetwork): Vpc {
    const vpc = new Vpc(this, 'Resource', {
      vpcName: p.name ?? physicalName(this, NAME_RULES.network),
      cidrBlock: this.plan.vpc,
      enableIpv6: p.ipv6 ? true : undefined,
      timeouts: SLOW_DELETE,
    });
    adopt(vpc, networkAdoption(p.adopt)?.vpc);
    return vpc;
  }

  private makeIpv6Gateway(p: ResolvedNetwork): VpcIpv6Gateway {
    const gateway = new VpcIpv6Gateway(this, 'ipv6-gateway', {
      vpcId: this.vpcId,
      ipv6GatewayName: physicalName(this, NAME_RULES.network, 'ipv6'),
    });
    adopt(gateway, networkAdoption(p.adopt)?.ipv6Gateway);
    return gateway;
  }

  private warnAboutPlan(): void {
    if (this.zones.length === 1) {
      warn(this, 'zones-few', `zones ${JSON.stringify(this.zones)}: the failure of this zone stops everything`);
    }
    this.plan.warnings.forEach(({ code, what, fix }) => warn(this, code, `${what}: ${fix}`));
  }
}
