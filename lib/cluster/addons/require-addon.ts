import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import type { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { reject } from '../../core/errors';
import { ownFacts } from '../nodes/own-cluster';

/** Installs a component once in a cluster of this program; asks an imported one whether it has it. */
export function requireAddon(cluster: ICluster, name: string, why: string): void {
  const id = `addon-${name.toLowerCase()}`;
  if (ownFacts(cluster)) {
    if (!cluster.node.tryFindChild(id)) {
      new CsKubernetesAddon(cluster as ICluster & Construct, id, {
        clusterId: cluster.clusterId,
        name,
        dependsOn: [...cluster.capacity],
      });
    }
  } else if (cluster.addons !== undefined && !cluster.addons.includes(name)) {
    const what = `cluster "${cluster.node.path}" does not have the component ${name}: ${why}`;
    reject(cluster, [{ code: 'addon-missing', what, value: name, fix: `install ${name} and name it in addons` }]);
  }
}
