import { PvtzZone } from '@cdktf/provider-alicloud/lib/pvtz-zone';
import type { NetworkProps } from '../../lib/network/network-props';
import { Egress } from '../../lib/network/egress';
import { Network } from '../../lib/network/network';
import { PodNetwork } from '../../lib/network/pod-network';
import { PURPOSES } from '../../lib/core/network';
import { ipv6Index } from '../../lib/network/vswitch-keys';
import { warningsIn } from '../../lib/core/warnings';
import { billOf, resourceOf, resourcesOf, synthesized, type TerraformJson } from '../../lib/testing';
import { aCloud } from '../support/cloud';

const H = 'cn-hangzhou-h';
const I = 'cn-hangzhou-i';
const J = 'cn-hangzhou-j';

const networkIn = (props: Partial<NetworkProps> = {}, cloud = aCloud()) => {
  const network = new Network(cloud, 'network', { zones: [H, I], ...props });
  return { network, cloud, json: synthesized(cloud) };
};

const flat = (json: TerraformJson) =>
  Object.fromEntries(
    Object.entries(json.resource ?? {}).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, attributes]) => [`${type}.${name}`, JSON.stringify(attributes)]),
    ),
  );

describe('what a network is made of', () => {
  test('two zones: a VPC, a vSwitch for each zone and purpose, one NAT gateway with two addresses', () => {
    expect(billOf(networkIn().cloud)).toEqual([
      'alicloud_eip_address x2',
      'alicloud_eip_association x2',
      'alicloud_nat_gateway x1',
      'alicloud_snat_entry x6',
      'alicloud_vpc x1',
      'alicloud_vswitch x8',
    ]);
  });

  test('without a way out, a VPC and its vSwitches only', () => {
    expect(billOf(networkIn({ egress: Egress.none() }).cloud)).toEqual(['alicloud_vpc x1', 'alicloud_vswitch x8']);
  });

  test('with Flannel there are no vSwitches for Pods', () => {
    const { json } = networkIn({ podNetwork: PodNetwork.flannel() });
    expect(resourcesOf(json, 'alicloud_vswitch')).toHaveLength(6);
    expect(JSON.stringify(json)).not.toContain('pods');
  });

  test('only the named purposes get vSwitches', () => {
    const { json } = networkIn({ purposes: ['nodes', 'data'] });
    expect(resourcesOf(json, 'alicloud_vswitch').map(({ attributes }) => attributes.vswitch_name)).toEqual([
      'shop-network-data-cn-hangzhou-h',
      'shop-network-data-cn-hangzhou-i',
      'shop-network-nodes-cn-hangzhou-h',
      'shop-network-nodes-cn-hangzhou-i',
    ]);
  });
});

