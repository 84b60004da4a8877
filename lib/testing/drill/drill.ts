import type { IConstruct } from 'constructs';
import { nearestOf } from '../../checks/nearest';
import { writtenStacks } from '../written-app';
import { outcomeOf, type Outcome } from './outcome';
import { place, type Placement } from './place';
import type { DrillModel } from './model';
import { readModel } from './read-model';
import type { KnownVswitch } from './read-vswitches';
import { scenariosOf } from './scenarios';
import { ASSUMPTIONS } from './assumptions';
import { systemPods } from './system-pods';
import { singlePoints, type SinglePoint } from './single-points';

/** What a drill is told besides. */
export interface DrillOptions {
  /** Only what happens when this zone is lost, such as `cn-hangzhou-h`. @default every zone, and all nodes */
  readonly zone?: string;
  /**
   * Zone and range of vSwitches that the Terraform does not make, by id: `{ 'vsw-abc': { zone: 'cn-hangzhou-h', cidr: ... } }`.
   * @default none - what depends on them is not known
   */
  readonly vswitches?: Readonly<Record<string, KnownVswitch>>;
  /**
   * What may be lost, and why that is borne: by the id of a part, a workload or a vSwitch as the drill names it. It does not
   * fail the drill then, and neither does what needs it; the report keeps the reason.
   * @default none
   */
  readonly accept?: Readonly<Record<string, string>>;
}

/** The answer of a drill: plain data. */
export interface Drill {
  /** Form of this data. */
  readonly version: 1;
  readonly zones: readonly string[];
  readonly outcomes: readonly Outcome[];
  /** What the loss of one thing takes with it, or stops. */
  readonly singlePoints: readonly SinglePoint[];
  /** What the Terraform does not tell, a phrase each. */
  readonly unknown: readonly string[];
  /** What the answer takes for granted, a sentence each. */
  readonly assumptions: readonly string[];
  /** What was read, and what the answer was worked out from. */
  readonly model: DrillModel;
}

/**
 * What a program loses with a zone or with its nodes, and whether there is room at the most of every scale. Works on the
 * Terraform alone, so also on programs that use no construct of this library; touches no cloud.
 *
 * @param source a program (its App or a part of it; nothing is written), or a folder that was synthesised (`cdktf.out`)
 * @throws InputError when the program is wrong; Error when the folder holds no manifest, nothing is in the named zone, or
 *   `accept` names what is not there
 */
export function drillOf(source: IConstruct | string, options: DrillOptions = {}): Drill {
  return runDrill(readModel(writtenStacks(source), options.vswitches), options);
}

/** Runs the scenarios over a model: pure. */
export function runDrill(model: DrillModel, { zone, accept = {} }: DrillOptions = {}): Drill {
  check(model, zone, accept);
  const before = new Map<string, Placement>();
  const outcomes = scenariosOf(model, zone).map((scenario) => {
    const { level } = scenario;
    if (!before.has(level)) {
      before.set(level, place(model, { id: level, level, nodes: false }));
    }
    const loses = scenario.zone !== undefined || scenario.nodes;
    return outcomeOf(model, scenario, accept, loses ? before.get(level) : undefined);
  });
  return {
    version: 1,
    zones: model.zones,
    outcomes,
    singlePoints: singlePoints(model),
    unknown: model.unknown,
    assumptions: ASSUMPTIONS.map(({ text }) => text),
    model,
  };
}

function check(model: DrillModel, zone: string | undefined, accept: Readonly<Record<string, string>>): void {
  if (zone !== undefined && !model.zones.includes(zone)) {
    throw new Error(`nothing is in zone ${zone}; there is something in ${model.zones.join(', ') || 'no known zone'}`);
  }
  const ids = [...model.parts, ...model.workloads, ...model.vswitches, ...model.clusters.map(systemPods)].map(
    ({ id }) => id,
  );
  const strange = Object.keys(accept).find((id) => !ids.includes(id));
  if (strange !== undefined) {
    const near = ids.length === 0 ? '' : `; did you mean "${nearestOf(strange, ids)}"?`;
    throw new Error(`accept names "${strange}", which is not there${near}`);
  }
}
