import type { Drawn } from './ledger';
import type { DrillModel, ModelWorkload } from './model';
import { partLeft, type PartLeft } from './parts-left';
import type { Reason } from './find-place';
import { inLostZone, place, type PlacedPods, type Placement } from './place';
import type { Level, Scenario } from './scenarios';
import { systemId } from './system-pods';

/** What became of a workload. */
export interface WorkloadOutcome extends PlacedPods {
  /**
   * `runs`: every Pod has a place; `short`: some wait; `down`: none runs, or something that it needs is lost; `unknown`:
   * the Terraform does not tell; `accepted`: one of these, and somebody wrote why that is borne.
   */
  readonly state: 'runs' | 'short' | 'down' | 'unknown' | 'accepted';
  /** Pods that were at most in the lost zone, or on nodes, and start anew elsewhere. */
  readonly moved: number;
  readonly why: readonly string[];
}

/** What a scenario comes to. */
export interface Outcome {
  readonly scenario: string;
  readonly level: Level;
  readonly lost?: string;
  /** `survives` when every Pod has a place, nothing is lost and no address is missing. */
  readonly verdict: 'survives' | 'fails' | 'unknown';
  readonly workloads: readonly WorkloadOutcome[];
  readonly parts: readonly PartLeft[];
  /** Nodes by zone. */
  readonly nodes: Readonly<Record<string, number>>;
  readonly vswitches: readonly (Drawn & { readonly spare?: number })[];
  /** What fails, by what it fails for: a workload, a part or a vSwitch; each with a sentence. */
  readonly failures: readonly Failing[];
  /** What does not fail, but takes longer: updates that find no room for all of their further Pods. */
  readonly slower: readonly Failing[];
  /** What could fail, for all that the Terraform tells. */
  readonly unknown: readonly Failing[];
}

/** Something that fails, and why. */
export interface Failing {
  readonly what: string;
  readonly why: string;
}

/**
 * Works a scenario out.
 *
 * @param accept reasons why losses are borne, by the id of a part, a workload or a vSwitch
 * @param before what runs where at the same level when nothing is lost
 */
export function outcomeOf(
  model: DrillModel,
  scenario: Scenario,
  accept: Readonly<Record<string, string>>,
  before?: Placement,
): Outcome {
  const placement = place(model, scenario, before);
  const parts = model.parts.map((part) => partLeft(part, scenario, accept));
  const workloads = placement.pods.map((pods) => {
    const workload = model.workloads.find(({ id }) => id === pods.workload);
    return accepted(
      workloadOutcome(pods, workload, parts, scenario, before, nameless(model, workload, placement)),
      accept,
    );
  });
  const dry = placement.addresses.filter(({ missing, vswitch }) => missing > 0 && !(vswitch in accept)).map(shortage);
  // Where all Pods of an update that it cannot do without have a place, it waits for addresses that become free.
  const waits = scenario.level === 'update' && workloads.every(({ state }) => state !== 'short' && state !== 'down');
  const failures = [
    ...parts.filter(({ state }) => state === 'lost').map(({ part, why }) => ({ what: part, why: why! })),
    ...workloads.filter(({ state }) => state === 'short' || state === 'down').map(failingOf),
    ...(waits ? [] : dry),
  ];
  const unknown = [
    ...parts.filter(({ state }) => state === 'unknown').map(({ part, why }) => ({ what: part, why: why! })),
    ...workloads.filter(({ state }) => state === 'unknown').map(failingOf),
  ];
  return {
    scenario: scenario.id,
    level: scenario.level,
    ...(scenario.zone !== undefined ? { lost: scenario.zone } : scenario.nodes ? { lost: 'nodes' } : {}),
    verdict: failures.length > 0 ? 'fails' : unknown.length > 0 ? 'unknown' : 'survives',
    workloads,
    parts,
    nodes: placement.nodes,
    vswitches: placement.addresses.map((row) => ({
      ...row,
      ...(row.addresses !== undefined && { spare: row.addresses - row.drawn - row.missing }),
    })),
    failures,
    slower: [
      ...workloads.filter(({ state, pending }) => state === 'runs' && pending > 0).map(failingOf),
      ...(waits ? dry : []),
    ],
    unknown,
  };
}

