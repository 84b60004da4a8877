import { join } from 'node:path';
import { App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { NasFileSystem } from '../../lib/storage/nas-file-system';
import { NasStorageClass } from '../../lib/workload/volumes/nas-storage-class';
import { blocksOf, fenced } from '../support/hcl-blocks';

const README = join(__dirname, '../../lib/storage/README.md');

test('the HCL of a file system in the README is that of its program', async () => {
  const app = new App();
  const cloud = new CloudStack(app, 'blog-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const files = new NasFileSystem(cloud, 'files', {
    network,
    lifecycle: { afterDays: 30 },
    backup: { retentionDays: 14 },
  });
  const apps = new WorkloadStack(app, 'blog-apps', { cluster });
  new NasStorageClass(apps, 'shared', { files, directory: '/claims' });
  const shown = fenced(README, 'hcl');
  expect(shown).toContain(await blocksOf(cloud, /^alicloud_(nas_(?!access_rule)|hbr_)/));
  expect(shown).toContain(await blocksOf(apps, /^kubernetes_storage_class_v1$/));
});
