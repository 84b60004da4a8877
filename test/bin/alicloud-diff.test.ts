import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { run } from '../../lib/bin/alicloud-diff';
import { shop, type Shop } from '../testing/guard/a-shop';

const work = mkdtempSync(join(tmpdir(), 'diff-'));

function synthesised(name: string, asked: Shop = {}): string {
  const outdir = join(work, name);
  const app = new App({ outdir });
  shop(asked)(app);
  app.synth();
  return outdir;
}

const OLD = synthesised('old');
const NODES = synthesised('nodes', { size: 5 });
const RENAMED = synthesised('renamed', { databaseId: 'mysql' });

afterAll(() => rmSync(work, { recursive: true }));

function diff(...argv: string[]) {
  const printed = { out: '', err: '' };
  const exit = run(argv, { out: (text) => (printed.out += text), err: (text) => (printed.err += text) });
  return { exit, ...printed };
}

test('says what becomes of what exists, and ends with 0 where no data goes', () => {
  const { exit, out } = diff(OLD, NODES);
  expect(exit).toBe(0);
  expect(out).toMatch(/^1 changed in place; no data is lost\./);
  expect(out).toMatch(
    /alicloud_cs_kubernetes_node_pool\.\S+ {2}shop-cloud\/cluster\/workers\n {6}desired_size: "3" -> "5"/,
  );
});

test('ends with 1 where data would go, unless it may', () => {
  expect(diff(OLD, RENAMED).exit).toBe(1);
  expect(diff(OLD, RENAMED, '--allow', 'alicloud_db_instance.*').exit).toBe(1);
  const all = diff(OLD, RENAMED, '--allow', 'shop-cloud:alicloud_db_*,random_password.*', '--format', 'json');
  expect(all.exit).toBe(0);
  expect(JSON.parse(all.out).lost.length).toBeGreaterThan(1);
});

test('counts replacements too when told to', () => {
  expect(diff(OLD, NODES, '--fail-on', 'replacement').exit).toBe(0);
  const cluster = synthesised('cluster', { serviceCidr: '172.22.0.0/20' });
  expect(diff(OLD, cluster, '--fail-on', 'replacement', '--allow', 'alicloud_cs_managed_kubernetes.*').exit).toBe(1);
});

test.each([
  [[OLD], 'Two folders are needed'],
  [[OLD, NODES, '--format', 'yaml'], 'Option --format is "yaml": write text or json'],
  [[OLD, 'no-such-folder'], 'no-such-folder holds no manifest.json'],
  [[OLD, NODES, '--strict'], "Unknown option '--strict'"],
])('a wrong command line ends with 2 and says why: %j', (argv, why) => {
  const { exit, err } = diff(...(argv as string[]));
  expect([exit, err]).toEqual([2, expect.stringContaining(why)]);
});

test('helps', () => {
  const { exit, out } = diff('--help');
  expect([exit, out]).toEqual([0, expect.stringContaining('Exit code 0')]);
});

test.each([
  ['{}', 'names no stacks'],
  ['{"stacks"', 'is no JSON'],
])('a manifest that the framework did not write, %s, ends with 2', (manifest, why) => {
  const folder = mkdtempSync(join(work, 'foreign-'));
  writeFileSync(join(folder, 'manifest.json'), manifest);
  const { exit, err } = diff(folder, OLD);
  expect([exit, err]).toEqual([2, expect.stringContaining(why)]);
});

test('a stack in HCL ends with 2 and says what to do', () => {
  const folder = mkdtempSync(join(work, 'hcl-'));
  const stack = { name: 'a', synthesizedStackPath: 'cdk.tf', dependencies: [] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ stacks: { a: stack } }));
  writeFileSync(join(folder, 'cdk.tf'), 'resource "alicloud_vpc" "a" {}');
  const { exit, err } = diff(folder, OLD);
  expect([exit, err]).toEqual([2, expect.stringContaining('synthesise without --hcl')]);
});
