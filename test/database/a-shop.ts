import { Testing } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import type { MysqlInstanceProps } from '../../lib/database/mysql-props';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { resourceOf } from '../../lib/testing/look-up';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { IMAGE } from '../workload/a-web-service';

/** A cloud stack with a network and a cluster, and a stack of services. */
export function aShop() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop', {});
  const service = (id: string) =>
    new WebService(space, id, {
      image: IMAGE,
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.fixed(2),
    });
  const mysql = (props: Partial<MysqlInstanceProps> = {}) =>
    new MysqlInstance(cloud, 'database', { network, ...props }).addDatabase('orders');
  return { app, cloud, apps, network, cluster, service, mysql };
}

/** Names and values of the variables of the one Deployment. */
export function variablesOf(apps: WorkloadStack): Readonly<Record<string, string | undefined>> {
  const { spec } = resourceOf(apps, 'kubernetes_deployment_v1').attributes as {
    spec: { template: { spec: { container: { env: { name: string; value?: string }[] }[] } } };
  };
  return Object.fromEntries(spec.template.spec.container[0]!.env.map(({ name, value }) => [name, value]));
}
