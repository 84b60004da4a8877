#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Problem } from '../core/errors';
import type { CidrAsk } from '../network/cidr-ask';
import { tryPlanCidrs } from '../network/cidr-plan';
import type { CidrPlanData } from '../network/cidr-plan-data';

/** What the program touches of the world. */
export interface CidrIo {
  out(text: string): void;
  err(text: string): void;
  /** The text of a file; throws when there is none. */
  read(path: string): string;
}

const HELP = `Prints the address plan of a network on Alibaba Cloud. Creates nothing.

  alicloud-cidr --zones cn-hangzhou-h,cn-hangzhou-i [options]

  --zones a,b          zone ids, in any order
  --vpc range          primary range of the VPC (10.0.0.0/16)
  --secondary a,b      further ranges of the VPC, in the order of their making
  --purposes a,b       some of nodes, pods, eci, data (all; without pods for Flannel)
  --nodes n            addresses for nodes needed in each zone
  --pods n             addresses for Pods needed in each zone (Terway)
  --eci n              addresses for Pods on ECI needed in each zone
  --data n             addresses for databases and file systems needed in each zone
  --flannel [range]    Pods have a range of their own (172.20.0.0/16) instead of Terway
  --node-mask n        Flannel: mask of each node's part of it, 24 to 28 (24)
  --max-nodes n        Flannel: nodes that the whole cluster must have room for
  --service range      range of Services (172.21.0.0/20)
  --reserved a,name=b  ranges that other networks have
  --previous file      an earlier plan, as --json prints it: every range of it is kept
  --json               only the plan as JSON
  --help               this text

Exit code 0: planned; 1: problems, printed with their fixes; 2: the command line is wrong.`;

const OPTIONS = {
  zones: { type: 'string' },
  vpc: { type: 'string' },
  secondary: { type: 'string' },
  purposes: { type: 'string' },
  nodes: { type: 'string' },
  pods: { type: 'string' },
  eci: { type: 'string' },
  data: { type: 'string' },
  flannel: { type: 'string' },
  'node-mask': { type: 'string' },
  'max-nodes': { type: 'string' },
  service: { type: 'string' },
  reserved: { type: 'string' },
  previous: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Flags = ReturnType<typeof flagsOf>;

/** Runs the program on its arguments (without `node` and the script's name) and returns its exit code. */
export function run(argv: readonly string[], io: CidrIo): 0 | 1 | 2 {
  let ask: CidrAsk;
  let previous: CidrPlanData | undefined;
  let flags: Flags;
  try {
    flags = flagsOf(argv);
    if (flags.help === true) {
      io.out(HELP);
      return 0;
    }
    ask = askOf(flags);
    previous = flags.previous === undefined ? undefined : (JSON.parse(io.read(flags.previous)) as CidrPlanData);
  } catch (error) {
    io.err(`${(error as Error).message}\nTry alicloud-cidr --help`);
    return 2;
  }
  const { plan, problems } = tryPlanCidrs(ask, previous);
  if (plan === undefined) {
    io.err(problems.map(line).join('\n'));
    return 1;
  }
  io.out(plan.describe({ format: flags.json === true ? 'json' : 'both' }));
  return 0;
}

function flagsOf(argv: readonly string[]) {
  const args = argv.map((arg, index) => (arg === '--flannel' && !isValue(argv[index + 1]) ? '--flannel=' : arg));
  return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
}

function isValue(arg: string | undefined): boolean {
  return arg !== undefined && !arg.startsWith('-');
}

function askOf(flags: Flags): CidrAsk {
  if (flags.zones === undefined) {
    throw new Error('Option --zones is missing: write --zones cn-hangzhou-h,cn-hangzhou-i');
  }
  if (flags.flannel === undefined && flags['node-mask'] !== undefined) {
    throw new Error('Option --node-mask is for Flannel: add --flannel');
  }
  return {
    zones: listOf(flags.zones),
    vpc: flags.vpc,
    secondary: flags.secondary === undefined ? undefined : listOf(flags.secondary),
    purposes: flags.purposes === undefined ? undefined : (listOf(flags.purposes) as CidrAsk['purposes']),
    podNetwork:
      flags.flannel === undefined
        ? undefined
        : { kind: 'flannel', podCidr: flags.flannel || undefined, nodeMask: numberOf(flags, 'node-mask') },
    serviceCidr: flags.service,
    perZone: {
      nodes: numberOf(flags, 'nodes'),
      pods: numberOf(flags, 'pods'),
      eci: numberOf(flags, 'eci'),
      data: numberOf(flags, 'data'),
    },
    maxNodes: numberOf(flags, 'max-nodes'),
    reserved: flags.reserved === undefined ? undefined : listOf(flags.reserved).map(reservedOf),
  };
}

function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function numberOf(
  flags: Flags,
  name: 'nodes' | 'pods' | 'eci' | 'data' | 'node-mask' | 'max-nodes',
): number | undefined {
  const text = flags[name];
  if (text !== undefined && !/^\d+$/.test(text)) {
    throw new Error(`Option --${name} is ${JSON.stringify(text)}, not a whole number`);
  }
  return text === undefined ? undefined : Number(text);
}

function reservedOf(text: string): string | { name: string; cidr: string } {
  const at = text.indexOf('=');
  return at < 0 ? text : { name: text.slice(0, at), cidr: text.slice(at + 1) };
}

function line({ code, what, fix }: Problem): string {
  return `${what} [${code}]\n  fix: ${fix}`;
}

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    read: (path) => readFileSync(path, 'utf8'),
  });
}
