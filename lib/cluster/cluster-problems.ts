import type { Cloud } from '../core/cloud';
import type { EndpointData } from '../core/cluster';
import type { ISecurityGroup } from '../core/connections';
import { quote, type Problem } from '../core/errors';
import { NAME_RULES, nameProblems } from '../core/names';
import type { INetwork } from '../core/network';
import { isToken } from '../core/tokens';
import { clusterIdProblems } from './cluster-id';
import type { ControlPlaneData } from './control-plane';
import { endpointProblems } from './endpoint';
import { versionProblems } from './version';

/** What clusters of every kind are asked. */
interface CommonProps {
  readonly network: INetwork;
  readonly name?: string;
  readonly version?: string;
  readonly endpoint: EndpointData;
  readonly securityGroup?: ISecurityGroup;
  readonly adopt?: string;
}

/** What clusters with nodes are asked of their Pods. */
interface PodProps {
  readonly network: INetwork;
  readonly networkPolicies?: boolean;
  readonly podCidr?: string;
}

/** Problems that a cluster of any kind can have. */
export function clusterProblems(p: CommonProps, cloud: Cloud): Problem[] {
  return [
    ...nameProblems('name', p.name, NAME_RULES.cluster),
    ...regionProblems(p, cloud),
    ...clusterIdProblems('adopt', p.adopt),
    ...adoptedGroupProblems(p),
    ...versionProblems(p.version),
    ...endpointProblems(p.endpoint),
  ];
}

function regionProblems({ network }: CommonProps, { region }: Cloud): Problem[] {
  if (network.region === region || isToken(network.region)) {
    return [];
  }
  const what = `network "${network.node.path}" is in ${quote(network.region)}, the stack in ${quote(region)}`;
  return [{ code: 'network-region', what, value: network.region, fix: 'give a network of the stack’s region' }];
}

/** Nodes and Pods that live stay in the group that they have, so a new one would be a group that none of them is in. */
function adoptedGroupProblems({ adopt, securityGroup }: CommonProps): Problem[] {
  if (adopt === undefined || securityGroup !== undefined) {
    return [];
  }
  const what =
    'securityGroup is missing: what lives in an adopted cluster keeps its group, and rules of a new one would let nobody in';
  const fix =
    'write securityGroup: SecurityGroup.fromAttributes(...) with the id of its group, as the console shows it';
  return [{ code: 'value-missing', what, value: securityGroup, fix }];
}

/** Problems of a cluster with nodes with how its Pods get addresses. */
export function podNetworkProblems(p: PodProps): Problem[] {
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
  return problems;
}

/** Problems of props that a Basic cluster does not have. */
export function proOnly({ tier }: ControlPlaneData, props: Readonly<Record<string, unknown>>): Problem[] {
  return Object.entries(tier === 'basic' ? props : {})
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([prop, value]) => ({
      code: 'tier-basic' as const,
      what: `${prop} needs a Pro cluster, controlPlane is ControlPlane.basic()`,
      value,
      fix: `write controlPlane: ControlPlane.pro(), or leave ${prop} out`,
    }));
}
