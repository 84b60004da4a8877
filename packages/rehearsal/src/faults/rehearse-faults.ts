import { existsSync } from 'node:fs';
import { stacksOf, withDependencies, type Stack } from '../api/stacks';
import type { Synthesizes } from '../api/rehearse';
import { Journal, programOf } from './journal';
import { Lane, type LaneOptions } from './lane';
import { referenceOf, type FaultTarget, type StackReference } from './reference';
import { choose, nameOf, type Choice, type Planned } from './sample';
import { tryFault, type Trial } from './trial';

/** How far a rehearsal under faults is. */
export interface FaultProgress {
  readonly done: number;
  readonly of: number;
  /** Milliseconds that the rest will take, judged by what is done. */
  readonly left: number;
}

export interface FaultOptions extends Choice, LaneOptions {
  /** Stacks at which faults strike; what they depend on is built without. @default all */
  readonly stacks?: readonly string[];
  /** How many faults are tried at a time, each with a cloud of its own. @default 2 */
  readonly lanes?: number;
  /** A file that keeps what went well: a later run of the same program goes on from there. */
  readonly journal?: string;
  /** Called after each fault. */
  readonly onTrial?: (trial: Trial, progress: FaultProgress) => void;
}

/** What the faults came to. */
export interface FaultRehearsal {
  /** Whether the program came to its end after every fault, with nothing made twice and nothing forgotten. */
  readonly ok: boolean;
  readonly trials: readonly Trial[];
  /** How many faults there are, chosen or not. */
  readonly possible: number;
  /** Changes that no fault of this run struck, and why. */
  readonly untried: readonly FaultTarget[];
  /** How many were taken over from the journal. */
  readonly resumed: number;
  readonly milliseconds: number;
}

const LANES = 2;

/** Rehearses what happens to an app, or to what was synthesized into a folder, when something goes wrong in the middle. */
export async function rehearseFaults(what: Synthesizes | string, options: FaultOptions = {}): Promise<FaultRehearsal> {
  const start = performance.now();
  if (typeof what !== 'string') {
    what.synth();
  }
  const out = typeof what === 'string' ? what : what.outdir;
  if (!existsSync(out)) {
    throw new Error(`there is no folder ${out}: synthesize first`);
  }
  const all = stacksOf(out);
  const named = options.stacks ?? [];
  const stacks = named.length > 0 ? withDependencies(all, named) : all;

  const first = await Lane.open(out, stacks, options);
  const lanes: Lane[] = [first];
  try {
    const references = await referenceOf(first);
    const targets = references
      .filter(({ stack }) => named.length === 0 || named.includes(stack.name))
      .flatMap((reference) => reference.targets);
    const planned = choose(targets, options);
    if (planned.length === 0) {
      throw new Error(`none of ${targets.length} changes is one of those that are asked for: nothing was tried`);
    }
    const journal = Journal.open(options.journal, programOf(out, stacks));
    const left = planned.filter((one) => journal.find(nameOf(one)) === undefined);
    lanes.push(...(await moreLanes(out, stacks, options, left.length)));
    const tried = await tryAll(lanes, references, left, journal, options);
    const trials = planned.flatMap((one) => tried.get(nameOf(one)) ?? journal.find(nameOf(one)) ?? []);
    return {
      ok: trials.every(({ ok }) => ok),
      trials,
      possible: choose(targets, {}).length,
      untried: targets.filter((target) => !planned.some((one) => one.target === target)),
      resumed: planned.length - left.length,
      milliseconds: Math.round(performance.now() - start),
    };
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

async function moreLanes(out: string, stacks: readonly Stack[], options: FaultOptions, work: number): Promise<Lane[]> {
  const count = Math.min(options.lanes ?? LANES, Math.max(1, work)) - 1;
  return Promise.all(
    Array.from({ length: count }, async () => {
      const lane = await Lane.open(out, stacks, options);
      for (const stack of stacks) {
        await lane.init(stack);
      }
      return lane;
    }),
  );
}

async function tryAll(
  lanes: readonly Lane[],
  references: readonly StackReference[],
  planned: readonly Planned[],
  journal: Journal,
  options: FaultOptions,
): Promise<ReadonlyMap<string, Trial>> {
  const start = performance.now();
  const left = [...planned];
  const tried = new Map<string, Trial>();
  const work = async (lane: Lane): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const reference = references.find(({ stack }) => stack.name === one!.target.stack)!;
      const trial = await tryFault(lane, reference, one.target, one.kind);
      tried.set(nameOf(one), trial);
      journal.keep(nameOf(one), trial);
      const each = (performance.now() - start) / tried.size;
      const progress = { done: tried.size, of: planned.length, left: Math.round(each * (planned.length - tried.size)) };
      options.onTrial?.(trial, progress);
    }
  };
  await Promise.all(lanes.map(work));
  return tried;
}
