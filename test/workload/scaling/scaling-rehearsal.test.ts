import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Burst, Overflow } from '../../../lib/workload/burst/burst';
import { EciAddress, EciBilling, EciImage, EciVswitches } from '../../../lib/workload/eci/eci-pod';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale, type ScaleData } from '../../../lib/workload/scaling/scale';
import { HoldTo, ScaleMetric } from '../../../lib/workload/scaling/scale-metric';
import { WebService } from '../../../lib/workload/web-service';
import { IMAGE } from '../a-web-service';
import { aService } from './a-scaled-service';

/** A web service for every way to scale and every way to ECI. */
function program() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  const eci = cluster.addVirtualNode();
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop', { podSecurity: 'baseline' });
  const web = (id: string, scale: ScaleData) =>
    new WebService(space, id, {
      image: IMAGE,
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale,
      eci: {
        sizes: ['2-4Gi', 'ecs.c7.large'],
        families: ['ecs.c7', '-ecs.t5'],
        billing: EciBilling.spotUpTo(0.5, { protectedHour: false }),
        image: EciImage.cached(),
        extraDiskGib: 20,
        vswitches: EciVswitches.any(network.vswitches('eci')),
        address: EciAddress.own(10),
        onFailure: 'fail-over',
      },
    });
  const limits = { min: 2, max: 40 };
  const cpu = Scale.onCpu({ target: 60, ...limits });
  const jobs = [
    { name: 'morning', at: '0 30 8 * * 1-5', replicas: 10 },
    { name: 'evening', at: '0 0 20 * * *', replicas: 2 },
  ];
  web('fixed', Scale.fixed(12)).burst(Burst.afterEcs(10, eci, { overflow: Overflow.after(60) }));
  web('cpu', cpu).burst(Burst.afterEcs(10, eci));
  const memory = Scale.onMemory({ target: 70, ...limits, behavior: { down: { take: 'none' } } });
  web('memory', memory).burst(Burst.workloadSpread(eci, { onNodes: '60%', rescheduleAfterSeconds: 60 }));
  const metrics = [
    ScaleMetric.cpu(60),
    ScaleMetric.ingressQps({ port: 8080, perPod: 0.5 }),
    ScaleMetric.balancerLatency({ balancerId: 'lb-2zedu6pk8bryv2z4hnrif', port: 80, milliseconds: 200 }),
    ScaleMetric.external('orders_open', HoldTo.inAll('1500m')),
    ScaleMetric.ofPods('queue_length', 1000, { queue: 'orders' }),
  ];
  web('metrics', Scale.on({ metrics, ...limits })).burst(Burst.preferEcs(eci));
  web('clock', Scale.onSchedule({ jobs, excludeDates: ['* * * 1 10 *'], start: 4 })).burst(Burst.everything(eci));
  web('both', Scale.onSchedule({ jobs, over: cpu })).burst(Burst.afterEcs(10, eci));
  return app;
}

test('Terraform builds every way to scale and to burst, and plans no change afterwards', async () => {
  const rehearsal = await rehearse(program());
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
