import { App } from 'cdktf';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { AlbIngressClass } from '../../../lib/workload/ingress/alb-ingress-class';
import { AlbOfClass } from '../../../lib/workload/ingress/alb-ingress-class-props';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { IngressListener } from '../../../lib/workload/ingress/ingress-listener';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { IMAGE } from '../a-web-service';
import { CERTIFICATE } from './an-ingress';

/** The program that the README of Ingresses begins with. */
export function theSite() {
  const app = new App();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const instanceTypes = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];
  cluster.addNodePool('workers', { instanceTypes, size: { min: 3, max: 12 } });

  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const address = BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'public web site' });
  const alb = new AlbIngressClass(apps, 'alb', {
    listeners: [IngressListener.https({ certificates: [CERTIFICATE] }), IngressListener.http()],
    balancer: AlbOfClass.made({ address }),
  });
  const space = new Namespace(apps, 'shop');
  const web = new WebService(space, 'web', {
    image: IMAGE,
    port: 8080,
    health: '/healthz',
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(3),
  });
  const site = new Ingress(space, 'site', { class: alb, routes: [{ host: 'www.example.com', to: web }] });
  return { app, apps, cloud, cluster, network, alb, space, web, site };
}
