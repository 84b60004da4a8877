import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import {
  CloudStack,
  ControlPlane,
  DedicatedCluster,
  Endpoint,
  Login,
  Network,
  PodNetwork,
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
  new ServerlessCluster(pods, 'policies', { network, networkPolicies: true, version: '1.34.1-aliyun.1' });
  expect(describeFailures(await rehearse(app))).toBe('');
}, 120_000);
