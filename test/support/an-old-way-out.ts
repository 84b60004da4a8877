import { EipAddress } from '@cdktf/provider-alicloud/lib/eip-address';
import { EipAssociation } from '@cdktf/provider-alicloud/lib/eip-association';
import { NatGateway } from '@cdktf/provider-alicloud/lib/nat-gateway';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { SnatEntry } from '@cdktf/provider-alicloud/lib/snat-entry';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { TerraformStack, type App } from 'cdktf';
import type { SimulatedCloud } from './simulated-cloud';

/** A VPC with two vSwitches that leave through one gateway with one address, as somebody clicked it together. */
export function aWayOut(app: App): void {
  const stack = new TerraformStack(app, 'console');
  new AlicloudProvider(stack, 'alicloud', { region: 'cn-hangzhou' });
  const vpc = new Vpc(stack, 'vpc', { vpcName: 'legacy', cidrBlock: '192.168.0.0/16' });
  const vswitches = ['h', 'i'].map(
    (zone, index) =>
      new Vswitch(stack, zone, {
        vpcId: vpc.id,
        vswitchName: `legacy-${zone}`,
        zoneId: `cn-hangzhou-${zone}`,
        cidrBlock: `192.168.${index + 1}.0/24`,
      }),
  );
  const gateway = new NatGateway(stack, 'nat', {
    vpcId: vpc.id,
    vswitchId: vswitches[0]!.id,
    natGatewayName: 'legacy-nat',
    natType: 'Enhanced',
    paymentType: 'PayAsYouGo',
    internetChargeType: 'PayByLcu',
  });
  const address = new EipAddress(stack, 'address', {
    addressName: 'legacy',
    bandwidth: '100',
    internetChargeType: 'PayByTraffic',
    paymentType: 'PayAsYouGo',
  });
  const bound = new EipAssociation(stack, 'bound', {
    allocationId: address.id,
    instanceId: gateway.id,
    instanceType: 'Nat',
  });
  vswitches.forEach(
    ({ id }, index) =>
      new SnatEntry(stack, `entry-${index}`, {
        snatTableId: gateway.snatTableIds,
        sourceVswitchId: id,
        snatIp: address.ipAddress,
        dependsOn: [bound],
      }),
  );
}

/** The ids of the document, and those of the cloud. */
export async function wayOutIds(cloud: SimulatedCloud): Promise<readonly (readonly [string, string])[]> {
  const [vpc, gateway, address] = await Promise.all(
    ['alicloud_vpc', 'alicloud_nat_gateway', 'alicloud_eip_address'].map((type) => cloud.idOf(type)),
  );
  const vswitches = await cloud.things('alicloud_vswitch');
  const entries = await cloud.things('alicloud_snat_entry');
  const ofZone = ['h', 'i'].flatMap((zone) => {
    const { id } = vswitches.find(({ values }) => values.vswitch_name === `legacy-${zone}`)!;
    const entry = entries.find(({ values }) => values.source_vswitch_id === id)!;
    return [
      [`vsw-bp1legacy${zone}`, id],
      [`stb-bp1legacy:snat-bp1legacy${zone}`, entry.id],
    ] as const;
  });
  return [['vpc-bp1legacy', vpc!], ['ngw-bp1legacy', gateway!], ['eip-bp1legacy', address!], ...ofZone];
}
