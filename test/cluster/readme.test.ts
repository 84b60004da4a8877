import { App } from 'cdktf';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_LOGS_DEFAULTS } from '../../lib/cluster/cluster-logs';
import { DedicatedCluster } from '../../lib/cluster/dedicated-cluster';
import { Login } from '../../lib/cluster/login';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { MAX_CONTROL_PLANE_VSWITCHES } from '../../lib/cluster/managed-cluster-defaults';
import { MASTER_DISK_DEFAULTS } from '../../lib/cluster/masters';
import { DISK_DEFAULTS } from '../../lib/cluster/nodes/disks';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { Network } from '../../lib/network/network';
import { PodNetwork } from '../../lib/network/pod-network';
import { SecurityGroup } from '../../lib/network/security-group';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { hclOf } from '../../lib/testing';

const README = readFileSync(join(__dirname, '../../lib/cluster/README.md'), 'utf8');

const CLUSTER = 'cs_managed_kubernetes|cs_kubernetes|cs_kubernetes_node_pool';

/** The blocks of the cluster and its pools that a program of the README makes in a new network. */
async function blocks(build: (cloud: CloudStack, network: Network) => unknown): Promise<string> {
  const cloud = new CloudStack(new App(), 'shop-cloud', { region: 'cn-hangzhou' });
  build(cloud, new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] }));
  return blocksOf(cloud);
}

async function blocksOf(cloud: CloudStack): Promise<string> {
  const hcl = await hclOf(cloud);
  const found = hcl.matchAll(new RegExp(`^resource "alicloud_(${CLUSTER})" [\\s\\S]*?^}$`, 'gm'));
  return [...found].map(([block]) => block.replace(/^\s*\n/gm, '')).join('\n\n');
}

/** The first HCL that the README shows below a heading. */
function shownBelow(heading: string): string {
  const section = README.slice(README.indexOf(`\n## ${heading}\n`));
  return /^```hcl\n([\s\S]*?)^```/m.exec(section)![1]!.trim();
}

const TYPES = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];

test('the HCL in the README is the HCL of its smallest program', async () => {
  const made = await blocks((cloud, network) =>
    new ManagedCluster(cloud, 'cluster', { network }).addNodePool('workers', {
      instanceTypes: TYPES,
      size: { min: 3, max: 12 },
    }),
  );
  expect(shownBelow('The HCL it makes')).toBe(made);
});

test('the HCL of the Serverless cluster is that of its program', async () => {
  const made = await blocks((cloud, network) => new ServerlessCluster(cloud, 'cluster', { network }));
  expect(shownBelow('A Serverless cluster')).toBe(made);
});

test('the HCL of the dedicated cluster is that of its program, nodes apart', async () => {
  const cloud = new CloudStack(new App(), 'shop-cloud', { region: 'cn-hangzhou' });
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
    masterTypes: ['ecs.g7.xlarge'],
    login: Login.keyPair('ops'),
    securityGroup: SecurityGroup.fromAttributes(cloud, 'group', { securityGroupId: 'sg-bp1a2b3c4d', type: 'basic' }),
    adopt: 'c0123456789abcdef0123456789abcdef',
  });
  expect(shownBelow('A dedicated cluster')).toBe(await blocksOf(cloud));
});

test('the defaults in the README are those of the library', () => {
  expect(README).toContain(`own project, ${CLUSTER_LOGS_DEFAULTS.retentionDays} days`);
  expect(README).toContain(
    `${DISK_DEFAULTS.systemSizeGib} GiB \`${DISK_DEFAULTS.category}\` ${DISK_DEFAULTS.performanceLevel}, encrypted`,
  );
  const { sizeGib, category, performanceLevel } = MASTER_DISK_DEFAULTS;
  expect(README).toMatch(new RegExp(`masterDisk\` +\\| ${sizeGib} GiB \`${category}\` ${performanceLevel} `));
  expect(MAX_CONTROL_PLANE_VSWITCHES).toBe(5);
  expect(README).toContain('the network’s, at most five'.replace('’', "'"));
});
