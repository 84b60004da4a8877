import { changeALittle, unprotect } from './stack-json';
import type { Stack } from './stacks';
import type { Message, Outcome } from './terraform';
import type { Terraforms } from './terraforms';
import type { WorkFolder } from './work-folder';

export type StepName =
  'init' | 'validate' | 'plan' | 'apply' | 'plan again' | 'refresh' | 'change' | 'unprotect' | 'destroy';

/** One step on one stack. */
export interface Step {
  readonly stack: string;
  readonly step: StepName;
  readonly ok: boolean;
  readonly skipped?: string;
  readonly milliseconds: number;
  readonly counts: Outcome['counts'];
  readonly messages: readonly Message[];
}

/** Where steps are taken. */
export interface Stage {
  readonly work: WorkFolder;
  readonly terraforms: Terraforms;
  /** Moves the state of a program whose backend has changed. */
  readonly migrate?: boolean;
}

const PLAN_FILE = 'rehearsal.plan';
const NOTHING = { add: 0, change: 0, remove: 0 };

/** Without a question: nobody is there to answer. Terraform does not combine it with JSON. */
const MIGRATE = ['init', '-input=false', '-no-color', '-migrate-state', '-force-copy'];

type Judge = (outcome: Outcome) => readonly Message[];

const error = (summary: string, detail: string): Message => ({ severity: 'error', summary, detail });

const listed = (changes: readonly { address: string; action: string }[]): string =>
  changes.map(({ address, action }) => `${action} ${address}`).join('\n');

/** A plan after an apply has nothing to do. */
const mustBeEmpty: Judge = ({ code, planned }) =>
  code === 2 ? [error('The second plan is not empty', listed(planned))] : [];

/** What is there is what the state says. The exit code is no witness: it counts the order of sensitive paths too. */
const mustNotDrift: Judge = ({ drift }) =>
  drift.length > 0 ? [error('Refreshing changes the state', listed(drift))] : [];

const fine: Judge = () => [];

const COMMANDS: Readonly<
  Record<Exclude<StepName, 'change' | 'unprotect'>, { args: readonly string[]; codes: readonly number[]; judge: Judge }>
> = {
  init: { args: ['init', '-json', '-input=false', '-no-color'], codes: [0], judge: fine },
  validate: { args: ['validate', '-json'], codes: [0], judge: fine },
  plan: {
    args: ['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${PLAN_FILE}`],
    codes: [0, 2],
    judge: fine,
  },
  apply: { args: ['apply', '-json', '-input=false', PLAN_FILE], codes: [0], judge: fine },
  'plan again': {
    args: ['plan', '-json', '-input=false', '-detailed-exitcode', '-lock=false'],
    codes: [0, 2],
    judge: mustBeEmpty,
  },
  refresh: {
    args: ['plan', '-json', '-input=false', '-refresh-only', '-detailed-exitcode', '-lock=false'],
    codes: [0, 2],
    judge: mustNotDrift,
  },
  destroy: { args: ['destroy', '-json', '-input=false', '-auto-approve'], codes: [0], judge: fine },
};

/** Takes one step. */
export async function takeStep(stage: Stage, stack: Stack, step: StepName): Promise<Step> {
  const start = performance.now();
  const done = (ok: boolean, counts: Outcome['counts'], messages: readonly Message[], skipped?: string): Step => {
    const milliseconds = Math.round(performance.now() - start);
    return { stack: stack.name, step, ok, milliseconds, counts, messages, ...(skipped ? { skipped } : {}) };
  };
  if (step === 'change' || step === 'unprotect') {
    if (!stage.work.edit(stack, step === 'change' ? changeALittle : unprotect)) {
      return done(
        true,
        NOTHING,
        [],
        step === 'change' ? 'nothing has tags, labels or a description' : 'nothing is protected',
      );
    }
    try {
      const args =
        step === 'change' ? COMMANDS['plan again'].args : ['apply', '-json', '-input=false', '-auto-approve'];
      const outcome = await stage.terraforms.run(stage.work.folder(stack), args);
      return done(outcome.code === 0 || (step === 'change' && outcome.code === 2), outcome.counts, outcome.messages);
    } finally {
      if (step === 'change') {
        stage.work.restore(stack);
      }
    }
  }
  const { args, codes, judge } = COMMANDS[step];
  const words = step === 'init' && stage.migrate ? MIGRATE : args;
  const outcome = await stage.terraforms.run(stage.work.folder(stack), words);
  const judged = codes.includes(outcome.code) ? judge(outcome) : [];
  const messages = [...outcome.messages, ...judged];
  const failed = !codes.includes(outcome.code) || judged.length > 0;
  return done(!failed, outcome.counts, messages);
}
