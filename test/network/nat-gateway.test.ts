import { rolesNeeded } from '../../lib/core/roles';
import { Bandwidth } from '../../lib/network/bandwidth';
import { Egress } from '../../lib/network/egress';
import { NatGateway } from '../../lib/network/nat-gateway';
import { NAT_GATEWAY_DEFAULTS, type NatOptions } from '../../lib/network/nat-gateway-props';
import { Network } from '../../lib/network/network';
import type { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];

const wayOut = (options: NatOptions = {}, cloud = aCloud()) => {
  new Network(cloud, 'network', { zones, egress: Egress.nat(options) });
  return synthesized(cloud);
};

const existing = (cloud: CloudStack, region = 'cn-hangzhou') =>
  Network.fromAttributes(cloud, 'network', {
    vpcId: 'vpc-bp1',
    region,
    cidrs: ['10.0.0.0/16'],
    vswitches: [
      { vswitchId: 'vsw-bp1', zone: `${region}-i`, purpose: 'nodes', cidr: '10.0.0.0/20' },
      { vswitchId: 'vsw-bp2', zone: `${region}-h`, purpose: 'nodes', cidr: '10.0.16.0/20' },
      { vswitchId: 'vsw-bp3', zone: `${region}-h`, purpose: 'data', cidr: '10.0.32.0/20' },
    ],
  });

test('an enhanced gateway in a vSwitch for nodes, paid by what it does (mistake 3)', () => {
  const { attributes } = resourceOf(wayOut(), 'alicloud_nat_gateway');
  expect(attributes).toEqual({
    nat_gateway_name: 'shop-network-nat',
    nat_type: 'Enhanced',
    network_type: 'internet',
    payment_type: 'PayAsYouGo',
    internet_charge_type: 'PayByLcu',
    eip_bind_mode: 'MULTI_BINDED',
    deletion_protection: true,
    vpc_id: expect.stringContaining('alicloud_vpc.'),
    vswitch_id: expect.stringContaining('vswitch-nodes-cn-hangzhou-h'),
    lifecycle: { ignore_changes: ['vswitch_id'] },
  });
});

test('two public addresses, paid by what they send: 100 Mbit/s each, and not the provider’s 5 by the hour', () => {
  const addresses = resourcesOf(wayOut(), 'alicloud_eip_address').map(({ attributes }) => attributes);
  expect(addresses).toHaveLength(NAT_GATEWAY_DEFAULTS.addresses);
  expect(addresses[0]).toEqual({
    address_name: 'shop-network-nat-address-1',
    payment_type: 'PayAsYouGo',
    internet_charge_type: 'PayByTraffic',
    bandwidth: '100',
    deletion_protection: true,
  });
});

test('addresses are bound as those of a NAT gateway, not of an ECS instance (mistake 3)', () => {
  const associations = resourcesOf(wayOut(), 'alicloud_eip_association').map(({ attributes }) => attributes);
  expect(associations).toHaveLength(2);
  associations.forEach((one) => {
    expect(Object.keys(one).sort()).toEqual(['allocation_id', 'instance_id', 'instance_type']);
    expect(one.instance_type).toBe('Nat');
  });
});

test('every SNAT entry waits for every address to be bound, and goes before any is unbound (mistake 4)', () => {
  const json = wayOut({ addresses: 3 });
  const associations = resourcesOf(json, 'alicloud_eip_association').map(({ address }) => address);
  const entries = resourcesOf(json, 'alicloud_snat_entry');
  expect(entries).toHaveLength(6);
  entries.forEach(({ attributes }) => {
    expect([...attributes.depends_on].sort()).toEqual(associations);
    expect(attributes.snat_ip.split(',')).toHaveLength(3);
    expect(attributes).not.toHaveProperty('source_cidr');
    expect(attributes.snat_table_id).toMatch(/^\$\{alicloud_nat_gateway\..*\.snat_table_ids\}$/);
  });
});

test('vSwitches of nodes, Pods and ECI get a way out; those of databases do not, unless named', () => {
  const purposes = (options?: NatOptions) =>
    resourcesOf(wayOut(options), 'alicloud_snat_entry').map(
      ({ attributes }) => /vswitch-([a-z]+)-/.exec(attributes.source_vswitch_id)![1],
    );
  expect(purposes()).toEqual(['eci', 'eci', 'nodes', 'nodes', 'pods', 'pods']);
  expect(purposes({ purposes: ['data'] })).toEqual(['data', 'data']);
});

test('in a sandbox gateway, addresses and shared bandwidth can be deleted', () => {
  const json = wayOut({ bandwidth: Bandwidth.shared(200) }, aCloud({ protection: 'sandbox' }));
  const deletable = ['alicloud_nat_gateway', 'alicloud_eip_address', 'alicloud_common_bandwidth_package'].flatMap(
    (type) => resourcesOf(json, type).map(({ attributes }) => attributes.deletion_protection),
  );
  expect(deletable).toEqual([false, false, false, false]);
});