describe('VPC and vSwitches', () => {
  test('the VPC is named after stack and path and waits 15 minutes for interfaces to go (mistake 15)', () => {
    const { attributes, address } = resourceOf(networkIn().json, 'alicloud_vpc');
    expect(address).toBe('alicloud_vpc.network_39EEAA36');
    expect(attributes).toEqual({ cidr_block: '10.0.0.0/16', vpc_name: 'shop-network', timeouts: { delete: '15m' } });
  });

  test('each vSwitch has zone_id, vpc_id and cidr_block, none of the deprecated twins, and a slow delete', () => {
    const { json } = networkIn();
    const vswitches = resourcesOf(json, 'alicloud_vswitch');
    vswitches.forEach(({ attributes }) =>
      expect(Object.keys(attributes).sort()).toEqual(['cidr_block', 'timeouts', 'vpc_id', 'vswitch_name', 'zone_id']),
    );
    expect(vswitches.map(({ attributes }) => attributes.timeouts)).toEqual(Array(8).fill({ delete: '15m' }));
    expect(resourceOf(json, 'alicloud_vswitch', { vswitch_name: `shop-network-pods-${H}` }).attributes).toMatchObject({
      vpc_id: '${alicloud_vpc.network_39EEAA36.id}',
      zone_id: H,
      cidr_block: '10.0.56.0/22',
    });
  });

  test('the address of a vSwitch holds its purpose and zone, and no position', () => {
    const addresses = resourcesOf(networkIn({ purposes: ['nodes'] }).json, 'alicloud_vswitch').map(
      (one) => one.address,
    );
    expect(addresses).toEqual([
      expect.stringMatching(/^alicloud_vswitch\.network_vswitch-nodes-cn-hangzhou-h_[0-9A-F]{8}$/),
      expect.stringMatching(/^alicloud_vswitch\.network_vswitch-nodes-cn-hangzhou-i_[0-9A-F]{8}$/),
    ]);
  });

  test('more addresses than a vSwitch holds add a second one beside the first', () => {
    const { json } = networkIn({ purposes: ['nodes'], perZone: { nodes: 300 } });
    const second = resourceOf(json, 'alicloud_vswitch', { vswitch_name: `shop-network-nodes-${H}-2` });
    expect(second.address).toContain('vswitch-nodes-cn-hangzhou-h-2_');
    expect(second.attributes.cidr_block).toBe('10.0.207.0/24');
  });

  test('a name of yours is the VPC’s alone', () => {
    const { json } = networkIn({ name: 'prod' });
    expect(resourceOf(json, 'alicloud_vpc').attributes.vpc_name).toBe('prod');
    expect(resourcesOf(json, 'alicloud_vswitch')[0]!.attributes.vswitch_name).toMatch(/^shop-network-/);
  });

  test('vSwitches of a secondary range wait for it, so create and destroy do not race; the others do not', () => {
    const { json } = networkIn({ purposes: ['nodes'], perZone: { nodes: 700 }, secondaryCidrs: ['10.1.0.0/16'] });
    const block = resourceOf(json, 'alicloud_vpc_ipv4_cidr_block');
    expect(block.attributes).toEqual({
      secondary_cidr_block: '10.1.0.0/16',
      vpc_id: '${alicloud_vpc.network_39EEAA36.id}',
    });
    const waiting = resourcesOf(json, 'alicloud_vswitch').filter(({ attributes }) => attributes.depends_on);
    expect(waiting.map(({ attributes }) => attributes.cidr_block)).toEqual(['10.1.206.0/24', '10.1.208.0/24']);
    waiting.forEach(({ attributes }) => expect(attributes.depends_on).toEqual([block.address]));
    expect(resourceOf(json, 'alicloud_vpc').attributes).not.toHaveProperty('secondary_cidr_blocks');
  });
});

describe('zones come and go', () => {
  const before = flat(networkIn().json);

  test('a third zone adds its vSwitches and SNAT entries, and leaves every other resource as it is, byte by byte', () => {
    const after = flat(networkIn({ zones: [H, I, J] }).json);
    expect(after).toMatchObject(before);
    const added = Object.keys(after).filter((address) => !(address in before));
    expect(added).toHaveLength(7);
    added.forEach((address) => expect(address).toContain(J));
  });

  test('the order of zones changes nothing', () => {
    expect(flat(networkIn({ zones: [I, H] }).json)).toEqual(before);
  });

  test('removing a zone that is not the first removes its resources and touches no other', () => {
    const three = flat(networkIn({ zones: [H, I, J] }).json);
    const left = Object.entries(three).filter(([address]) => !address.includes(I));
    expect(flat(networkIn({ zones: [H, J] }).json)).toEqual(Object.fromEntries(left));
  });

  test('a zone that sorts before the first: the NAT gateway stays where it is, since it cannot move', () => {
    const nat = resourceOf(networkIn({ zones: ['cn-hangzhou-b', H, I] }).json, 'alicloud_nat_gateway').attributes;
    expect(nat.lifecycle).toEqual({ ignore_changes: ['vswitch_id'] });
    const pinned = flat(networkIn({ egress: Egress.nat({ zone: H }), zones: ['cn-hangzhou-b', H, I] }).json);
    expect(pinned).toMatchObject(before);
  });

  test('more addresses in a zone leave the vSwitches that are there alone', () => {
    expect(flat(networkIn({ perZone: { nodes: 400 } }).json)).toMatchObject(before);
  });

  test('an earlier plan pins its ranges, and a zone that it still has keeps its vSwitches and its way out', () => {
    const earlier = JSON.parse(networkIn().network.describe({ format: 'json' }));
    earlier.vswitches = earlier.vswitches.map((one: { purpose: string; zone: string }) =>
      one.purpose === 'nodes' && one.zone === H ? { ...one, cidr: '10.0.250.0/24' } : one,
    );
    const { network, json } = networkIn({ previousPlan: earlier, zones: [H, J] });
    expect(resourceOf(json, 'alicloud_vswitch', { cidr_block: '10.0.250.0/24' }).attributes.zone_id).toBe(H);
    expect(Object.keys(network.vswitchResources)).toContain(`nodes/${I}`);
    expect(network.zones).toEqual([H, J]);
    expect(resourcesOf(json, 'alicloud_snat_entry')).toHaveLength(9);
  });
});

