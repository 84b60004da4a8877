import { Testing } from 'cdktf';
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

/** A web service for every way to scale and every way to ECI. */
export function everyWay() {
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
  return { app, apps };
}
