import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { clusterLogsProblems } from './cluster-logs';
import { clusterProblems } from './cluster-problems';
import { rangeProblems } from './cluster-ranges';
import { zoneProblems } from './control-plane-zones';
import type { ResolvedServerlessCluster } from './serverless-cluster-defaults';
import { eciPurpose, serverlessZones } from './serverless-zones';

/** Everything that is wrong with the props of a Serverless cluster, at once. */
export function serverlessClusterProblems(p: ResolvedServerlessCluster, cloud: Cloud): Problem[] {
  const { network } = p;
  return [
    ...clusterProblems(p, cloud),
    ...zoneProblems(network, serverlessZones(network, p.zones), cloud.protection, eciPurpose(network)),
    ...clusterLogsProblems(p.logs),
    ...provisionedProblems(p),
    ...policyProblems(p),
    ...rangeProblems(network, { serviceCidr: p.serviceCidr ?? network.serviceCidr }),
  ];
}

function policyProblems({ networkPolicies, controlPlane }: ResolvedServerlessCluster): Problem[] {
  if (!networkPolicies || controlPlane.tier === 'pro') {
    return [];
  }
  const what = 'networkPolicies true needs a Pro cluster, controlPlane is ControlPlane.basic()';
  const fix = 'write controlPlane: ControlPlane.pro(), or leave networkPolicies out';
  return [{ code: 'tier-basic', what, value: true, fix }];
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
