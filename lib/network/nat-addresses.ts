import { CommonBandwidthPackage } from '@cdktf/provider-alicloud/lib/common-bandwidth-package';
import { CommonBandwidthPackageAttachment } from '@cdktf/provider-alicloud/lib/common-bandwidth-package-attachment';
import { EipAddress } from '@cdktf/provider-alicloud/lib/eip-address';
import { EipAssociation } from '@cdktf/provider-alicloud/lib/eip-association';
import type { NatGateway as NatGatewayL1 } from '@cdktf/provider-alicloud/lib/nat-gateway';
import type { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import { NAME_RULES, physicalName } from '../core/names';
import { natAdoption, NAT_GATEWAY_DEFAULTS, type ResolvedNat } from './nat-gateway-props';

/** Public addresses bound to a NAT gateway. */
export interface NatAddresses {
  readonly addresses: readonly EipAddress[];
  readonly associations: readonly EipAssociation[];
  readonly sharedBandwidth?: CommonBandwidthPackage;
}

/** Creates the addresses of a gateway, binds them to it, and puts them into a shared bandwidth when there is one. */
export function bindAddresses(scope: Construct, gateway: NatGatewayL1, p: ResolvedNat): NatAddresses {
  const adopted = natAdoption(p.adopt);
  const numbers = Array.from({ length: p.addresses }, (_, index) => index + 1);
  const addresses = numbers.map((number) => address(scope, number, p, adopted?.addresses?.[number - 1]));
  const associations = addresses.map((eip, index) => {
    const association = new EipAssociation(scope, `association-${index + 1}`, {
      allocationId: eip.id,
      instanceId: gateway.id,
      // The provider would take an ECS instance otherwise.
      instanceType: 'Nat',
    });
    const id = adopted?.addresses?.[index];
    adopt(association, id && `${id}:${adopted!.natGateway}`);
    return association;
  });
  if (p.bandwidth.kind !== 'shared') {
    return { addresses, associations };
  }
  return { addresses, associations, sharedBandwidth: share(scope, addresses, associations, p.bandwidth.mbps) };
}

function address(scope: Construct, number: number, { bandwidth }: ResolvedNat, adopted?: string): EipAddress {
  const shared = bandwidth.kind === 'shared';
  const eip = new EipAddress(scope, `address-${number}`, {
    addressName: physicalName(scope, NAME_RULES.network, `address-${number}`),
    paymentType: 'PayAsYouGo',
    internetChargeType: bandwidth.kind === 'bandwidth' ? 'PayByBandwidth' : 'PayByTraffic',
    bandwidth: String(shared ? NAT_GATEWAY_DEFAULTS.bandwidth.mbps : bandwidth.mbps),
    deletionProtection: cloudOf(scope).protection === 'production',
    // A shared bandwidth takes both over; without this every plan would want them back.
    lifecycle: shared ? { ignoreChanges: ['bandwidth', 'internet_charge_type'] } : undefined,
  });
  adopt(eip, adopted);
  return eip;
}

function share(
  scope: Construct,
  addresses: readonly EipAddress[],
  associations: readonly EipAssociation[],
  mbps: number,
): CommonBandwidthPackage {
  const shared = new CommonBandwidthPackage(scope, 'shared-bandwidth', {
    bandwidthPackageName: physicalName(scope, NAME_RULES.network, 'shared'),
    internetChargeType: 'PayByBandwidth',
    bandwidth: String(mbps),
    deletionProtection: cloudOf(scope).protection === 'production',
  });
  addresses.forEach((eip, index) => {
    new CommonBandwidthPackageAttachment(scope, `shared-bandwidth-${index + 1}`, {
      bandwidthPackageId: shared.id,
      instanceId: eip.id,
      // One change of an address at a time: bound first, shared then; the other way round on destroy.
      dependsOn: [associations[index]!],
    });
  });
  return shared;
}
