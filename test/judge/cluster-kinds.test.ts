import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import {
  CloudStack,
  ControlPlane,
  DedicatedCluster,
  Encryption,
  Endpoint,
  Login,
  ManagedCluster,
  Network,
  PodNetwork,
  SecurityGroup,
  ServerlessCluster,
  ServiceDiscovery,
} from 'alicloud-constructs';
import { Testing } from 'cdktf';
import { KINDS, program } from '../cluster/kinds-program';

test.each(KINDS)(
  'Terraform accepts, applies, plans again without a change, and destroys the program on a cluster that is %s',
  async (kind) => {
    const rehearsal = await rehearse(program(kind).app);
    expect(describeFailures(rehearsal)).toBe('');
    expect(rehearsal.steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['apply', 'plan again', 'change', 'refresh', 'unprotect', 'destroy']),
    );
    // The provider has deprecated the only type of resource for dedicated clusters.
    const deprecated = kind === 'dedicated' ? [expect.stringContaining('Deprecated resource')] : [];
    expect(warningsOf(rehearsal)).toEqual(deprecated);
  },
  120_000,
);

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const OFFICE = Endpoint.public({ allow: ['203.0.113.7/32'] });

test('Terraform accepts the other choices of dedicated and Serverless clusters, and plans again without a change', async () => {
  const app = Testing.app();
  const masters = new CloudStack(app, 'masters', { region: 'cn-hangzhou', protection: 'sandbox' });
  new DedicatedCluster(masters, 'cluster', {
    network: new Network(masters, 'network', { zones: ZONES, podNetwork: PodNetwork.flannel() }),
    masters: 5,
    masterTypes: ['ecs.g7.xlarge', 'ecs.g7.xlarge', 'ecs.g8i.xlarge', 'ecs.g8i.xlarge', 'ecs.g9i.xlarge'],
    masterDisk: { category: 'cloud_ssd', sizeGib: 200 },
    login: Login.encryptedPassword({ ciphertext: 'NmQyY2ZhMjct', context: { app: 'shop' } }),
    version: '1.34',
    endpoint: OFFICE,
  }).addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 1, max: 3 } });
  const pods = new CloudStack(app, 'pods', { region: 'cn-hangzhou', protection: 'sandbox' });
  const network = new Network(pods, 'network', { zones: ZONES });
  const serviceDiscovery = ServiceDiscovery.privateZone();
  const controlPlane = ControlPlane.basic();
  new ServerlessCluster(pods, 'basic', { network, controlPlane, serviceDiscovery, endpoint: OFFICE });
  new ServerlessCluster(pods, 'policies', {
    network,
    networkPolicies: true,
    version: '1.34.1-aliyun.1',
    encryption: Encryption.withNewKey(),
    maintenance: { weekdays: ['Tuesday'], start: '02:00', hours: 3, autoUpgrade: 'patch' },
  });
  expect(describeFailures(await rehearse(app))).toBe('');
}, 120_000);

test('Terraform takes over a dedicated cluster that exists, and plans nothing the second time', async () => {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'masters', { region: 'cn-hangzhou' });
  const network = Network.fromAttributes(cloud, 'network', {
    vpcId: 'vpc-bp1a2b3c4d',
    cidrs: ['10.0.0.0/16'],
    vswitches: [...'hij'].map((letter, at) => ({
      vswitchId: `vsw-bp1${letter}`,
      zone: `cn-hangzhou-${letter}`,
      purpose: 'nodes',
      cidr: `10.0.${at * 4}.0/22`,
    })),
    podNetwork: PodNetwork.flannel({ podCidr: '172.20.0.0/16', nodeMask: 25 }),
    serviceCidr: '172.21.0.0/20',
    internet: true,
  });
  new DedicatedCluster(cloud, 'cluster', {
    network,
    masters: 5,
    masterTypes: ['ecs.g9i.4xlarge'],
    login: Login.keyPair('ops'),
    securityGroup: SecurityGroup.fromAttributes(cloud, 'group', { securityGroupId: 'sg-bp1a2b3c4d', type: 'basic' }),
    adopt: 'c0123456789abcdef0123456789abcdef',
  });
  const rehearsal = await rehearse(app, { extent: 'apply' });
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.steps.map(({ step }) => step)).toContain('plan again');
}, 60_000);

test('Terraform takes over managed and Serverless clusters that exist, and plans nothing the second time', async () => {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'running', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ZONES });
  const group = (id: string) =>
    SecurityGroup.fromAttributes(cloud, `${id}-group`, { securityGroupId: `sg-bp1${id}`, type: 'enterprise' });
  new ManagedCluster(cloud, 'nodes', {
    network,
    securityGroup: group('nodes'),
    adopt: 'c0123456789abcdef0123456789abcdef',
  });
  new ServerlessCluster(cloud, 'pods', {
    network,
    securityGroup: group('pods'),
    adopt: 'c1123456789abcdef0123456789abcdef',
  });
  const rehearsal = await rehearse(app, { extent: 'apply' });
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.steps.map(({ step }) => step)).toContain('plan again');
}, 60_000);
