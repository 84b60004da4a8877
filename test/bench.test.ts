import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformJson } from '../lib/testing';
import { ROOT } from './docs/fences';
import { withoutIds } from './support/without-ids';

/** The stacks that a program of the benchmark writes, by name. */
function stacksOf(program: string, ...args: string[]): Map<string, TerraformJson> {
  const cwd = mkdtempSync(join(tmpdir(), 'bench-'));
  const tsx = ['--import', require.resolve('tsx'), join(ROOT, 'bench/programs', program)];
  const { CDKTF_OUTDIR: _, ...env } = process.env;
  execFileSync(process.execPath, [...tsx, ...args], {
    cwd,
    env: { ...env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  });
  const stacks = join(cwd, 'cdktf.out/stacks');
  return new Map(
    readdirSync(stacks).map((name) => [name, JSON.parse(readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8'))]),
  );
}

test.each([
  ['one copy', 'by', ['1', 'stacks']],
  ['copies as stacks', 'by', ['2', 'stacks']],
  ['copies as constructs of one stack', 'by', ['2', 'constructs']],
  ['one copy with a workload', 'workload-by', ['1', 'stacks']],
  ['copies with workloads as stacks', 'workload-by', ['2', 'stacks']],
  ['workloads of one cluster', 'workload-by', ['2', 'constructs']],
  ['one architecture', 'wordpress-by', ['1']],
  ['architectures', 'wordpress-by', ['2']],
  ['one architecture of several environments', 'sites-by', ['1']],
  ['several of them', 'sites-by', ['2']],
  ['one Jenkins', 'jenkins-by', ['1']],
  ['several of it', 'jenkins-by', ['2']],
])(
  'the benchmark compares programs that make the same Terraform: %s',
  (_, program, args) => {
    const hand = stacksOf(`${program}-hand.ts`, ...args);
    const library = stacksOf(`${program}-library.ts`, ...args);
    expect(withoutIds(library)).toEqual(withoutIds(hand));
    expect(library.size).toBeGreaterThan(0);
  },
  60_000,
);
