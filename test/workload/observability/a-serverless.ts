import { Testing } from 'cdktf';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { LogProject } from '../../../lib/logs/log-project';
import { LogStore } from '../../../lib/logs/log-store';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Namespace } from '../../../lib/workload/namespace';

/** A Serverless cluster with the namespace `shop`, and a store that exists. */
export function aServerless() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ServerlessCluster(cloud, 'cluster', { network });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const project = LogProject.fromAttributes(cloud, 'project', { projectName: 'acme-logs' });
  const store = LogStore.fromAttributes(cloud, 'store', { project, storeName: 'web' });
  return { app, cloud, cluster, network, apps, store, namespace: new Namespace(apps, 'shop') };
}
