import { Testing, type App } from 'cdktf';
import { BalancerHealth } from '../../lib/balancer/balancer-health';
import { ServiceBalancer } from '../../lib/balancer/service-balancer';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { ServiceAccount } from '../../lib/workload/access/service-account';
import { Burst, Overflow } from '../../lib/workload/burst/burst';
import { CustomResource } from '../../lib/workload/charts/custom-resource';
import { ConfigMap } from '../../lib/workload/config-map';
import { DaemonWorkload } from '../../lib/workload/daemon/daemon-workload';
import { Isolation } from '../../lib/workload/isolation';
import { JobWorkload } from '../../lib/workload/jobs/job-workload';
import { ScheduledJob } from '../../lib/workload/jobs/scheduled-job';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { StatefulService } from '../../lib/workload/stateful/stateful-service';
import { PersistentClaim } from '../../lib/workload/volumes/persistent-claim';
import { StaticVolume } from '../../lib/workload/volumes/static-volume';
import { Provisioner, StorageClass } from '../../lib/workload/volumes/storage-class';
import { WebService } from '../../lib/workload/web-service';
import type { WebServiceProps } from '../../lib/workload/web-service-props';

const PODS = {
  image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
  port: 8080,
  requests: { cpu: '500m', memory: '1Gi' },
} satisfies Partial<WebServiceProps>;

const WORKING_DAYS = [
  { name: 'morning', at: '0 30 8 * * 1-5', replicas: 20 },
  { name: 'evening', at: '0 0 20 * * *', replicas: 4 },
];

/** A cluster, and in it every way in which our constructs keep, scale, spread and expose Pods. */
export function aWorkloadOfConstructs(): App {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'web-cloud', { region: 'cn-hangzhou', protection: 'sandbox' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 6 } });
  const eci = cluster.addVirtualNode();
  const apps = new WorkloadStack(app, 'web-apps', { cluster });
  const shop = new Namespace(apps, 'shop', {
    quota: { pods: 300, requests: { cpu: '200' } },
    isolation: Isolation.denyAll(),
    podSecurity: 'baseline',
  });

  const fixed = new WebService(shop, 'fixed', { ...PODS, scale: Scale.fixed(3) });
  fixed.burst(Burst.preferEcs(eci));
  const onCpu = Scale.onCpu({ min: 4, max: 60, target: 60 });
  const grows = new WebService(shop, 'grows', { ...PODS, scale: onCpu, health: '/healthz' });
  grows.burst(Burst.afterEcs(22, eci, { overflow: Overflow.after(60), eciLabels: { burst: 'yes' } }));
  new WebService(shop, 'clock', { ...PODS, scale: Scale.onSchedule({ jobs: WORKING_DAYS }) });
  const both = new WebService(shop, 'both', { ...PODS, scale: Scale.onSchedule({ jobs: WORKING_DAYS, over: onCpu }) });
  both.burst(Burst.workloadSpread(eci, { onNodes: '60%', rescheduleAfterSeconds: 60 }));
  const away = new WebService(shop, 'away', { ...PODS, scale: Scale.fixed(2) });
  away.burst(Burst.everything(eci));

  const health = BalancerHealth.http('/healthz');
  grows.expose(ServiceBalancer.network({ network, health }), { port: 80 });
  new ServiceAccount(shop, 'robot').useIn(fixed);
  new ConfigMap(shop, 'conf', { data: { 'web.ini': 'a = b' } });
  new CustomResource(shop, 'policy', {
    apiVersion: 'scheduling.alibabacloud.com/v1alpha1',
    kind: 'ResourcePolicy',
    spec: { selector: { app: 'batch' }, strategy: 'prefer', units: [{ resource: 'ecs' }, { resource: 'eci' }] },
  });
  others(apps, shop);
  return app;
}

/** Pods that are no web service, and what they keep. */
function others(apps: WorkloadStack, shop: Namespace): void {
  const { port, ...run } = PODS;
  const storageClass = new StorageClass(apps, 'disk', { provisioner: Provisioner.disk() });
  const nas = new StaticVolume(shop, 'nas', {
    driver: 'nasplugin.csi.alibabacloud.com',
    attributes: { server: 'shop.nas.example', path: '/shop', vers: '3' },
    capacity: '20Gi',
    accessMode: 'ReadWriteMany',
  });
  new StatefulService(shop, 'queue', {
    ...run,
    port,
    replicas: 2,
    claims: { data: { size: '20Gi', path: '/var/lib/queue', storageClass } },
  });
  new DaemonWorkload(shop, 'agent', { ...run, ports: { metrics: 9100 } });
  const job = new JobWorkload(shop, 'migrate', { ...run, waitForCompletion: false });
  nas.mountIn(job, '/shop');
  const report = new ScheduledJob(shop, 'report', { ...run, schedule: '0 3 * * *' });
  new PersistentClaim(shop, 'scratch', { size: '20Gi', storageClass }).mountIn(report, '/scratch');
}
