import { Addon, CloudStack, LogProject, ManagedCluster, Network } from 'alicloud-constructs';
import type { App } from 'cdktf';

/**
 * What a cluster of a platform team runs beside its workloads: Pods on ECI, ingress, logs, metrics, policies, backups, and
 * RAM roles for service accounts. Each is one resource; they wait for the nodes and for each other.
 * `lib/cluster/addons/README.md` has the whole list.
 */
export function build(app: App): void {
  const cloud = new CloudStack(app, 'components', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });

  // Room for 600 Pods on ECI, where NetworkPolicy has an effect too: how many addresses there are is known.
  cluster.addVirtualNode({ maxPods: 600, networkPolicies: true });

  // ALBs are made by an AlbConfig in the workload stack.
  cluster.addAddon(Addon.ingressAlb());

  // One project for logs of Pods and events of nodes. It is named by reference, so it outlives the cluster.
  const project = new LogProject(cloud, 'logs');
  cluster.addAddon(Addon.logs({ project }));
  cluster.addAddon(Addon.nodeProblemDetector({ project }));
  cluster.addAddon(Addon.prometheus());
  cluster.addAddon(Addon.costExporter());

  // Brings the gatekeeper that judges, here told to look once an hour at what is there already.
  cluster.addAddon(Addon.policies());
  cluster.addAddon(Addon.gatekeeper({ admissionPods: 3, auditSeconds: 3600 }));
  cluster.addAddon(Addon.podIdentity());
  cluster.addAddon(Addon.backup());
}
