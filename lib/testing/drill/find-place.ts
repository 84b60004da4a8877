import type { Ledger } from './ledger';
import type { ModelCluster, ModelWorkload } from './model';
import { hasRoom, mayRun, settle, type DrillNode, type NodesLeft } from './nodes';

/** Why a Pod waits. */
export type Reason = 'room' | 'addresses' | 'no-place' | 'zone-spread' | 'disk' | 'alone' | 'quota';

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

/** Finds a place for one Pod after the other of a workload, and takes it. */
export function placesFor(workload: ModelWorkload, world: World): (onNodes: number) => Found {
  const { place: way } = workload;
  const onNode = nodePlaces(workload, world);
  return (onNodes) => {
    if (way.kind === 'eci' || (way.kind === 'nodes-then-eci' && onNodes >= (way.onNodes ?? Infinity))) {
      return onEci(workload, world);
    }
    const node = onNode();
    return node.at === 'node' || way.kind === 'nodes' || !way.whenFull ? node : onEci(workload, world);
  };
}

/** The zone with the fewest Pods of the workload, in it the node with the fewest, of these the emptiest. */
function nodePlaces(workload: ModelWorkload, { cluster, left, ledger }: World): () => Found {
  const allowed = left.nodes.filter((node) => mayRun(workload.selects, node));
  const inZone = new Map<string, number>(allowed.map(({ zone }) => [zone, 0]));
  const better = (a: DrillNode, b: DrillNode): boolean =>
    (inZone.get(a.zone)! - inZone.get(b.zone)! ||
      inNode(workload, a) - inNode(workload, b) ||
      b.room.cpu - a.room.cpu) < 0;
  const needs = cluster.podNetwork === 'terway' && !workload.hostNetwork && cluster.podVswitches.length > 0;
  const podVswitches = (zone: string) => cluster.podVswitches.filter((id) => ledger.zoneOf(id) === zone);
  // Nothing becomes free while Pods are put in: what is full, or dry, stays so.
  let free: readonly DrillNode[] = allowed;
  const dry = new Set<string>();
  return () => {
    free = free.filter((node) => open(workload, node) && !dry.has(node.zone));
    while (free.length > 0) {
      const best = free.reduce((found, node) => (better(node, found) ? node : found));
      if (!needs || ledger.take(podVswitches(best.zone)) !== undefined) {
        settle(workload.id, workload.each, best);
        inZone.set(best.zone, inZone.get(best.zone)! + 1);
        return { at: 'node', zone: best.zone };
      }
      dry.add(best.zone);
      free = free.filter(({ zone }) => zone !== best.zone);
    }
    if (left.unknown.length > 0) {
      return { at: 'unknown' };
    }
    if (dry.size > 0) {
      ledger.miss([...dry].flatMap(podVswitches));
      return { at: undefined, waits: 'addresses' };
    }
    return { at: undefined, waits: allowed.length === 0 ? 'no-place' : 'room' };
  };
}

function open(workload: ModelWorkload, node: DrillNode): boolean {
  return hasRoom(workload.each, node) && !(workload.onePerNode && node.pods.has(workload.id));
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