describe('shared bandwidth', () => {
  const json = wayOut({ bandwidth: Bandwidth.shared(200) });

  test('one package for all addresses, paid by bandwidth', () => {
    expect(resourceOf(json, 'alicloud_common_bandwidth_package').attributes).toEqual({
      bandwidth_package_name: 'shop-network-nat-shared',
      internet_charge_type: 'PayByBandwidth',
      bandwidth: '200',
      deletion_protection: true,
    });
  });

  test('what the package takes over of an address is left to it, so no plan wants it back', () => {
    resourcesOf(json, 'alicloud_eip_address').forEach(({ attributes }) =>
      expect(attributes.lifecycle).toEqual({ ignore_changes: ['bandwidth', 'internet_charge_type'] }),
    );
    expect(resourcesOf(wayOut(), 'alicloud_eip_address')[0]!.attributes).not.toHaveProperty('lifecycle');
  });

  test('an address joins the package after it is bound and leaves it before it is unbound', () => {
    const joined = resourcesOf(json, 'alicloud_common_bandwidth_package_attachment').map(
      ({ attributes }) => attributes,
    );
    expect(
      joined.map(({ instance_id, depends_on }) => [/address-(\d)/.exec(instance_id)![1], depends_on.length]),
    ).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect(joined[1]!.depends_on[0]).toContain('association-2');
  });
});

test('by bandwidth on the China site, each address has a width of its own', () => {
  const json = wayOut({ bandwidth: Bandwidth.byBandwidth(20) });
  expect(resourcesOf(json, 'alicloud_eip_address')[1]!.attributes).toMatchObject({
    internet_charge_type: 'PayByBandwidth',
    bandwidth: '20',
  });
});

test('the account needs the service-linked role of NAT gateways', () => {
  const cloud = aCloud();
  wayOut({}, cloud);
  expect(rolesNeeded(cloud).map(({ name, kind }) => [name, kind])).toEqual([
    ['nat.aliyuncs.com', 'service-linked-role'],
  ]);
});

describe('in a network that exists already', () => {
  test('creates the gateway, its addresses and entries, and no vSwitch', () => {
    const cloud = aCloud();
    const network = existing(cloud);
    new NatGateway(cloud, 'out', { network });
    expect(billOf(cloud)).toEqual([
      'alicloud_eip_address x2',
      'alicloud_eip_association x2',
      'alicloud_nat_gateway x1',
      'alicloud_snat_entry x2',
    ]);
    expect(resourceOf(cloud, 'alicloud_nat_gateway').attributes).toMatchObject({
      vpc_id: 'vpc-bp1',
      vswitch_id: 'vsw-bp2',
    });
    expect(network).toMatchObject({ internet: true });
    expect(network.egress).toHaveLength(2);
  });

  test('no network at all is refused', () => {
    const props = { network: undefined as never };
    expect(problemsOf(() => new NatGateway(aCloud(), 'out', props))).toEqual([
      expect.objectContaining({ code: 'value-missing', path: 'shop/out' }),
    ]);
  });

  test('a network of another region is refused', () => {
    const cloud = aCloud();
    const network = existing(cloud, 'cn-beijing');
    expect(problemsOf(() => new NatGateway(cloud, 'out', { network }))).toEqual([
      expect.objectContaining({ code: 'network-region', path: 'shop/out', value: 'cn-beijing' }),
    ]);
  });
});

test.each<[string, NatOptions, object]>([
  ['21 addresses', { addresses: 21 }, { code: 'number-invalid', value: 21 }],
  ['half an address', { addresses: 1.5 }, { code: 'number-invalid', value: 1.5 }],
  ['no purpose', { purposes: [] }, { code: 'list-empty' }],
  ['an unknown purpose', { purposes: ['node' as never] }, { code: 'choice-invalid', value: 'node' }],
  ['a bandwidth that is no Bandwidth', { bandwidth: 100 as never }, { code: 'choice-invalid', value: 100 }],
  [
    'more addresses to adopt than are made',
    { adopt: { natGateway: 'ngw-bp1', addresses: ['eip-a', 'eip-b', 'eip-c'] } },
    { code: 'adopt-unknown', value: 3 },
  ],
  [
    'an entry to adopt for a vSwitch without one',
    { adopt: { natGateway: 'ngw-bp1', snat: { 'data/cn-hangzhou-h': 'stb-1:snat-1' } } },
    { code: 'adopt-unknown' },
  ],
])('%s is refused', (_title, options, expected) => {
  const cloud = aCloud();
  const network = existing(cloud);
  expect(problemsOf(() => new NatGateway(cloud, 'out', { network, ...options }))).toEqual([
    expect.objectContaining({ path: 'shop/out', ...expected }),
  ]);
});
