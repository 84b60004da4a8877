import type { Extent } from '../api/rehearse';
import type { Mode } from '../serve/context';

export const USAGE = `usage: alicloud-rehearse <plan|apply|destroy|all> [options]
       alicloud-rehearse exec [options] -- <command> [arguments]
       alicloud-rehearse faults [options]       (see alicloud-rehearse faults --help)
       alicloud-rehearse upgrade [options]      (see alicloud-rehearse upgrade --help)

Rehearses the stacks of a cdktf output folder with the real terraform against simulated providers.

  --out <folder>       output folder of cdktf (default: cdktf.out)
  --stack <name>       a stack to rehearse, with all that it depends on; may be repeated
  --mode strict|sdk    strict (default), or with the defaults that the old SDK plans
  --schema <file>      output of "terraform providers schema -json" for other providers; may be repeated
  --var <name=value>   value of a variable; may be repeated
  --work <folder>      keeps states and simulated cloud there between runs
  --migrate-state      moves the states of stacks whose backend has changed since (terraform init -migrate-state)
  --log <file>         writes every call as JSON lines
  --keep-protection    destroys without switching deletion protection off first
  --json               prints the result as JSON

exec runs a command with the providers attached:
  alicloud-rehearse exec -- npx cdktf deploy --skip-provider-lock --auto-approve my-stack`;

export interface Arguments {
  readonly command: Extent | 'exec';
  readonly out: string;
  readonly stacks: readonly string[];
  readonly mode: Mode;
  readonly schemaFiles: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly work?: string;
  readonly log?: string;
  readonly keepProtection: boolean;
  readonly migrateState: boolean;
  readonly json: boolean;
  /** The command of `exec`. */
  readonly rest: readonly string[];
}

const COMMANDS = ['plan', 'apply', 'destroy', 'all', 'exec'];

/** Reads the command line; throws a sentence that says what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments {
  const cut = argv.indexOf('--');
  const own = cut < 0 ? [...argv] : argv.slice(0, cut);
  const rest = cut < 0 ? [] : argv.slice(cut + 1);
  const [command, ...words] = own;
  if (command === undefined || !COMMANDS.includes(command)) {
    throw new Error(
      `expected one of ${COMMANDS.join(', ')}, faults, upgrade, got ${command === undefined ? 'nothing' : `"${command}"`}`,
    );
  }
  if ((command === 'exec') !== rest.length > 0) {
    throw new Error(command === 'exec' ? 'exec needs a command after --' : 'only exec takes a command after --');
  }
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  while (words.length > 0) {
    const name = words.shift()!;
    if (['--keep-protection', '--json', '--migrate-state'].includes(name)) {
      flags.add(name);
    } else if (['--out', '--stack', '--mode', '--schema', '--var', '--work', '--log'].includes(name)) {
      const value = words.shift();
      if (value === undefined) {
        throw new Error(`${name} needs a value`);
      }
      values.set(name, [...(values.get(name) ?? []), value]);
    } else {
      throw new Error(`unknown option "${name}"`);
    }
  }
  const one = (name: string): string | undefined => values.get(name)?.at(-1);
  const mode = one('--mode') ?? 'strict';
  if (mode !== 'strict' && mode !== 'sdk') {
    throw new Error(`--mode is strict or sdk, not "${mode}"`);
  }
  return {
    command: command as Arguments['command'],
    out: one('--out') ?? 'cdktf.out',
    stacks: values.get('--stack') ?? [],
    mode,
    schemaFiles: values.get('--schema') ?? [],
    variables: Object.fromEntries((values.get('--var') ?? []).map(readVariable)),
    work: one('--work'),
    log: one('--log'),
    keepProtection: flags.has('--keep-protection'),
    migrateState: flags.has('--migrate-state'),
    json: flags.has('--json'),
    rest,
  };
}

export function readVariable(word: string): readonly [string, string] {
  const cut = word.indexOf('=');
  if (cut < 1) {
    throw new Error(`--var takes name=value, not "${word}"`);
  }
  return [word.slice(0, cut), word.slice(cut + 1)];
}
