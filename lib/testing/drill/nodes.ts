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

/**
 * The nodes of a cluster in a scenario. Of a pool of fixed size those in the lost zone are gone: the larger part, where
 * the number cannot be divided. A pool that scales comes to have its most in the zones that are left.
 */
export function nodesLeft({ pools }: ModelCluster, scenario: Scenario, ledger: Ledger): NodesLeft {
  const left: NodesLeft[] = pools.map((pool) => nodesOf(pool, scenario, ledger));
  return {
    nodes: left.flatMap(({ nodes }) => nodes),
    unknown: left.flatMap(({ unknown }) => unknown),
    withoutAddress: left.reduce((sum, { withoutAddress }) => sum + withoutAddress, 0),
  };
}

function nodesOf(pool: ModelPool, { zone: lost, nodes: none }: Scenario, ledger: Ledger) {
  const empty: NodesLeft = { nodes: [], unknown: [], withoutAddress: 0 };
  if (none || pool.nodes === 0) {
    return empty;
  }
  const zones = [...new Set(pool.vswitches.map((id) => ledger.zoneOf(id)))];
  if (pool.nodes === undefined || pool.room === undefined || zones.length === 0 || zones.includes(undefined)) {
    return { ...empty, unknown: [pool] };
  }
  const [homes, without] = pool.auto
    ? homesOf(
        pool,
        (zones as string[]).filter((zone) => zone !== lost),
        ledger,
        'take',
      )
    : homesOf(pool, zones as string[], ledger, 'takeBefore');
  const left = pool.auto ? homes : afterLoss(homes, pool, zones as string[], lost);
  const { id, taints, room } = pool;
  const nodes = left.map((zone): DrillNode => {
    return { pool: id, zone, labels: labelsOf(pool, zone), taints, room: room!, pods: new Map() };
  });
  return { nodes, unknown: [], withoutAddress: without };
}

/** The zone of every node, and how many find no address. Where a zone has none left, the scaling group takes another. */
function homesOf(
  { nodes, spread, vswitches }: ModelPool,
  zones: readonly string[],
  ledger: Ledger,
  take: 'take' | 'takeBefore',
): readonly [homes: string[], without: number] {
  const ids = vswitches.filter((id) => zones.includes(ledger.zoneOf(id)!));
  const homes: string[] = [];
  for (let node = 0; node < nodes!; node++) {
    const wished = spread === 'first' ? zones[0] : zones[node % zones.length];
    const there = ids.filter((id) => ledger.zoneOf(id) === wished);
    const taken = ledger[take](there) ?? ledger[take](ids);
    if (taken === undefined) {
      ledger.miss(there);
    } else {
      homes.push(ledger.zoneOf(taken)!);
    }
  }
  return [homes, nodes! - homes.length];
}

/** What a pool of fixed size keeps. Which zone has the larger part of an uneven number, nobody knows: the lost one had. */
function afterLoss(
  homes: string[],
  { spread }: ModelPool,
  zones: readonly string[],
  lost: string | undefined,
): string[] {
  if (lost === undefined || !zones.includes(lost)) {
    return homes;
  }
  const left = spread === 'unknown' ? [] : homes.filter((zone) => zone !== lost);
  const smaller = homes.length - left.length === Math.floor(homes.length / zones.length);
  return spread === 'even' && homes.length % zones.length > 0 && smaller ? left.slice(1) : left;
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
