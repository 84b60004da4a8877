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
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { hclOf } from '../../lib/testing';

const README = readFileSync(join(__dirname, '../../lib/cluster/README.md'), 'utf8');

const CLUSTER = 'cs_managed_kubernetes|cs_kubernetes|cs_kubernetes_node_pool';

/** The blocks of the cluster and its pools that a program of the README makes in a network of these zones. */
async function blocks(zones: string, build: (cloud: CloudStack, network: Network) => unknown): Promise<string> {
  const cloud = new CloudStack(new App(), 'shop-cloud', { region: 'cn-hangzhou' });
  build(cloud, new Network(cloud, 'network', { zones: [...zones].map((letter) => `cn-hangzhou-${letter}`) }));
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
  const made = await blocks('hi', (cloud, network) =>
    new ManagedCluster(cloud, 'cluster', { network }).addNodePool('workers', {
      instanceTypes: TYPES,
      size: { min: 3, max: 12 },
    }),
  );
  expect(shownBelow('The HCL it makes')).toBe(made);
});

test('the HCL of the Serverless cluster is that of its program', async () => {
  const made = await blocks('hi', (cloud, network) => new ServerlessCluster(cloud, 'cluster', { network }));
  expect(shownBelow('A Serverless cluster')).toBe(made);
});

test('the HCL of the dedicated cluster is that of its program, nodes apart', async () => {
  const masters = { masterTypes: ['ecs.g7.xlarge'], login: Login.keyPair('ops') };
  const made = await blocks('hij', (cloud, network) => new DedicatedCluster(cloud, 'cluster', { network, ...masters }));
  expect(shownBelow('A dedicated cluster')).toBe(made);
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
