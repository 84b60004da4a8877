import { Bandwidth } from '../../lib/network/bandwidth';
import { Egress } from '../../lib/network/egress';
import { Network } from '../../lib/network/network';
import type { NetworkProps } from '../../lib/network/network-props';
import { PodNetwork } from '../../lib/network/pod-network';
import type { CloudStackProps } from '../../lib/stacks/cloud-stack';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const problems = (props: Partial<NetworkProps>, stack: Partial<CloudStackProps> = {}) =>
  problemsOf(() => new Network(aCloud(stack), 'network', { zones, ...props }));

test.each<[string, Partial<NetworkProps>, object]>([
  [
    'one zone where production needs two',
    { zones: ['cn-hangzhou-h'] },
    { code: 'zone-count', fix: 'name a second zone of the region, or write protection: "sandbox" on the stack' },
  ],
  [
    'a zone of another region',
    { zones: ['cn-hangzhou-h', 'cn-beijing-k'] },
    { code: 'zone-region', value: 'cn-beijing-k', what: expect.stringContaining('zones[1]') },
  ],
  [
    'a VPC range with host bits, in the words of this construct',
    { vpcCidr: '10.0.3.0/16' },
    { code: 'cidr-host-bits', value: '10.0.3.0/16', what: 'vpcCidr "10.0.3.0/16" has host bits set' },
  ],
  [
    'a secondary range that the cloud keeps for itself',
    { secondaryCidrs: ['100.64.0.0/16'] },
    { code: 'cidr-forbidden', value: '100.64.0.0/16', what: expect.stringMatching(/^secondaryCidrs\[0\] /) },
  ],
  [
    'a service range inside the VPC, as the cloud’s own default 172.19.0.0/20 in a 172.16.0.0/12 VPC (mistake 5)',
    { vpcCidr: '172.16.0.0/12', serviceCidr: '172.19.0.0/20' },
    {
      code: 'cidr-overlap',
      value: '172.19.0.0/20',
      what: 'serviceCidr "172.19.0.0/20" overlaps vpcCidr "172.16.0.0/12"',
    },
  ],
  [
    'a range that somebody else has',
    { reserved: [{ name: 'office', cidr: '10.0.0.0/12' }] },
    { code: 'cidr-overlap', fix: expect.stringMatching(/^write vpcCidr: "/) },
  ],
  [
    'more Flannel nodes than the Pod range holds',
    { podNetwork: PodNetwork.flannel({ podCidr: '172.20.0.0/16', nodeMask: 24 }), maxNodes: 300 },
    { code: 'capacity-nodes' },
  ],
  ['a VPC name that the cloud refuses', { name: '1st' }, { code: 'name-invalid', value: '1st' }],
  [
    'a way out for purposes that are not there',
    { purposes: ['data'] },
    { code: 'vswitch-missing', fix: expect.stringContaining('Egress.none()') },
  ],
  [
    'a NAT gateway in a zone that is not there',
    { egress: Egress.nat({ zone: 'cn-hangzhou-k' }) },
    { code: 'vswitch-missing', value: 'cn-hangzhou-k', fix: 'write zone: "cn-hangzhou-h" or "cn-hangzhou-i"' },
  ],
  [
    'no public address',
    { egress: Egress.nat({ addresses: 0 }) },
    { code: 'number-invalid', value: 0, what: expect.stringMatching(/^egress: addresses 0 /) },
  ],
  [
    'more bandwidth than an address by traffic has',
    { egress: Egress.nat({ bandwidth: Bandwidth.byTraffic(300) }) },
    { code: 'number-invalid', value: 300 },
  ],
  ['a way out that is none of ours', { egress: 'none' as never }, { code: 'choice-invalid', value: 'none' }],
  [
    'more vSwitches of one purpose than have an IPv6 range',
    { vpcCidr: '10.0.0.0/8', ipv6: true, perZone: { pods: 300000 } },
    { code: 'ipv6-index', value: 'pods/cn-hangzhou-h/5' },
  ],
  [
    'a VPC id to adopt that is none',
    { adopt: 'vsw-bp1' },
    { code: 'resource-id-invalid', value: 'vsw-bp1', what: expect.stringMatching(/^adopt\.vpc /) },
  ],
  [
    'a vSwitch to adopt that is not made',
    { adopt: { vpc: 'vpc-bp1', vswitches: { 'nodes/cn-hangzhou-z': 'vsw-bp1' } } },
    { code: 'adopt-unknown', value: 'nodes/cn-hangzhou-z' },
  ],
  [
    'an IPv6 gateway to adopt in a network without IPv6',
    { adopt: { vpc: 'vpc-bp1', ipv6Gateway: 'ipv6gw-bp1' } },
    { code: 'adopt-unknown', value: 'ipv6gw-bp1' },
  ],
])('%s is refused', (_title, props, expected) => {
  expect(problems(props)).toContainEqual(expect.objectContaining({ path: 'shop/network', ...expected }));
});

test('the international site sells no pay-as-you-go address by bandwidth', () => {
  const egress = Egress.nat({ bandwidth: Bandwidth.byBandwidth(100) });
  expect(problems({ egress }, { site: 'intl' })).toEqual([
    expect.objectContaining({ code: 'site-billing', value: 'bandwidth', path: 'shop/network' }),
  ]);
});

test('everything that is wrong is said at once', () => {
  const codes = problems({ zones: ['cn-hangzhou-h'], vpcCidr: '10.0.0.0/33', name: 'x', serviceCidr: 'none' }).map(
    ({ code }) => code,
  );
  expect(codes.sort()).toEqual(['cidr-invalid', 'cidr-mask', 'name-invalid', 'zone-count']);
});

test('a range that Terraform computes cannot be planned with', () => {
  expect(problems({ vpcCidr: '${var.vpc}' })).toEqual([expect.objectContaining({ code: 'cidr-invalid' })]);
});

test('a reserved id is refused with the edit', () => {
  expect(problemsOf(() => new Network(aCloud(), 'Default', { zones }))).toEqual([
    expect.objectContaining({ code: 'id-reserved', path: 'shop/Default' }),
  ]);
});

test.each([
  [{ zones: ['cn-hangzou-h', 'cn-hangzou-i'] }, 'zone-region', 'did you mean "cn-hangzhou-h"?'],
  [{ zones: ['cn-hangzhou-h', 'cn-hangzhou-i'], vpcCIDR: '10.0.0.0/16' }, 'prop-unknown', 'did you mean vpcCidr?'],
])('the typo in %j is answered with what was meant', (props, code, fix) => {
  const [problem] = problemsOf(() => new Network(aCloud(), 'network', props as unknown as NetworkProps));
  expect(problem).toMatchObject({ code, fix });
});
