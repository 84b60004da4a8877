import { RULES } from '../../src/rules';
import { cloudOf, refused, VPC, VSWITCH } from '../support/cloud';

const OTHER_VSWITCH = ['alicloud_vswitch', 'vsw-b', { vpc_id: 'vpc-b', cidr_block: '10.1.1.0/24' }] as const;
const NAT = [
  'alicloud_nat_gateway',
  'ngw-a',
  { vpc_id: 'vpc-a', vswitch_id: 'vsw-a', snat_table_ids: 'stb-a' },
] as const;
const EIP = ['alicloud_eip_address', 'eip-a', { ip_address: '47.0.0.1' }] as const;
const MANAGED = 'alicloud_cs_managed_kubernetes';

test('every rule has a name of its own and a source', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  expect(RULES.filter(({ source }) => !source.startsWith('https://'))).toEqual([]);
});

describe('vSwitches', () => {
  const create = (cidr_block: string): string[] =>
    refused(cloudOf(VPC, VSWITCH), 'create', 'alicloud_vswitch', { id: 'vsw-new', vpc_id: 'vpc-a', cidr_block });

  test('a free range of the VPC is fine', () => expect(create('10.0.2.0/24')).toEqual([]));
  test('a range outside of the VPC is refused', () =>
    expect(create('10.1.0.0/24')).toEqual(["InvalidCidrBlock: 10.1.0.0/24 is not inside the VPC's 10.0.0.0/16"]));
  test('a range that meets another vSwitch is refused', () =>
    expect(create('10.0.0.0/23')).toEqual(['InvalidCidrBlock.Overlapped: 10.0.0.0/23 meets 10.0.1.0/24 of vsw-a']));
  test('a mask beyond /29 is refused', () =>
    expect(create('10.0.2.0/30')).toEqual(['the mask of a vSwitch is 16 to 29, not 30']));
  test('a secondary range counts', () => {
    const more = [
      'alicloud_vpc_ipv4_cidr_block',
      'x',
      { vpc_id: 'vpc-a', secondary_cidr_block: '10.9.0.0/16' },
    ] as const;
    const values = { id: 'vsw-new', vpc_id: 'vpc-a', cidr_block: '10.9.1.0/24' };
    expect(refused(cloudOf(VPC, more), 'create', 'alicloud_vswitch', values)).toEqual([]);
  });
  test('one with tenants is not deleted', () =>
    expect(refused(cloudOf(VPC, VSWITCH, NAT), 'delete', 'alicloud_vswitch', { id: 'vsw-a' })).toEqual([
      'DependencyViolation: vsw-a still holds nat_gateway ngw-a',
    ]));
});

test('a VPC that still holds vSwitches is not deleted', () => {
  expect(refused(cloudOf(VPC, VSWITCH), 'delete', 'alicloud_vpc', { id: 'vpc-a' })).toEqual([
    'DependencyViolation: vpc-a still holds vswitch vsw-a',
  ]);
  expect(refused(cloudOf(VPC), 'delete', 'alicloud_vpc', { id: 'vpc-a' })).toEqual([]);
});

describe('ways out', () => {
  const nat = (vswitch_id: string | null): string[] =>
    refused(cloudOf(VPC, VSWITCH, OTHER_VSWITCH), 'create', 'alicloud_nat_gateway', { vpc_id: 'vpc-a', vswitch_id });
  test('a NAT gateway without a vSwitch is refused', () =>
    expect(nat(null)).toEqual(['MissingParameter: VSwitchId; a NAT gateway stands in a vSwitch']));
  test('a NAT gateway on a vSwitch of another VPC is refused', () =>
    expect(nat('vsw-b')).toEqual(['vSwitch vsw-b is of vpc-b, the gateway of vpc-a']));

  const entry = { snat_table_id: 'stb-a', snat_ip: '47.0.0.1', source_vswitch_id: 'vsw-a' };
  test('an SNAT entry whose EIP is not associated is refused', () =>
    expect(refused(cloudOf(VPC, VSWITCH, NAT, EIP), 'create', 'alicloud_snat_entry', entry)).toEqual([
      'InvalidIp.NotInNatgw: 47.0.0.1 is not associated with ngw-a',
    ]));
  test('with the association it is fine', () => {
    const association = ['alicloud_eip_association', 'x', { allocation_id: 'eip-a', instance_id: 'ngw-a' }] as const;
    expect(refused(cloudOf(VPC, VSWITCH, NAT, EIP, association), 'create', 'alicloud_snat_entry', entry)).toEqual([]);
  });
});

