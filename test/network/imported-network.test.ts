import { Token } from 'cdktf';
import type { NetworkAttributes } from '../../lib/network/imported-network';
import { Network } from '../../lib/network/network';
import { PodNetwork } from '../../lib/network/pod-network';
import { synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const nodes = { vswitchId: 'vsw-bp1', zone: 'cn-hangzhou-i', purpose: 'nodes', cidr: '10.0.0.0/20' } as const;
const pods = { vswitchId: 'vsw-bp2', zone: 'cn-hangzhou-h', purpose: 'pods', cidr: '10.0.64.0/19' } as const;
const ours = (props: Partial<NetworkAttributes> = {}, cloud = aCloud()) =>
  Network.fromAttributes(cloud, 'ours', {
    vpcId: 'vpc-bp1',
    cidrs: ['10.0.0.0/16'],
    vswitches: [nodes, pods],
    ...props,
  });

test('an existing network creates nothing', () => {
  const cloud = aCloud();
  ours({}, cloud);
  expect(synthesized(cloud).resource).toBeUndefined();
});

test('it answers like one of ours: zones sorted, vSwitches by purpose, ranges that meet nothing', () => {
  expect(ours()).toMatchObject({
    vpcId: 'vpc-bp1',
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    podNetwork: { kind: 'terway' },
    serviceCidr: '172.21.0.0/20',
    ipv6: false,
    internet: false,
  });
  expect(ours().vswitches('pods')).toEqual([pods]);
  expect(ours().vswitches('eci')).toEqual([]);
});

test('beside 172.16.0.0/12 the usual ranges move out of the way', () => {
  const cidrs = ['172.16.0.0/12'];
  const network = ours({ cidrs, vswitches: [{ ...nodes, cidr: '172.16.0.0/20' }], podNetwork: PodNetwork.flannel() });
  expect(network.serviceCidr).toBe('192.168.0.0/20');
  expect(network.podNetwork).toEqual({ kind: 'flannel', podCidr: '10.128.0.0/14', nodeMask: 24 });
});

test('zones past the letters of our plan are fine, since nothing is planned', () => {
  expect(ours({ vswitches: [{ ...nodes, zone: 'cn-hangzhou-z' }] }).zones).toEqual(['cn-hangzhou-z']);
});

test('ids and ranges that Terraform computes are taken as they are', () => {
  const token = Token.asString({ resolve: () => 'later' });
  const network = ours({ vpcId: token, cidrs: [token], vswitches: [{ ...nodes, vswitchId: token, cidr: token }] });
  expect(network.vswitches('nodes')).toHaveLength(1);
});

test.each<[string, Partial<NetworkAttributes>, object]>([
  ['an id that is no VPC’s', { vpcId: 'vsw-bp1' }, { code: 'resource-id-invalid', value: 'vsw-bp1' }],
  ['an id that is no vSwitch’s', { vswitches: [{ ...nodes, vswitchId: 'vpc-1' }] }, { code: 'resource-id-invalid' }],
  ['no ranges', { cidrs: [] }, { code: 'list-empty', what: expect.stringContaining('cidrs') }],
  ['no vSwitches', { vswitches: [] }, { code: 'list-empty', what: expect.stringContaining('vswitches') }],
  [
    'a vSwitch outside the VPC',
    { vswitches: [{ ...nodes, cidr: '10.9.0.0/20' }] },
    { code: 'cidr-outside', value: '10.9.0.0/20', what: expect.stringContaining('vswitches[0].cidr') },
  ],
  [
    'two vSwitches that meet',
    { vswitches: [nodes, { ...pods, cidr: '10.0.0.0/18' }] },
    { code: 'cidr-overlap', value: '10.0.0.0/18' },
  ],
  [
    'a zone of another region',
    { vswitches: [{ ...nodes, zone: 'cn-beijing-k' }] },
    { code: 'zone-region', value: 'cn-beijing-k' },
  ],
  ['a zone that is none', { vswitches: [{ ...nodes, zone: 'h' }] }, { code: 'zone-invalid', value: 'h' }],
  [
    'a purpose that is none',
    { vswitches: [{ ...nodes, purpose: 'database' as never }] },
    { code: 'choice-invalid', value: 'database' },
  ],
  [
    'Services inside the VPC (mistake 5)',
    { serviceCidr: '10.0.128.0/20' },
    { code: 'cidr-overlap', value: '10.0.128.0/20', fix: expect.stringMatching(/^write serviceCidr: "/) },
  ],
  [
    'Pods where Services are',
    { podNetwork: PodNetwork.flannel({ podCidr: '172.21.0.0/16' }) },
    { code: 'cidr-overlap', value: '172.21.0.0/20' },
  ],
  ['host bits', { cidrs: ['10.0.0.1/16'] }, { code: 'cidr-host-bits', value: '10.0.0.1/16' }],
])('%s is refused', (_title, props, expected) => {
  expect(problemsOf(() => ours(props))).toContainEqual(expect.objectContaining({ path: 'shop/ours', ...expected }));
});
