import { distinctList, wholeNumber } from '../../core/checks';
import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import { flag, listOf, needed, word, type Forms } from '../../core/forms';
import type { INetwork } from '../../core/network';
import { CLUSTER_FORM, SECURITY_GROUP_FORM } from '../../core/seam-forms';
import { isToken } from '../../core/tokens';
import { BASIC_GROUP_ADDRESSES, type VirtualNodeAttributes, type VirtualNodeProps } from './virtual-node-props';
import { eciRoom, eciVswitches, totalRoom } from './virtual-node-room';

const CLUSTER = needed(CLUSTER_FORM, 'new ManagedCluster(...), or one of ManagedCluster.fromAttributes');

export const VIRTUAL_NODE_FORMS: Forms<VirtualNodeProps> = {
  cluster: CLUSTER,
  zones: listOf(needed(word, '"cn-hangzhou-h"')),
  securityGroup: SECURITY_GROUP_FORM,
  maxPods: (prop, value) => wholeNumber(prop, value, 1, 100_000, 'Pods'),
  networkPolicies: flag,
  adopt: word,
};

export const VIRTUAL_NODE_ATTRIBUTES_FORMS: Forms<VirtualNodeAttributes> = {
  cluster: CLUSTER,
  zones: listOf(needed(word, '"cn-hangzhou-h"')),
  securityGroup: SECURITY_GROUP_FORM,
};

/** Everything that is wrong with a virtual node, at once. */
export function virtualNodeProblems(p: VirtualNodeProps, has: boolean): Problem[] {
  const kind = kindProblems(p);
  return kind.length > 0
    ? kind
    : [
        ...(has ? [secondNode(p.cluster)] : []),
        ...zoneProblems(p.cluster.network, p.zones),
        ...groupProblems(p),
        ...tierProblems(p),
        ...roomProblems(p),
        ...membersProblems(p),
      ];
}

const REASONS = {
  dedicated: {
    why: 'there ECI is reached with an access key of the account that is kept in the cluster',
    fix: 'use a ManagedCluster or a ServerlessCluster for what bursts to ECI',
  },
  serverless: {
    why: 'every Pod of it is on ECI already',
    fix: 'leave the virtual node out: Pods need nothing to run on ECI',
  },
} as const;

function kindProblems({ cluster }: VirtualNodeProps): Problem[] {
  if (cluster.kind === 'managed') {
    return [];
  }
  const { why, fix } = REASONS[cluster.kind];
  const what = `cluster ${quote(cluster.node.path)} is ${cluster.kind} and takes no virtual node: ${why}`;
  return [{ code: 'cluster-kind', what, value: cluster.kind, fix }];
}

/** Problem of a second virtual node in one cluster. */
export function secondNode(cluster: ICluster): Problem {
  const what = `cluster ${quote(cluster.node.path)} has a virtual node already; one serves all zones`;
  return { code: 'virtual-node-second', what, value: cluster.node.path, fix: 'name all zones in the first one' };
}

function zoneProblems(network: INetwork, zones: readonly string[] | undefined): Problem[] {
  if (isToken(zones)) {
    return [];
  }
  const list = zones === undefined ? [] : distinctList('zones', zones, quote(network.zones.slice(0, 1)));
  const has = [...new Set(network.vswitches('eci').map(({ zone }) => zone))];
  if (has.length === 0) {
    const what = `the network ${quote(network.node.path)} has no vSwitch for ECI`;
    return [
      ...list,
      { code: 'vswitch-missing', what, value: [], fix: 'give the network vSwitches of the purpose eci' },
    ];
  }
  const missing = (zones ?? []).filter((zone) => !has.includes(zone));
  return [...list, ...missing.map((zone) => noVswitch(network, zone, has))];
}

function noVswitch(network: INetwork, zone: string, has: readonly string[]): Problem {
  const what = `zones: the network ${quote(network.node.path)} has no vSwitch for ECI in zone ${quote(zone)}`;
  return { code: 'vswitch-missing', what, value: zone, fix: `write zones out of ${quote(has)}` };
}

function groupProblems({ cluster, securityGroup }: VirtualNodeProps): Problem[] {
  if (securityGroup ?? cluster.securityGroup) {
    return [];
  }
  const what = `cluster ${quote(cluster.node.path)} does not say which security group its nodes have, and securityGroup is left out`;
  const fix =
    'name the group in ManagedCluster.fromAttributes, or write securityGroup: SecurityGroup.fromAttributes(...)';
  return [{ code: 'value-missing', what, value: undefined, fix }];
}

function tierProblems({ cluster, networkPolicies }: VirtualNodeProps): Problem[] {
  if (!networkPolicies || cluster.tier !== 'basic') {
    return [];
  }
  const what = `networkPolicies: cluster ${quote(cluster.node.path)} is Basic, and nothing enforces NetworkPolicy on ECI there`;
  const fix = 'leave networkPolicies out, or write controlPlane: ControlPlane.pro() on the cluster';
  return [{ code: 'tier-basic', what, value: true, fix }];
}

function roomProblems({ cluster, zones, maxPods }: VirtualNodeProps): Problem[] {
  if (maxPods === undefined || isToken(maxPods) || isToken(zones)) {
    return [];
  }
  const { network } = cluster;
  const vswitches = eciVswitches(network.vswitches('eci'), zones ?? network.zones);
  const room = totalRoom(eciRoom(vswitches));
  if (room === undefined || vswitches.length === 0 || maxPods <= room) {
    return [];
  }
  const ranges = vswitches.map(({ cidr }) => cidr).join(', ');
  const what = `maxPods ${maxPods}: the vSwitches for ECI (${ranges}) have ${room} addresses`;
  const fix = `write maxPods: ${room}, name more zones, or give the Network a larger perZone.eci`;
  return [{ code: 'capacity-addresses', what, value: maxPods, fix }];
}

/** A Pod on ECI takes one of the addresses that its group has room for. */
function membersProblems({ cluster, securityGroup, maxPods }: VirtualNodeProps): Problem[] {
  const group = securityGroup ?? cluster.securityGroup;
  if (group?.type !== 'basic' || typeof maxPods !== 'number' || isToken(maxPods) || maxPods <= BASIC_GROUP_ADDRESSES) {
    return [];
  }
  const what = `maxPods ${maxPods}: the security group ${quote(group.node.path)} is basic and holds about ${BASIC_GROUP_ADDRESSES} addresses`;
  const fix = 'write securityGroup: new SecurityGroup(..., { network, type: "enterprise", purposes: ["eci"] })';
  return [{ code: 'capacity-addresses', what, value: maxPods, fix }];
}
