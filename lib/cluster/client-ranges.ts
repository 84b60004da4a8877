import type { ICluster } from '../core/cluster';
import { podRanges } from '../network/peer';

/** From where programs in a cluster call others, as ranges, sorted: vSwitches for nodes, Pods and ECI, and Flannel's Pods. */
export function clientRanges({ network, podCidr }: ICluster): readonly string[] {
  const vswitches = (['nodes', 'pods', 'eci'] as const).flatMap((purpose) => network.vswitches(purpose));
  return [...new Set([...vswitches.map(({ cidr }) => cidr), ...podRanges(network, podCidr)])].sort();
}

/** From where the nodes of a cluster mount volumes, as ranges, sorted. */
export function nodeRanges({ network }: ICluster): readonly string[] {
  return [...new Set(network.vswitches('nodes').map(({ cidr }) => cidr))].sort();
}
