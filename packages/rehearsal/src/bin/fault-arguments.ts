import { parseArgs } from 'node:util';
import { FAULT_KINDS, type FaultAction, type FaultKind } from '../faults/kinds';
import { readVariable } from './arguments';

export const FAULTS_USAGE = `usage: alicloud-rehearse faults [options]

Lets something go wrong at every change of every resource, one fault at a time, and runs the same command again: the
program has to come to its end, with nothing made twice and nothing forgotten.

  --out <folder>       output folder of cdktf (default: cdktf.out)
  --stack <name>       strikes at this stack only; what it depends on is built without faults; may be repeated
  --only <text>        strikes at addresses and construct paths that contain this, "my-stack alicloud_vpc" too;
                       may be repeated
  --action <action>    create, update or delete; may be repeated
  --fault <kind>       one of those below; may be repeated
  --sample <count>     tries so many, spread over the resources, chosen by the seed
  --seed <text>        chooses the sample (default: the commit, or this package's version outside of a repository)
  --lanes <count>      how many at a time (default: 2)
  --journal <file>     keeps what went well there, and goes on from there next time
  --schema <file>      output of "terraform providers schema -json" for other providers; may be repeated
  --var <name=value>   value of a variable; may be repeated
  --report <file>      writes the result as JSON
  --json               prints the result as JSON, and no progress
  --quiet              prints failures only, and progress now and then

faults:
${FAULT_KINDS.map(({ kind, what }) => `  ${kind.padEnd(18)} ${what}`).join('\n')}

The exit status is 0 when the program ends well after every fault, 1 when it does not, 2 for a wrong command line.`;

/** The words of `faults`, read. */
export interface FaultArguments {
  readonly out: string;
  readonly stacks: readonly string[];
  readonly only: readonly string[];
  readonly actions?: readonly FaultAction[];
  readonly kinds?: readonly FaultKind[];
  readonly sample?: number;
  readonly seed?: string;
  readonly lanes?: number;
  readonly journal?: string;
  readonly schemaFiles: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly report?: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

const many = { type: 'string', multiple: true } as const;
const one = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const ACTIONS: readonly string[] = ['create', 'update', 'delete'];

/** Reads the words after `faults`; throws a sentence that says what is wrong with them. */
export function readFaultArguments(argv: readonly string[]): FaultArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      ...{ out: one, stack: many, only: many, action: many, fault: many, sample: one, seed: one, lanes: one },
      ...{ journal: one, schema: many, var: many, report: one, json: flag, quiet: flag },
    },
  });
  return {
    out: values.out ?? 'cdktf.out',
    stacks: values.stack ?? [],
    only: values.only ?? [],
    actions: values.action && (allOf('--action', values.action, ACTIONS) as FaultAction[]),
    kinds:
      values.fault &&
      (allOf(
        '--fault',
        values.fault,
        FAULT_KINDS.map(({ kind }) => kind),
      ) as FaultKind[]),
    sample: count('--sample', values.sample),
    seed: values.seed,
    lanes: count('--lanes', values.lanes),
    journal: values.journal,
    schemaFiles: values.schema ?? [],
    variables: Object.fromEntries((values.var ?? []).map(readVariable)),
    report: values.report,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  };
}

function allOf(name: string, given: readonly string[], allowed: readonly string[]): readonly string[] {
  const wrong = given.find((word) => !allowed.includes(word));
  if (wrong !== undefined) {
    throw new Error(`${name} is one of ${allowed.join(', ')}, not "${wrong}"`);
  }
  return given;
}

function count(name: string, given: string | undefined): number | undefined {
  if (given !== undefined && !/^[1-9]\d*$/.test(given)) {
    throw new Error(`${name} takes a whole number from 1, not "${given}"`);
  }
  return given === undefined ? undefined : Number(given);
}
