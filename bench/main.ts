/**
 * Prints what the library costs beside hand-written L1 classes that make the same Terraform: ratios within one run,
 * since seconds differ from machine to machine. Build first (`npm run build`).
 *
 *   npm run bench                 every figure, some minutes
 *   npm run bench -- --quick      fewer rounds, at most 100 copies
 */
import { cpus } from 'node:os';
import { checks } from './checks';
import { compilePrograms } from './compile';
import { exponent, inTurn, type Program } from './measure';
import { rehearsal } from './rehearsal';

const quick = process.argv.includes('--quick');
const rounds = quick ? 5 : 15;
const compiled = compilePrograms();
const fast = require.resolve('../dist/fast/index.js');

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const s = (seconds: number) => seconds.toFixed(3);
const x = (ratio: number) => ratio.toFixed(2);

console.log(`Node ${process.version}, ${cpus().length} cores, medians of ${rounds} rounds in turn\n`);
start();
oneCopy();
growth('stacks');
growth('constructs');
checks(compiled, rounds);
void rehearsal();

/** What importing costs. */
function start(): void {
  const programs: Program[] = [
    { name: 'cdktf alone', file: compiled('cdktf-only') },
    { name: 'with the constructs of a cluster', file: compiled('library') },
  ];
  const result = inTurn(programs, rounds);
  const base = result.get('cdktf alone')!;
  console.log('### Start\n');
  row('program', 'wall s', 'more than cdktf s', 'modules', 'goal');
  row('---', '--:', '--:', '--:', '---');
  for (const [name, run] of result) {
    row(name, s(run.wall), s(run.wall - base.wall), run.modules, name === 'cdktf alone' ? '' : '≤ 0.060 more');
  }
}

/** One copy, cold. */
function oneCopy(): void {
  const programs: Program[] = [
    { name: 'hand-written L1', file: compiled('by-hand') },
    { name: 'library', file: compiled('by-library') },
    { name: 'library with fast', file: compiled('by-library'), preload: [fast] },
  ];
  const result = inTurn(programs, rounds);
  const base = result.get('hand-written L1')!;
  const goals: Record<string, string> = { library: '≤ 1.15', 'library with fast': '≤ 1.00' };
  console.log('\n### One copy of the managed-cluster example, cold\n');
  row('program', 'wall s', 'CPU s', 'MB', 'wall ÷ L1', 'CPU ÷ L1', 'goal');
  row('---', '--:', '--:', '--:', '--:', '--:', '---');
  for (const [name, run] of result) {
    row(
      name,
      s(run.wall),
      s(run.cpu),
      run.memory.toFixed(0),
      x(run.wall / base.wall),
      x(run.cpu / base.cpu),
      goals[name] ?? '',
    );
  }
}

/** 1 to 300 copies, as stacks of their own or as constructs of one stack. */
function growth(form: 'stacks' | 'constructs'): void {
  const sizes = quick ? [1, 10, 100] : [1, 10, 100, 300];
  const args = (n: number) => [String(n), form];
  console.log(`\n### n copies as ${form}\n`);
  row('n', 'L1 s', 'library s', 'fast s', 'library ÷ L1', 'fast ÷ L1', 'exponent since the row above, L1', 'library');
  row('--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:');
  let before: { n: number; hand: number; library: number } | undefined;
  for (const n of sizes) {
    const programs: Program[] = [
      { name: 'hand', file: compiled('by-hand'), args: args(n) },
      { name: 'library', file: compiled('by-library'), args: args(n) },
      { name: 'fast', file: compiled('by-library'), args: args(n), preload: [fast] },
    ];
    const result = inTurn(programs, n >= 100 ? 3 : 5);
    const [hand, library, withFast] = programs.map(({ name }) => result.get(name)!);
    const grown = (now: number, then: number | undefined) =>
      before && then ? x(exponent(then, now, before.n, n)) : '';
    row(
      n,
      s(hand!.wall),
      s(library!.wall),
      s(withFast!.wall),
      x(library!.wall / hand!.wall),
      x(withFast!.wall / hand!.wall),
      grown(hand!.inside, before?.hand),
      grown(library!.inside, before?.library),
    );
    before = { n, hand: hand!.inside, library: library!.inside };
  }
  console.log(`\ngoals: exponent ≤ 1.05; at 300 stacks library ≤ 1.20, fast ≤ 0.80`);
}
