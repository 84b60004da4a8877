import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale } from '../../../lib/workload/scaling/scale';
import { aService } from './a-scaled-service';
import { everyWay } from './every-way';

test('Terraform builds every way to scale and to burst, and plans no change afterwards', async () => {
  const rehearsal = await rehearse(everyWay().app);
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(warningsOf(rehearsal)).toEqual([]);
}, 180_000);

/** A service of which the clock moves the limits. */
function clocked(max: number) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster: new ManagedCluster(cloud, 'cluster', { network }) });
  const jobs = [
    { name: 'up', at: '0 0 8 * * *', replicas: 10 },
    { name: 'down', at: '0 0 20 * * *', replicas: 3 },
  ];
  aService(new Namespace(apps, 'shop'), 'web', {
    scale: Scale.onSchedule({ jobs, over: Scale.onCpu({ target: 60, min: 3, max }) }),
  });
  return app;
}

test('other limits in the program reach an autoscaler that the clock moves: it is made anew, the Pods are not', async () => {
  const workFolder = mkdtempSync(join(tmpdir(), 'scaling-'));
  await rehearse(clocked(30), { extent: 'apply', workFolder });
  const later = await rehearse(clocked(40), { extent: 'apply', workFolder });
  expect(describeFailures(later)).toBe('');
  const done = later.calls.filter(
    ({ call, provider }) => call === 'ApplyResourceChange' && provider.endsWith('kubernetes'),
  );
  expect(done.map(({ type, action }) => `${action} ${type}`)).toEqual([
    'delete kubernetes_horizontal_pod_autoscaler_v2',
    'create kubernetes_horizontal_pod_autoscaler_v2',
  ]);
}, 180_000);
