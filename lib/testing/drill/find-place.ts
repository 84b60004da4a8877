import type { Ledger } from './ledger';
import type { ModelCluster, ModelWorkload } from './model';
import { hasRoom, mayRun, settle, type DrillNode, type NodesLeft } from './nodes';

/** Why a Pod waits. */
export type Reason = 'room' | 'addresses' | 'no-place' | 'zone-spread' | 'disk' | 'quota';

/** The world that Pods are put into, one after the other. */
export interface World {
  readonly cluster: ModelCluster;
  readonly left: NodesLeft;
  readonly ledger: Ledger;
}

/** Where a Pod found a place, or what it waits for. */
export type Found =
  | { readonly at: 'node' | 'eci' | 'unknown'; readonly zone?: string }
  | { readonly at: undefined; readonly waits: Reason };

/** Finds a place for one Pod, and takes it. */
export function findPlace(workload: ModelWorkload, world: World, onNodes: number): Found {
  const { place: way } = workload;
  if (way.kind === 'eci') {
    return onEci(workload, world);
  }
  if (way.kind === 'nodes') {
    return onNode(workload, world);
  }
  if (onNodes >= (way.onNodes ?? Infinity)) {
    return onEci(workload, world);
  }
  const node = onNode(workload, world);
  return node.at === 'node' || !way.whenFull ? node : onEci(workload, world);
}

/** The zone with the fewest Pods of the workload, in it the node with the fewest, of these the emptiest. */
function onNode(workload: ModelWorkload, { cluster, left, ledger }: World): Found {
  const allowed = left.nodes.filter((node) => mayRun(workload.selects, node));
  const inZone = countPods(workload, allowed);
  const fitting = allowed
    .filter((node) => hasRoom(workload.each, node) && !(workload.onePerNode && node.pods.has(workload.id)))
    .sort(
      (a, b) =>
        inZone.get(a.zone)! - inZone.get(b.zone)! ||
        inNode(workload, a) - inNode(workload, b) ||
        b.room.cpu - a.room.cpu,
    );
  const dry = new Set<string>();
  for (const node of fitting.filter(({ zone }) => !dry.has(zone))) {
    const pods = cluster.podVswitches.filter((id) => ledger.zoneOf(id) === node.zone);
    const needs = cluster.podNetwork === 'terway' && !workload.hostNetwork && cluster.podVswitches.length > 0;
    if (!needs || ledger.take(pods) !== undefined) {
      settle(workload.id, workload.each, node);
      return { at: 'node', zone: node.zone };
    }
    dry.add(node.zone);
  }
  if (left.unknown.length > 0) {
    return { at: 'unknown' };
  }
  if (dry.size > 0) {
    ledger.miss(cluster.podVswitches.filter((id) => dry.has(ledger.zoneOf(id) ?? '')));
    return { at: undefined, waits: 'addresses' };
  }
  return { at: undefined, waits: allowed.length === 0 ? 'no-place' : 'room' };
}

function onEci(workload: ModelWorkload, { cluster, ledger }: World): Found {
  const ids = workload.eciVswitches ?? cluster.eci;
  if (ids === undefined) {
    return { at: undefined, waits: 'no-place' };
  }
  if (ids.length === 0) {
    return { at: 'unknown' };
  }
  const taken = ledger.take(ids, workload.eciOrdered);
  if (taken === undefined) {
    ledger.miss(ids);
    return { at: undefined, waits: 'addresses' };
  }
  return { at: 'eci', zone: ledger.zoneOf(taken) };
}

const inNode = (workload: ModelWorkload, node: DrillNode): number => node.pods.get(workload.id) ?? 0;

function countPods(workload: ModelWorkload, nodes: readonly DrillNode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  nodes.forEach((node) => counts.set(node.zone, (counts.get(node.zone) ?? 0) + inNode(workload, node)));
  return counts;
}
