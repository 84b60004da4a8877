import type { Cloud } from '../core/cloud';
import type { Problem } from '../core/errors';
import { clusterProblems, podNetworkProblems } from './cluster-problems';
import { clusterRanges, rangeProblems } from './cluster-ranges';
import { controlPlaneZones, zoneProblems } from './control-plane-zones';
import type { ResolvedDedicatedCluster } from './dedicated-cluster-defaults';
import { masterDiskProblems, masterProblems, spreadMasters } from './masters';
import { autoscalerProblems } from './nodes/autoscaler-problems';
import { proxyModeProblems } from './version';

/** The zone of each master. */
export function masterZones({ network, zones, masters }: ResolvedDedicatedCluster): readonly string[] {
  return spreadMasters(controlPlaneZones(network, zones).slice(0, masters), masters);
}

/** Everything that is wrong with the props of a dedicated cluster, at once. */
export function dedicatedClusterProblems(p: ResolvedDedicatedCluster, cloud: Cloud): Problem[] {
  return [
    ...clusterProblems(p, cloud),
    ...masterProblems(p.masters, p.masterTypes, p.zones),
    ...masterDiskProblems(p.masterDisk),
    ...proxyModeProblems(p.proxyMode, p.version),
    ...zoneProblems(p.network, p.zones, cloud.protection),
    ...podNetworkProblems(p),
    ...autoscalerProblems(p.autoscaler, p.version),
    ...rangeProblems(p.network, clusterRanges(p.network, p)),
  ];
}
