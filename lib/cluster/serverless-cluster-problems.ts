import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { clusterLogsProblems } from './cluster-logs';
import { clusterProblems, proOnly } from './cluster-problems';
import { rangeProblems } from './cluster-ranges';
import { zoneProblems } from './control-plane-zones';
import { maintenanceProblems } from './maintenance';
import type { ResolvedServerlessCluster } from './serverless-cluster-defaults';
import { eciPurpose, serverlessZones } from './serverless-zones';

/** Everything that is wrong with the props of a Serverless cluster, at once. */
export function serverlessClusterProblems(p: ResolvedServerlessCluster, cloud: Cloud): Problem[] {
  const { network, encryption, maintenance, networkPolicies } = p;
  return [
    ...clusterProblems(p, cloud),
    ...zoneProblems(network, serverlessZones(network, p.zones), cloud.protection, eciPurpose(network)),
    ...clusterLogsProblems(p.logs),
    ...(maintenance === undefined ? [] : maintenanceProblems(maintenance)),
    ...provisionedProblems(p),
    ...proOnly(p.controlPlane, { encryption, maintenance, networkPolicies }),
    ...rangeProblems(network, { serviceCidr: p.serviceCidr ?? network.serviceCidr }),
  ];
}

/** TypeScript refuses it already. */
function provisionedProblems({ controlPlane }: ResolvedServerlessCluster): Problem[] {
  const { provisioned } = controlPlane as { readonly provisioned?: unknown };
  if (provisioned === undefined) {
    return [];
  }
  const what = `controlPlane ControlPlane.provisioned(${quote(provisioned)}): a Serverless cluster has no provisioned control plane`;
  return [{ code: 'cluster-kind', what, value: provisioned, fix: 'write controlPlane: ControlPlane.pro()' }];
}
