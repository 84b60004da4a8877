import type { Problem } from '../../core/errors';
import { parseCidr } from '../../network/cidr';

/** A node pool as far as addresses are concerned. */
export interface PoolDemand {
  /** Path of the pool, for errors. */
  readonly path: string;
  /** Most nodes that it can come to have. */
  readonly nodes: number;
  /** Ranges of its node vSwitches, by zone. */
  readonly vswitches: readonly Placed[];
  /** Terway: most Pods on a node, where the pool says so, and the ranges of the Pod vSwitches of its zones. */
  readonly pods?: { readonly perNode: number; readonly vswitches: readonly Placed[] };
}

/** A range in a zone. */
interface Placed {
  readonly zone: string;
  readonly cidr: string;
}

/** Addresses that the cloud keeps of every vSwitch. */
const KEPT = 4;

/** Nodes of a Flannel cluster: each takes a part of the Pod range. */
function flannelNodes(podCidr: string, nodeMask: number): number | undefined {
  const parsed = parseCidr(podCidr);
  return parsed.ok ? 2 ** (nodeMask - parsed.cidr.mask) : undefined;
}

/** Problem when the pools of a cluster can come to have more nodes than its Pod range has parts for. */
export function podRangeProblems(demands: readonly PoolDemand[], podCidr: string, nodeMask: number): Problem[] {
  const room = flannelNodes(podCidr, nodeMask);
  const nodes = demands.reduce((sum, demand) => sum + demand.nodes, 0);
  if (room === undefined || nodes <= room) {
    return [];
  }
  const pools = demands.map(({ path, nodes: most }) => `${path} ${most}`).join(', ');
  const what = `the node pools can come to have ${nodes} nodes (${pools}); podCidr ${podCidr} with /${nodeMask} per node has room for ${room}`;
  const mask = nodeMask - Math.ceil(Math.log2(nodes));
  const fix = `lower the sizes to ${room} in all, or plan the network with a Pod range of mask /${mask} or a longer node mask`;
  return [{ code: 'capacity-nodes', what, value: nodes, fix }];
}

/** Problems of zones whose node vSwitches have fewer addresses than the pools can come to have nodes there. */
export function addressProblems(demands: readonly PoolDemand[]): Problem[] {
  const zones = [...new Set(demands.flatMap(({ vswitches }) => vswitches.map(({ zone }) => zone)))].sort();
  return zones.flatMap((zone): Problem[] => {
    const ranges = new Set(demands.flatMap(({ vswitches }) => inZone(vswitches, zone)));
    const sizes = [...ranges].map(addressesOf);
    if (sizes.some((size) => size === undefined)) {
      return [];
    }
    const has = sizes.reduce<number>((sum, size) => sum + size!, 0);
    const nodes = demands.reduce((sum, demand) => sum + nodesInZone(demand, zone), 0);
    if (nodes <= has) {
      return [];
    }
    const what = `${nodes} nodes can come to be in zone "${zone}"; its node vSwitches ${[...ranges].join(', ')} have ${has} addresses`;
    const fix = 'lower the sizes, name more zones, or plan the network for more nodes per zone';
    return [{ code: 'capacity-addresses', what, value: nodes, fix }];
  });
}

/** Problems of zones whose Pod vSwitches have fewer addresses than the nodes there can come to have Pods. */
export function podAddressProblems(demands: readonly PoolDemand[]): Problem[] {
  const zones = [...new Set(demands.flatMap(({ pods }) => (pods?.vswitches ?? []).map(({ zone }) => zone)))].sort();
  return zones.flatMap((zone): Problem[] => {
    const ranges = [...new Set(demands.flatMap(({ pods }) => inZone(pods?.vswitches ?? [], zone)))];
    const has = ranges.reduce((sum, range) => sum + (addressesOf(range) ?? Infinity), 0);
    const pods = demands.reduce((sum, demand) => sum + nodesInZone(demand, zone) * (demand.pods?.perNode ?? 0), 0);
    if (pods <= has) {
      return [];
    }
    const what = `${pods} Pods can come to be in zone "${zone}" (nodes times kubelet.maxPods); its Pod vSwitches ${ranges.join(', ')} have ${has} addresses`;
    const fix = 'lower the sizes or kubelet.maxPods, name more zones, or write a larger perZone.pods on the Network';
    return [{ code: 'capacity-addresses', what, value: pods, fix }];
  });
}

/** Nodes of a pool in one of its zones: they are spread evenly. */
function nodesInZone({ nodes, vswitches }: PoolDemand, zone: string): number {
  const zones = new Set(vswitches.map((vswitch) => vswitch.zone));
  return zones.has(zone) ? Math.ceil(nodes / zones.size) : 0;
}

function inZone(vswitches: readonly Placed[], zone: string): string[] {
  return vswitches.filter((vswitch) => vswitch.zone === zone).map(({ cidr }) => cidr);
}

function addressesOf(cidr: string): number | undefined {
  const parsed = parseCidr(cidr);
  return parsed.ok ? 2 ** (32 - parsed.cidr.mask) - KEPT : undefined;
}
