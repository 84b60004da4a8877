import { placesFor, type Reason, type World } from './find-place';
import { ledgerOf, type Drawn } from './ledger';
import type { DrillModel, ModelWorkload } from './model';
import { mayRun, nodesLeft, settle } from './nodes';
import { quotasFor, type Quotas } from './quotas';
import type { Scenario } from './scenarios';
import { systemPods } from './system-pods';

/** Where the Pods of a workload are in a scenario: placed, pending and not known are together those wanted. */
export interface PlacedPods {
  readonly workload: string;
  readonly wanted: number;
  readonly onNodes: number;
  readonly onEci: number;
  readonly pending: number;
  /** Pods of which the Terraform does not tell whether they find a place. */
  readonly unknown: number;
  /** Placed Pods by zone; those on ECI in a zone that is not known are left out. */
  readonly byZone: Readonly<Record<string, number>>;
  /** Zones that its Pods can be in, with those that have one. */
  readonly mayBeIn: readonly string[];
  /** Pending Pods by what they wait for. */
  readonly waits: Readonly<Partial<Record<Reason, number>>>;
}

/** What runs where in a scenario. */
export interface Placement {
  readonly scenario: Scenario;
  readonly pods: readonly PlacedPods[];
  /** Nodes by zone. */
  readonly nodes: Readonly<Record<string, number>>;
  /** Nodes that found no address. */
  readonly nodesWithoutAddress: number;
  readonly addresses: readonly Drawn[];
}

/**
 * Gives every Pod that is wanted a place, one after the other: those of the cluster itself first, then workloads by name.
 *
 * @param before the same without the loss, which tells how many Pods the lost zone had
 */
export function place(model: DrillModel, scenario: Scenario, before?: Placement): Placement {
  const ledger = ledgerOf(model, scenario.zone);
  const quotas = quotasFor(model);
  const worlds = model.clusters.map((cluster): World => ({
    cluster,
    ledger,
    left: nodesLeft(cluster, scenario, ledger),
  }));
  worlds.forEach((world) => runDaemons(model, world));
  const system = worlds.map((world) => settleAll(systemPods(world.cluster), world, scenario, quotas, before));
  const pods = model.workloads.map((workload) =>
    settleAll(
      workload,
      worlds.find(({ cluster }) => cluster.id === workload.cluster),
      scenario,
      quotas,
      before,
    ),
  );
  if (scenario.level === 'update') {
    model.workloads.forEach((workload) => letEnd(workload, worlds));
  }
  worlds.forEach(keepReady);
  const nodes = worlds.flatMap(({ left }) => left.nodes);
  return {
    scenario,
    pods: [...system, ...pods],
    nodes: countBy(nodes.map(({ zone }) => zone)),
    nodesWithoutAddress: worlds.reduce((sum, { left }) => sum + left.withoutAddress, 0),
    addresses: ledger.drawn(),
  };
}

/** Pods that a level asks for; `undefined` when it is not known. */
export function wantedOf({ least, most, surge }: ModelWorkload, { level }: Scenario): number | undefined {
  if (level === 'least') {
    return least;
  }
  return most === undefined ? undefined : most + (level === 'update' ? surge : 0);
}

function settleAll(
  workload: ModelWorkload,
  world: World | undefined,
  scenario: Scenario,
  quotas: Quotas,
  before: Placement | undefined,
): PlacedPods {
  const wanted = wantedOf(workload, scenario) ?? 0;
  const result = { onNodes: 0, onEci: 0, unknown: 0, zones: [] as string[], waits: [] as Reason[] };
  const next = world === undefined ? undefined : placesFor(workload, world);
  const stuck = stuckPods(workload, wanted, scenario, before);
  for (let pod = 0; pod < wanted; pod++) {
    if (next === undefined) {
      result.unknown += 1;
    } else if (!quotas.take(workload)) {
      result.waits.push('quota');
    } else if (pod >= wanted - (stuck?.pods ?? 0)) {
      result.waits.push(stuck!.reason);
    } else {
      const found = next(result.onNodes);
      result.onNodes += found.at === 'node' ? 1 : 0;
      result.onEci += found.at === 'eci' ? 1 : 0;
      result.unknown += found.at === 'unknown' ? 1 : 0;
      result.waits.push(...(found.at === undefined ? [found.waits] : []));
      result.zones.push(...(found.at !== undefined && found.zone !== undefined ? [found.zone] : []));
    }
  }
  const { onNodes, onEci, unknown, zones, waits } = result;
  return {
    workload: workload.id,
    wanted,
    onNodes,
    onEci,
    pending: waits.length,
    unknown,
    byZone: countBy(zones),
    mayBeIn: world === undefined ? [] : zonesFor(workload, world),
    waits: countBy(waits),
  };
}

