import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Testing } from 'cdktf';
import { EXAMPLES } from '../../examples/main';
import { linksOf } from '../../lib/core/written/links';
import { writtenStacks } from '../../lib/testing/written-app';

const program = () => {
  const app = Testing.app();
  EXAMPLES['burst-to-eci']!(app);
  return writtenStacks(app);
};

test('a program and the folder that it writes are read alike, with the paths of the constructs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'));
  try {
    const app = new App({ outdir: folder });
    EXAMPLES['burst-to-eci']!(app);
    const fromProgram = writtenStacks(app);
    app.synth();
    const fromFolder = writtenStacks(folder);
    expect(fromFolder.map(({ name, dependencies }) => [name, dependencies])).toEqual([
      ['burst-cloud', []],
      ['burst-apps', ['burst-cloud']],
    ]);
    expect(fromFolder.map(({ resources }) => resources)).toEqual(fromProgram.map(({ resources }) => resources));
    expect(fromFolder[0]!.resources.find(({ type }) => type === 'alicloud_vpc')?.path).toBe(
      'burst-cloud/network/Resource',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a link says which attribute takes what of which resource', () => {
  const links = linksOf(program());
  const vswitch = links.filter(({ from, at }) => from.type === 'alicloud_vswitch' && at === 'vpc_id');
  expect(new Set(vswitch.map(({ to, attribute }) => `${to.type}.${attribute}`))).toEqual(new Set(['alicloud_vpc.id']));
});

test('a link leads from a stack to the resource in the stack before it, not to the state that is read', () => {
  const credential = linksOf(program()).filter(({ from }) => from.type === 'alicloud_cs_cluster_credential');
  expect(credential.map(({ from, to, at, attribute }) => [from.stack, at, to.stack, to.type, attribute])).toEqual([
    ['burst-apps', 'cluster_id', 'burst-cloud', 'alicloud_cs_managed_kubernetes', 'id'],
  ]);
});

test('what is only waited for is a link of its own kind', () => {
  const waits = linksOf(program()).filter(({ at }) => at === 'depends_on');
  expect(waits.length).toBeGreaterThan(0);
  expect(waits.every(({ attribute }) => attribute === '')).toBe(true);
});

test('a folder without a manifest is refused with what to do', () => {
  expect(() => writtenStacks('no-such-folder')).toThrow('no-such-folder holds no manifest.json: synthesise first');
});
