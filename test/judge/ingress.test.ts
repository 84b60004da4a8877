import { Password } from '@cdktf/provider-random/lib/password';
import { TerraformOutput, Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { ApplicationLoadBalancer } from '../../lib/balancer/application-load-balancer';
import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { ServiceBalancer } from '../../lib/balancer/service-balancer';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import type { IIngressClass } from '../../lib/core/ingress';
import { Network } from '../../lib/network/network';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { kubernetesObjectsOf } from '../../lib/testing/kubernetes';
import { AlbIngressClass } from '../../lib/workload/ingress/alb-ingress-class';
import { AlbOfClass } from '../../lib/workload/ingress/alb-ingress-class-props';
import { Ingress } from '../../lib/workload/ingress/ingress';
import { IngressHealth, Rewrite } from '../../lib/workload/ingress/ingress-choices';
import { IngressListener } from '../../lib/workload/ingress/ingress-listener';
import { IngressNodes } from '../../lib/workload/ingress/ingress-nodes';
import { NginxIngressClass } from '../../lib/workload/ingress/nginx-ingress-class';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { findingsOn } from '../support/kubernetes-schemas/validator';
import { IMAGE } from '../workload/a-web-service';

const CONTROLLER = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/ingress-nginx/controller:v1.15.1';
const LISTENERS = [IngressListener.https({ certificates: ['1234567-cn-hangzhou'] }), IngressListener.http()];

type Place = ReturnType<typeof aPlace>;

function aPlace(stack: Partial<CloudStackProps> = {}) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' }, ...stack });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  return { app, cloud, network };
}

function withNodes(place: Place) {
  const cluster = new ManagedCluster(place.cloud, 'cluster', { network: place.network });
  const instanceTypes = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];
  cluster.addNodePool('workers', { instanceTypes, size: { min: 3, max: 12 } });
  cluster.addNodePool('ingress', { instanceTypes, size: 3, ...IngressNodes.pool() });
  return { ...place, cluster, apps: new WorkloadStack(place.app, 'shop-apps', { cluster }) };
}

/** Two services behind one class, on two paths of one host, with some of the second one's visitors elsewhere. */
function served(apps: WorkloadStack, own: IIngressClass) {
  const space = new Namespace(apps, 'shop');
  const [web, api, next] = ['web', 'api', 'next'].map(
    (id) =>
      new WebService(space, id, {
        image: IMAGE,
        port: 8080,
        requests: { cpu: '500m', memory: '1Gi' },
        scale: Scale.fixed(2),
      }),
  ) as [WebService, WebService, WebService];
  const site = new Ingress(space, 'site', {
    class: own,
    routes: [{ host: 'www.example.com', to: web }],
    limit: { perClientPerSecond: 50 },
    cors: { origins: ['https://app.example.com'] },
    ...(own.kind === 'alb' ? { health: IngressHealth.http('/healthz') } : { maxBodySize: '50m' }),
  });
  const orders = new Ingress(space, 'orders', {
    class: own,
    routes: [{ host: 'api.example.com', path: '/orders', to: api }],
    rewrite: Rewrite.stripPrefix(),
    sticky: { seconds: 3600 },
  });
  orders.canary('next', { to: next, by: { 'canary-by-header': 'x-next', 'canary-by-header-value': 'yes' } });
  new TerraformOutput(apps, 'address', { value: site.address });
}

const PROGRAMS: Readonly<Record<string, () => { app: Place['app']; apps: WorkloadStack }>> = {
  'an ALB that the controller makes': () => {
    const made = withNodes(aPlace());
    const address = BalancerAddress.internet({ allow: ['203.0.113.0/24'] });
    served(
      made.apps,
      new AlbIngressClass(made.apps, 'alb', { listeners: LISTENERS, balancer: AlbOfClass.made({ address }) }),
    );
    return made;
  },
  'an ALB of Terraform’s': () => {
    const made = withNodes(aPlace());
    const front = new ApplicationLoadBalancer(made.cloud, 'front', { network: made.network });
    const balancer = AlbOfClass.existing(front);
    served(made.apps, new AlbIngressClass(made.apps, 'alb', { listeners: LISTENERS, balancer }));
    return made;
  },
  'an ALB before a Serverless cluster': () => {
    const place = aPlace();
    const cluster = new ServerlessCluster(place.cloud, 'cluster', { network: place.network });
    const apps = new WorkloadStack(place.app, 'shop-apps', { cluster });
    served(apps, new AlbIngressClass(apps, 'alb', { listeners: LISTENERS }));
    return { ...place, apps };
  },
  'nginx on nodes of its own': () => {
    const made = withNodes(aPlace());
    // Stands for what a certificate authority gives: known to Terraform alone.
    const [certificate, key] = ['certificate', 'key'].map((id) => new Password(made.apps, id, { length: 32 }).result);
    const own = new NginxIngressClass(made.apps, 'nginx', {
      image: CONTROLLER,
      balancer: ServiceBalancer.network({ network: made.network }),
      nodes: IngressNodes.dedicated(),
      certificate: { certificate: certificate!, key: key! },
    });
    served(made.apps, own);
    return made;
  },
};

describe.each(Object.keys(PROGRAMS))('%s', (name) => {
  test('is made of objects that Kubernetes takes', () => {
    const objects = kubernetesObjectsOf(PROGRAMS[name]!().apps);
    expect(objects.flatMap((object) => findingsOn(object).problems)).toEqual([]);
    expect(objects.filter((object) => !findingsOn(object).known)).toEqual([]);
    expect(objects.filter(({ kind }) => kind === 'Ingress').length).toBe(3);
  });

  test('is built by Terraform, plans no change afterwards, and goes in the right order', async () => {
    const rehearsal = await rehearse(PROGRAMS[name]!().app);
    expect(describeFailures(rehearsal)).toBe('');
    expect(rehearsal.ok).toBe(true);
    expect(warningsOf(rehearsal)).toEqual([]);
    const gone = rehearsal.calls.filter(({ action }) => action === 'delete').map(({ type }) => type);
    // A class ends, and with it its ALB, when no Ingress is left.
    expect(gone.lastIndexOf('kubernetes_ingress_v1')).toBeLessThan(gone.indexOf('kubernetes_ingress_class_v1'));
    expect(gone.indexOf('kubernetes_ingress_v1')).toBeGreaterThan(-1);
  }, 180_000);
});