function accepted(outcome: WorkloadOutcome, accept: Readonly<Record<string, string>>): WorkloadOutcome {
  const reason = accept[outcome.workload];
  return reason === undefined || outcome.state === 'runs'
    ? outcome
    : { ...outcome, state: 'accepted', why: [...outcome.why, `accepted: ${reason}`] };
}

/** Whether Pods ask a DNS of the cluster that has no place. */
function nameless(model: DrillModel, workload: ModelWorkload | undefined, { pods }: Placement): boolean {
  const cluster = model.clusters.find(({ id }) => id === workload?.cluster);
  const dns = cluster && pods.find((one) => one.workload === systemId(cluster));
  return workload?.clusterDns === true && !cluster?.managedDns && dns !== undefined && dns.pending === dns.wanted;
}

function failingOf({ workload, why }: WorkloadOutcome): Failing {
  return { what: workload, why: why.join('; ') };
}

function shortage({ vswitch, missing, addresses }: Drawn): Failing {
  return { what: vswitch, why: `lacks ${missing} addresses: it has ${addresses}` };
}

function workloadOutcome(
  pods: PlacedPods,
  workload: ModelWorkload | undefined,
  parts: readonly PartLeft[],
  scenario: Scenario,
  before: Placement | undefined,
  nameless: boolean,
): WorkloadOutcome {
  const needed = parts.filter(({ part }) => workload?.needs.includes(part));
  const gone = needed.filter(({ state }) => state === 'lost').map(({ part }) => part);
  const doubtful = needed.filter(({ state }) => state === 'unknown').map(({ part }) => part);
  const placed = pods.onNodes + pods.onEci;
  const quorum = workload?.members === true && pods.pending > 0 && 2 * placed <= pods.wanted;
  const why = [
    ...(gone.length > 0 ? [`needs ${gone.join(' and ')}, which is lost`] : []),
    ...(nameless ? ['finds no names: CoreDNS has nothing to run on'] : []),
    ...waiting(pods),
    ...(quorum && placed > 0 ? [`${placed} of ${pods.wanted} members are no majority`] : []),
    ...(doubtful.length > 0 ? [`needs ${doubtful.join(' and ')}, of which it is not known`] : []),
    ...(pods.unknown > 0 ? [`whether ${pods.unknown} Pods find a place is not known`] : []),
    ...(workload !== undefined && workload.most === undefined ? ['how many Pods it has is not known'] : []),
  ];
  const needs = workload === undefined ? pods.wanted : neededOf(workload, scenario, pods.wanted);
  const down = gone.length > 0 || nameless || quorum || (placed + pods.unknown === 0 && needs > 0);
  const open = doubtful.length > 0 || pods.unknown > 0 || (workload !== undefined && workload.most === undefined);
  return {
    ...pods,
    state: down ? 'down' : placed + pods.unknown < needs ? 'short' : open ? 'unknown' : 'runs',
    moved: movedOf(pods, scenario, before),
    why,
  };
}

/** Pods that must have a place: an update does without those that it adds, but for one when it may take none away. */
function neededOf({ most = 0, surge, unavailable }: ModelWorkload, { level }: Scenario, wanted: number): number {
  return level === 'update' ? Math.min(wanted, most + (unavailable > 0 ? 0 : Math.min(1, surge))) : wanted;
}

const REASONS: Readonly<Record<Reason, string>> = Object.freeze({
  room: 'for room on nodes',
  addresses: 'for addresses',
  'no-place': 'as nothing is left that they may run on',
  'zone-spread': 'as they may not crowd into the other zones while nodes of the lost one are registered',
  disk: 'for their disk, which is in the lost zone',
  alone: 'for somebody to make them anew: no controller does',
  quota: 'for the quota of their namespace',
});

function waiting({ waits }: PlacedPods): readonly string[] {
  return Object.entries(waits).map(([reason, count]) => `${count} Pods wait ${REASONS[reason as Reason]}`);
}

function movedOf({ workload }: PlacedPods, scenario: Scenario, before: Placement | undefined): number {
  return scenario.nodes
    ? (before?.pods.find((one) => one.workload === workload)?.onNodes ?? 0)
    : inLostZone(workload, scenario, before);
}
