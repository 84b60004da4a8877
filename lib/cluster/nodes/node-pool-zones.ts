import { distinctList } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import type { INetwork, VswitchRef } from '../../core/network';
import { isToken } from '../../core/tokens';
import type { PoolDemand } from './capacity';
import type { ResolvedNodePool } from './node-pool-defaults';

/**
 * The vSwitches that the nodes of a pool are placed in, by zone; those of other zones are not touched. A zone that the
 * network has given up has vSwitches until its earlier plan forgets them, and gets no new nodes.
 */
export function nodeVswitches(network: INetwork, zones: readonly string[] | undefined): readonly VswitchRef[] {
  const chosen = zones === undefined || isToken(zones) ? network.zones : zones;
  return network.vswitches('nodes').filter(({ zone }) => chosen.includes(zone));
}

/** Problems with the zones of a pool: each needs a vSwitch for nodes and, with Terway, one for Pods. */
export function poolZoneProblems(network: INetwork, zones: readonly string[] | undefined): Problem[] {
  if (isToken(zones)) {
    return [];
  }
  const list = zones === undefined ? [] : distinctList('zones', zones, `${quote(network.zones.slice(0, 1))}`);
  const chosen = zones ?? zonesOf(network, 'nodes').filter((zone) => network.zones.includes(zone));
  const nodes = missing(network, chosen, 'nodes');
  return [...list, ...(chosen.length === 0 ? [noNodes(network)] : nodes), ...podProblems(network, chosen)];
}

function podProblems(network: INetwork, zones: readonly string[]): Problem[] {
  const withNodes = zones.filter((zone) => zonesOf(network, 'nodes').includes(zone));
  return network.podNetwork.kind === 'terway' ? missing(network, withNodes, 'pods') : [];
}

function missing(network: INetwork, zones: readonly string[], purpose: 'nodes' | 'pods'): Problem[] {
  const has = zonesOf(network, purpose);
  return zones
    .filter((zone) => !has.includes(zone))
    .map((zone) => ({
      code: 'vswitch-missing' as const,
      what: `zones: the network "${network.node.path}" has no vSwitch for ${purpose} in zone ${quote(zone)}`,
      value: zone,
      fix: `write zones out of ${quote(has)}, or give the network the zone`,
    }));
}

function noNodes(network: INetwork): Problem {
  const what = `the network "${network.node.path}" has no vSwitch for nodes`;
  return { code: 'vswitch-missing', what, value: [], fix: 'give the network vSwitches for nodes' };
}

function zonesOf(network: INetwork, purpose: 'nodes' | 'pods'): readonly string[] {
  return [...new Set(network.vswitches(purpose).map(({ zone }) => zone))];
}

/** What a pool of a Terway cluster asks of its Pod vSwitches; `undefined` where it does not say how many Pods a node runs. */
export function podDemand({ cluster, kubelet }: ResolvedNodePool, nodes: readonly VswitchRef[]): PoolDemand['pods'] {
  const perNode = kubelet?.maxPods;
  if (cluster.network.podNetwork.kind !== 'terway' || perNode === undefined || isToken(perNode)) {
    return undefined;
  }
  const zones = nodes.map(({ zone }) => zone);
  return { perNode, vswitches: cluster.network.vswitches('pods').filter(({ zone }) => zones.includes(zone)) };
}
