import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './support/built';
import { cloudStack, removeStacks, writeStacks } from './support/stacks';

const BIN = join(__dirname, '..', 'dist', 'bin', 'alicloud-rehearse.js');

beforeAll(ensureBuilt, 120_000);
afterAll(removeStacks);
jest.setTimeout(60_000);

const run = (...words: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [BIN, ...words], { encoding: 'utf8' });

test('a good stack: progress, order, verdict, code 0, and a log of every call', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-log-'));
  const log = join(folder, 'calls.jsonl');
  const { status, stdout } = run('apply', '--out', writeStacks({ cloud: cloudStack() }), '--log', log);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^✓ cloud {2}apply {2}[\d.]+ s {2}7 added$/m);
  expect(stdout).toMatch(/longest chain \(\d\): alicloud_vpc → /);
  expect(stdout).toMatch(/✓ converges \(5 steps in [\d.]+ s\)\n$/);
  const calls = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { action?: string });
  expect(calls.filter(({ action }) => action === 'create')).toHaveLength(7);
  rmSync(folder, { recursive: true });
});

test('a bad stack: what Terraform said, where, and code 1', () => {
  const stack = cloudStack({ alicloud_eip_address: { eip: { payment_type: 'Never' } } });
  const { status, stdout } = run('all', '--out', writeStacks({ cloud: stack }));
  expect(status).toBe(1);
  expect(stdout).toMatch(/✗ cloud {2}validate[\s\S]*expected one of "Subscription", .*, got "Never"/);
  expect(stdout).toMatch(/✗ does not converge: cloud validate/);
});

test('wrong use: a sentence, the usage, and code 2', () => {
  const { status, stderr } = run('deploy');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^expected one of plan, .*\n\nusage: alicloud-rehearse/);
});

test('exec attaches the providers to any command, and the cloud survives in the work folder', () => {
  const work = mkdtempSync(join(tmpdir(), 'rehearsal-exec-'));
  const show = 'console.log(Object.keys(JSON.parse(process.env.TF_REATTACH_PROVIDERS)).sort().join())';
  const { status, stdout } = run('exec', '--work', work, '--', process.execPath, '-e', show);
  expect(status).toBe(0);
  expect(stdout.trim()).toBe('aliyun/alicloud,hashicorp/helm,hashicorp/kubernetes,hashicorp/random');
  expect(JSON.parse(readFileSync(join(work, 'cloud.json'), 'utf8'))).toMatchObject({ things: [] });
  rmSync(work, { recursive: true });
});
