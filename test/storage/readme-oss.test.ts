import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { OssBucket } from '../../lib/storage/oss-bucket';
import { OSS_BUCKET_DEFAULTS } from '../../lib/storage/oss-bucket-props';
import { LIFECYCLE_DEFAULTS } from '../../lib/storage/oss-lifecycle';
import { ServiceAccount } from '../../lib/workload/access/service-account';
import { Namespace } from '../../lib/workload/namespace';
import { blocksOf, fenced } from '../support/hcl-blocks';

const README = join(__dirname, '../../lib/storage/README.md');

test('the HCL in the README is that of its program', async () => {
  const app = new App();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const files = new OssBucket(cloud, 'files');
  const shop = new Namespace(new WorkloadStack(app, 'shop-apps', { cluster }), 'shop');
  files.grantRead(new ServiceAccount(shop, 'uploader'), { prefix: 'images/' });
  const shown = fenced(README, 'hcl');
  expect(shown).toContain(await blocksOf(cloud, /^alicloud_oss_/));
  expect(shown).toContain(await blocksOf(cloud, /^alicloud_ram_policy$/));
});

test('the defaults in the README are those of the library', () => {
  const text = readFileSync(README, 'utf8').replace(/\s+/g, ' ');
  expect(OSS_BUCKET_DEFAULTS).toMatchObject({
    encryption: { kind: 'aes256' },
    redundancy: 'zones',
    storageClass: 'standard',
  });
  expect(text).toContain(`unfinished uploads after ${LIFECYCLE_DEFAULTS.abortUploadsAfterDays} days`);
  expect(text).toContain(`old versions after ${LIFECYCLE_DEFAULTS.deleteOldVersionsAfterDays}`);
});
