import { Bandwidth } from '../../lib/network/bandwidth';
import { Egress } from '../../lib/network/egress';
import { Network } from '../../lib/network/network';
import { SecurityGroup } from '../../lib/network/security-group';
import { hclOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';

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
