/** What the checks against the provider's rules cost: a synthesis with them beside one without. */
import { inTurn, type Program } from './measure';

/** Prints a row per number of copies; `compiled` says where a program is. */
export function checks(compiled: (name: string) => string, rounds: number): void {
  const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
  console.log('\n### Provider rules checked at synth (`constraints: "error"` against `"off"`)\n');
  row('copies', 'off s', 'error s', 'wall ratio', 'CPU ratio', 'goal');
  row('--:', '--:', '--:', '--:', '--:', '---');
  for (const copies of [1, 100]) {
    const program = (constraints: string): Program => ({
      name: constraints,
      file: compiled('by-library'),
      args: [String(copies), 'stacks', constraints],
    });
    const result = inTurn([program('off'), program('error')], copies === 1 ? rounds : Math.min(rounds, 5));
    const [without, withThem] = [result.get('off')!, result.get('error')!];
    const ratio = (of: 'wall' | 'cpu') => (withThem[of] / without[of]).toFixed(3);
    row(copies, without.wall.toFixed(3), withThem.wall.toFixed(3), ratio('wall'), ratio('cpu'), '≤ 1.05');
  }
}
