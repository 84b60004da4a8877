import { execSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeRehearsal, rehearse, startCloud, type Rehearsal } from '../src';
import '../src/jest';
import { ensureBuilt } from './support/built';
import { cloudStack, removeStacks, workloadStack, writeStacks } from './support/stacks';

beforeAll(ensureBuilt, 120_000);
afterAll(removeStacks);
jest.setTimeout(60_000);

const errorsOf = (rehearsal: Rehearsal): string[] =>
  rehearsal.steps.flatMap(({ step, messages }) =>
    messages
      .filter(({ severity }) => severity === 'error')
      .map(({ summary, detail }) => `${step}: ${summary}: ${detail.split('\n')[0]}`),
  );

describe('a cluster and what runs in it', () => {
  let out: string;
  let rehearsal: Rehearsal;
  const before: string[] = [];

  beforeAll(async () => {
    out = writeStacks({ cloud: cloudStack(), apps: workloadStack() });
    before.push(...readdirSync(out, { recursive: true }).map(String));
    rehearsal = await rehearse(out);
  });

  test('converges', () => expect(rehearsal).toConverge());

  test('goes through all steps, stack by stack, and back', () => {
    const steps = rehearsal.steps
      .filter(({ step }) => step !== 'init' && step !== 'validate')
      .map(({ stack, step }) => `${stack} ${step}`);
    expect(steps).toEqual([
      ...['plan', 'apply', 'plan again', 'refresh', 'change'].map((step) => `cloud ${step}`),
      ...['plan', 'apply', 'plan again', 'refresh', 'change', 'unprotect', 'destroy'].map((step) => `apps ${step}`),
      'cloud unprotect',
      'cloud destroy',
    ]);
    expect(rehearsal.steps.find(({ stack, step }) => stack === 'cloud' && step === 'destroy')!.counts.remove).toBe(7);
  });

  test('says in which order the cloud would be built, and the longest chain', () => {
    const order = rehearsal.creates.map(({ type }) => type);
    expect(order).toHaveLength(11);
    expect(order.indexOf('alicloud_eip_association')).toBeLessThan(order.indexOf('alicloud_snat_entry'));
    expect(rehearsal.longestChain.map(({ type }) => type)).toEqual([
      'alicloud_vpc',
      'alicloud_vswitch',
      'alicloud_cs_managed_kubernetes',
      'kubernetes_namespace_v1',
      expect.stringMatching(/^(?:helm_release|kubernetes_secret_v1)$/),
    ]);
    expect(describeRehearsal(rehearsal)).toContain('✓ converges');
  });

  test('gives ids of the right shape', () => {
    const id = (type: string): string => rehearsal.creates.find((one) => one.type === type)!.id;
    expect(id('alicloud_vpc')).toMatch(/^vpc-[a-z0-9]{21}$/);
    expect(id('alicloud_vswitch')).toMatch(/^vsw-[a-z0-9]{21}$/);
    expect(id('alicloud_nat_gateway')).toMatch(/^ngw-[a-z0-9]{21}$/);
    expect(id('alicloud_cs_managed_kubernetes')).toMatch(/^c[0-9a-f]{32}$/);
    expect(id('alicloud_eip_association')).toMatch(/^eip-\w+:ngw-\w+$/);
  });

  test('leaves nothing in the output folder', () => {
    expect(readdirSync(out, { recursive: true }).map(String)).toEqual(before);
  });
});

test('runs side by side never meet, and give the same ids', async () => {
  const out = writeStacks({ cloud: cloudStack() });
  const runs = await Promise.all([1, 2, 3].map(() => rehearse(out, { extent: 'apply' })));
  const ids = runs.map(({ creates }) => creates.map(({ id }) => id).sort());
  expect(runs.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(ids[1]).toEqual(ids[0]);
  expect(ids[2]).toEqual(ids[0]);
});

test('a synchronous Terraform in the same process does not deadlock', async () => {
  const cloud = await startCloud({ providers: ['hashicorp/random'] });
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-sync-'));
  try {
    writeFileSync(
      join(folder, 'main.tf'),
      'resource "random_id" "a" {\n  byte_length = 4\n}\noutput "n" {\n  value = tonumber(random_id.a.dec) + 1\n}\n',
    );
    const env = { ...process.env, ...cloud.env, TF_CLI_CONFIG_FILE: devNull };
    const printed = execSync('terraform apply -auto-approve -no-color', { cwd: folder, env, stdio: 'pipe' }).toString();
    expect(printed).toContain('1 added');
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cloud.stop();
  }
});

describe('refused is', () => {
  const fails = async (over: Record<string, unknown>, options = {}): Promise<string[]> =>
    errorsOf(await rehearse(writeStacks({ cloud: cloudStack(over) }), options));

  test('a value that the provider does not allow, by validate', async () => {
    const errors = await fails({
      alicloud_log_project: { p: { project_name: 'NO' } },
      alicloud_eip_address: { eip: { payment_type: 'Never' } },
    });
    expect(errors).toContainEqual(expect.stringContaining('validate: Invalid value: "payment_type": expected one of'));
  });

  test('a reference to the wrong kind of thing, by apply', async () => {
    const cluster = { name: 'c', vswitch_ids: ['${alicloud_vpc.vpc.id}'], service_cidr: '172.21.0.0/20' };
    const errors = await fails({ alicloud_cs_managed_kubernetes: { cluster } });
    expect(errors).toContainEqual(
      expect.stringMatching(/apply: Invalid value: "vswitch_ids": expected something like \^vsw-.*got "vpc-/),
    );
  });

  test('what only the cloud knows, by apply', async () => {
    const over = { alicloud_nat_gateway: { nat: { vpc_id: '${alicloud_vpc.vpc.id}' } } };
    expect(await fails(over)).toContainEqual(expect.stringContaining('MissingParameter: VSwitchId'));
  });

  test('a destroy against deletion protection', async () => {
    expect(await fails({}, { keepProtection: true })).toEqual([
      expect.stringContaining(
        'destroy: The cloud refuses to delete alicloud_cs_managed_kubernetes: OperationDenied.DeletionProtection',
      ),
    ]);
  });

  test('a provider whose schema nobody has', async () => {
    const stack = { ...cloudStack(), terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } } };
    await expect(rehearse(writeStacks({ cloud: stack }))).rejects.toThrow('no schema for hashicorp/aws');
  });
});

