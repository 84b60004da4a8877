import { App } from 'cdktf';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hclOf } from '../../lib/testing';
import { JobWorkload } from '../../lib/workload/jobs/job-workload';
import { ScheduledJob } from '../../lib/workload/jobs/scheduled-job';
import { Namespace } from '../../lib/workload/namespace';
import { StatefulService } from '../../lib/workload/stateful/stateful-service';
import { PersistentClaim } from '../../lib/workload/volumes/persistent-claim';
import { StaticVolume } from '../../lib/workload/volumes/static-volume';
import { Provisioner, StorageClass } from '../../lib/workload/volumes/storage-class';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';

/** The HCL that a README shows. */
function shownIn(readme: string): string {
  const text = readFileSync(join(__dirname, '../../lib/workload', readme), 'utf8');
  return /^```hcl\n([\s\S]*?)^```/m.exec(text)![1]!.trim();
}

/** Blocks of some resource types of a stack. */
async function blocks(stack: WorkloadStack, types: string): Promise<string> {
  const found = (await hclOf(stack)).matchAll(new RegExp(`^resource "kubernetes_(${types})" [\\s\\S]*?^}$`, 'gm'));
  return [...found].map(([block]) => block.replace(/^\s*\n/gm, '')).join('\n\n');
}

function aProgram() {
  const app = new App();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  return { apps, space: new Namespace(apps, 'shop') };
}

test('the HCL in the README of volumes is that of its program', async () => {
  const { apps, space } = aProgram();
  const index = new JobWorkload(space, 'index', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/index:1.4.2',
    requests: { cpu: '2', memory: '4Gi' },
  });
  const fast = new StorageClass(apps, 'fast', { provisioner: Provisioner.disk({ performanceLevel: 'PL2' }) });
  new PersistentClaim(space, 'work', { size: '500Gi', storageClass: fast }).mountIn(index, '/work');
  new StaticVolume(space, 'archive', {
    driver: 'nasplugin.csi.alibabacloud.com',
    attributes: { server: '0a1b2c.cn-hangzhou.nas.aliyuncs.com', path: '/archive', vers: '3' },
    mountOptions: ['nolock', 'noresvport'],
    capacity: '20Gi',
    accessMode: 'ReadOnlyMany',
  }).mountIn(index, '/archive', { readOnly: true });
  expect(shownIn('volumes/README.md')).toBe(
    await blocks(apps, 'storage_class_v1|persistent_volume_v1|persistent_volume_claim_v1'),
  );
});

test('the HCL in the README of jobs is that of its program', async () => {
  const { apps, space } = aProgram();
  new ScheduledJob(space, 'report', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
    requests: { cpu: '500m', memory: '1Gi' },
    command: ['bin/report'],
    schedule: '30 2 * * 1-5',
  });
  new StatefulService(space, 'queue', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/queue:3.13.7',
    requests: { cpu: '1', memory: '2Gi' },
    replicas: 3,
    port: 5672,
    claims: { data: { path: '/var/lib/queue', size: '100Gi' } },
  });
  expect(shownIn('jobs/README.md')).toBe(await blocks(apps, 'cron_job_v1|stateful_set_v1'));
});
