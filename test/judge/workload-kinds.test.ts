import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Autoscaler, Expander } from '../../lib/cluster/nodes/autoscaler-data';
import { kubernetesObjectsOf } from '../../lib/testing';
import { Network } from '../../lib/network/network';
import { DaemonWorkload } from '../../lib/workload/daemon/daemon-workload';
import { JobWorkload } from '../../lib/workload/jobs/job-workload';
import { ScheduledJob } from '../../lib/workload/jobs/scheduled-job';
import { Namespace } from '../../lib/workload/namespace';
import { StatefulService } from '../../lib/workload/stateful/stateful-service';
import { PersistentClaim } from '../../lib/workload/volumes/persistent-claim';
import { StaticVolume } from '../../lib/workload/volumes/static-volume';
import { Provisioner, StorageClass } from '../../lib/workload/volumes/storage-class';
import { Volume } from '../../lib/workload/volumes/volume';
import { findingsOn } from '../support/kubernetes-schemas/validator';
import { RUN } from '../workload/a-namespace';
import { App } from 'cdktf';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every other kind of workload and volume, and an autoscaler with priorities. */
function program(app: App): WorkloadStack {
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const autoscaler = Autoscaler.clusterAutoscaler({ expander: Expander.priority({ workers: 10 }) });
  const cluster = new ManagedCluster(cloud, 'cluster', { network, version: '1.34.1-aliyun.1', autoscaler });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g8i.xlarge', 'ecs.g7.xlarge'], size: { min: 3, max: 6 } });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop', { podSecurity: 'privileged' });
  const storageClass = new StorageClass(apps, 'fast', { provisioner: Provisioner.disk({ performanceLevel: 'PL2' }) });
  const queue = new StatefulService(space, 'queue', {
    ...RUN,
    replicas: 3,
    port: 5672,
    files: { '/etc/queue/queue.conf': 'cluster = on' },
    claims: { data: { path: '/var/lib/queue', size: '500Gi', storageClass, subPath: 'queue' } },
    claimRetention: { whenScaled: 'delete' },
  });
  const agent = new DaemonWorkload(space, 'agent', { ...RUN, onTaintedNodes: true, hostNetwork: true });
  Volume.hostPath('logs', '/var/log').mountIn(agent, '/host/log', { readOnly: true });
  const migrate = new JobWorkload(space, 'migrate', { ...RUN, command: ['migrate'] });
  const report = new ScheduledJob(space, 'report', { ...RUN, schedule: '30 2 * * 1-5', suspended: true });
  new PersistentClaim(space, 'reports', { size: '1.5Gi' }).mountIn(report, '/reports');
  const files = new StaticVolume(space, 'files', {
    driver: 'nasplugin.csi.alibabacloud.com',
    attributes: { server: '0a1b2.cn-hangzhou.nas.aliyuncs.com', path: '/share', vers: '3' },
    mountOptions: ['nolock', 'noresvport'],
    capacity: '20Gi',
    accessMode: 'ReadWriteMany',
  });
  [queue, migrate, report].forEach((workload) => files.mountIn(workload, '/files'));
  Volume.empty('cache', { sizeLimit: '1Gi' }).mountIn(queue, '/cache');
  return apps;
}

test('Terraform accepts, applies, plans again without a change, and destroys every kind of workload and volume', async () => {
  const app = new App({ outdir: join(mkdtempSync(join(tmpdir(), 'kinds-')), 'out') });
  program(app);
  const rehearsal = await rehearse(app);
  expect(describeFailures(rehearsal)).toBe('');
  expect(warningsOf(rehearsal)).toEqual([]);
}, 120_000);

test('every object of them is one that Kubernetes takes', () => {
  const objects = kubernetesObjectsOf(program(new App()));
  expect(objects.flatMap((object) => findingsOn(object).problems)).toEqual([]);
  expect(objects.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['CronJob', 'DaemonSet', 'Job', 'PersistentVolume', 'StatefulSet', 'StorageClass']),
  );
});
