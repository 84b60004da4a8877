import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from '../src';
import '../src/jest';
import { ensureBuilt } from './support/built';
import { cloudStack, removeStacks, writeStacks } from './support/stacks';
import { clearWorkbenches, Workbench } from './support/workbench';

beforeAll(ensureBuilt, 120_000);
afterAll(removeStacks);
afterEach(clearWorkbenches);
jest.setTimeout(120_000);

const PROVIDERS = { required_providers: { alicloud: { source: 'aliyun/alicloud' } } };
const vpc = (name: string) => ({ [name]: { vpc_name: 'net', cidr_block: '10.0.0.0/16' } });
const program = (over: object = {}) => ({
  terraform: PROVIDERS,
  provider: { alicloud: { region: 'cn-hangzhou' } },
  resource: { alicloud_vpc: vpc('net') },
  ...over,
});

/** A VPC in the cloud that no state knows; tells its id. */
async function abandoned(bench: Workbench): Promise<string> {
  await bench.apply();
  rmSync(join(bench.folder, 'terraform.tfstate'));
  return (await bench.there())[0]!.split(' ')[1]!;
}

describe('what exists comes under management', () => {
  test('by the command import: the next plan is empty', async () => {
    const bench = await Workbench.open(program());
    const id = await abandoned(bench);
    expect(await bench.planned()).toMatch(/1 to add/);
    await bench.must('import', '-no-color', 'alicloud_vpc.net', id);
    expect(await bench.planned()).toBe('');
    expect(await bench.there()).toEqual([`alicloud_vpc ${id}`]);
  });

  test('by a block import: the plan says so, and nothing is made', async () => {
    const bench = await Workbench.open(program());
    const id = await abandoned(bench);
    bench.write(program({ import: [{ to: 'alicloud_vpc.net', id }] }));
    expect(await bench.planned()).toBe('Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.');
    await bench.apply();
    expect(await bench.planned()).toBe('');
    expect(await bench.there()).toEqual([`alicloud_vpc ${id}`]);
  });

  test('not when it differs: the plan says what would change', async () => {
    const bench = await Workbench.open(program());
    const id = await abandoned(bench);
    const other = { net: { vpc_name: 'other', cidr_block: '10.0.0.0/16' } };
    bench.write(program({ resource: { alicloud_vpc: other }, import: [{ to: 'alicloud_vpc.net', id }] }));
    expect(await bench.planned()).toBe('Plan: 1 to import, 0 to add, 1 to change, 0 to destroy.');
  });
});

test('a block moved gives another address to the same object', async () => {
  const bench = await Workbench.open(program());
  await bench.apply();
  const before = await bench.there();
  bench.write(program({ resource: { alicloud_vpc: vpc('renamed') } }));
  expect(await bench.planned()).toBe('Plan: 1 to add, 0 to change, 1 to destroy.');
  bench.write(
    program({
      resource: { alicloud_vpc: vpc('renamed') },
      moved: [{ from: 'alicloud_vpc.net', to: 'alicloud_vpc.renamed' }],
    }),
  );
  expect(await bench.apply()).toContain('0 added, 0 changed, 0 destroyed');
  expect(bench.recorded()).toEqual(['alicloud_vpc.renamed']);
  expect(await bench.there()).toEqual(before);
  expect(await bench.planned()).toBe('');
});

test('a block removed lets go of an object without destroying it', async () => {
  const bench = await Workbench.open(program());
  await bench.apply();
  const before = await bench.there();
  const removed = [{ from: 'alicloud_vpc.net', lifecycle: { destroy: false } }];
  bench.write(program({ removed, resource: undefined }));
  await bench.apply();
  expect(bench.recorded()).toEqual([]);
  expect(await bench.there()).toEqual(before);
});

