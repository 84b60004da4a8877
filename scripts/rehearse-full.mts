/**
 * Every fault at every change of every program: `npm run rehearse:full -- [options]`.
 *
 *   --program <name>     one of them; may be repeated (default: all)
 *   --afresh             forgets what earlier runs found
 *   any option of `alicloud-rehearse faults`: --stack, --only, --action, --fault, --lanes, --quiet ...
 *
 * A run that was broken off goes on where it stopped. The exit status is 0 when all programs end well after every fault.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { App } from 'cdktf';
import { FAULT_PROGRAMS } from '../test/judge/fault-programs';

const KEPT = join('artifacts', 'faults');
const COMMAND = createRequire(import.meta.url).resolve('alicloud-constructs-rehearsal/dist/bin/alicloud-rehearse.js');

/** The options of our own, and all other words as they are. */
function split(words: readonly string[]): { programs: readonly string[]; afresh: boolean; rest: readonly string[] } {
  const { values, tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: { program: { type: 'string', multiple: true }, afresh: { type: 'boolean' } },
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

const { programs, afresh, rest } = split(process.argv.slice(2));
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
