/** A cluster and what runs in it, n times: `node workload-by-library.js <n> <stacks|constructs> <error|off>`. */
import {
  Burst,
  CloudStack,
  ManagedCluster,
  Namespace,
  Network,
  Scale,
  ServiceBalancer,
  WebService,
  WorkloadStack,
  type Strictness,
} from 'alicloud-constructs';
import { App } from 'cdktf';
import { Construct } from 'constructs';

const [n = '1', form = 'stacks', constraints = 'error'] = process.argv.slice(2);
const place = { region: 'cn-hangzhou', constraints: constraints as Strictness };

/** The cluster of a copy. */
function clusterIn(cloud: Construct) {
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  return { network, cluster, eci: cluster.addVirtualNode() };
}

/** A namespace with a quota, and a service in it that scales, bursts and stands behind an NLB. */
function shopIn(apps: Construct, { network, eci }: ReturnType<typeof clusterIn>, name: string): void {
  const space = new Namespace(apps, 'shop', {
    name,
    quota: { pods: 40, requests: { cpu: '20', memory: '40Gi' } },
  });
  const web = new WebService(space, 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
    port: 8080,
    health: '/healthz',
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.onCpu({ target: 60, min: 3, max: 12 }),
  });
  web.burst(Burst.afterEcs(6, eci));
  web.expose(ServiceBalancer.network({ network }), { port: 80 });
}

const app = new App();
if (form === 'constructs') {
  const cloud = new CloudStack(app, 'shop', place);
  const made = clusterIn(cloud);
  const apps = new WorkloadStack(app, 'shop-apps', { cluster: made.cluster });
  for (let copy = 0; copy < Number(n); copy++) {
    shopIn(new Construct(apps, `copy-${copy}`), made, `shop-${copy}`);
  }
} else {
  for (let copy = 0; copy < Number(n); copy++) {
    const id = Number(n) === 1 ? 'shop' : `shop-${copy}`;
    const made = clusterIn(new CloudStack(app, id, place));
    shopIn(new WorkloadStack(app, `${id}-apps`, { cluster: made.cluster }), made, 'shop');
  }
}
app.synth();
