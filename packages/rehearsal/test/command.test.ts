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

describe('faults', () => {
  const vpc = cloudStack();
  const only = ['--only', 'alicloud_vpc', '--action', 'create'];

  test('progress, what had to be done, verdict, code 0, and a report', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rehearsal-faults-'));
    const report = join(folder, 'report.json');
    const words = ['--fault', 'refused', '--fault', 'killed', '--report', report];
    const { status, stdout } = run('faults', '--out', writeStacks({ cloud: vpc }), ...only, ...words);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^✓ 1\/2 {2}cloud {2}alicloud_vpc.vpc {2}create (?:refused|killed): .* left\)$/m);
    expect(stdout).toMatch(/^refused \(the cloud refuses it, and does nothing\): 1 × the same command once more$/m);
    expect(stdout).toMatch(/^made twice by the next apply, unless imported before: .*alicloud_vpc/m);
    expect(stdout).toMatch(/✓ ends well after every fault \(2 of \d+ faults at 1 resources, \d+ s\)\n$/);
    const { ok, trials } = JSON.parse(readFileSync(report, 'utf8')) as { ok: boolean; trials: { fault: string }[] };
    expect([ok, trials.map(({ fault }) => fault)]).toEqual([true, ['refused', 'killed']]);
    rmSync(folder, { recursive: true });
  });

  test('the same seed tries the same faults; as JSON nothing else is printed', () => {
    const out = writeStacks({ cloud: vpc });
    const tried = (seed: string): string => {
      const { stdout } = run('faults', '--out', out, '--sample', '1', '--fault', 'refused', '--seed', seed, '--json');
      const { trials } = JSON.parse(stdout) as { trials: { address: string; action: string }[] };
      return `${trials[0]!.address} ${trials[0]!.action}`;
    };
    expect(tried('one')).toBe(tried('one'));
  });

  test('wrong words: a sentence, the usage, code 2', () => {
    const { status, stderr } = run('faults', '--fault', 'flood');
    expect([status, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining('--fault is one of refused,')]);
    expect(stderr).toContain('usage: alicloud-rehearse faults');
  });

  test('help names every fault', () => {
    const { status, stdout } = run('faults', '--help');
    expect(status).toBe(0);
    ['refused', 'answer-lost', 'killed-unsaved'].forEach((kind) =>
      expect(stdout).toMatch(new RegExp(`^ {2}${kind} `, 'm')),
    );
  });
});
