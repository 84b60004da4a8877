import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import type { Code } from 'alicloud-constructs';
import { problemsOf } from './support/problems';

/** The library as JavaScript sees it: without types. */
const lib: any = jest.requireActual('alicloud-constructs');

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const TYPES = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];
const POOL = `c${'0'.repeat(32)}:np${'0'.repeat(32)}`;

type Given = Record<string, unknown>;
const cloud = (app: App) => new lib.CloudStack(app, 'shop', { region: 'cn-hangzhou' });
const network = (app: App, props: Given = {}) => new lib.Network(cloud(app), 'network', { zones: ZONES, ...props });
const nat = (app: App, options: unknown) => network(app, { egress: lib.Egress.nat(options) });
const cluster = (app: App, props: Given = {}, on: Given = {}) => {
  const made = network(app, on);
  return new lib.ManagedCluster(made.node.scope, 'cluster', { network: made, ...props });
};
const pool = (app: App, props: Given = {}, on: Given = {}) =>
  cluster(app, {}, on).addNodePool('workers', { instanceTypes: TYPES, size: 3, ...props });
const group = (app: App, props: Given = {}) => {
  const made = network(app);
  return new lib.SecurityGroup(made.node.scope, 'group', { network: made, ...props });
};
const existing = (app: App, attributes: Given = {}) =>
  lib.Network.fromAttributes(cloud(app), 'existing', {
    vpcId: 'vpc-bp1',
    cidrs: ['10.0.0.0/16'],
    vswitches: [
      { vswitchId: 'vsw-a1', zone: 'cn-hangzhou-h', purpose: 'nodes', cidr: '10.0.0.0/24' },
      { vswitchId: 'vsw-a2', zone: 'cn-hangzhou-h', purpose: 'pods', cidr: '10.0.1.0/24' },
    ],
    ...attributes,
  });
const known = (app: App, attributes: Given) => {
  const made = existing(app);
  const id = `c${'0'.repeat(32)}`;
  return lib.ManagedCluster.fromAttributes(made.node.scope, 'known', { clusterId: id, network: made, ...attributes });
};
const MASTERS = { masterTypes: ['ecs.g7.xlarge'], login: lib.Login.keyPair('ops') };
const dedicated = (app: App, props: Given | null) => {
  const made = network(app);
  return new lib.DedicatedCluster(made.node.scope, 'cluster', props && { network: made, ...props });
};
const serverless = (app: App, props: Given = {}) => {
  const made = network(app);
  return new lib.ServerlessCluster(made.node.scope, 'cluster', { network: made, ...props });
};
const nodePool = (of: any) =>
  new lib.NodePool(of.node.scope, 'workers', { cluster: of, instanceTypes: TYPES, size: 3 });
const virtualNode = (of: any) => new lib.VirtualNode(of.node.scope, 'virtual-node', { cluster: of });
const setup = (app: App, props: Given) => new lib.AccountSetup(app, 'account', { region: 'cn-hangzhou', ...props });
const ROLE = { name: 'AliyunCSDefaultRole', kind: 'ack-role', why: 'clusters' };
const PORT = lib.Port.tcp(443);

