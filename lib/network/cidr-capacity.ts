import { quote, type Problem } from '../core/errors';
import type { Purpose } from '../core/network';
import { addresses, cidr, usableAddresses } from './cidr';
import { CIDR_DEFAULTS } from './cidr-ask';
import type { CidrCapacity, PlannedVswitch, Room } from './cidr-plan-data';
import type { Wanted } from './cidr-read';
import { freeRanges } from './cidr-vswitches';

/**
 * Pods that a node can run with Terway's shared network interfaces: each interface but the node's own gives all its
 * addresses to Pods. Both figures are those of the instance type (`eni_quantity`, `eni_private_ip_address_quantity`).
 *
 * @throws RangeError when a figure is not a whole number from 1 on
 */
export function podsPerNode(enis: number, addressesPerEni: number): number {
  if (![enis, addressesPerEni].every((figure) => Number.isSafeInteger(figure) && figure > 0)) {
    throw new RangeError(`podsPerNode(${enis}, ${addressesPerEni}): write two whole numbers from 1 on`);
  }
  return (enis - 1) * addressesPerEni;
}

/** What the planned vSwitches and ranges have room for. */
export function capacityOf(wanted: Wanted, vswitches: readonly PlannedVswitch[]): CidrCapacity {
  const total = (purpose: Purpose) => usableOf(vswitches.filter((vswitch) => vswitch.purpose === purpose));
  const services = addresses(wanted.serviceCidr);
  const perZone = roomsOf(wanted, vswitches);
  if (wanted.podNetwork.kind === 'terway') {
    return { services, maxNodes: total('nodes'), pods: total('pods'), perZone };
  }
  const addressesPerNode = 2 ** (32 - wanted.podNetwork.nodeMask);
  const nodesByPodRange = 2 ** (wanted.podNetwork.nodeMask - cidr(wanted.podNetwork.podCidr).mask);
  const planned = vswitches.some(({ purpose }) => purpose === 'nodes');
  const maxNodes = planned ? Math.min(nodesByPodRange, total('nodes')) : nodesByPodRange;
  const perNode = addressesPerNode - 1;
  return {
    services,
    maxNodes,
    pods: maxNodes * perNode,
    nodesByPodRange,
    addressesPerNode,
    podsPerNode: perNode,
    perZone,
  };
}

/** `maxNodes` against what the Pod range and the node vSwitches hold. */
export function nodeProblems(wanted: Wanted, capacity: CidrCapacity): Problem[] {
  const { podNetwork, maxNodes: value } = wanted;
  if (podNetwork.kind !== 'flannel' || value === undefined || value <= capacity.maxNodes) {
    return [];
  }
  const byRange = capacity.nodesByPodRange!;
  if (value <= byRange) {
    const what = `maxNodes ${value} is more than the ${capacity.maxNodes} addresses for nodes in all zones`;
    const each = Math.ceil(value / wanted.zones.length);
    return [{ code: 'capacity-addresses', what, value, fix: `write perZone: { nodes: ${each} }, or take more zones` }];
  }
  const { mask } = cidr(podNetwork.podCidr);
  const bits = Math.ceil(Math.log2(value));
  const narrower = mask + bits;
  const wider = podNetwork.nodeMask - bits;
  const fixes = [
    ...(narrower <= 28 ? [`write nodeMask: ${narrower} (${2 ** (32 - narrower)} addresses for each node)`] : []),
    ...(wider >= 10 ? [`take a podCidr of /${wider}`] : []),
    'use podNetwork: { kind: "terway" }',
  ];
  const what = `maxNodes ${value} is more than the ${byRange} nodes of podCidr ${quote(podNetwork.podCidr)}`;
  return [{ code: 'capacity-nodes', what, value, fix: fixes.join(', or ') }];
}

/** What works but will hurt: more Flannel nodes than the VPC's route table has entries for, or than Pods have room on. */
export function warningsOf(wanted: Wanted, capacity: CidrCapacity): Problem[] {
  const derived = (wanted.perZone.nodes ?? 0) * wanted.zones.length;
  const value = wanted.maxNodes ?? derived;
  if (wanted.podNetwork.kind !== 'flannel') {
    return [];
  }
  const terway = 'use podNetwork: { kind: "terway" }';
  const routes: Problem = {
    code: 'flannel-routes',
    what: `${value} Flannel nodes take more than the ${CIDR_DEFAULTS.routeEntries} entries that a VPC’s route table has by default`,
    value,
    fix: `have the quota raised, or ${terway}`,
  };
  const parts: Problem = {
    code: 'capacity-nodes',
    what: `perZone.nodes leaves room for ${value} nodes, and the Pod range for ${capacity.nodesByPodRange}`,
    value,
    fix: `write maxNodes for what the cluster needs, a longer nodeMask or a shorter podCidr`,
  };
  return [
    ...(value > CIDR_DEFAULTS.routeEntries ? [routes] : []),
    ...(wanted.maxNodes === undefined && value > capacity.nodesByPodRange! ? [parts] : []),
  ];
}

function roomsOf(wanted: Wanted, vswitches: readonly PlannedVswitch[]): CidrCapacity['perZone'] {
  const blocks = [wanted.vpc, ...wanted.secondary];
  const rooms: Record<string, Partial<Record<Purpose, Room>>> = {};
  for (const { zone, purpose } of vswitches) {
    const usable = usableOf(vswitches.filter((other) => other.zone === zone && other.purpose === purpose));
    const asked = wanted.zones.includes(zone) ? (wanted.perZone[purpose] ?? 0) : 0;
    const growth = freeRanges(blocks, purpose, zone, vswitches).reduce((sum, range) => sum + usableAddresses(range), 0);
    rooms[zone] = { ...rooms[zone], [purpose]: { usable, asked, free: usable - asked, growth } };
  }
  return rooms;
}

function usableOf(vswitches: readonly PlannedVswitch[]): number {
  return vswitches.reduce((sum, { usable }) => sum + usable, 0);
}
