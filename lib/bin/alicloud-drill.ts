#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { describeDrill } from '../testing/drill/describe-drill';
import { drillOf, type Drill, type DrillOptions } from '../testing/drill/drill';

/** What the program touches of the world. */
export interface DrillIo {
  out(text: string): void;
  err(text: string): void;
}

const HELP = `Says what a program on Alibaba Cloud loses with a zone or with its nodes, and which addresses run out.
Reads the folder that was synthesised; touches no cloud.

  alicloud-drill cdktf.out [options]

  --format text|json   tables, or everything as data (text)
  --zone id            only what happens when this zone is lost
  --nodes              the loss of all nodes decides the exit code too
  --accept id=reason   what may be lost, and why that is borne; as often as needed
  --vswitch id=zone,range
                       a vSwitch that the Terraform does not make; as often as needed
  --help               this text

Exit code 0: every zone may be lost and the most of every scale has room, as far as the contrary is not accepted; 1:
something fails, or is not known; 2: the command line is wrong, or the folder cannot be read.`;

const OPTIONS = {
  format: { type: 'string' },
  zone: { type: 'string' },
  nodes: { type: 'boolean' },
  accept: { type: 'string', multiple: true },
  vswitch: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

/** Runs the program on its arguments (without `node` and the script's name) and returns its exit code. */
export function run(argv: readonly string[], io: DrillIo): 0 | 1 | 2 {
  let drill: Drill;
  let format: 'text' | 'json';
  let nodes: boolean;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: OPTIONS,
      strict: true,
      allowPositionals: true,
    });
    if (values.help === true) {
      io.out(HELP);
      return 0;
    }
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) {
      throw new Error('Name one folder: alicloud-drill cdktf.out');
    }
    format = formatOf(values.format);
    nodes = values.nodes === true;
    drill = drillOf(folder, optionsOf(values));
  } catch (error) {
    io.err(`${(error as Error).message}\nTry alicloud-drill --help`);
    return 2;
  }
  io.out(describeDrill(drill, format));
  const deciding = drill.outcomes.filter(({ lost }) => nodes || lost !== 'nodes');
  // Without a zone that is known nothing was tried.
  return drill.zones.length > 0 && deciding.every(({ verdict }) => verdict === 'survives') ? 0 : 1;
}

function formatOf(format = 'text'): 'text' | 'json' {
  if (format !== 'text' && format !== 'json') {
    throw new Error(`Option --format is ${JSON.stringify(format)}: write text or json`);
  }
  return format;
}

function optionsOf({
  zone,
  accept = [],
  vswitch = [],
}: {
  readonly zone?: string;
  readonly accept?: readonly string[];
  readonly vswitch?: readonly string[];
}): DrillOptions {
  return {
    zone,
    accept: Object.fromEntries(accept.map((one) => pair('accept', one, 'blog-cloud/files="restored within the hour"'))),
    vswitches: Object.fromEntries(
      vswitch.map((one) => {
        const [id, value] = pair('vswitch', one, 'vsw-abc=cn-hangzhou-h,10.0.0.0/24');
        const [place, cidr] = value.split(',');
        return [id, { zone: place!, cidr }] as const;
      }),
    ),
  };
}

function pair(option: string, text: string, example: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new Error(`Option --${option} is ${JSON.stringify(text)}: write --${option} ${example}`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
}

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  });
}
