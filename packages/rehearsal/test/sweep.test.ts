import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type RunningCloud } from '../src';
import { BUILT_IN, loadBuiltIn } from '../src/schema/load';
import { ensureBuilt } from './support/built';
import { shardsOf, type Shard } from './sweep/shards';

/** Types in one configuration: Terraform's time grows faster than its state. */
const SIZE = 60;
const MEMORY_DISK = '/dev/shm';

let cloud: RunningCloud;

beforeAll(async () => {
  ensureBuilt();
  // Copies of one type share their names.
  cloud = await startCloud({ silencedRules: ['name-taken'] });
}, 120_000);

afterAll(() => cloud.stop());

function terraform(folder: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, ...cloud.env, TF_IN_AUTOMATION: '1', TF_CLI_CONFIG_FILE: devNull };
  return new Promise((resolve) => {
    execFile('terraform', args, { cwd: folder, env, maxBuffer: 1 << 28 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out: `${out}${err}` }),
    );
  });
}

/** The errors among what Terraform printed. */
const excerpt = (out: string): string =>
  out
    .split(/(?=^(?:Error|Warning): )/m)
    .filter((part) => part.startsWith('Error'))
    .map((part) =>
      part
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(0, 8)
        .join('\n'),
    )
    .slice(0, 10)
    .join('\n') || out.slice(-2000);

/** Applies everything, plans again, changes everything, plans again. */
async function sweep(shard: Shard): Promise<string[]> {
  const folder = mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'sweep-'));
  const wrong: string[] = [];
  try {
    for (const changed of [false, true]) {
      writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(shard.configuration(changed), null, 1));
      const applied = await terraform(
        folder,
        'apply',
        '-auto-approve',
        '-no-color',
        '-compact-warnings',
        '-parallelism=20',
      );
      if (applied.code !== 0) {
        wrong.push(`apply${changed ? ' of the change' : ''}: ${excerpt(applied.out)}`);
      }
      const again = await terraform(folder, 'plan', '-no-color', '-detailed-exitcode', '-compact-warnings');
      if (again.code !== 0) {
        wrong.push(`plan again${changed ? ' after the change' : ''}: ${excerpt(again.out)}`);
      }
    }
    return wrong;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two at a time, as many as there are cores. */
async function sweepAll(shards: readonly Shard[]): Promise<string[]> {
  const left = [...shards];
  const wrong: string[] = [];
  const worker = async (): Promise<void> => {
    for (let shard = left.shift(); shard; shard = left.shift()) {
      wrong.push(...(await sweep(shard)));
    }
  };
  await Promise.all([worker(), worker()]);
  return wrong;
}

/** Every type takes about five minutes on two cores: by default every so-manieth of alicloud's, and all of the others. */
const EVERY = process.env.REHEARSAL_SWEEP === 'all' ? 1 : 12;
const ONLY = process.env.REHEARSAL_SWEEP_ONLY;

const chosen = (address: string, type: string, at: number): boolean =>
  ONLY !== undefined ? new RegExp(ONLY).test(type) : address !== 'aliyun/alicloud' || at % EVERY === 0;

describe('resource types and data sources under Terraform: minimal, full and all-unknown input, then all changed', () => {
  test.each(Object.keys(BUILT_IN))(
    'of %s: no error, and the next plan is empty',
    async (address) => {
      const shards = shardsOf(loadBuiltIn(address), SIZE, (type, at) => chosen(address, type, at));
      expect(await sweepAll(shards)).toEqual([]);
    },
    900_000,
  );
});
