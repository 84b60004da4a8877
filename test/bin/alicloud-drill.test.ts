import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { run } from '../../lib/bin/alicloud-drill';
import { describeDrill, drillOf } from '../../lib/testing';
import { aBlog } from '../architectures/wordpress-on-eci-burst/a-blog';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drill-'));
  const app = new App({ outdir: folder });
  aBlog({}, app);
  app.synth();
});
afterAll(() => rmSync(folder, { recursive: true }));

function drill(...argv: readonly string[]) {
  const printed = { out: '', err: '' };
  const exit = run(argv, { out: (text) => (printed.out += text), err: (text) => (printed.err += text) });
  return { exit, ...printed };
}

const FILES = ['--accept', 'blog-cloud/files=from the backup'];

test('prints tables, and exits with 1 when a zone is not to be lost', () => {
  expect(drill(folder)).toEqual({ exit: 1, out: describeDrill(drillOf(folder)), err: '' });
});

test('what is accepted fails nothing; the loss of all nodes only when it is asked for', () => {
  expect(drill(folder, ...FILES).exit).toBe(0);
  expect(drill(folder, ...FILES, '--nodes').exit).toBe(1);
});

test('a folder is read like the program that wrote it', () => {
  const { out } = drill(folder, '--format', 'json');
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(drillOf(aBlog().cloud.node.root))));
});

test('one zone alone', () => {
  const { exit, out } = drill(folder, '--zone', 'cn-hangzhou-j', '--format', 'json');
  expect(exit).toBe(0);
  expect((JSON.parse(out) as { outcomes: { lost: string }[] }).outcomes.map(({ lost }) => lost)).toEqual([
    'cn-hangzhou-j',
    'cn-hangzhou-j',
    'cn-hangzhou-j',
  ]);
});

test('vSwitches that the Terraform does not make are told', () => {
  const { out } = drill(folder, '--vswitch', 'vsw-abc=cn-hangzhou-k,10.9.0.0/24', '--format', 'json');
  expect((JSON.parse(out) as { zones: string[] }).zones).toHaveLength(3);
});

test.each([
  [[], 'Name one folder: alicloud-drill cdktf.out'],
  [['a', 'b'], 'Name one folder'],
  [['no-such-folder'], 'no-such-folder holds no manifest.json'],
  [['x', '--format', 'yaml'], 'Option --format is "yaml": write text or json'],
  [['x', '--accept', 'files'], 'Option --accept is "files": write --accept'],
  [['x', '--vswitch', 'vsw-a='], 'Option --vswitch is "vsw-a=": write --vswitch vsw-abc=cn-hangzhou-h,10.0.0.0/24'],
  [['x', '--zones', 'a'], "Unknown option '--zones'"],
])('a wrong command line exits with 2: %j', (argv, message) => {
  const { exit, out, err } = drill(...argv);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain(message);
  expect(err).toContain('Try alicloud-drill --help');
});

test('a zone where nothing is, and a name that is not there, are refused', () => {
  expect(drill(folder, '--zone', 'cn-hangzhou-z').err).toContain('nothing is in zone cn-hangzhou-z');
  expect(drill(folder, '--accept', 'blog-cloud/file=x').err).toContain('did you mean "blog-cloud/files"?');
});

test('--help names every option', () => {
  const { exit, out } = drill('--help');
  expect(exit).toBe(0);
  expect(out.match(/^ {2}--[a-z-]+/gm)).toHaveLength(6);
});
