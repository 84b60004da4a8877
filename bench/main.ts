/**
 * Prints what the library costs beside hand-written L1 classes that make the same Terraform: ratios within one run,
 * since seconds differ from machine to machine. Build first (`npm run build`).
 *
 *   npm run bench                 every figure, some minutes
 *   npm run bench -- --quick      fewer rounds, at most 100 copies
 */
import { cpus } from 'node:os';
import { checks } from './checks';
import { compare } from './compare';
import { compilePrograms } from './compile';
import { inTurn, type Program } from './measure';
import { rehearsal } from './rehearsal';

const quick = process.argv.includes('--quick');
const rounds = quick ? 5 : 15;
const compiled = compilePrograms();
const fast = require.resolve('../dist/fast/index.js');

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const s = (seconds: number) => seconds.toFixed(3);

console.log(`Node ${process.version}, ${cpus().length} cores, medians of ${rounds} rounds in turn\n`);
start();
compare(
  {
    title: 'the managed-cluster example',
    hand: compiled('by-hand'),
    library: compiled('by-library'),
    fast,
    forms: { stacks: 'stacks', constructs: 'constructs of one stack' },
    sizes: quick ? [1, 10, 100] : [1, 10, 100, 300],
    goals: 'exponent ≤ 1.05; at 300 stacks library ≤ 1.20, fast ≤ 0.80',
  },
  rounds,
);
compare(
  {
    title: 'a cluster with a workload',
    hand: compiled('workload-by-hand'),
    library: compiled('workload-by-library'),
    fast,
    forms: { stacks: 'two stacks each', constructs: 'namespaces of one cluster' },
    sizes: quick ? [1, 30] : [1, 30, 100],
    goals: 'exponent ≤ 1.05; library ≤ 1.15',
  },
  rounds,
);
compare(
  {
    title: 'the architecture WordPressOnEciBurst',
    hand: compiled('wordpress-by-hand'),
    library: compiled('wordpress-by-library'),
    fast,
    forms: { stacks: 'two stacks each' },
    sizes: quick ? [1, 100] : [1, 10, 100, 300],
    goals: 'exponent ≤ 1.05; library ≤ 1.15',
  },
  rounds,
);
compare(
  {
    title: 'the architecture WordPressOnServerless, two environments',
    hand: compiled('sites-by-hand'),
    library: compiled('sites-by-library'),
    fast,
    forms: { stacks: 'two stacks each' },
    sizes: quick ? [1, 30] : [1, 30, 100],
    goals: 'exponent ≤ 1.05; library ≤ 1.15',
  },
  rounds,
);
compare(
  {
    title: 'the architecture JenkinsOnKubernetes',
    hand: compiled('jenkins-by-hand'),
    library: compiled('jenkins-by-library'),
    fast,
    forms: { stacks: 'two stacks each' },
    sizes: quick ? [1, 30] : [1, 30, 100],
    goals: 'exponent ≤ 1.05; library ≤ 1.15',
  },
  rounds,
);
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
