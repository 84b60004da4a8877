import { ControlPlane } from '../../lib/cluster/control-plane';
import { Encryption } from '../../lib/cluster/encryption';
import { Endpoint } from '../../lib/cluster/endpoint';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aCluster, aStack, type Situation } from './a-cluster';
import { AnExistingNetwork, FLANNEL } from './an-existing-network';

const problem = (situation: Situation) => {
  const problems = problemsOf(() => aCluster(situation));
  expect(problems).toHaveLength(1);
  return problems[0]!;
};

const window = { weekdays: ['Monday'], start: '02:00', hours: 3 } as const;

test.each<[string, Situation, object]>([
  [
    'a version that is a word',
    { version: 'latest' },
    {
      code: 'version-invalid',
      value: 'latest',
      fix: 'write version: "1.34.1-aliyun.1", or leave it out to take the newest',
    },
  ],
  [
    'nftables before 1.35',
    { version: '1.34.1-aliyun.1', proxyMode: 'nftables' },
    { code: 'proxy-mode-version', value: 'nftables', fix: 'write proxyMode: "ipvs", or leave it out' },
  ],
  [
    'a production cluster in one zone',
    { around: { zones: ['cn-hangzhou-h'] } },
    { code: 'zone-count', value: ['cn-hangzhou-h'], fix: expect.stringContaining('two zones or more') },
  ],
  [
    'a zone in which the network has no vSwitch',
    { zones: ['cn-hangzhou-h', 'cn-hangzhou-z'] },
    { code: 'vswitch-missing', value: 'cn-hangzhou-z', fix: expect.stringContaining('"cn-hangzhou-i"') },
  ],
  [
    'a zone named twice',
    { zones: ['cn-hangzhou-h', 'cn-hangzhou-h'] },
    { code: 'list-duplicate', value: 'cn-hangzhou-h' },
  ],
  [
    'more zones than a control plane takes',
    {
      around: { zones: [...'bdefgh'].map((z) => `cn-hangzhou-${z}`) },
      zones: [...'bdefgh'].map((z) => `cn-hangzhou-${z}`),
    },
    { code: 'zone-count', fix: 'write zones: with 5 of them' },
  ],
  [
    'a cluster that exists, without its group',
    { adopt: 'c0123' },
    { code: 'value-missing', fix: expect.stringContaining('SecurityGroup.fromAttributes') },
  ],
  [
    'encryption on Basic',
    { controlPlane: ControlPlane.basic(), encryption: Encryption.withKey('key-1') },
    { code: 'tier-basic', fix: 'write controlPlane: ControlPlane.pro(), or leave encryption out' },
  ],
  [
    'a maintenance window on Basic',
    { controlPlane: ControlPlane.basic(), maintenance: window },
    { code: 'tier-basic', fix: 'write controlPlane: ControlPlane.pro(), or leave maintenance out' },
  ],
  [
    'an API server open to the world without a reason',
    { endpoint: Endpoint.public({ allow: ['0.0.0.0/0'] }) },
    { code: 'endpoint-open', value: '0.0.0.0/0', fix: expect.stringContaining('reason: "..."') },
  ],
  [
    'a public API server for nobody',
    { endpoint: Endpoint.public({ allow: [] }) },
    { code: 'list-empty', value: [], fix: expect.stringContaining('Endpoint.private()') },
  ],
  [
    'an allowed range that is named twice',
    { endpoint: Endpoint.public({ allow: ['203.0.113.7/32', '203.0.113.7/32'] }) },
    { code: 'list-duplicate', value: '203.0.113.7/32' },
  ],
  [
    'an allowed range with host bits',
    { endpoint: Endpoint.public({ allow: ['203.0.113.7/24'] }) },
    { code: 'cidr-host-bits', value: '203.0.113.7/24' },
  ],
  [
    'a maintenance window that opens at 25 o’clock',
    { maintenance: { ...window, start: '25:00' } },
    { code: 'maintenance-invalid', value: '25:00', fix: 'write start: "02:00"' },
  ],
  [
    'a maintenance window on no day',
    { maintenance: { ...window, weekdays: [] } },
    { code: 'maintenance-invalid', value: [], fix: 'write weekdays: ["Monday"]' },
  ],
  [
    'network policies on Flannel',
    { around: { podNetwork: FLANNEL }, networkPolicies: true },
    { code: 'network-policy-flannel', fix: expect.stringContaining('PodNetwork.terway()') },
  ],
  ['a Pod range with Terway', { podCidr: '172.20.0.0/16' }, { code: 'pod-range-terway', fix: 'leave podCidr out' }],
  ['dual stack without IPv6', { dualStack: true }, { code: 'dual-stack-ipv4', fix: 'give the Network ipv6: true' }],
  [
    'a Service range inside the VPC',
    { serviceCidr: '10.5.0.0/20' },
    { code: 'cidr-overlap', value: '10.5.0.0/20', fix: expect.stringMatching(/^write serviceCidr: "/) },
  ],
  [
    'a Service range that meets the Pod range',
    { around: { podNetwork: FLANNEL }, serviceCidr: '172.20.16.0/20' },
    { code: 'cidr-overlap', value: '172.20.16.0/20' },
  ],
  ['a Service range with a /25', { serviceCidr: '172.21.0.0/25' }, { code: 'cidr-mask', value: '172.21.0.0/25' }],
  [
    'a Service range with host bits',
    { serviceCidr: '172.21.0.1/20' },
    { code: 'cidr-host-bits', value: '172.21.0.1/20' },
  ],
  [
    'a network of another region',
    { around: { region: 'cn-beijing' } },
    { code: 'network-region', value: 'cn-beijing' },
  ],
  ['a name with a blank', { name: 'my cluster' }, { code: 'name-invalid', value: 'my cluster' }],
])('%s is refused', (_, situation, expected) => {
  expect(problem(situation)).toMatchObject({ path: 'shop/cluster', ...expected });
});

test('everything that is wrong is said at once', () => {
  const codes = problemsOf(() => aCluster({ version: 'v1', name: 'a b', dualStack: true })).map(({ code }) => code);
  expect(codes).toEqual(['name-invalid', 'version-invalid', 'dual-stack-ipv4']);
});

test('a sandbox may be in one zone', () => {
  const { stack } = aCluster({ protection: 'sandbox', around: { zones: ['cn-hangzhou-h'] } });
  expect(() => synthesized(stack)).not.toThrow();
});

test('two Flannel clusters of one VPC must not share a Pod range', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack, { podNetwork: FLANNEL });
  new ManagedCluster(stack, 'one', { network });
  new ManagedCluster(stack, 'two', { network });
  expect(problemsOf(() => synthesized(stack))).toMatchObject([
    { code: 'cidr-overlap', path: 'shop/two', value: '172.20.0.0/16', fix: expect.stringContaining('write podCidr:') },
  ]);
});

