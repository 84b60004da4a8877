import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { LogProject } from '../../lib/logs/log-project';
import { LogStore } from '../../lib/logs/log-store';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { kubernetesObjectsOf } from '../../lib/testing/kubernetes';
import { cacheNamesInPod } from '../../lib/workload/dns/cache-names-in-pod';
import { PodDns } from '../../lib/workload/dns/pod-dns';
import { Namespace } from '../../lib/workload/namespace';
import { collectLogs } from '../../lib/workload/observability/collect-logs';
import { LogSource } from '../../lib/workload/observability/log-source';
import { monitorApplication } from '../../lib/workload/observability/monitor-application';
import { scrape } from '../../lib/workload/observability/scrape';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { findingsOn } from '../support/kubernetes-schemas/validator';
import { IMAGE } from '../workload/a-web-service';

const CACHE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/coredns:1.12.1';
const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const KINDS = ['managed', 'serverless'] as const;

/** Two services whose names, logs, metrics and calls are seen to, on nodes or on ECI alone. */
function program(kind: (typeof KINDS)[number]) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ZONES });
  const nodes = kind === 'managed';
  const cluster = nodes
    ? new ManagedCluster(cloud, 'cluster', { network })
    : new ServerlessCluster(cloud, 'cluster', { network });
  if (cluster.kind === 'managed') {
    cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3 });
  }
  const project = new LogProject(cloud, 'project');
  const [output, audit] = ['output', 'audit'].map((id) => new LogStore(cloud, id, { project })) as [LogStore, LogStore];

  const coreDns = { forwarders: { 'corp.example.com': ['10.8.0.53'] }, cacheSeconds: 60 };
  const more = nodes ? { nodeCache: true, coreDns: { ...coreDns, replicas: { nodesPerReplica: 8 } } } : { coreDns };
  const apps = new WorkloadStack(app, 'shop-apps', { cluster, baseline: { dns: more } });
  const space = new Namespace(apps, 'shop');
  const [web, crawler] = ['web', 'crawler'].map(
    (id) =>
      new WebService(space, id, {
        image: IMAGE,
        port: 8080,
        ports: { metrics: 9113 },
        requests: { cpu: '500m', memory: '1Gi' },
        scale: Scale.fixed(2),
        dns: id === 'web' ? PodDns.cluster({ ndots: 2 }) : undefined,
      }),
  ) as [WebService, WebService];
  cacheNamesInPod(crawler, { image: CACHE });
  collectLogs(web, { to: output });
  collectLogs(web, { to: audit, from: LogSource.files('/var/log/shop/audit.log') });
  scrape(web, { port: 'metrics' });
  monitorApplication(crawler, { language: 'java' });
  return { app, apps };
}

test.each(KINDS)('on a %s cluster, every object of it is one that Kubernetes takes', (kind) => {
  const objects = kubernetesObjectsOf(program(kind).apps);
  expect(objects.flatMap((object) => findingsOn(object).problems)).toEqual([]);
  expect(objects.filter((object) => !findingsOn(object).known)).toEqual([]);
  expect(objects.map((one) => one.kind)).toEqual(expect.arrayContaining(['Deployment', 'PodMonitor']));
});

test.each(KINDS)(
  'on a %s cluster, Terraform sees to names, logs, metrics and calls, plans no change afterwards, and takes it all down',
  async (kind) => {
    const rehearsal = await rehearse(program(kind).app);
    expect(describeFailures(rehearsal)).toBe('');
    expect(rehearsal.ok).toBe(true);
    expect(rehearsal.steps.map(({ step }) => step)).toEqual(expect.arrayContaining(['plan again', 'destroy']));
    expect(warningsOf(rehearsal)).toEqual([]);
  },
);
