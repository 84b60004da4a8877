import { DedicatedCluster } from '../../lib/cluster/dedicated-cluster';
import { Endpoint } from '../../lib/cluster/endpoint';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { ServiceDiscovery } from '../../lib/cluster/service-discovery';
import { billOf, resourceOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aStack, TYPES } from './a-cluster';
import { AnExistingNetwork, FLANNEL, type ExistingNetworkProps } from './an-existing-network';

const CLASSES = { managed: ManagedCluster, dedicated: DedicatedCluster, serverless: ServerlessCluster } as const;
const KINDS = ['managed', 'dedicated', 'serverless'] as const;

/** A cluster of a kind that exists, in a stack of its own. */
const imported = (kind: (typeof KINDS)[number], attributes: object = {}, around: ExistingNetworkProps = {}) => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack, around);
  const cluster = CLASSES[kind].fromAttributes(stack, 'old', { clusterId: 'c0123', network, ...attributes });
  return { stack, network, cluster };
};

describe.each(KINDS)('a %s cluster that exists', (kind) => {
  test('creates nothing and says what it is', () => {
    const { stack, cluster } = imported(kind);
    expect(billOf(stack)).toEqual([]);
    expect(cluster).toMatchObject({ clusterId: 'c0123', kind, endpoint: { kind: 'private' }, networkPolicies: false });
    expect(cluster.capacity).toEqual([]);
    expect([cluster.version, cluster.apiServer, cluster.addons, cluster.securityGroup]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  test('tells what it was told', () => {
    const apiServer = { private: 'https://10.0.0.10:6443', public: 'https://203.0.113.9:6443' };
    const endpoint = Endpoint.public({ allow: ['203.0.113.7/32'] });
    const { cluster } = imported(kind, { version: '1.34.1-aliyun.1', apiServer, endpoint, networkPolicies: true });
    expect(cluster).toMatchObject({ version: '1.34.1-aliyun.1', apiServer, endpoint, networkPolicies: true });
  });

  test('has the components that it names, and no others', () => {
    const { cluster } = imported(kind, { addons: ['metrics-server', 'coredns'] });
    expect(cluster.addons).toEqual(['coredns', 'metrics-server']);
    expect(() => cluster.requireAddon('coredns', 'names')).not.toThrow();
    expect(problemsOf(() => cluster.requireAddon('ack-kubernetes-cronhpa-controller', 'schedules'))).toMatchObject([
      { code: 'addon-missing', path: 'shop/old' },
    ]);
  });

  test('may have any component when it names none', () => {
    const { stack, cluster } = imported(kind);
    cluster.requireAddon('metrics-server', 'Pods are scaled by their load');
    expect(billOf(stack)).toEqual([]);
  });

  test('opens nothing of its own: a public endpoint is a fact', () => {
    const { stack } = imported(kind, { endpoint: Endpoint.public({ allow: ['203.0.113.7/32'] }) });
    expect(billOf(stack)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ['no id', { clusterId: undefined }, { code: 'value-missing' }],
    ['an id that is none', { clusterId: 'shop' }, { code: 'resource-id-invalid', value: 'shop' }],
    ['a version that is a word', { version: 'latest' }, { code: 'version-invalid' }],
    [
      'an address without a scheme',
      { apiServer: { private: '10.0.0.10:6443' } },
      { code: 'api-server-invalid', fix: expect.stringContaining('"https://10.0.0.10:6443"') },
    ],
    ['an address in clear', { apiServer: { public: 'http://203.0.113.9' } }, { code: 'api-server-invalid' }],
    ['an address of another name', { apiServer: { intranet: 'https://10.0.0.10' } }, { code: 'prop-unknown' }],
    ['text for components', { addons: 'coredns' }, { code: 'type-invalid', value: 'coredns' }],
    ['a kind of its own', { kind }, { code: 'cluster-kind', value: kind, fix: 'leave kind out' }],
    ['a public API server for nobody', { endpoint: Endpoint.public({ allow: [] }) }, { code: 'list-empty' }],
  ])('with %s is refused', (_, attributes, expected) => {
    expect(problemsOf(() => imported(kind, attributes))).toMatchObject([{ path: 'shop/old', ...expected }]);
  });
});

test.each([
  ['managed', 'serverless', 'ServerlessCluster'],
  ['managed', 'dedicated', 'DedicatedCluster'],
  ['serverless', 'managed', 'ManagedCluster'],
] as const)('%s.fromAttributes with kind %s names the class for it', (own, kind, theirs) => {
  expect(problemsOf(() => imported(own, { kind }))).toMatchObject([
    { code: 'cluster-kind', value: kind, fix: `write ${theirs}.fromAttributes, without kind` },
  ]);
});

describe('what differs between the kinds', () => {
  test('nodes are added to managed and dedicated clusters, in the stack that imported them', () => {
    for (const kind of ['managed', 'dedicated'] as const) {
      const stack = aStack();
      const network = new AnExistingNetwork(stack);
      const cluster = CLASSES[kind].fromAttributes(stack, 'old', { clusterId: 'c0123', network });
      cluster.addNodePool('workers', { instanceTypes: TYPES, size: 3 });
      expect(resourceOf(stack, 'alicloud_cs_kubernetes_node_pool').attributes.cluster_id).toBe('c0123');
    }
  });

  test('the Pods of Flannel have a range, those of Serverless have addresses of the VPC', () => {
    const around = { podNetwork: FLANNEL };
    expect(imported('managed', {}, around).cluster.podCidr).toBe('172.20.0.0/16');
    expect(imported('dedicated', { podCidr: '172.24.0.0/16' }, around).cluster.podCidr).toBe('172.24.0.0/16');
    expect(imported('serverless', {}, around).cluster.podCidr).toBeUndefined();
  });

  test('the Pod range of an imported dedicated cluster is taken', () => {
    const { stack, network } = imported('dedicated', { podCidr: '172.22.128.0/17' }, { podNetwork: FLANNEL });
    new ManagedCluster(stack, 'new', { network, podCidr: '172.22.0.0/16' });
    expect(problemsOf(() => synthesized(stack))).toMatchObject([{ code: 'cidr-overlap', path: 'shop/new' }]);
  });

  test('a Serverless cluster says how its Pods find Services', () => {
    const { stack, network } = imported('serverless');
    const attributes = { clusterId: 'c0123', network };
    expect(ServerlessCluster.fromAttributes(stack, 'a', attributes).serviceDiscovery).toEqual({ kind: 'core-dns' });
    const serviceDiscovery = ServiceDiscovery.privateZone();
    const zone = ServerlessCluster.fromAttributes(stack, 'b', { ...attributes, serviceDiscovery });
    expect(zone.serviceDiscovery).toEqual({ kind: 'private-zone' });
  });

  test.each<[string, (typeof KINDS)[number], object]>([
    ['a tier', 'dedicated', { tier: 'pro' }],
    ['RRSA', 'dedicated', { rrsa: { issuer: 'https://oidc.example', providerArn: 'acs:ram::1:oidc-provider/ack' } }],
    ['a Pod range', 'serverless', { podCidr: '172.20.0.0/16' }],
    ['service discovery', 'managed', { serviceDiscovery: ServiceDiscovery.coreDns() }],
  ])('%s is no attribute of a %s cluster', (_, kind, attributes) => {
    expect(problemsOf(() => imported(kind, attributes))).toMatchObject([{ code: 'prop-unknown' }]);
  });

  test('a Pod range is refused on Terway, whatever the kind with nodes', () => {
    for (const kind of ['managed', 'dedicated'] as const) {
      const problems = problemsOf(() => imported(kind, { podCidr: '172.22.0.0/16' }));
      expect(problems).toMatchObject([{ code: 'pod-range-terway' }]);
    }
  });
});