describe('a state moves', () => {
  const at = (path: string) => program({ terraform: { ...PROVIDERS, backend: { local: { path } } } });

  test('from one local file to another: nothing is planned, and without migrating Terraform refuses', async () => {
    const bench = await Workbench.open(at('one.tfstate'));
    await bench.must('init', '-no-color');
    await bench.apply();
    bench.write(at('two.tfstate'));
    expect((await bench.terraform('init', '-no-color')).out).toContain('Backend configuration changed');
    await bench.must('init', '-migrate-state', '-force-copy', '-no-color');
    expect(bench.recorded('two.tfstate')).toEqual(['alicloud_vpc.net']);
    expect(await bench.planned()).toBe('');
  });

  test('from a local file to OSS, as the rehearsal keeps it, and back', async () => {
    const workFolder = mkdtempSync(join(tmpdir(), 'rehearsal-backend-'));
    const local = { backend: { local: { path: '../../../terraform.cloud.tfstate' } } };
    const stack = cloudStack();
    const onOss = writeStacks({ cloud: stack });
    const onDisk = writeStacks({ cloud: { ...stack, terraform: { ...(stack.terraform as object), ...local } } });
    try {
      const run = (out: string, migrateState = false) => rehearse(out, { extent: 'apply', workFolder, migrateState });
      expect(await run(onDisk)).toConverge();
      const refused = await run(onOss);
      expect(refused.steps.map(({ step, ok }) => [step, ok])).toEqual([['init', false]]);
      expect(JSON.stringify(refused.steps[0]!.messages)).toContain('Backend configuration changed');
      for (const out of [onOss, onDisk]) {
        const moved = await run(out, true);
        expect(moved).toConverge();
        expect(moved.creates).toEqual([]);
      }
      expect(existsSync(join(workFolder, 'project', 'oss', 'states', 'terraform', 'cloud.tfstate'))).toBe(true);
    } finally {
      rmSync(workFolder, { recursive: true, force: true });
    }
  });
});

describe('a destroy is cut short, and run again: nothing is left', () => {
  const network = {
    alicloud_vpc: vpc('net'),
    alicloud_vswitch: {
      a: { vpc_id: '${alicloud_vpc.net.id}', cidr_block: '10.0.1.0/24', zone_id: 'cn-hangzhou-h' },
      b: { vpc_id: '${alicloud_vpc.net.id}', cidr_block: '10.0.2.0/24', zone_id: 'cn-hangzhou-h' },
    },
  };

  test('by Ctrl-C: what is under way ends, nothing else begins, and the state knows', async () => {
    const bench = await Workbench.open(program({ resource: network }));
    await bench.apply();
    await bench.arm({ on: 'delete', type: 'alicloud_vswitch', nth: 1, cut: 'interrupt' });
    const { code, out } = await bench.terraform('destroy', '-auto-approve', '-no-color', '-parallelism=1');
    expect(code).toBe(1);
    expect(out).toMatch(/Interrupt received/);
    const left = (await bench.there()).length;
    expect(left).toBeLessThan(3);
    expect(bench.recorded()).toHaveLength(left);
    await bench.must('destroy', '-auto-approve');
    expect(await bench.there()).toEqual([]);
    expect(bench.recorded()).toEqual([]);
  });

  test('by SIGKILL: the state still has what is gone, the next run finds out; the lock file is left and locks nobody', async () => {
    const bench = await Workbench.open(program({ resource: network }));
    await bench.apply();
    await bench.arm({ on: 'delete', type: 'alicloud_vswitch', nth: 2, cut: 'kill' });
    const { signal } = await bench.terraform('destroy', '-auto-approve', '-parallelism=1');
    expect(signal).toBe('SIGKILL');
    expect(await bench.there()).toEqual([expect.stringMatching(/^alicloud_vpc /)]);
    expect(bench.recorded()).toEqual(['alicloud_vpc.net', expect.stringMatching(/^alicloud_vswitch\.[ab]$/)]);
    expect(existsSync(join(bench.folder, '.terraform.tfstate.lock.info'))).toBe(true);
    await bench.must('destroy', '-auto-approve');
    expect(await bench.there()).toEqual([]);
    expect(bench.recorded()).toEqual([]);
  });
});
