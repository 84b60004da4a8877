import type { IConstruct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import type { Problem } from '../../core/errors';

/**
 * A cluster of the program that has no nodes for what is to run on them. Nobody knows of the nodes of a cluster that exists.
 *
 * @param what what is to run on them
 */
export function nodelessProblems(cluster: ICluster, what: string): Problem[] {
  const { resource } = cluster as { readonly resource?: IConstruct };
  const existing = resource === undefined || resource.node.children.some((child) => 'importId' in child);
  if (existing || cluster.capacity.length > 0) {
    return [];
  }
  const { path } = cluster.node;
  const fix = 'call cluster.addNodePool("workers", { instanceTypes: [...], size: 3 })';
  return [{ code: 'part-missing', path, what: `cluster "${path}" has no nodes, on which ${what}`, value: path, fix }];
}
