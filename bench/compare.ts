/** Two programs that make the same Terraform, beside each other: one by hand with L1 classes, one with the library. */
import { exponent, inTurn, type Program, type Run } from './measure';

/** A program by hand and one with the library, and how they are started. */
export interface Pair {
  /** Of what there is one copy. */
  readonly title: string;
  readonly hand: string;
  readonly library: string;
  /** The module that makes the framework faster. */
  readonly fast: string;
  /** What the copies are, by the word that the programs take. */
  readonly forms: Readonly<Record<string, string>>;
  /** Numbers of copies. */
  readonly sizes: readonly number[];
  /** What the figures of many copies are held against. */
  readonly goals: string;
}

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const s = (seconds: number) => seconds.toFixed(3);
const x = (ratio: number) => ratio.toFixed(2);

/** One copy, cold, and then many. */
export function compare(pair: Pair, rounds: number): void {
  oneCopy(pair, rounds);
  Object.keys(pair.forms).forEach((form) => growth(pair, form));
  console.log(`\ngoals: ${pair.goals}`);
}

function programs({ hand, library, fast }: Pair, args: readonly string[]): readonly Program[] {
  return [
    { name: 'hand-written L1', file: hand, args },
    { name: 'library', file: library, args },
    { name: 'library with fast', file: library, args, preload: [fast] },
  ];
}

function oneCopy(pair: Pair, rounds: number): void {
  const result = inTurn(programs(pair, []), rounds);
  const base = result.get('hand-written L1')!;
  const goals: Record<string, string> = { library: '≤ 1.15', 'library with fast': '≤ 1.00' };
  console.log(`\n### One copy of ${pair.title}, cold\n`);
  row('program', 'wall s', 'CPU s', 'MB', 'modules', 'wall ÷ L1', 'CPU ÷ L1', 'goal');
  row('---', '--:', '--:', '--:', '--:', '--:', '--:', '---');
  for (const [name, run] of result) {
    const ratios = [x(run.wall / base.wall), x(run.cpu / base.cpu)];
    row(name, s(run.wall), s(run.cpu), run.memory.toFixed(0), run.modules, ...ratios, goals[name] ?? '');
  }
}

function growth(pair: Pair, form: string): void {
  console.log(`\n### n copies of ${pair.title} as ${pair.forms[form]}\n`);
  row('n', 'L1 s', 'library s', 'fast s', 'library ÷ L1', 'fast ÷ L1', 'exponent since the row above, L1', 'library');
  row('--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:');
  let before: { readonly n: number; readonly runs: readonly Run[] } | undefined;
  for (const n of pair.sizes) {
    const all = programs(pair, [String(n), form]);
    const result = inTurn(all, n >= 100 ? 3 : 5);
    const runs = all.map(({ name }) => result.get(name)!);
    const [hand, library, withFast] = runs.map(({ wall }) => wall);
    const grown = [0, 1].map((which) =>
      before ? x(exponent(before.runs[which]!.inside, runs[which]!.inside, before.n, n)) : '',
    );
    row(n, s(hand!), s(library!), s(withFast!), x(library! / hand!), x(withFast! / hand!), ...grown);
    before = { n, runs };
  }
}
