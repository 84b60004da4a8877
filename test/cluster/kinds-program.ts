import { Testing } from 'cdktf';
import { DedicatedCluster } from '../../lib/cluster/dedicated-cluster';
import { Login } from '../../lib/cluster/login';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import type { ICluster } from '../../lib/core/cluster';
import type { INetwork } from '../../lib/core/network';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';

/** Id of the cluster that exists. */
export const ID = 'c0000000000000000000000000000000';

/** The one line that differs between the four programs. */
const LINE = {
  managed: (cloud: CloudStack, network: INetwork) => new ManagedCluster(cloud, 'cluster', { network }),
  dedicated: (cloud: CloudStack, network: INetwork) =>
    new DedicatedCluster(cloud, 'cluster', { network, masterTypes: ['ecs.g7.xlarge'], login: Login.keyPair('ops') }),
  serverless: (cloud: CloudStack, network: INetwork) => new ServerlessCluster(cloud, 'cluster', { network }),
  imported: (cloud: CloudStack, network: INetwork) =>
    ManagedCluster.fromAttributes(cloud, 'cluster', { clusterId: ID, network, networkPolicies: true }),
} as const;

export type Kind = keyof typeof LINE;
export const KINDS = ['managed', 'dedicated', 'serverless', 'imported'] as const satisfies readonly Kind[];

/** The small program: a network, a cluster of some kind, and a web service that knows nothing of the kind. */
export function program(kind: Kind) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] });
  const cluster: ICluster = LINE[kind](cloud, network);
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const shop = new Namespace(apps, 'shop', {});
  new WebService(shop, 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/web:1.0.0',
    port: 8080,
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(2),
  });
  return { app, cloud, apps, cluster };
}
