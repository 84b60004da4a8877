import { CloudStack, ManagedCluster, Network } from 'alicloud-constructs';
import type { App } from 'cdktf';

/**
 * The smallest cluster that is useful: a network over three zones, a Pro control plane, and nodes that come and go with
 * the load. Everything that is not said here has a safe default; `lib/cluster/README.md` lists them.
 */
export function build(app: App): void {
  // The name of the stack is the name of its state and the beginning of every name in the cloud: keep it.
  const cloud = new CloudStack(app, 'managed-cluster', { region: 'cn-hangzhou' });

  const network = new Network(cloud, 'network', {
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
  });

  // The control plane has a private address only. Its audit log goes to a log project of this stack.
  const cluster = new ManagedCluster(cloud, 'cluster', { network });

  // Limits instead of a number: the autoscaler decides between them, and Terraform does not fight it.
  cluster.addNodePool('workers', {
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    size: { min: 3, max: 12 },
  });
}
