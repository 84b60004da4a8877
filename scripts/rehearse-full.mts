/** Every fault at every change of every program: `npm run rehearse:full -- [options]`; `--help` names them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { App } from 'cdktf';
import { FAULT_PROGRAMS } from '../test/judge/fault-programs';

const USAGE = `usage: npm run rehearse:full -- [options]

Every fault at every change of every program: the reference architecture and the examples of clusters. A run that was broken
off goes on where it stopped. The exit status is 0 when all programs end well after every fault, 1 when one does not, 2 for
a wrong command line.

  --program <name>     one of them; may be repeated (default: ${Object.keys(FAULT_PROGRAMS).join(', ')})
  --afresh             forgets what earlier runs found
  --help               this text

and every option of "alicloud-rehearse faults" but --out, --journal and --report, which are given: --stack, --only, --action,
--fault, --sample, --seed, --lanes, --quiet ("npx alicloud-rehearse faults --help" explains them).`;

const KEPT = join('artifacts', 'faults');
const COMMAND = createRequire(import.meta.url).resolve('alicloud-constructs-rehearsal/dist/bin/alicloud-rehearse.js');

/** The options of our own, and all other words as they are. */
function split(words: readonly string[]): {
  programs: readonly string[];
  afresh: boolean;
  help: boolean;
  rest: readonly string[];
} {
  const { values, tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: {
      program: { type: 'string', multiple: true },
      afresh: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const own = new Set<number>();
  for (const token of tokens) {
    if (token.kind === 'option' && (token.name === 'program' || token.name === 'afresh')) {
      own.add(token.index);
      if (token.name === 'program' && !token.inlineValue) {
        own.add(token.index + 1);
      }
    }
  }
  return {
    programs: (values.program as string[] | undefined) ?? Object.keys(FAULT_PROGRAMS),
    afresh: values.afresh === true,
    help: values.help === true,
    rest: words.filter((_, at) => !own.has(at)),
  };
}

function run(name: string, rest: readonly string[]): number {
  const outdir = mkdtempSync(join(tmpdir(), 'rehearse-full-'));
  try {
    const app = new App({ outdir });
    FAULT_PROGRAMS[name]!(app);
    app.synth();
    console.log(`\n${name}`);
    const kept = ['--journal', join(KEPT, `${name}.jsonl`), '--report', join(KEPT, `${name}.json`)];
    const words = ['faults', '--out', outdir, ...kept, ...rest];
    return spawnSync(process.execPath, [COMMAND, ...words], { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const { programs, afresh, help, rest } = split(process.argv.slice(2));
if (help) {
  console.log(USAGE);
  process.exit(0);
}
const unknown = programs.filter((name) => !(name in FAULT_PROGRAMS));
if (unknown.length > 0) {
  console.error(`no program "${unknown.join('", "')}"; there are ${Object.keys(FAULT_PROGRAMS).join(', ')}`);
  process.exit(2);
}
if (afresh) {
  programs.forEach((name) => rmSync(join(KEPT, `${name}.jsonl`), { force: true }));
}
mkdirSync(KEPT, { recursive: true });
const worst = Math.max(...programs.map((name) => run(name, rest)));
process.exitCode = worst;
