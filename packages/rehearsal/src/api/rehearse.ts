import { BUILT_IN, loadFile, withoutHost } from '../schema/load';
import type { Mode } from '../serve/context';
import type { Call } from '../serve/log';
import { startCloud, type RunningCloud } from '../serve/start';
import { withoutAddress, type ProgramFault } from './fault-address';
import { stacksOf, withDependencies, type Stack } from './stacks';
import { takeStep, type Stage, type Step, type StepName } from './steps';
import { summarize, type Summary } from './summary';
import { Terraforms } from './terraforms';
import { WorkFolder } from './work-folder';

/** How far a rehearsal goes. Each includes what comes before it. */
export type Extent = 'plan' | 'apply' | 'destroy' | 'all';

export interface RehearsalOptions {
  /** @default 'all' */
  readonly extent?: Extent;
  /** Stacks to rehearse, with all that they depend on. @default all */
  readonly stacks?: readonly string[];
  /** @default 'strict' */
  readonly mode?: Mode;
  /** Failures on demand; a cut by SIGKILL or SIGINT strikes the Terraform that runs at that moment. */
  readonly faults?: readonly ProgramFault[];
  /** Files of `terraform providers schema -json` for providers that are not built in. */
  readonly schemaFiles?: readonly string[];
  /** Values of variables; those without value or default get a sample. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** A folder for states and cloud that outlive the run. @default a temporary one */
  readonly workFolder?: string;
  /** With a work folder: moves the states of stacks whose backend has changed since. @default Terraform refuses, as it would */
  readonly migrateState?: boolean;
  /** Destroy without switching deletion protection off first. @default false */
  readonly keepProtection?: boolean;
  /** Called after each step. */
  readonly onStep?: (step: Step) => void;
}

/** What a rehearsal came to. */
export interface Rehearsal extends Summary {
  readonly ok: boolean;
  readonly steps: readonly Step[];
  readonly calls: readonly Call[];
  readonly milliseconds: number;
  /** Milliseconds until all providers answered. */
  readonly ready: number;
}

/** Anything that synthesizes into a folder: an `App` of cdktf. */
export interface Synthesizes {
  readonly outdir: string;
  synth(): void;
}

/** Steps of a stack; those in one group only read the state and go side by side. */
const ROUND: Readonly<Record<Extent, readonly (readonly StepName[])[]>> = {
  plan: [['plan']],
  apply: [['plan'], ['apply'], ['plan again']],
  destroy: [['plan'], ['apply']],
  all: [['plan'], ['apply'], ['plan again', 'refresh'], ['change']],
};

/** Rehearses an app, or what was synthesized into a folder. */
export async function rehearse(what: Synthesizes | string, options: RehearsalOptions = {}): Promise<Rehearsal> {
  const start = performance.now();
  if (typeof what !== 'string') {
    what.synth();
  }
  const out = typeof what === 'string' ? what : what.outdir;
  const all = stacksOf(out);
  const stacks = options.stacks && options.stacks.length > 0 ? withDependencies(all, options.stacks) : all;
  const work = WorkFolder.create(out, stacks, options.workFolder, options.variables ?? {});
  let cloud: RunningCloud | undefined;
  try {
    cloud = await startCloud({
      providers: providersFor(work.sources(), options.schemaFiles ?? []),
      schemaFiles: options.schemaFiles,
      sources: work.sources(),
      mode: options.mode,
      faults: options.faults?.map((fault) =>
        withoutAddress(
          fault,
          stacks.map((stack) => work.json(stack)),
        ),
      ),
      cloud: work.cloud(),
    });
    const ready = Math.round(performance.now() - start);
    const steps = await run(
      { work, terraforms: new Terraforms(cloud), migrate: options.migrateState },
      stacks,
      options,
    );
    const calls = await cloud.calls();
    work.saveCloud(await cloud.save());
    const milliseconds = Math.round(performance.now() - start);
    return { ok: steps.every(({ ok }) => ok), steps, calls, milliseconds, ready, ...summarize(calls) };
  } finally {
    await cloud?.stop();
    work.close();
  }
}

/** The built-in providers that the stacks ask for; others must be in a schema file. */
export function providersFor(sources: readonly string[], schemaFiles: readonly string[]): string[] {
  const wanted = [...new Set(sources.map(withoutHost))];
  const given = new Set(schemaFiles.flatMap(loadFile).map(({ address }) => address));
  const missing = wanted.filter((address) => !(address in BUILT_IN) && !given.has(address));
  if (missing.length > 0) {
    throw new Error(
      `no schema for ${missing.join(', ')}; there are ${Object.keys(BUILT_IN).join(', ')}\n` +
        'fix: write one with "terraform providers schema -json" where the provider is installed, and name the file',
    );
  }
  return wanted.filter((address) => address in BUILT_IN && !given.has(address));
}

async function run(stage: Stage, stacks: readonly Stack[], options: RehearsalOptions): Promise<Step[]> {
  const extent = options.extent ?? 'all';
  const steps: Step[] = [];
  const failed = new Set<string>();
  const takeAll = async (stack: Stack, names: readonly StepName[]): Promise<boolean> => {
    const taken = await Promise.all(names.map((name) => takeStep(stage, stack, name)));
    for (const step of taken) {
      steps.push(step);
      options.onStep?.(step);
      if (!step.ok) {
        failed.add(stack.name);
      }
    }
    return taken.every(({ ok }) => ok);
  };
  const take = (stack: Stack, name: StepName): Promise<boolean> => takeAll(stack, [name]);
  const blocked = (stack: Stack): boolean =>
    failed.has(stack.name) || stack.dependencies.some((name) => failed.has(name));
  const applied: Stack[] = [];

  await eachOfTwo(stacks, async (stack) => void ((await take(stack, 'init')) && (await take(stack, 'validate'))));
  for (const stack of stacks) {
    // A stack that others read from has to exist before they can be planned.
    const needed = extent === 'plan' && stacks.some(({ dependencies }) => dependencies.includes(stack.name));
    for (const group of needed ? ROUND.destroy : ROUND[extent]) {
      if (blocked(stack)) {
        failed.add(stack.name);
        break;
      }
      if (group.includes('apply')) {
        applied.push(stack);
      }
      await takeAll(stack, group);
    }
  }
  if (extent === 'destroy' || extent === 'all') {
    for (const stack of applied.reverse()) {
      if (options.keepProtection || (await take(stack, 'unprotect'))) {
        await take(stack, 'destroy');
      }
    }
  }
  return steps;
}

/** Two at a time: reading and checking configurations needs no order. */
async function eachOfTwo<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await work(item);
    }
  };
  await Promise.all([worker(), worker()]);
}
