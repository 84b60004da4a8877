import type { CommonBandwidthPackage } from '@cdktf/provider-alicloud/lib/common-bandwidth-package';
import type { EipAddress } from '@cdktf/provider-alicloud/lib/eip-address';
import type { EipAssociation } from '@cdktf/provider-alicloud/lib/eip-association';
import { NatGateway as NatGatewayL1 } from '@cdktf/provider-alicloud/lib/nat-gateway';
import { SnatEntry } from '@cdktf/provider-alicloud/lib/snat-entry';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import { addEgress, PURPOSES, type INetwork, type VswitchRef } from '../core/network';
import { needRoles } from '../core/roles';
import { regionMismatch } from './in-region';
import { bindAddresses } from './nat-addresses';
import { homeOf, markServed, natProblems } from './nat-gateway-problems';
import { NAT_GATEWAY_FORMS } from './network-forms';
import { natAdoption, NAT_GATEWAY_DEFAULTS, type NatGatewayProps, type ResolvedNat } from './nat-gateway-props';
import { vswitchKey, vswitchSlug, withOrdinals, type VswitchKeyParts } from './vswitch-keys';

type Placed = VswitchRef & VswitchKeyParts;

/**
 * An enhanced NAT gateway: the way out to the internet for vSwitches, without a way in. A `Network` makes one by itself;
 * use this for a network of yours.
 *
 * Creates the gateway, its public addresses, and one SNAT entry for each vSwitch. The cloud adds a default route to the
 * VPC's system route table. The gateway costs by the hour and by what passes through it (LCU), each address by the hour
 * and by what it sends. Entries wait for every address to be bound and go before they are unbound. With `protection:
 * 'production'` gateway and addresses refuse to be deleted.
 *
 * Create it before the clusters of the network, which wait for the entries that are there.
 *
 * Import id: the gateway's id (`ngw-...`); see `adopt` for addresses and entries.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class NatGateway extends Construct {
  readonly resource: NatGatewayL1;
  readonly natGatewayId: string;
  readonly addresses: readonly EipAddress[];
  readonly associations: readonly EipAssociation[];
  readonly snatEntries: readonly SnatEntry[];
  /** Absent unless the addresses share one bandwidth. */
  readonly sharedBandwidth?: CommonBandwidthPackage;
  /** The public addresses themselves, which only Terraform knows: what partners put on their lists. */
  readonly ipAddresses: readonly string[];

  constructor(scope: Construct, id: string, props: NatGatewayProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, NAT_GATEWAY_FORMS));
    const p = withDefaults(props, NAT_GATEWAY_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, regionMismatch(p.network, cloud));
    const vswitches = placedIn(p.network);
    reject(this, natProblems(p, vswitches, cloud, p.network));

    this.resource = new NatGatewayL1(this, 'Resource', {
      natGatewayName: p.name ?? physicalName(this, NAME_RULES.network),
      vpcId: p.network.vpcId,
      vswitchId: homeOf(p.zone, vswitches)!.vswitchId,
      natType: 'Enhanced',
      networkType: 'internet',
      paymentType: 'PayAsYouGo',
      internetChargeType: 'PayByLcu',
      eipBindMode: 'MULTI_BINDED',
      deletionProtection: cloud.protection === 'production',
      // A gateway cannot move; a zone that sorts before the first one changes nothing.
      lifecycle: { ignoreChanges: ['vswitch_id'] },
    });
    adopt(this.resource, natAdoption(p.adopt)?.natGateway);
    this.natGatewayId = this.resource.id;
    const bound = bindAddresses(this, this.resource, p);
    this.addresses = bound.addresses;
    this.associations = bound.associations;
    this.sharedBandwidth = bound.sharedBandwidth;
    this.ipAddresses = this.addresses.map((eip) => eip.ipAddress);
    this.snatEntries = vswitches.filter((one) => p.purposes.includes(one.purpose)).map((one) => this.serve(one, p));
    markServed(p.network, vswitches.filter((one) => p.purposes.includes(one.purpose)).map(vswitchKey));
    addEgress(p.network, this.snatEntries);
    needRoles(this, [NAT_ROLE]);
  }

  private serve(vswitch: Placed, p: ResolvedNat): SnatEntry {
    const slug = vswitchSlug(vswitch);
    const entry = new SnatEntry(this, `snat-${slug}`, {
      snatEntryName: physicalName(this, NAME_RULES.network, slug),
      snatTableId: this.resource.snatTableIds,
      snatIp: this.ipAddresses.join(','),
      sourceVswitchId: vswitch.vswitchId,
      // Created once every address is bound, destroyed before any is unbound.
      dependsOn: [...this.associations],
    });
    adopt(entry, natAdoption(p.adopt)?.snat?.[vswitchKey(vswitch)]);
    return entry;
  }
}

/** Made by the cloud with an account's first gateway, if the caller may; otherwise by `AccountSetup`. */
const NAT_ROLE = Object.freeze({
  name: 'nat.aliyuncs.com',
  kind: 'service-linked-role' as const,
  why: 'NAT gateways place their network interface in your vSwitch with it',
});

function placedIn(network: INetwork): readonly Placed[] {
  return withOrdinals(PURPOSES.flatMap((purpose) => network.vswitches(purpose)));
}
