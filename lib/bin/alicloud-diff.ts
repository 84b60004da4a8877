#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { describeDiff } from '../testing/guard/describe';
import { diffOf, disturbs } from '../testing/guard/diff';
import type { Diff, ResourceChange } from '../testing/guard/diff-data';

/** What the program touches of the world. */
export interface DiffIo {
  out(text: string): void;
  err(text: string): void;
}

const HELP = `Says what becomes of what exists when a program changes: what is added, changed in place, replaced (and what goes
down with it), destroyed or merely moved, and whether data is lost. Asks no cloud, reads no state, needs no Terraform.

  alicloud-diff <old cdktf.out> <new cdktf.out> [options]

  --format text|json   a text for reviewers, or everything as JSON (text)
  --fail-on what       data: when data or a secret would be lost (the default); replacement: when anything that exists is
                       replaced, destroyed or left behind, when a change is planned that the cloud does not make, and when
                       something changes of which it is not known whether that replaces it
  --allow a,b          addresses, or stack:address, that may go; a * stands for any text. Prints them all the same
  --help               this text

Exit code 0: nothing of the kind; 1: something of the kind, protected or not; 2: the command line or a folder is wrong.`;

const OPTIONS = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  allow: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

/** Runs the program on its arguments (without `node` and the script's name) and returns its exit code. */
export function run(argv: readonly string[], io: DiffIo): 0 | 1 | 2 {
  let diff: Diff;
  let flags: ReturnType<typeof flagsOf>;
  try {
    flags = flagsOf(argv);
    if (flags.help) {
      io.out(HELP);
      return 0;
    }
    diff = diffOf(flags.old, flags.now);
  } catch (error) {
    io.err(`${(error as Error).message}\nTry alicloud-diff --help`);
    return 2;
  }
  io.out(flags.format === 'json' ? JSON.stringify(diff, null, 2) : describeDiff(diff));
  const counted = flags.failOn === 'data' ? diff.lost : diff.changes.filter(counts);
  const allowed = (one: ResourceChange): boolean =>
    flags.allow.some((pattern) => pattern.test(one.address) || pattern.test(`${one.stack}:${one.address}`));
  return counted.every(allowed) ? 0 : 1;
}

const counts = (one: ResourceChange): boolean => disturbs(one) || one.stuck.length > 0 || one.uncertain === true;

function flagsOf(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: true,
    allowPositionals: true,
  });
  const [old, now, ...more] = positionals;
  if (values.help !== true && (old === undefined || now === undefined || more.length > 0)) {
    throw new Error('Two folders are needed: the output (cdktf.out) of the old program, and that of the new one');
  }
  return {
    old: old!,
    now: now!,
    help: values.help === true,
    format: oneOf('format', values.format ?? 'text', ['text', 'json']),
    failOn: oneOf('fail-on', values['fail-on'] ?? 'data', ['data', 'replacement']),
    allow: (values.allow ?? []).flatMap((list) => list.split(',')).map(patternOf),
  };
}

function oneOf(name: string, value: string, choices: readonly string[]): string {
  if (!choices.includes(value)) {
    throw new Error(`Option --${name} is ${JSON.stringify(value)}: write ${choices.join(' or ')}`);
  }
  return value;
}

/** An address in which `*` stands for anything. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trim()
      .split('*')
      .map((part) => part.replace(/[.[\]^$()+?{}|\\/]/g, '\\$&'))
      .join('.*')}$`,
  );

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  });
}
