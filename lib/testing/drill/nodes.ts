import { instanceType } from '../../cluster/nodes/instance-types';
import { fits, type Amount } from '../../cluster/sizing/packing';
import type { Ledger } from './ledger';
import type { ModelCluster, ModelPool, ModelTaint, NodeSelect, Toleration } from './model';
import { holds } from './read-pod';
import type { Scenario } from './scenarios';

/** A node that is left in a scenario. */
export interface DrillNode {
  readonly pool: string;
  readonly zone: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly ModelTaint[];
  /** What is still free; changes as Pods find their places. */
  room: Amount;
  /** Pods on it by workload. */
  readonly pods: Map<string, number>;
}

/** The nodes that are left, and pools of which nothing can be said. */
export interface NodesLeft {
  readonly nodes: readonly DrillNode[];
  readonly unknown: readonly ModelPool[];
  /** Nodes that found no address. */
  readonly withoutAddress: number;
}

/** Addresses that Terway keeps ready on a node beside those of its Pods. */
const IDLE = 5;

/**
 * The nodes of a cluster in a scenario. Of a pool of fixed size those in the lost zone are gone: the larger part, where
 * the number cannot be divided. A pool that scales comes to have its most in the zones that are left.
 */
export function nodesLeft(cluster: ModelCluster, scenario: Scenario, ledger: Ledger): NodesLeft {
  const left: NodesLeft[] = cluster.pools.map((pool) => nodesOf(pool, cluster, scenario, ledger));
  return {
    nodes: left.flatMap(({ nodes }) => nodes),
    unknown: left.flatMap(({ unknown }) => unknown),
    withoutAddress: left.reduce((sum, { withoutAddress }) => sum + withoutAddress, 0),
  };
}

function nodesOf(pool: ModelPool, cluster: ModelCluster, { zone: lost, nodes: none }: Scenario, ledger: Ledger) {
  const empty: NodesLeft = { nodes: [], unknown: [], withoutAddress: 0 };
  if (none || pool.nodes === 0) {
    return empty;
  }
  const zones = [...new Set(pool.vswitches.map((id) => ledger.zoneOf(id)))];
  if (pool.nodes === undefined || pool.room === undefined || zones.length === 0 || zones.includes(undefined)) {
    return { ...empty, unknown: [pool] };
  }
  const alive = (zones as string[]).filter((zone) => zone !== lost);
  const places = placesOf(pool, zones as string[], alive);
  const nodes = places.flatMap((zone): DrillNode[] => {
    const inZone = (ids: readonly string[]) => ids.filter((id) => ledger.zoneOf(id) === zone);
    if (ledger.take(inZone(pool.vswitches)) === undefined) {
      ledger.miss(inZone(pool.vswitches));
      return [];
    }
    for (let idle = 0; idle < (cluster.podNetwork === 'terway' ? IDLE : 0); idle++) {
      ledger.take(inZone(cluster.podVswitches));
    }
    return [
      { pool: pool.id, zone, labels: labelsOf(pool, zone), taints: pool.taints, room: pool.room!, pods: new Map() },
    ];
  });
  return { nodes, unknown: [], withoutAddress: places.length - nodes.length };
}

/** The zone of every node that is left. */
function placesOf({ nodes, auto, spread }: ModelPool, zones: readonly string[], alive: readonly string[]): string[] {
  const all = nodes!;
  const gone = zones.length - alive.length;
  if (alive.length === 0) {
    return [];
  }
  if (spread === 'first') {
    const home = alive.includes(zones[0]!) || auto ? alive[0]! : undefined;
    return home === undefined ? [] : Array.from({ length: all }, () => home);
  }
  const lost = gone === 0 || auto ? 0 : spread === 'unknown' ? all : Math.ceil(all / zones.length);
  return Array.from({ length: all - lost }, (_, index) => alive[index % alive.length]!);
}

/** Labels that ACK gives every node, as far as they follow from the pool, and those of the pool. */
function labelsOf({ labels, types }: ModelPool, zone: string): Readonly<Record<string, string>> {
  const arm = types.some((type) => instanceType(type)?.arm === true);
  return {
    'topology.kubernetes.io/zone': zone,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': arm ? 'arm64' : 'amd64',
    ...(types.length === 1 && { 'node.kubernetes.io/instance-type': types[0]! }),
    ...labels,
  };
}

/** Whether a Pod may run on a node, its room apart. */
export function mayRun({ labels, terms, tolerations }: NodeSelect, node: DrillNode): boolean {
  return (
    Object.entries(labels).every(([key, value]) => node.labels[key] === value) &&
    (terms.length === 0 || terms.some((conditions) => conditions.every((one) => holds(one, node.labels)))) &&
    node.taints
      .filter(({ effect }) => effect !== 'PreferNoSchedule')
      .every((taint) => tolerations.some((one) => bears(one, taint)))
  );
}

function bears({ key, operator, value, effect }: Toleration, taint: ModelTaint): boolean {
  return (
    (key === undefined || key === taint.key) &&
    (operator === 'Exists' || (value ?? '') === taint.value) &&
    (effect === undefined || effect === taint.effect)
  );
}

/** Whether a Pod has room on a node. */
export function hasRoom(each: Amount, node: DrillNode): boolean {
  return fits(each, node.room);
}

/** Puts a Pod of a workload onto a node. */
export function settle(workload: string, each: Amount, node: DrillNode): void {
  node.room = {
    cpu: node.room.cpu - each.cpu,
    memory: node.room.memory - each.memory,
    pods: node.room.pods - each.pods,
  };
  node.pods.set(workload, (node.pods.get(workload) ?? 0) + 1);
}