test.each<[string, Code, (app: App) => unknown]>([
  ['a construct without a scope', 'value-missing', () => new lib.Network(null, 'network', { zones: ZONES })],
  ['a network without props', 'value-missing', (app) => new lib.Network(cloud(app), 'network')],
  ['a prop that no network has', 'prop-unknown', (app) => network(app, { vpcCIDR: '10.1.0.0/16' })],
  ['the text false for IPv6', 'type-invalid', (app) => network(app, { ipv6: 'false' })],
  ['null for a way out', 'choice-invalid', (app) => network(app, { egress: null })],
  ['a factory that was not called', 'choice-invalid', (app) => network(app, { egress: lib.Egress.nat })],
  ['a typo in the options of a NAT gateway', 'prop-unknown', (app) => nat(app, { adresses: 1 })],
  ['null in what to adopt', 'type-invalid', (app) => nat(app, { adopt: { natGateway: 'ngw-1', snat: null } })],
  [
    'half an id of a SNAT entry',
    'resource-id-invalid',
    (app) => nat(app, { adopt: { natGateway: 'ngw-1', snat: { 'nodes/cn-hangzhou-h': 'snat-1' } } }),
  ],
  ['a component by its name', 'choice-invalid', (app) => cluster(app).addAddon('coredns')],
  ['a component that was not called', 'choice-invalid', (app) => cluster(app).addAddon(lib.Addon.kruise)],
  ['no component', 'value-missing', (app) => cluster(app).addAddon()],
  [
    'null among settings that nothing checks',
    'type-invalid',
    (app) => cluster(app).addAddon(lib.Addon.other('ack-cgpu', { a: null })),
  ],
  [
    'no number among settings that nothing checks',
    'type-invalid',
    (app) => cluster(app).addAddon(lib.Addon.other('ack-cgpu', { a: [{ b: NaN }] })),
  ],
  [
    'a date among settings that nothing checks',
    'type-invalid',
    (app) => cluster(app).addAddon(lib.Addon.other('ack-cgpu', { a: new Date(0) })),
  ],
  [
    'null as settings of a component',
    'value-missing',
    (app) => cluster(app).addAddon(lib.Addon.monitorController(null)),
  ],
  [
    'a typo in the settings of a component',
    'prop-unknown',
    (app) => cluster(app).addAddon(lib.Addon.logs({ projects: 1 })),
  ],
  [
    'a name that is none as a needed component',
    'addon-unknown',
    (app) => cluster(app).requireAddon(undefined, 'a test'),
  ],
  ['zones of a virtual node as text', 'type-invalid', (app) => cluster(app).addVirtualNode({ zones: 'cn-hangzhou-h' })],
  ['null for a zone of a virtual node', 'type-invalid', (app) => cluster(app).addVirtualNode({ zones: [null] })],
  ['null as props of a virtual node', 'value-missing', (app) => new lib.VirtualNode(cloud(app), 'eci', null)],
  ['a virtual node of no cluster', 'value-missing', (app) => lib.VirtualNode.fromAttributes(cloud(app), 'eci', {})],
  ['null for a VPC to adopt', 'type-invalid', (app) => network(app, { adopt: null })],
  ['text for a list', 'type-invalid', (app) => network(app, { adopt: { vpc: 'vpc-1', secondaryCidrs: 'x' } })],
  [
    'a typo in Flannel’s options',
    'prop-unknown',
    (app) => network(app, { podNetwork: lib.PodNetwork.flannel({ podCIDR: 'x' }) }),
  ],
  ['an existing network without attributes', 'value-missing', (app) => lib.Network.fromAttributes(cloud(app), 'n')],
  ['null among vSwitches', 'type-invalid', (app) => existing(app, { vswitches: [null] })],
  ['the text no for internet', 'type-invalid', (app) => existing(app, { internet: 'no' })],
  ['an IPv6 range that is none', 'cidr-invalid', (app) => existing(app, { ipv6Cidr: 'zzz' })],
  ['a region that is none', 'region-invalid', (app) => existing(app, { region: 'Hangzhou' })],
  [
    'a vSwitch under two purposes',
    'list-duplicate',
    (app) =>
      existing(app, {
        vswitches: [
          { vswitchId: 'vsw-a1', zone: 'cn-hangzhou-h', purpose: 'nodes', cidr: '10.0.0.0/24' },
          { vswitchId: 'vsw-a1', zone: 'cn-hangzhou-h', purpose: 'pods', cidr: '10.0.1.0/24' },
        ],
      }),
  ],
  [
    'a Pod vSwitch of /26',
    'cidr-mask',
    (app) =>
      existing(app, {
        vswitches: [{ vswitchId: 'vsw-a1', zone: 'cn-hangzhou-h', purpose: 'pods', cidr: '10.0.1.0/26' }],
      }),
  ],
  [
    'a NAT gateway in something else',
    'type-invalid',
    (app) => new lib.NatGateway(cloud(app), 'nat', { network: { region: 'cn-hangzhou' } }),
  ],
  [
    'a second NAT gateway for the same vSwitches',
    'choice-conflict',
    (app) => {
      const made = network(app);
      return new lib.NatGateway(made.node.scope, 'second', { network: made });
    },
  ],
  ['null for ranges of members', 'type-invalid', (app) => group(app, { memberRanges: null })],
  ['a rule without a peer', 'value-missing', (app) => group(app).allowFrom()],
  ['text for a peer', 'rule-peer', (app) => group(app).allowFrom('10.0.0.0/8', PORT)],
  ['a network for a peer', 'rule-peer', (app) => group(app).allowFrom(network(new App()), PORT)],
  ['a range that is undefined', 'cidr-invalid', (app) => group(app).allowFrom(lib.Peer.cidr(undefined), PORT)],
  ['an IPv6 peer that is none', 'cidr-invalid', (app) => group(app).allowFrom(lib.Peer.ipv6Cidr('zzz'), PORT)],
  [
    'an IPv6 peer with host bits',
    'cidr-host-bits',
    (app) => group(app).allowFrom(lib.Peer.ipv6Cidr('2001:db8::1/32'), PORT),
  ],
  ['an empty prefix list', 'resource-id-invalid', (app) => group(app).allowFrom(lib.Peer.prefixList(''), PORT)],
  ['everybody without a reason', 'rule-open', (app) => group(app).allowFrom(lib.Peer.anywhere(), PORT)],
  ['a wrong range where all may go out', 'cidr-invalid', (app) => group(app).allowTo(lib.Peer.cidr('zzz'), PORT)],
  [
    'a rule in no direction',
    'choice-invalid',
    (app) => group(app).addRule({ direction: 'in', peer: lib.Peer.cidr('10.0.0.0/8'), port: PORT }),
  ],
  ['the peer of no network', 'type-invalid', () => lib.Peer.network(null)],
  ['a cluster’s group without a network', 'value-missing', (app) => lib.SecurityGroup.forCluster(cloud(app), 'group')],
  ['a cluster without props', 'value-missing', (app) => new lib.ManagedCluster(cloud(app), 'cluster')],
  ['a plan for a network', 'type-invalid', (app) => cluster(app, { network: lib.planCidrs({ zones: ZONES }) })],
  ['text for a control plane', 'choice-invalid', (app) => cluster(app, { controlPlane: 'pro' })],
  [
    'a size that Alibaba does not sell',
    'choice-invalid',
    (app) => cluster(app, { controlPlane: lib.ControlPlane.provisioned('8xlarge') }),
  ],
  ['text for logs', 'choice-invalid', (app) => cluster(app, { logs: 'off' })],
  [
    'the name of a log project',
    'type-invalid',
    (app) => cluster(app, { logs: lib.ClusterLogs.on({ project: 'logs' }) }),
  ],
  [
    'encryption with a key that is undefined',
    'value-missing',
    (app) => cluster(app, { encryption: lib.Encryption.withKey(undefined) }),
  ],
  ['encryption with an empty key', 'type-invalid', (app) => cluster(app, { encryption: lib.Encryption.withKey('') })],
  ['encryption: true', 'choice-invalid', (app) => cluster(app, { encryption: true })],
  [
    'a key itself for its id',
    'type-invalid',
    (app) => cluster(app, { encryption: lib.Encryption.withKey(new lib.KmsKey(cloud(new App()), 'key')) }),
  ],
  ['the text false for network policies', 'type-invalid', (app) => cluster(app, { networkPolicies: 'false' })],
  ['the id of a security group', 'type-invalid', (app) => cluster(app, { securityGroup: 'sg-1' })],
  [
    'a day for days',
    'type-invalid',
    (app) => cluster(app, { maintenance: { weekdays: 'Monday', start: '02:00', hours: 3 } }),
  ],
  ['a name for the id of a cluster to adopt', 'resource-id-invalid', (app) => cluster(app, { adopt: 'my-cluster' })],
  [
    'half of the internet for a public API server',
    'endpoint-open',
    (app) => cluster(app, { endpoint: lib.Endpoint.public({ allow: ['0.0.0.0/1'] }) }),
  ],
  [
    'a blank reason for a public API server',
    'type-invalid',
    (app) => cluster(app, { endpoint: lib.Endpoint.public({ allow: ['0.0.0.0/0'], reason: ' ' }) }),
  ],
  [
    'Services on a reserved range',
    'cidr-overlap',
    (app) => cluster(app, { serviceCidr: '192.168.0.0/20' }, { reserved: ['192.168.0.0/16'] }),
  ],
  ['an existing cluster without an id', 'value-missing', (app) => known(app, { clusterId: undefined })],
  ['an existing cluster by its name', 'resource-id-invalid', (app) => known(app, { clusterId: 'my cluster' })],
  ['an existing cluster of a kind that is none', 'cluster-kind', (app) => known(app, { kind: 'edge' })],
  ['a pool without props', 'list-empty', (app) => cluster(app).addNodePool('workers')],
  [
    'a pool of a cluster’s id',
    'type-invalid',
    (app) => new lib.NodePool(cloud(app), 'workers', { cluster: 'c1', instanceTypes: TYPES, size: 3 }),
  ],
  ['text for zones of a pool', 'type-invalid', (app) => pool(app, { zones: 'cn-hangzhou-h' })],
  ['text for billing', 'choice-invalid', (app) => pool(app, { billing: 'spot' })],
  [
    'price limits that are null',
    'type-invalid',
    (app) => pool(app, { billing: lib.Billing.spot({ priceLimits: null }) }),
  ],
  ['an image without an id', 'type-invalid', (app) => pool(app, { image: { imageId: '' } })],
  ['a disk’s size by another name', 'prop-unknown', (app) => pool(app, { systemDisk: { size: 500 } })],
  ['a disk encrypted with an empty key', 'type-invalid', (app) => pool(app, { systemDisk: { kmsKeyId: '' } })],
  ['null among disks', 'type-invalid', (app) => pool(app, { dataDisks: [null] })],
  ['a number for a label', 'type-invalid', (app) => pool(app, { labels: { tier: 5 } })],
  ['a label that is undefined', 'value-missing', (app) => pool(app, { labels: { tier: undefined } })],
  ['text for a taint', 'type-invalid', (app) => pool(app, { taints: ['a=b:NoSchedule'] })],
  ['a kubelet setting that is none', 'prop-unknown', (app) => pool(app, { kubelet: { maxpods: 110 } })],
  [
    'images collected below where collecting stops',
    'number-invalid',
    (app) => pool(app, { kubelet: { imageGcHighPercent: 60, imageGcLowPercent: 60 } }),
  ],
  ['a log size in words', 'type-invalid', (app) => pool(app, { kubelet: { containerLogMaxSize: 'big' } })],
  [
    'more Pods than a Flannel node has addresses for',
    'capacity-addresses',
    (app) => pool(app, { kubelet: { maxPods: 64 } }, { podNetwork: lib.PodNetwork.flannel({ nodeMask: 26 }) }),
  ],
  ['the text false for repairs', 'type-invalid', (app) => pool(app, { management: { autoRepair: 'false' } })],
  [
    'a deployment set without an id',
    'value-missing',
    (app) => pool(app, { deploymentSet: lib.DeploymentSet.withId(undefined) }),
  ],
  ['a number for user data', 'type-invalid', (app) => pool(app, { userData: 5 })],
  ['the id of a pool alone to adopt', 'resource-id-invalid', (app) => pool(app, { adopt: POOL.split(':')[1] })],
  [
    'a log project of another name than the adopted one',
    'choice-conflict',
    (app) => new lib.LogProject(cloud(app), 'logs', { adopt: 'my-logs', name: 'our-logs' }),
  ],
  [
    'a log project to adopt that cannot exist',
    'name-invalid',
    (app) => new lib.LogProject(cloud(app), 'logs', { adopt: 'My Logs' }),
  ],
  [
    'an existing log project without a name',
    'value-missing',
    (app) => lib.LogProject.fromAttributes(cloud(app), 'logs', {}),
  ],
  ['an existing key without an id', 'value-missing', (app) => lib.KmsKey.fromAttributes(cloud(app), 'key', {})],
  ['null for the props of a key', 'value-missing', (app) => new lib.KmsKey(cloud(app), 'key', null)],
  ['an account set-up without roles', 'value-missing', (app) => setup(app, {})],
  ['names for roles', 'type-invalid', (app) => setup(app, { roles: ['AliyunCSDefaultRole'] })],
  ['a role of no kind', 'choice-invalid', (app) => setup(app, { roles: [{ ...ROLE, kind: 'role' }] })],
  [
    'text for roles that exist',
    'type-invalid',
    (app) => setup(app, { roles: [ROLE], existing: 'AliyunCSDefaultRole' }),
  ],
  [
    'a service-linked role that exists, without its name',
    'value-missing',
    (app) =>
      setup(app, {
        roles: [{ ...ROLE, name: 'nat.aliyuncs.com', kind: 'service-linked-role' }],
        existing: ['nat.aliyuncs.com'],
      }),
  ],
  ['a service opened twice', 'list-duplicate', (app) => setup(app, { roles: [ROLE], activate: ['ack', 'ack'] })],
  [
    'text for a state',
    'choice-invalid',
    (app) => new lib.CloudStack(app, 'shop', { region: 'cn-hangzhou', state: 'oss' }),
  ],
  ['null for tags', 'type-invalid', (app) => new lib.CloudStack(app, 'shop', { region: 'cn-hangzhou', tags: null })],
  [
    'a provisioned Basic',
    'prop-unknown',
    (app) => cluster(app, { controlPlane: { tier: 'basic', provisioned: 'xlarge' } }),
  ],
  [
    'a provisioned size that is none',
    'choice-invalid',
    (app) => cluster(app, { controlPlane: lib.ControlPlane.provisioned('8xlarge') }),
  ],
  ['masters of a managed cluster', 'cluster-kind', (app) => cluster(app, { masters: 3 })],
  ['a dedicated cluster without props', 'value-missing', (app) => dedicated(app, null)],
  ['masters that nobody logs in to', 'value-missing', (app) => dedicated(app, { ...MASTERS, login: undefined })],
  [
    'the name of a key pair for a way to log in',
    'choice-invalid',
    (app) => dedicated(app, { ...MASTERS, login: 'ops' }),
  ],
  ['a key pair without a name', 'value-missing', (app) => dedicated(app, { ...MASTERS, login: lib.Login.keyPair() })],
  [
    'a password in clear',
    'prop-unknown',
    (app) => dedicated(app, { ...MASTERS, login: { ...MASTERS.login, password: 'x' } }),
  ],
  [
    'a password without its ciphertext',
    'value-missing',
    (app) => dedicated(app, { ...MASTERS, login: lib.Login.encryptedPassword({}) }),
  ],
  ['text for the number of masters', 'choice-invalid', (app) => dedicated(app, { ...MASTERS, masters: '3' })],
  [
    'one type for masters as text',
    'master-types',
    (app) => dedicated(app, { ...MASTERS, masterTypes: 'ecs.g7.xlarge' }),
  ],
  [
    'a number among types of masters',
    'instance-type-invalid',
    (app) => dedicated(app, { ...MASTERS, masterTypes: [4] }),
  ],
  [
    'a size of a master’s disk by another name',
    'prop-unknown',
    (app) => dedicated(app, { ...MASTERS, masterDisk: { size: 120 } }),
  ],
  [
    'a disk that masters cannot have',
    'choice-invalid',
    (app) => dedicated(app, { ...MASTERS, masterDisk: { category: 'cloud_auto' } }),
  ],
  [
    'encryption of a dedicated cluster',
    'cluster-kind',
    (app) => dedicated(app, { ...MASTERS, encryption: lib.Encryption.withNewKey() }),
  ],
  ['a virtual node of a dedicated cluster', 'cluster-kind', (app) => dedicated(app, MASTERS).addVirtualNode()],
  ['a virtual node that a dedicated cluster is given', 'cluster-kind', (app) => virtualNode(dedicated(app, MASTERS))],
  [
    'nodes of a Serverless cluster',
    'cluster-kind',
    (app) => serverless(app).addNodePool('workers', { instanceTypes: TYPES, size: 3 }),
  ],
  ['a node pool that a Serverless cluster is given', 'cluster-kind', (app) => nodePool(serverless(app))],
  ['a virtual node of a Serverless cluster', 'cluster-kind', (app) => serverless(app).addVirtualNode()],
  ['a virtual node that a Serverless cluster is given', 'cluster-kind', (app) => virtualNode(serverless(app))],
  [
    'a provisioned Serverless cluster',
    'cluster-kind',
    (app) => serverless(app, { controlPlane: lib.ControlPlane.provisioned('xlarge') }),
  ],
  ['Flannel’s range for a Serverless cluster', 'cluster-kind', (app) => serverless(app, { podCidr: '172.20.0.0/16' })],
  ['a Serverless cluster with empty maintenance', 'value-missing', (app) => serverless(app, { maintenance: {} })],
  [
    'the old name of a service discovery',
    'choice-invalid',
    (app) => serverless(app, { serviceDiscovery: ['CoreDNS'] }),
  ],
  [
    'a factory of service discovery that was not called',
    'choice-invalid',
    (app) => serverless(app, { serviceDiscovery: lib.ServiceDiscovery.coreDns }),
  ],
  ['the text true for network policies', 'type-invalid', (app) => serverless(app, { networkPolicies: 'true' })],
  [
    'a Serverless cluster without a network',
    'value-missing',
    (app) => new lib.ServerlessCluster(cloud(app), 'cluster', {}),
  ],
  [
    'an existing Serverless cluster by the class of managed ones',
    'cluster-kind',
    (app) => known(app, { kind: 'serverless' }),
  ],
  [
    'an existing cluster without attributes',
    'value-missing',
    (app) => lib.DedicatedCluster.fromAttributes(cloud(app), 'known'),
  ],
  [
    'an address of an API server without a scheme',
    'api-server-invalid',
    (app) => known(app, { apiServer: { private: '10.0.0.1' } }),
  ],
  [
    'text for the addresses of an API server',
    'type-invalid',
    (app) => known(app, { apiServer: 'https://10.0.0.1:6443' }),
  ],
  ['null among components', 'type-invalid', (app) => known(app, { addons: [null] })],
])('%s: %s', (_title, code, program) => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'wrong-')) });
  const problems = problemsOf(() => {
    program(app);
    app.synth();
  });
  expect(problems.map((problem) => problem.code)).toContain(code);
  problems.forEach(({ what, fix }) => expect(`${what} ${fix}`).not.toContain('[object'));
});
