import { Bandwidth } from '../../lib/network/bandwidth';
import { cidr, overlaps } from '../../lib/network/cidr';
import { Egress } from '../../lib/network/egress';
import { Network } from '../../lib/network/network';
import type { NetworkAdoption } from '../../lib/network/network-props';
import { SecurityGroup } from '../../lib/network/security-group';
import { hclOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];

const all = () => {
  const cloud = aCloud();
  const network = new Network(cloud, 'network', {
    zones,
    ipv6: true,
    secondaryCidrs: ['10.1.0.0/16'],
    adopt: {
      vpc: 'vpc-bp1',
      vswitches: { 'nodes/cn-hangzhou-h': 'vsw-bp1' },
      secondaryCidrs: ['10.1.0.0/16'],
      ipv6Gateway: 'ipv6gw-bp1',
    },
    egress: Egress.nat({
      bandwidth: Bandwidth.byTraffic(),
      adopt: {
        natGateway: 'ngw-bp1',
        addresses: ['eip-bp1'],
        snat: { 'nodes/cn-hangzhou-h': 'stb-bp1:snat-bp1' },
      },
    }),
  });
  new SecurityGroup(cloud, 'nodes', { network, adopt: 'sg-bp1' });
  return cloud;
};

test('a VPC is adopted by its id alone', () => {
  const cloud = aCloud();
  new Network(cloud, 'network', { zones, adopt: 'vpc-bp1' });
  const json = synthesized(cloud);
  expect(json.import).toEqual([{ id: 'vpc-bp1', to: resourceOf(json, 'alicloud_vpc').address }]);
});

test('each thing that exists is imported under the address of the resource that takes it over', () => {
  const json = synthesized(all());
  const first = (type: string, where: string) =>
    resourcesOf(json, type).find(({ address }) => address.includes(where))!.address;
  expect(json.import).toHaveLength(9);
  expect(json.import).toEqual(
    expect.arrayContaining([
      { id: 'vpc-bp1', to: first('alicloud_vpc', '') },
      { id: 'vsw-bp1', to: first('alicloud_vswitch', 'nodes-cn-hangzhou-h') },
      { id: 'vpc-bp1:10.1.0.0/16', to: first('alicloud_vpc_ipv4_cidr_block', '') },
      { id: 'ipv6gw-bp1', to: first('alicloud_vpc_ipv6_gateway', '') },
      { id: 'ngw-bp1', to: first('alicloud_nat_gateway', '') },
      { id: 'eip-bp1', to: first('alicloud_eip_address', 'address-1') },
      { id: 'eip-bp1:ngw-bp1', to: first('alicloud_eip_association', 'association-1') },
      { id: 'stb-bp1:snat-bp1', to: first('alicloud_snat_entry', 'nodes-cn-hangzhou-h') },
      { id: 'sg-bp1', to: first('alicloud_security_group', '') },
    ]),
  );
});

test('HCL says the same, with the address as a reference', async () => {
  const cloud = all();
  const { address } = resourceOf(cloud, 'alicloud_vpc');
  const hcl = (await hclOf(cloud)).replace(/\s+/g, ' ');
  expect(hcl).toContain(`import { to = ${address} id = "vpc-bp1" }`);
});

describe('a vSwitch with a range of somebody else’s plan', () => {
  const adopted = { id: 'vsw-bp1', cidr: '10.0.206.0/23', name: 'prod-nodes' };
  const rangesOf = (vswitches: NonNullable<NetworkAdoption['vswitches']>) => {
    const cloud = aCloud();
    new Network(cloud, 'network', { zones, adopt: { vpc: 'vpc-bp1', vswitches } });
    return resourcesOf(cloud, 'alicloud_vswitch').map(({ attributes }) => attributes);
  };

  test('keeps its range and its name, and the others are planned round it', () => {
    const vswitches = rangesOf({ 'nodes/cn-hangzhou-h': adopted });
    const [kept] = vswitches.filter(({ vswitch_name: name }) => name === 'prod-nodes');
    expect(kept).toMatchObject({ zone_id: 'cn-hangzhou-h', cidr_block: '10.0.206.0/23' });
    const ranges = vswitches.map(({ cidr_block: range }) => cidr(String(range)));
    const meeting = ranges.filter((one, at) => ranges.some((other, index) => index !== at && overlaps(one, other)));
    expect(meeting).toEqual([]);
    expect(vswitches).toHaveLength(8);
  });

  test('is refused outside of the VPC, and when the range is none', () => {
    const codes = (range: string) =>
      problemsOf(() => rangesOf({ 'nodes/cn-hangzhou-h': { id: 'vsw-bp1', cidr: range } })).map(({ code }) => code);
    expect(codes('192.168.0.0/24')).toEqual(['previous-plan']);
    expect(codes('nodes')).toEqual(['previous-plan']);
  });

  test('is refused with an id or a name of another kind', () => {
    const wrong = { id: 'vpc-bp1', cidr: '10.0.206.0/23', name: 'x' };
    expect(problemsOf(() => rangesOf({ 'nodes/cn-hangzhou-h': wrong })).map(({ code }) => code)).toEqual([
      'resource-id-invalid',
      'name-invalid',
    ]);
  });
});
