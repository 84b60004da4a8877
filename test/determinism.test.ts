import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './docs/fences';

const exec = promisify(execFile);
const TSX = ['--import', require.resolve('tsx'), join(ROOT, 'examples/main.ts')];

/** Runs the examples in a new folder; answers every file that was written, by its path in the output. */
async function outputOf(preload: string[] = [], env: Record<string, string> = {}): Promise<Map<string, string>> {
  const cwd = mkdtempSync(join(tmpdir(), 'determinism-'));
  const { CDKTF_OUTDIR: _, ...outer } = process.env;
  const tsconfig = { TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') };
  await exec(process.execPath, [...preload.flatMap((module) => ['--import', module]), ...TSX], {
    cwd,
    env: { ...outer, ...tsconfig, ...env },
  });
  const out = join(cwd, 'cdktf.out');
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(out, file)).isFile(),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(join(out, file), 'utf8')]));
}

test('the same program gives the same bytes twice and in two folders', async () => {
  const [first, second] = [
    await outputOf(),
    await outputOf([], { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', HOME: '/' }),
  ];
  expect([...first.keys()]).toEqual(
    expect.arrayContaining(['manifest.json', join('stacks', 'my-cloud', 'cdk.tf.json')]),
  );
  expect(second).toEqual(first);
});

test('no file of the output names a folder of this machine', async () => {
  const output = await outputOf();
  const named = [...output]
    .filter(([, text]) => text.includes(ROOT) || text.includes(join(tmpdir(), '/')))
    .map(([file]) => file);
  expect(named).toEqual([]);
});

test('fast changes nothing in the output', async () => {
  const source = join(ROOT, 'lib/fast/index.ts');
  const preload = `data:text/javascript,import { createRequire } from 'node:module'; const { fast } = createRequire(${JSON.stringify(ROOT + '/')})(${JSON.stringify(source)}); if (!fast) process.exit(9);`;
  expect(await outputOf([require.resolve('tsx'), preload])).toEqual(await outputOf());
});
