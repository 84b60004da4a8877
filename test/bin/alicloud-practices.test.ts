import { App } from 'cdktf';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../lib/bin/alicloud-practices';
import { Practices } from '../../lib/checks/practices/profiles';
import { PRACTICES } from '../../lib/checks/practices/catalogue';
import { suppressPractice } from '../../lib/checks/practices/suppress';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { l1 } from '../checks/practices/programs';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'practices-'));
  const app = new App({ outdir: folder });
  const shop = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  l1(shop, 'alicloud_kms_key', 'key', { automaticRotation: 'Enabled', rotationInterval: '365d' });
  const lab = new CloudStack(app, 'lab', { region: 'cn-hangzhou', practices: Practices.sandbox() });
  l1(lab, 'alicloud_kms_key', 'key', {});
  app.synth();
});

afterAll(() => rmSync(folder, { recursive: true }));

function practices(...argv: string[]) {
  const printed = { out: '', err: '' };
  const exit = run(argv, { out: (text) => (printed.out += text), err: (text) => (printed.err += text) });
  return { exit, ...printed };
}

test('a folder with an error in it ends in 1, and says what and where', () => {
  const { exit, out } = practices(folder);
  expect(exit).toBe(1);
  expect(out).toContain('shop (production)\n  error  key-deletion-protection  shop/key\n');
  expect(out).not.toContain('lab (');
});

test('every stack is judged by the profile that is named', () => {
  expect(practices(folder, '--profile', 'sandbox')).toMatchObject({
    exit: 0,
    out: expect.stringContaining('errors: 0'),
  });
  expect(practices(folder, '--profile', 'production').out).toContain('lab (production)');
});

test.each([
  ['error', 'production', 1],
  ['never', 'production', 0],
  ['warning', 'sandbox', 0],
] as const)('--fail-on %s of %s ends in %i', (weight, profile, exit) => {
  expect(practices(folder, '--fail-on', weight, '--profile', profile).exit).toBe(exit);
});

test('in Chinese', () => {
  expect(practices(folder, '--lang', 'zh').out).toContain('密钥未开启删除保护');
});

test('JSON is JSON, and SARIF names the line at which the resource begins', () => {
  expect(JSON.parse(practices(folder, '--format', 'json').out).summary).toMatchObject({ errors: 1 });
  const [{ results }] = JSON.parse(practices(folder, '--format', 'sarif').out).runs;
  const [{ physicalLocation }] = results[0].locations;
  const lines = readFileSync(fileURLToPath(physicalLocation.artifactLocation.uri), 'utf8').split('\n');
  const { startLine, endColumn } = physicalLocation.region;
  expect(lines[startLine - 1]!.trim()).toBe('"key": {');
  expect(endColumn).toBe(lines[startLine - 1]!.length + 1);
});

test.each(['out', './out/', 'a folder/out'])(
  'SARIF names files below the working folder, %s, as a repository does',
  (name) => {
    mkdirSync('artifacts', { recursive: true });
    const root = mkdtempSync(join('artifacts', 'practices-'));
    const below = join(process.cwd(), root, name);
    try {
      cpSync(folder, below, { recursive: true });
      const named = name.startsWith('./') ? `./${relative('', below)}/` : relative('', below);
      const [{ results }] = JSON.parse(practices(named, '--format', 'sarif').out).runs;
      const { uri } = results[0].locations[0].physicalLocation.artifactLocation;
      expect(decodeURIComponent(uri)).toBe(join(relative('', below), 'stacks/shop/cdk.tf.json'));
      expect(uri).not.toContain(' ');
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);

test('--open leaves out what is suppressed with a reason', () => {
  const out = mkdtempSync(join(tmpdir(), 'practices-'));
  const app = new App({ outdir: out });
  const shop = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  suppressPractice(l1(shop, 'alicloud_kms_key', 'key', {}), 'key-deletion-protection', { reason: 'a drill' });
  app.synth();
  const idsOf = (...argv: string[]) =>
    JSON.parse(practices(out, '--format', 'sarif', ...argv).out).runs[0].results.map(
      ({ ruleId }: { ruleId: string }) => ruleId,
    );
  expect(idsOf()).toEqual(['key-deletion-protection', 'key-rotation']);
  expect(idsOf('--open')).toEqual(['key-rotation']);
  rmSync(out, { recursive: true });
});

test('the list has every practice', () => {
  const { exit, out } = practices('--list');
  expect(exit).toBe(0);
  expect(out.split('\n')).toHaveLength(PRACTICES.length);
  expect(out).toContain('database-open  error  Databases are not open to the world');
});

test('help is help', () => {
  expect(practices('--help')).toMatchObject({
    exit: 0,
    out: expect.stringContaining('alicloud-practices <cdktf.out>'),
  });
});

test.each([
  [[], '0 folders are named'],
  [['/nowhere'], 'holds no manifest.json'],
  [['x', '--format', 'xml'], 'Option --format is "xml", not one of text, json, sarif'],
  [['x', '--lang', 'de'], 'not one of en, zh'],
  [['x', '--profile', 'staging'], 'not one of production, sandbox'],
  [['x', '--strict'], '--strict'],
])('%j ends in 2 and says why', (argv, why) => {
  const { exit, out, err } = practices(...argv);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(why);
});