describe('clusters', () => {
  const cluster = (values: object): string[] =>
    refused(cloudOf(VPC, VSWITCH, OTHER_VSWITCH), 'create', MANAGED, {
      id: 'c-new',
      vswitch_ids: ['vsw-a'],
      ...values,
    });

  test('pods and Services outside of the VPC are fine', () =>
    expect(cluster({ pod_cidr: '172.20.0.0/16', service_cidr: '172.21.0.0/20' })).toEqual([]));
  test("ranges that meet the VPC's are refused", () =>
    expect(cluster({ pod_cidr: '10.0.128.0/17', service_cidr: '172.21.0.0/20' })).toEqual([
      "pod_cidr 10.0.128.0/17 meets the VPC's 10.0.0.0/16",
    ]));
  test('pods and Services do not meet', () =>
    expect(cluster({ pod_cidr: '172.16.0.0/12', service_cidr: '172.21.0.0/20' })).toEqual([
      'service_cidr 172.21.0.0/20 meets pod_cidr 172.16.0.0/12',
    ]));
  test('vSwitches of two VPCs are refused', () =>
    expect(cluster({ pod_vswitch_ids: ['vsw-b'] })).toEqual([
      'vSwitches of different VPCs: vsw-a of vpc-a, vsw-b of vpc-b',
    ]));
  test('two clusters of a VPC have their own pod ranges', () => {
    const first = [MANAGED, 'c-old', { name: 'old', vswitch_ids: ['vsw-a'], pod_cidr: '172.20.0.0/16' }] as const;
    const second = { id: 'c-new', vswitch_ids: ['vsw-a'], pod_cidr: '172.20.128.0/20' };
    expect(refused(cloudOf(VPC, VSWITCH, first), 'create', MANAGED, second)).toEqual([
      'pod_cidr 172.20.128.0/20 meets the pods of cluster old in the same VPC',
    ]);
  });
  test('fewer addresses than nodes are refused, other pools counted', () => {
    const pool = (desired_size: string): string[] => {
      const other = ['alicloud_cs_kubernetes_node_pool', 'p', { vswitch_ids: ['vsw-a'], desired_size: '200' }] as const;
      return refused(cloudOf(VPC, VSWITCH, other), 'create', 'alicloud_cs_kubernetes_node_pool', {
        id: 'q',
        vswitch_ids: ['vsw-a'],
        desired_size,
      });
    };
    expect(pool('52')).toEqual([]);
    expect(pool('53')).toEqual(['253 nodes on vSwitches with 252 addresses']);
  });
  test('a protected one is not destroyed', () => {
    const destroy = (deletion_protection: boolean): string[] =>
      refused(cloudOf(), 'delete', MANAGED, { id: 'c-a', deletion_protection });
    expect(destroy(true)).toEqual([
      'OperationDenied.DeletionProtection: cs_managed_kubernetes c-a is protected (deletion_protection)',
    ]);
    expect(destroy(false)).toEqual([]);
  });
});

test('what is referenced by a simulated id must exist', () => {
  const id = 'vsw-rh0000000000000000001';
  expect(refused(cloudOf(VPC, VSWITCH), 'create', 'alicloud_slb_load_balancer', { vswitch_id: id })).toEqual([
    `NotFound: vswitch_id ${id} does not exist`,
  ]);
  expect(refused(cloudOf(VPC, VSWITCH), 'create', 'alicloud_slb_load_balancer', { vswitch_id: 'vsw-real' })).toEqual(
    [],
  );
});
