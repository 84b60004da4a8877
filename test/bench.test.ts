import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformJson } from '../lib/testing';
import { ROOT } from './docs/fences';

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

/**
 * Every resource by its type and physical name, with references by the same: what is left when the construct ids, which
 * two people choose differently, are taken away.
 */
function withoutIds(stack: TerraformJson): Record<string, unknown> {
  const all = Object.entries(stack.resource ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([id, attributes]) => ({ type, address: `${type}.${id}`, attributes })),
  );
  const keys = new Map(
    all.map(({ type, address, attributes }) => {
      const name = Object.entries(attributes).find(
        ([key]) => /^(name|type|.*_name)$/.test(key) && key !== 'runtime_name',
      );
      return [address, `${type} ${(name?.[1] as string | undefined)?.replace(/\$\{.*\}/, '*') ?? ''}`.trim()];
    }),
  );
  const twice = [...keys].filter(([address, key]) =>
    [...keys].some(([other, same]) => same === key && other < address),
  );
  twice.forEach(([address], index) => keys.set(address, `${keys.get(address)} #${index + 2}`));
  const inOrder = [...keys].sort(([a], [b]) => b.length - a.length);
  const named = (text: string) => inOrder.reduce((result, [address, key]) => result.replaceAll(address, key), text);
  return Object.fromEntries(
    all.map(({ address, attributes: { '//': _, ...rest } }) => [
      keys.get(address)!,
      JSON.parse(named(JSON.stringify(rest))),
    ]),
  );
}

test.each([
  ['one copy', ['1', 'stacks']],
  ['copies as stacks', ['2', 'stacks']],
  ['copies as constructs of one stack', ['2', 'constructs']],
])(
  'the benchmark compares programs that make the same Terraform: %s',
  (_, args) => {
    const hand = stacksOf('by-hand.ts', ...args);
    const library = stacksOf('by-library.ts', ...args);
    expect([...library.keys()]).toEqual([...hand.keys()]);
    for (const [name, stack] of library) {
      expect(withoutIds(stack)).toEqual(withoutIds(hand.get(name)!));
      expect(stack.provider).toEqual(hand.get(name)!.provider);
      expect(stack.terraform).toEqual(hand.get(name)!.terraform);
    }
  },
  60_000,
);
