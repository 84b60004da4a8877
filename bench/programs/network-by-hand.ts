/** A network over three zones written by hand with L1 classes: ranges for four purposes, and a way out. */
import { EipAddress } from '@cdktf/provider-alicloud/lib/eip-address';
import { EipAssociation } from '@cdktf/provider-alicloud/lib/eip-association';
import { NatGateway } from '@cdktf/provider-alicloud/lib/nat-gateway';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { SnatEntry } from '@cdktf/provider-alicloud/lib/snat-entry';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { type App, LocalBackend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

export const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
export const RANGES: Record<string, Record<string, string>> = {
  nodes: { 'cn-hangzhou-h': '10.0.206.0/24', 'cn-hangzhou-i': '10.0.208.0/24', 'cn-hangzhou-j': '10.0.210.0/24' },
  pods: { 'cn-hangzhou-h': '10.0.56.0/22', 'cn-hangzhou-i': '10.0.64.0/22', 'cn-hangzhou-j': '10.0.72.0/22' },
  eci: { 'cn-hangzhou-h': '10.0.156.0/23', 'cn-hangzhou-i': '10.0.160.0/23', 'cn-hangzhou-j': '10.0.164.0/23' },
  data: { 'cn-hangzhou-h': '10.0.231.0/25', 'cn-hangzhou-i': '10.0.232.0/25', 'cn-hangzhou-j': '10.0.233.0/25' },
};

/** Ranges of the vSwitches for some purposes. */
export function rangesOf(...purposes: readonly string[]): string[] {
  return purposes.flatMap((purpose) => Object.values(RANGES[purpose]!));
}

/** A stack of cloud resources. */
export function cloudStack(app: App, id: string): TerraformStack {
  const made = new TerraformStack(app, id);
  new AlicloudProvider(made, 'alicloud', { region: 'cn-hangzhou' });
  new RandomProvider(made, 'random');
  new LocalBackend(made, { path: `../../../terraform.${id}.tfstate` });
  return made;
}

/** What others need of a network. */
export interface Net {
  readonly vpc: Vpc;
  readonly vswitches: Readonly<Record<string, readonly Vswitch[]>>;
  /** What lets everything out: nodes wait for it. */
  readonly egress: SnatEntry[];
}

export function network(scope: Construct, name: string, purposes: readonly string[] = Object.keys(RANGES)): Net {
  const vpc = new Vpc(scope, 'vpc', {
    cidrBlock: '10.0.0.0/16',
    vpcName: `${name}-network`,
    timeouts: { delete: '15m' },
  });
  const vswitches: Record<string, Vswitch[]> = {};
  for (const purpose of purposes) {
    vswitches[purpose] = ZONES.map(
      (zone) =>
        new Vswitch(scope, `vswitch-${purpose}-${zone}`, {
          vpcId: vpc.id,
          vswitchName: `${name}-network-${purpose}-${zone}`,
          zoneId: zone,
          cidrBlock: RANGES[purpose]![zone]!,
          timeouts: { delete: '15m' },
        }),
    );
  }
  const nat = new NatGateway(scope, 'nat', {
    natGatewayName: `${name}-network-nat`,
    vpcId: vpc.id,
    vswitchId: vswitches.nodes![0]!.id,
    natType: 'Enhanced',
    networkType: 'internet',
    paymentType: 'PayAsYouGo',
    internetChargeType: 'PayByLcu',
    eipBindMode: 'MULTI_BINDED',
    deletionProtection: true,
    lifecycle: { ignoreChanges: ['vswitch_id'] },
  });
  const addresses = [1, 2].map(
    (n) =>
      new EipAddress(scope, `address-${n}`, {
        addressName: `${name}-network-nat-address-${n}`,
        paymentType: 'PayAsYouGo',
        internetChargeType: 'PayByTraffic',
        bandwidth: '100',
        deletionProtection: true,
      }),
  );
  const associations = addresses.map(
    (address, index) =>
      new EipAssociation(scope, `association-${index + 1}`, {
        allocationId: address.id,
        instanceId: nat.id,
        instanceType: 'Nat',
      }),
  );
  const outward = purposes.filter((purpose) => purpose !== 'data');
  const egress = outward.flatMap((purpose) =>
    vswitches[purpose]!.map(
      (vswitch, index) =>
        new SnatEntry(scope, `snat-${purpose}-${ZONES[index]}`, {
          snatEntryName: `${name}-network-nat-${purpose}-${ZONES[index]}`,
          snatTableId: nat.snatTableIds,
          snatIp: addresses.map((address) => address.ipAddress).join(','),
          sourceVswitchId: vswitch.id,
          dependsOn: associations,
        }),
    ),
  );
  return { vpc, vswitches, egress };
}