describe('IPv6', () => {
  test('VPC and vSwitches carry it, each vSwitch has a /64 of its own, and there is a gateway', () => {
    const { json } = networkIn({ ipv6: true, zones: [H, I, J], perZone: { nodes: 300 } });
    expect(resourceOf(json, 'alicloud_vpc').attributes.enable_ipv6).toBe(true);
    const masks = resourcesOf(json, 'alicloud_vswitch').map(({ attributes }) => attributes.ipv6_cidr_block_mask);
    expect(new Set(masks).size).toBe(15);
    masks.forEach((mask) => expect(mask >= 0 && mask <= 255).toBe(true));
    expect(resourcesOf(json, 'alicloud_vswitch').every(({ attributes }) => attributes.enable_ipv6)).toBe(true);
    expect(resourceOf(json, 'alicloud_vpc_ipv6_gateway').attributes).toEqual({
      ipv6_gateway_name: 'shop-network-ipv6',
      vpc_id: '${alicloud_vpc.network_39EEAA36.id}',
    });
  });

  test('the /64 of a vSwitch follows from purpose, zone and ordinal, whatever else there is', () => {
    const maskOf = (props: Partial<NetworkProps>) =>
      resourceOf(networkIn({ ipv6: true, ...props }).json, 'alicloud_vswitch', {
        vswitch_name: `shop-network-data-${I}`,
      }).attributes.ipv6_cidr_block_mask;
    expect([maskOf({}), maskOf({ zones: ['cn-hangzhou-a', I] }), maskOf({ purposes: ['data', 'nodes'] })]).toEqual([
      224, 224, 224,
    ]);
  });
});

test('no two vSwitches that can ever exist have the same /64', () => {
  const letters = [...'abcdefghijklmnop'];
  const indexes = PURPOSES.flatMap((purpose) =>
    letters.flatMap((letter) =>
      [0, 1, 2, 3].map((ordinal) => ipv6Index({ purpose, zone: `cn-hangzhou-${letter}`, ordinal })),
    ),
  );
  expect([...new Set(indexes)].sort((a, b) => a! - b!)).toEqual(Array.from({ length: 256 }, (_, index) => index));
});

describe('warnings', () => {
  test('one zone in a sandbox works and earns a warning', () => {
    const cloud = aCloud({ protection: 'sandbox' });
    networkIn({ zones: [H] }, cloud);
    expect(warningsIn(cloud)).toEqual([{ path: 'shop/network', text: expect.stringContaining('[zones-few]') }]);
  });

  test('more Flannel nodes than the route table has entries earns a warning', () => {
    const { cloud } = networkIn({ podNetwork: PodNetwork.flannel(), maxNodes: 250 });
    expect(warningsIn(cloud).map(({ text }) => text)).toEqual([expect.stringContaining('[flannel-routes]')]);
  });
});

test('as an INetwork it gives ids, ranges and what to wait for', () => {
  const { network } = networkIn({ secondaryCidrs: ['10.1.0.0/16'] });
  expect(network).toMatchObject({ region: 'cn-hangzhou', zones: [H, I], serviceCidr: '172.21.0.0/20', ipv6: false });
  expect(network.cidrs).toEqual(['10.0.0.0/16', '10.1.0.0/16']);
  expect(network.vswitches('data').map(({ zone, cidr }) => [zone, cidr])).toEqual([
    [H, '10.0.231.0/25'],
    [I, '10.0.232.0/25'],
  ]);
});

test('what waits for the way out of a network waits for every SNAT entry (mistake 2)', () => {
  const cloud = aCloud();
  const network = new Network(cloud, 'network', { zones: [H, I] });
  new PvtzZone(cloud, 'waiting', { zoneName: 'internal', dependsOn: [...network.egress] });
  const entries = resourcesOf(cloud, 'alicloud_snat_entry').map(({ address }) => address);
  expect([...resourceOf(cloud, 'alicloud_pvtz_zone').attributes.depends_on].sort()).toEqual(entries);
});
