import type { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { VpcIpv4CidrBlock } from '@cdktf/provider-alicloud/lib/vpc-ipv4-cidr-block';
import { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import type { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { NAME_RULES, physicalName } from '../core/names';
import type { VswitchRef } from '../core/network';
import { adoptedVswitches } from './adopted-vswitches';
import { cidr, contains } from './cidr';
import type { CidrPlan, PlannedVswitch } from './cidr-plan-data';
import { networkAdoption, type ResolvedNetwork } from './network-props';
import { ipv6Index, vswitchKey, vswitchSlug } from './vswitch-keys';

/** Minutes that network interfaces of Pods and balancers may take to go after their owner; the provider gives up sooner. */
export const SLOW_DELETE = Object.freeze({ delete: '15m' });

/** The secondary ranges of a VPC, by range. */
export function addSecondaryCidrs(
  scope: Construct,
  vpc: Vpc,
  plan: CidrPlan,
  p: ResolvedNetwork,
): Readonly<Record<string, VpcIpv4CidrBlock>> {
  const adopted = networkAdoption(p.adopt);
  const entries = plan.secondary.map((range) => {
    const block = new VpcIpv4CidrBlock(scope, `secondary-${range.replace(/\W/g, '-')}`, {
      vpcId: vpc.id,
      secondaryCidrBlock: range,
    });
    adopt(block, adopted?.secondaryCidrs?.includes(range) ? `${adopted.vpc}:${range}` : undefined);
    return [range, block] as const;
  });
  return Object.freeze(Object.fromEntries(entries));
}

/** One vSwitch of the plan, in the VPC's first range or one of the secondary ones. */
export function addVswitch(
  scope: Construct,
  planned: PlannedVswitch,
  p: ResolvedNetwork,
  into: { readonly vpc: Vpc; readonly secondary: Readonly<Record<string, VpcIpv4CidrBlock>> },
): Vswitch {
  const slug = vswitchSlug(planned);
  const block = Object.entries(into.secondary).find(([range]) => contains(cidr(range), cidr(planned.cidr)))?.[1];
  const adopted = adoptedVswitches(networkAdoption(p.adopt)?.vswitches)[vswitchKey(planned)];
  const vswitch = new Vswitch(scope, `vswitch-${slug}`, {
    vswitchName: adopted?.name ?? physicalName(scope, NAME_RULES.network, slug),
    vpcId: into.vpc.id,
    zoneId: planned.zone,
    cidrBlock: planned.cidr,
    enableIpv6: p.ipv6 ? true : undefined,
    ipv6CidrBlockMask: p.ipv6 ? ipv6Index(planned) : undefined,
    timeouts: SLOW_DELETE,
    // The range must be there before the vSwitch, and go after it.
    dependsOn: block ? [block] : undefined,
  });
  adopt(vswitch, adopted?.id);
  return vswitch;
}

/** A planned vSwitch as others refer to it. */
export function refTo({ zone, purpose, cidr: range }: PlannedVswitch, vswitch: Vswitch): VswitchRef {
  return Object.freeze({ vswitchId: vswitch.id, zone, purpose, cidr: range });
}
