import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { Addon } from '../../../lib/cluster/addons/addon';
import { CATALOGUE } from '../../../lib/cluster/addons/catalogue';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { LogProject } from '../../../lib/logs/log-project';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { blocksOf, fenced } from '../../support/hcl-blocks';
import { addonTable } from './addon-table';

const README = join(__dirname, '../../../lib/cluster/addons/README.md');

test('the HCL in the README is the HCL of its smallest program', async () => {
  const cloud = new CloudStack(new App(), 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3 });
  cluster.addVirtualNode();
  cluster.addAddon(Addon.ingressAlb());
  cluster.addAddon(Addon.policies());
  cluster.addAddon(Addon.logs({ project: new LogProject(cloud, 'logs') }));
  expect(fenced(README, 'hcl')).toEqual([await blocksOf(cloud, /kubernetes_addon$/)]);
});

test('the table in the README is the catalogue', () => {
  expect(readFileSync(README, 'utf8')).toContain(`\n${addonTable(CATALOGUE)}\n`);
});
