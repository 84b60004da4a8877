import type { ICluster } from '../../core/cluster';
import type { NasMount } from '../../storage/i-nas-file-system';

/** The directory of the file system that holds the home: each Jenkins its own, should several share one. */
export function homeDirectory(namespace: string): string {
  return `/${namespace}/home`;
}

/**
 * How the home is mounted. On a managed cluster by the nodes, whose addresses no Pod has: a Pod of a build that brings an NFS
 * client of its own does not reach it. On ECI every Pod mounts for itself.
 */
export function homeMount(namespace: string, cluster: ICluster): NasMount {
  const onNodes = cluster.kind !== 'serverless' && cluster.network.vswitches('nodes').length > 0;
  return { directory: homeDirectory(namespace), clients: onNodes ? 'nodes' : 'cluster' };
}
