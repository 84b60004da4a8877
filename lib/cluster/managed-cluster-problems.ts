import type { Cloud } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { NAME_RULES, nameProblems } from '../core/names';
import { isToken } from '../core/tokens';
import { clusterIdProblems } from './cluster-id';
import { clusterLogsProblems } from './cluster-logs';
import { clusterRanges, rangeProblems } from './cluster-ranges';
import { zoneProblems } from './control-plane-zones';
import { endpointProblems } from './endpoint';
import { maintenanceProblems } from './maintenance';
import type { ResolvedManagedCluster } from './managed-cluster-defaults';
import { proxyModeProblems, versionProblems } from './version';

/** Everything that is wrong with the props of a managed cluster, at once. */
export function managedClusterProblems(p: ResolvedManagedCluster, cloud: Cloud): Problem[] {
  return [
    ...nameProblems('name', p.name, NAME_RULES.cluster),
    ...regionProblems(p, cloud),
    ...clusterIdProblems('adopt', p.adopt),
    ...versionProblems(p.version),
    ...proxyModeProblems(p.proxyMode, p.version),
    ...zoneProblems(p.network, p.zones, cloud.protection),
    ...endpointProblems(p.endpoint),
    ...clusterLogsProblems(p.logs),
    ...(p.maintenance === undefined ? [] : maintenanceProblems(p.maintenance)),
    ...proOnly(p),
    ...podNetworkProblems(p),
    ...rangeProblems(p.network, clusterRanges(p.network, p)),
  ];
}

function regionProblems({ network }: ResolvedManagedCluster, { region }: Cloud): Problem[] {
  if (network.region === region || isToken(network.region)) {
    return [];
  }
  const what = `network "${network.node.path}" is in ${quote(network.region)}, the stack in ${quote(region)}`;
  return [{ code: 'network-region', what, value: network.region, fix: 'give a network of the stack’s region' }];
}

function proOnly({ controlPlane, encryption, maintenance }: ResolvedManagedCluster): Problem[] {
  if (controlPlane.tier !== 'basic') {
    return [];
  }
  return Object.entries({ encryption, maintenance })
    .filter(([, value]) => value !== undefined)
    .map(([prop, value]) => ({
      code: 'tier-basic' as const,
      what: `${prop} needs a Pro cluster, controlPlane is ControlPlane.basic()`,
      value,
      fix: `write controlPlane: ControlPlane.pro(), or leave ${prop} out`,
    }));
}

function podNetworkProblems(p: ResolvedManagedCluster): Problem[] {
  const problems: Problem[] = [];
  const flannel = p.network.podNetwork.kind === 'flannel';
  if (flannel && p.networkPolicies === true) {
    const what = 'networkPolicies true: Flannel takes NetworkPolicy objects and ignores them';
    const fix = 'leave networkPolicies out, or give the Network podNetwork: PodNetwork.terway()';
    problems.push({ code: 'network-policy-flannel', what, value: true, fix });
  }
  if (!flannel && p.podCidr !== undefined) {
    const what = `podCidr ${quote(p.podCidr)}: with Terway Pods take addresses of the network's Pod vSwitches`;
    problems.push({ code: 'pod-range-terway', what, value: p.podCidr, fix: 'leave podCidr out' });
  }
  if (!flannel && p.network.vswitches('pods').length === 0) {
    const what = `network "${p.network.node.path}" has Terway and no vSwitch for Pods`;
    const fix = 'name its Pod vSwitches, or give the network podNetwork: PodNetwork.flannel({...})';
    problems.push({ code: 'vswitch-missing', what, value: 'pods', fix });
  }
  if (p.dualStack && !p.network.ipv6) {
    const what = `dualStack true: network "${p.network.node.path}" has no IPv6`;
    problems.push({ code: 'dual-stack-ipv4', what, value: true, fix: 'give the Network ipv6: true' });
  }
  return problems;
}
