import { App } from 'cdktf';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_LOGS_DEFAULTS } from '../../lib/cluster/cluster-logs';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { MAX_CONTROL_PLANE_VSWITCHES } from '../../lib/cluster/managed-cluster-defaults';
import { DISK_DEFAULTS } from '../../lib/cluster/nodes/disks';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { hclOf } from '../../lib/testing';

const README = readFileSync(join(__dirname, '../../lib/cluster/README.md'), 'utf8');

/** The blocks of two resource types, as the smallest program of the README makes them. */
async function smallest(): Promise<string> {
  const cloud = new CloudStack(new App(), 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  const hcl = await hclOf(cloud);
  const blocks = hcl.matchAll(/^resource "alicloud_cs_(managed_kubernetes|kubernetes_node_pool)" [\s\S]*?^}$/gm);
  return [...blocks].map(([block]) => block.replace(/^\s*\n/gm, '')).join('\n\n');
}

test('the HCL in the README is the HCL of its smallest program', async () => {
  const [, shown] = /^```hcl\n([\s\S]*?)^```/m.exec(README)!;
  expect(shown!.trim()).toBe(await smallest());
});

test('the defaults in the README are those of the library', () => {
  expect(README).toContain(`own project, ${CLUSTER_LOGS_DEFAULTS.retentionDays} days`);
  expect(README).toContain(
    `${DISK_DEFAULTS.systemSizeGib} GiB \`${DISK_DEFAULTS.category}\` ${DISK_DEFAULTS.performanceLevel}, encrypted`,
  );
  expect(MAX_CONTROL_PLANE_VSWITCHES).toBe(5);
  expect(README).toContain('the network’s, at most five'.replace('’', "'"));
});