test('two Flannel clusters of one VPC may have a Pod range each', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack, { podNetwork: FLANNEL });
  new ManagedCluster(stack, 'one', { network });
  new ManagedCluster(stack, 'two', { network, podCidr: '172.22.0.0/16' });
  expect(() => synthesized(stack)).not.toThrow();
});

test('Services of one cluster must not meet the Pods of another in the VPC', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack, { podNetwork: FLANNEL });
  new ManagedCluster(stack, 'one', { network });
  new ManagedCluster(stack, 'two', { network, podCidr: '172.22.0.0/16', serviceCidr: '172.20.16.0/20' });
  expect(problemsOf(() => synthesized(stack))).toMatchObject([
    { code: 'cidr-overlap', path: 'shop/two', value: '172.20.16.0/20', fix: expect.stringContaining('serviceCidr:') },
  ]);
});

test('Pods of an imported cluster are taken, wherever it was imported', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack, { podNetwork: FLANNEL });
  new ManagedCluster(stack, 'new', { network, podCidr: '172.22.0.0/16' });
  const old = ManagedCluster.fromAttributes(stack, 'old', {
    clusterId: 'c0123',
    network,
    tier: 'basic',
    podCidr: '172.22.128.0/17',
  });
  expect(old).toMatchObject({ tier: 'basic', podCidr: '172.22.128.0/17' });
  expect(problemsOf(() => synthesized(stack))).toMatchObject([{ code: 'cidr-overlap', path: 'shop/new' }]);
});

test('an imported Terway cluster has no Pod range', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack);
  const attributes = { clusterId: 'c0123', network, podCidr: '172.22.0.0/16' };
  expect(problemsOf(() => ManagedCluster.fromAttributes(stack, 'old', attributes))).toMatchObject([
    { code: 'pod-range-terway' },
  ]);
});
