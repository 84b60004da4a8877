import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { Construct } from 'constructs';
import {
  AccountSetup,
  Billing,
  CloudStack,
  CODES,
  ControlPlane,
  Encryption,
  Endpoint,
  ManagedCluster,
  Network,
  Peer,
  PodNetwork,
  Port,
  SecurityGroup,
  State,
  type Code,
  type NetworkProps,
  type NodePoolProps,
} from 'alicloud-constructs';
import { problemsOf } from './support/problems';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const TYPES = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];

const cloud = (app: App, id = 'shop-cloud') => new CloudStack(app, id, { region: 'cn-hangzhou' });
const network = (app: App, props: Partial<NetworkProps> = {}) =>
  new Network(cloud(app), 'network', { zones: ZONES, ...props });
const cluster = (app: App, props: Partial<NetworkProps> = {}) => {
  const made = network(app, props);
  return new ManagedCluster(made.node.scope as CloudStack, 'cluster', { network: made });
};
const pool = (app: App, props: Partial<NodePoolProps>, on: Partial<NetworkProps> = {}) =>
  cluster(app, on).addNodePool('workers', { instanceTypes: TYPES, size: 3, ...props });
const imported = {
  vpcId: 'vpc-bp1aevy8sofi8mh1qc5cm',
  cidrs: ['10.0.0.0/16'],
  vswitches: [{ vswitchId: 'vsw-bp1aevy8sofi8mh1qc5c0', zone: 'cn-hangzhou-h', purpose: 'nodes', cidr: '10.0.0.0/24' }],
  podNetwork: PodNetwork.flannel({ podCidr: '172.20.0.0/16' }),
  serviceCidr: '172.21.0.0/20',
};

/** A wrong program: what it gets wrong, the code, the path, and the edit that it is told. */
type Wrong = [title: string, code: Code, path: string, fix: RegExp, program: (app: App) => unknown];