function zonesFor({ place: way, selects, eciVswitches }: ModelWorkload, { cluster, left, ledger }: World): string[] {
  const nodes = way.kind === 'eci' ? [] : left.nodes.filter((node) => mayRun(selects, node)).map(({ zone }) => zone);
  const eci = way.kind === 'nodes' ? [] : (eciVswitches ?? cluster.eci ?? []).flatMap((id) => ledger.zoneOf(id) ?? []);
  return [...new Set([...nodes, ...eci])].sort();
}

/** Pods of the lost zone that cannot start in another one: as many as it can have had. */
function stuckPods(
  { id, oneDisk, zonal, hardZones, alone }: ModelWorkload,
  wanted: number,
  scenario: Scenario,
  before: Placement | undefined,
): { readonly pods: number; readonly reason: Reason } | undefined {
  const most = Math.min(wanted, inLostZone(id, scenario, before));
  if (most === 0 || !(oneDisk || zonal || hardZones || alone)) {
    return undefined;
  }
  return { pods: oneDisk ? wanted : most, reason: oneDisk || zonal ? 'disk' : alone ? 'alone' : 'zone-spread' };
}

/** Most Pods of a workload that the lost zone can have had: nobody knows which zone had the larger part. */
export function inLostZone(workload: string, { zone }: Scenario, before: Placement | undefined): number {
  const earlier = before?.pods.find((one) => one.workload === workload);
  return zone === undefined || !earlier?.mayBeIn.includes(zone) ? 0 : Math.max(0, ...Object.values(earlier.byZone));
}

/** Pods that an update ends keep their addresses until they have ended. */
function letEnd(workload: ModelWorkload, worlds: readonly World[]): void {
  const world = worlds.find(({ cluster }) => cluster.id === workload.cluster);
  const onNodes = workload.place.kind === 'nodes';
  const ids = (onNodes ? world?.cluster.podVswitches : (workload.eciVswitches ?? world?.cluster.eci)) ?? [];
  for (let pod = 0; pod < (ids.length === 0 ? 0 : workload.ending); pod++) {
    if (world!.ledger.take(ids) === undefined) {
      world!.ledger.miss(ids);
    }
  }
}

/** Before everything else each node runs what runs on every node. */
function runDaemons({ daemons }: DrillModel, { cluster, left, ledger }: World): void {
  for (const { id, each, selects, hostNetwork } of daemons.filter((one) => one.cluster === cluster.id)) {
    for (const node of left.nodes.filter((one) => mayRun(selects, one))) {
      settle(id, each, node);
      if (cluster.podNetwork === 'terway' && !hostNetwork) {
        ledger.take(cluster.podVswitches.filter((vswitch) => ledger.zoneOf(vswitch) === node.zone));
      }
    }
  }
}

/** Addresses that Terway keeps ready on a node, as far as there are some: for Pods to come. */
const IDLE = 5;

function keepReady({ cluster, left, ledger }: World): void {
  for (const { zone } of cluster.podNetwork === 'terway' ? left.nodes : []) {
    const ids = cluster.podVswitches.filter((id) => ledger.zoneOf(id) === zone);
    for (let idle = 0; idle < IDLE; idle++) {
      ledger.take(ids);
    }
  }
}

function countBy<K extends string>(keys: readonly K[]): Record<K, number> {
  const counts = {} as Record<K, number>;
  [...keys].sort().forEach((key) => (counts[key] = (counts[key] ?? 0) + 1));
  return counts;
}
