import type { Cloud } from '../core/cloud';
import type { Problem } from '../core/errors';
import { clusterLogsProblems } from './cluster-logs';
import { clusterProblems, podNetworkProblems, proOnly } from './cluster-problems';
import { clusterRanges, rangeProblems } from './cluster-ranges';
import { zoneProblems } from './control-plane-zones';
import { maintenanceProblems } from './maintenance';
import type { ResolvedManagedCluster } from './managed-cluster-defaults';
import { autoscalerProblems } from './nodes/autoscaler-problems';
import { proxyModeProblems } from './version';

/** Everything that is wrong with the props of a managed cluster, at once. */
export function managedClusterProblems(p: ResolvedManagedCluster, cloud: Cloud): Problem[] {
  return [
    ...clusterProblems(p, cloud),
    ...proxyModeProblems(p.proxyMode, p.version),
    ...zoneProblems(p.network, p.zones, cloud.protection),
    ...clusterLogsProblems(p.logs),
    ...(p.maintenance === undefined ? [] : maintenanceProblems(p.maintenance)),
    ...proOnly(p.controlPlane, { encryption: p.encryption, maintenance: p.maintenance }),
    ...podNetworkProblems(p),
    ...autoscalerProblems(p.autoscaler, p.version),
    ...dualStackProblems(p),
    ...rangeProblems(p.network, clusterRanges(p.network, p)),
  ];
}

function dualStackProblems({ network, dualStack }: ResolvedManagedCluster): Problem[] {
  if (!dualStack || network.ipv6) {
    return [];
  }
  const what = `dualStack true: network "${network.node.path}" has no IPv6`;
  return [{ code: 'dual-stack-ipv4', what, value: true, fix: 'give the Network ipv6: true' }];
}