test('a fault on demand stops the run, and what depends on it', async () => {
  const faults = [{ type: 'alicloud_cs_managed_kubernetes', on: 'create', error: 'no stock', halfMade: true }] as const;
  const rehearsal = await rehearse(writeStacks({ cloud: cloudStack(), apps: workloadStack() }), { faults });
  expect(rehearsal).not.toConverge();
  expect(errorsOf(rehearsal)).toEqual([
    'apply: Simulated failure of alicloud_cs_managed_kubernetes: no stock',
    // As in reality: the half-made cluster is tainted, and its protection keeps it from being replaced.
    expect.stringContaining('unprotect: The cloud refuses to delete alicloud_cs_managed_kubernetes'),
  ]);
  expect(rehearsal.steps.some(({ stack, step }) => stack === 'apps' && step === 'plan')).toBe(false);
});

test('the mode of the old SDK plans its defaults, and converges too', async () => {
  const rehearsal = await rehearse(writeStacks({ cloud: cloudStack() }), { mode: 'sdk' });
  expect(rehearsal).toConverge();
});

test('any other provider is served from a schema file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-schema-'));
  const file = join(folder, 'schema.json');
  const block = { attributes: { id: { type: 'string', computed: true }, size: { type: 'number', required: true } } };
  const schema = { provider: { block: {} }, resource_schemas: { toy_box: { version: 0, block } } };
  writeFileSync(file, JSON.stringify({ provider_schemas: { 'example.com/acme/toy': schema } }));
  const stack = {
    terraform: { required_providers: { toy: { source: 'example.com/acme/toy', version: '>= 1.0' } } },
    resource: { toy_box: { a: { size: 3 } } },
  };
  expect(await rehearse(writeStacks({ toys: stack }), { schemaFiles: [file] })).toConverge();
  rmSync(folder, { recursive: true });
});

test('a work folder keeps states and cloud between runs', async () => {
  const out = writeStacks({ cloud: cloudStack() });
  const workFolder = mkdtempSync(join(tmpdir(), 'rehearsal-work-'));
  try {
    expect(await rehearse(out, { extent: 'apply', workFolder })).toConverge();
    expect(JSON.parse(readFileSync(join(workFolder, 'cloud.json'), 'utf8')).things).toHaveLength(7);
    expect(existsSync(join(workFolder, 'project', 'oss', 'states', 'terraform', 'cloud.tfstate'))).toBe(true);
    const second = await rehearse(out, { extent: 'apply', workFolder });
    expect(second).toConverge();
    expect(second.creates).toEqual([]);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
});

test('a changed program is planned against what was applied: a new range replaces the vSwitch and its SNAT entry', async () => {
  const workFolder = mkdtempSync(join(tmpdir(), 'rehearsal-change-'));
  try {
    expect(await rehearse(writeStacks({ cloud: cloudStack() }), { extent: 'apply', workFolder })).toConverge();
    const node = {
      vpc_id: '${alicloud_vpc.vpc.id}',
      cidr_block: '10.0.2.0/24',
      zone_id: 'cn-hangzhou-h',
      vswitch_name: 'node',
    };
    const changed = writeStacks({ cloud: cloudStack({ alicloud_vswitch: { node } }) });
    const rehearsal = await rehearse(changed, { extent: 'plan', workFolder });
    expect(rehearsal.steps.find(({ step }) => step === 'plan')!.counts).toMatchObject({ add: 2, remove: 2 });
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
});

test('an import block takes over what exists', async () => {
  const stack = {
    ...cloudStack(),
    resource: { alicloud_vpc: { old: { vpc_name: 'old', cidr_block: '10.0.0.0/8' } } },
    import: [{ to: 'alicloud_vpc.old', id: 'vpc-real' }],
    output: { id: { value: '${alicloud_vpc.old.id}' } },
  };
  const rehearsal = await rehearse(writeStacks({ cloud: stack }));
  expect(rehearsal).toConverge();
  expect(rehearsal.creates).toEqual([]);
});