const WRONG: Wrong[] = [
  [
    'host bits in the VPC’s range',
    'cidr-host-bits',
    'shop-cloud/network',
    /10\.0\.0\.0\/16/,
    (app) => network(app, { vpcCidr: '10.0.3.1/16' }),
  ],
  [
    'a VPC range without a mask',
    'cidr-invalid',
    'shop-cloud/network',
    /10\.0\.0\.0\/16/,
    (app) => network(app, { vpcCidr: '10.0.0.0' }),
  ],
  ['a mask past 32', 'cidr-mask', 'shop-cloud/network', /\//, (app) => network(app, { vpcCidr: '10.0.0.0/33' })],
  [
    'letters behind an address',
    'cidr-invalid',
    'shop-cloud/network',
    /10\.0\.0\.0\/16/,
    (app) => network(app, { vpcCidr: '10.0.0.1abc/16' }),
  ],
  [
    'a VPC in the cloud’s own range',
    'cidr-forbidden',
    'shop-cloud/network',
    /./,
    (app) => network(app, { vpcCidr: '100.64.0.0/16' }),
  ],
  [
    'Services inside the VPC',
    'cidr-overlap',
    'shop-cloud/network',
    /172\.|192\./,
    (app) => network(app, { serviceCidr: '10.0.16.0/20' }),
  ],
  [
    'a VPC on an on-premises range',
    'cidr-overlap',
    'shop-cloud/network',
    /./,
    (app) => network(app, { reserved: [{ name: 'office', cidr: '10.0.128.0/17' }] }),
  ],
  [
    'Flannel’s Pods inside the VPC',
    'cidr-overlap',
    'shop-cloud/network',
    /./,
    (app) => network(app, { podNetwork: PodNetwork.flannel({ podCidr: '10.0.0.0/20' }) }),
  ],
  [
    'one zone in production',
    'zone-count',
    'shop-cloud/network',
    /sandbox|zone/,
    (app) => network(app, { zones: ['cn-hangzhou-h'] }),
  ],
  ['no zone', 'list-empty', 'shop-cloud/network', /zones: \[/, (app) => network(app, { zones: [] })],
  [
    'a zone twice',
    'list-duplicate',
    'shop-cloud/network',
    /once/,
    (app) => network(app, { zones: ['cn-hangzhou-h', 'cn-hangzhou-h'] }),
  ],
  [
    'a zone of another region',
    'zone-region',
    'shop-cloud/network',
    /cn-hangzhou/,
    (app) => network(app, { zones: ['cn-hangzhou-h', 'cn-shanghai-b'] }),
  ],
  [
    'a zone that no region has',
    'zone-invalid',
    'shop-cloud/network',
    /./,
    (app) => network(app, { zones: ['cn-hangzhou-h', 'hangzhou'] }),
  ],
  [
    'NaN addresses',
    'number-invalid',
    'shop-cloud/network',
    /pods: 250/,
    (app) => network(app, { perZone: { pods: NaN } }),
  ],
  [
    'negative addresses',
    'number-invalid',
    'shop-cloud/network',
    /nodes: 250/,
    (app) => network(app, { perZone: { nodes: -5 } }),
  ],
  [
    'more Pods than the range holds',
    'capacity-addresses',
    'shop-cloud/network',
    /\//,
    (app) => network(app, { perZone: { pods: 4000 } }),
  ],
  [
    'more nodes than the Pod range holds',
    'capacity-nodes',
    'shop-cloud/cluster',
    /./,
    (app) => {
      pool(
        app,
        { size: { min: 3, max: 400 } },
        { podNetwork: PodNetwork.flannel({ podCidr: '172.20.0.0/16', nodeMask: 24 }) },
      );
    },
  ],
  [
    'a new range and an imported network',
    'choice-conflict',
    'shop-cloud/network',
    /vpcCidr/,
    (app) => {
      Network.fromAttributes(cloud(app), 'network', { ...imported, vpcCidr: '10.0.0.0/16' } as never);
    },
  ],
  [
    'a new network that names an existing VPC',
    'choice-conflict',
    'shop-cloud/network',
    /fromAttributes/,
    (app) => network(app, { vpcId: imported.vpcId } as never),
  ],
  [
    'an imported vSwitch outside its VPC',
    'cidr-outside',
    'shop-cloud/network',
    /./,
    (app) => {
      const vswitches = [{ ...imported.vswitches[0]!, cidr: '10.9.0.0/24' }];
      Network.fromAttributes(cloud(app), 'network', { ...imported, vswitches } as never);
    },
  ],
  [
    'two stacks of one name',
    'stack-name-duplicate',
    'shop/shop-cloud',
    /shop-shop-cloud/,
    (app) => {
      cloud(app);
      new CloudStack(new Construct(app, 'shop'), 'shop-cloud', { region: 'cn-hangzhou' });
    },
  ],
  ['Default as a stack’s id', 'id-reserved', 'Default', /another id/, (app) => cloud(app, 'Default')],
  [
    'Default as a construct’s id',
    'id-reserved',
    'shop-cloud/Default',
    /another id/,
    (app) => new Network(cloud(app), 'Default', { zones: ZONES }),
  ],
  [
    'the same id twice',
    'id-duplicate',
    'shop-cloud/network',
    /network-2/,
    (app) => new Network(network(app).node.scope as CloudStack, 'network', { zones: ZONES }),
  ],
  [
    'a zone as a region',
    'region-invalid',
    'shop-cloud',
    /cn-hangzhou"/,
    (app) => new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou-h' }),
  ],
  [
    'a state without a lock',
    'state-invalid',
    'shop-cloud',
    /lock/,
    (app) => {
      new CloudStack(app, 'shop-cloud', {
        region: 'cn-hangzhou',
        state: State.oss({ bucket: 'b', region: 'cn-hangzhou' } as never),
      });
    },
  ],
  [
    'a construct outside a CloudStack',
    'no-cloud-stack',
    'network',
    /CloudStack/,
    (app) => new Network(app, 'network', { zones: ZONES }),
  ],
  [
    'a cluster name that is too long',
    'name-invalid',
    'shop-cloud/cluster',
    /63/,
    (app) => {
      const made = network(app);
      new ManagedCluster(made.node.scope as CloudStack, 'cluster', { network: made, name: 'x'.repeat(64) });
    },
  ],
  [
    'encryption on a Basic cluster',
    'tier-basic',
    'shop-cloud/cluster',
    /ControlPlane\.pro/,
    (app) => {
      const made = network(app);
      const props = { network: made, controlPlane: ControlPlane.basic(), encryption: Encryption.withNewKey() };
      new ManagedCluster(made.node.scope as CloudStack, 'cluster', props);
    },
  ],
  [
    'an API server open to everybody',
    'endpoint-open',
    'shop-cloud/cluster',
    /reason/,
    (app) => {
      const made = network(app);
      new ManagedCluster(made.node.scope as CloudStack, 'cluster', {
        network: made,
        endpoint: Endpoint.public({ allow: ['0.0.0.0/0'] }),
      });
    },
  ],
  ['no instance type', 'list-empty', 'shop-cloud/cluster/workers', /ecs\./, (app) => pool(app, { instanceTypes: [] })],
  [
    'nodes that are too small',
    'instance-type-small',
    'shop-cloud/cluster/workers',
    /xlarge/,
    (app) => pool(app, { instanceTypes: ['ecs.g7.large', 'ecs.g8i.large'] }),
  ],
  ['a negative size', 'number-invalid', 'shop-cloud/cluster/workers', /size/, (app) => pool(app, { size: -1 })],
  [
    'a size that is no number',
    'number-invalid',
    'shop-cloud/cluster/workers',
    /size/,
    (app) => pool(app, { size: NaN }),
  ],
  [
    'a least size above the most',
    'size-invalid',
    'shop-cloud/cluster/workers',
    /min|max/,
    (app) => pool(app, { size: { min: 9, max: 3 } }),
  ],
  [
    'months that cannot be bought',
    'choice-invalid',
    'shop-cloud/cluster/workers',
    /12/,
    (app) => pool(app, { billing: Billing.subscription({ months: 5 as never }) }),
  ],
  [
    'a security group open to everybody',
    'rule-open',
    'shop-cloud/group',
    /because/,
    (app) => {
      const made = network(app);
      new SecurityGroup(made.node.scope as CloudStack, 'group', { network: made }).allowFrom(
        Peer.cidr('0.0.0.0/0'),
        Port.tcp(443),
      );
    },
  ],
  [
    'an account set-up without roles',
    'list-empty',
    'account',
    /roles/,
    (app) => new AccountSetup(app, 'account', { region: 'cn-hangzhou', roles: [] }),
  ],
];

test.each(WRONG)('%s: %s', (_title, code, path, fix, program) => {
  const outdir = mkdtempSync(join(tmpdir(), 'wrong-'));
  const app = new App({ outdir });
  const problems = problemsOf(() => {
    program(app);
    app.synth();
  });
  expect(problems.map((problem) => problem.code)).toContain(code);
  const problem = problems.find((one) => one.code === code)!;
  expect(problem.path).toBe(path);
  expect(problem.what.length).toBeGreaterThan(10);
  expect(problem.fix).toMatch(fix);
  expect(CODES).toHaveProperty([code]);
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(outdir, file)).isFile(),
  );
  expect(files).toEqual([]);
});

test('several mistakes of one construct are told in one error', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'wrong-')) });
  const codes = problemsOf(() =>
    network(app, { zones: ['cn-hangzhou-h'], vpcCidr: '10.0.0.1/16', name: 'x'.repeat(200), perZone: { data: 1.5 } }),
  ).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['zone-count', 'cidr-host-bits', 'name-invalid', 'number-invalid']));
});
