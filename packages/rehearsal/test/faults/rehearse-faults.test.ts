import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeFaults,
  rehearse,
  rehearseFaults,
  type FaultOptions,
  type FaultRehearsal,
  type Trial,
} from '../../src';
import '../../src/jest';
import { ensureBuilt } from '../support/built';
import { cloudStack, removeStacks, workloadStack, writeStacks } from '../support/stacks';

beforeAll(ensureBuilt, 120_000);
afterAll(removeStacks);
jest.setTimeout(180_000);

const PROVIDERS = { required_providers: { alicloud: { source: 'aliyun/alicloud' } } };
const stackOf = (resource: object) => ({
  terraform: PROVIDERS,
  provider: { alicloud: [{ region: 'cn-hangzhou' }] },
  resource,
});

const trialOf = ({ trials }: FaultRehearsal, address: string): Trial => trials.find((one) => one.address === address)!;
/** How the program recovered, and what the next apply alone does about the struck object. */
const told = ({ recovery, orphans, address, ok }: Trial) => ({
  recovery,
  unaided: orphans.find((one) => one.address === address)?.unaided,
  ok,
});
const typesOf = ({ orphans }: Trial): string[] => orphans.map(({ type }) => type);

/** A VPC, a vSwitch in it, a role, an address, a group of rules, a bucket with settings, a password in a Secret. */
const MIXED = stackOf({
  alicloud_vpc: { net: { vpc_name: 'net', cidr_block: '10.0.0.0/16', tags: { n: 'net' } } },
  alicloud_vswitch: { a: { vpc_id: '${alicloud_vpc.net.id}', cidr_block: '10.0.1.0/24', zone_id: 'cn-hangzhou-h' } },
  alicloud_ram_role: { pods: { role_name: 'pods', assume_role_policy_document: '{}', tags: { n: 'pods' } } },
  alicloud_oss_bucket: { files: { bucket: 'acme-files' } },
  alicloud_oss_bucket_acl: { files: { bucket: '${alicloud_oss_bucket.files.id}', acl: 'private' } },
  alicloud_eip_address: {
    one: { payment_type: 'PayAsYouGo', tags: { n: 'one' } },
    two: { payment_type: 'PayAsYouGo', tags: { n: 'two' }, depends_on: ['alicloud_eip_address.one'] },
  },
});

const mixed = (options: FaultOptions): Promise<FaultRehearsal> =>
  rehearseFaults(writeStacks({ mixed: MIXED }), options);

describe('Terraform is killed between the creation in the cloud and its own note of it', () => {
  let result: FaultRehearsal;
  beforeAll(async () => {
    result = await mixed({ actions: ['create'], kinds: ['killed'] });
  });

  test('the program ends well all the same', () => expect(result).toSurviveFaults());

  test('exactly what was in flight is forgotten, the struck object among it', () => {
    for (const { orphans, address, type } of result.trials) {
      expect(orphans.filter((one) => one.address === address).map((one) => one.type)).toEqual([type]);
    }
    // What waits for the struck one was not begun.
    expect(typesOf(trialOf(result, 'alicloud_vpc.net'))).not.toContain('alicloud_vswitch');
  });

  test('what has no name of its own is made twice by the next apply, and paid for twice', () => {
    expect(told(trialOf(result, 'alicloud_eip_address.two'))).toEqual({
      recovery: 'import',
      unaided: 'made twice',
      ok: true,
    });
  });

  test('what has one is refused by the next apply: a role by its name, a vSwitch by its range', () => {
    const refused = { recovery: 'import', unaided: 'refused', ok: true };
    expect(told(trialOf(result, 'alicloud_vswitch.a'))).toEqual(refused);
    expect(told(trialOf(result, 'alicloud_ram_role.pods'))).toEqual(refused);
    expect(told(trialOf(result, 'alicloud_oss_bucket.files'))).toEqual(refused);
  });

  test('a setting is set again', () => {
    const acl = told(trialOf(result, 'alicloud_oss_bucket_acl.files'));
    expect(acl).toMatchObject({ unaided: 'set again', ok: true });
  });
});

test('a remote state that was not written yet forgets all that the killed run has made', async () => {
  const result = await mixed({ actions: ['create'], kinds: ['killed-unsaved'], only: ['alicloud_oss_bucket.files'] });
  expect(result).toSurviveFaults();
  expect(told(result.trials[0]!)).toEqual({ recovery: 'import', unaided: 'refused', ok: true });
});

test('what the cloud refused, never got, or did under Ctrl-C comes right by the same command: nothing is forgotten', async () => {
  const kinds = ['refused', 'throttled', 'unfinished', 'killed-before', 'interrupted'] as const;
  const result = await mixed({ kinds, only: ['alicloud_vpc.net', 'alicloud_eip_address.two'] });
  expect(result).toSurviveFaults();
  expect(new Set(result.trials.map(({ action }) => action))).toEqual(new Set(['create', 'update', 'delete']));
  const struck = result.trials.map(({ recovery, orphans, address }) => [
    recovery,
    orphans.filter((one) => one.address === address),
  ]);
  struck.forEach((one) => expect(one).toEqual([expect.stringMatching(/^(?:again|import)$/), []]));
});

test('a change or a deletion that nobody heard of is found out by the next run', async () => {
  const kinds = ['answer-lost', 'provider-died', 'killed'] as const;
  const result = await mixed({ kinds, actions: ['update', 'delete'], only: ['alicloud_vpc.net', 'alicloud_ram_role'] });
  expect(result).toSurviveFaults();
  expect(result.trials).toHaveLength(12);
  expect(new Set(result.trials.map(({ recovery }) => recovery))).toEqual(new Set(['again']));
});

test('every resource is struck at its creation and its deletion, and where it can be changed at its change, with tags or without', async () => {
  const bare = structuredClone(MIXED);
  Object.values(bare.resource as Record<string, Record<string, { tags?: object }>>).forEach((byName) =>
    Object.values(byName).forEach((resource) => delete resource.tags),
  );
  const result = await rehearseFaults(writeStacks({ bare }), { kinds: ['killed'] });
  expect(result).toSurviveFaults();
  const struck = (action: string) =>
    result.trials.filter((one) => one.action === action).map(({ address }) => address.replace('alicloud_', ''));
  const all = Object.entries(bare.resource).flatMap(([type, byName]) =>
    Object.keys(byName as object).map((name) => `${type}.${name}`.replace('alicloud_', '')),
  );
  expect(struck('create').sort()).toEqual([...all].sort());
  expect(struck('delete').sort()).toEqual([...all].sort());
  expect(struck('update').sort()).toEqual([...all].filter((one) => !one.startsWith('oss_bucket_acl')).sort());
  expect(result.untried).toEqual([]);
});

test('a choice that chooses nothing is no success', async () => {
  await expect(mixed({ only: ['alicloud_db_instance'] })).rejects.toThrow(/none of \d+ changes .* nothing was tried/);
});

test('a throttled call passes when the provider asks again, and the run with it', async () => {
  const result = await mixed({ kinds: ['throttled-briefly'], only: ['alicloud_vpc.net'] });
  expect(result.trials.map(({ recovery, action }) => [action, recovery])).toEqual([
    ['create', 'none'],
    ['update', 'none'],
    ['delete', 'none'],
  ]);
});

test('a half-made cluster under deletion protection has to be untainted by somebody who has looked at it', async () => {
  const out = writeStacks({ cloud: cloudStack() });
  const result = await rehearseFaults(out, {
    only: ['alicloud_cs_managed'],
    kinds: ['unfinished'],
    actions: ['create'],
  });
  expect(result.trials.map(told)).toEqual([{ recovery: 'untaint', unaided: undefined, ok: true }]);
});

test('objects in a cluster, releases and passwords: two of one name are refused, of a password nothing is left', async () => {
  const out = writeStacks({ cloud: cloudStack(), apps: workloadStack() });
  const result = await rehearseFaults(out, { stacks: ['apps'], kinds: ['provider-died'], actions: ['create'] });
  expect(result).toSurviveFaults();
  const refused = { recovery: 'import', unaided: 'refused', ok: true };
  expect(told(trialOf(result, 'kubernetes_namespace_v1.shop'))).toEqual(refused);
  expect(told(trialOf(result, 'helm_release.web'))).toEqual(refused);
  expect(told(trialOf(result, 'random_password.db'))).toMatchObject({ ok: true });
  expect(typesOf(trialOf(result, 'random_password.db'))).not.toContain('random_password');
});

test('a program that cannot end is found: a role of fixed name that is to be made before the old one goes', async () => {
  const role = { role_name: 'pods', assume_role_policy_document: '{}', lifecycle: { create_before_destroy: true } };
  const out = writeStacks({ roles: stackOf({ alicloud_ram_role: { pods: role } }) });
  const result = await rehearseFaults(out, { kinds: ['unfinished'], actions: ['create'] });
  expect(result).not.toSurviveFaults();
  expect(result.trials[0]).toMatchObject({ recovery: 'failed', ok: false });
  expect(result.trials[0]!.problems.join()).toMatch(/alicloud_ram_role.pods: The cloud refuses .*EntityAlreadyExists/);
  expect(describeFaults(result)).toMatch(/✗ does not end well after 1 \(1 of \d+ faults at 1 resources/);
});

test('a program that fails without any fault is said so', async () => {
  const out = writeStacks({ bad: stackOf({ alicloud_eip_address: { a: { payment_type: 'Never' } } }) });
  await expect(rehearseFaults(out)).rejects.toThrow(/stack "bad" fails without any fault, at its apply[\s\S]*Never/);
});

test('a journal keeps what went well; what did not, and another program, is tried again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'));
  try {
    const journal = join(folder, 'deep', 'faults.jsonl');
    const choice: FaultOptions = {
      journal,
      actions: ['create'],
      kinds: ['refused'],
      only: ['alicloud_vpc', 'eip_address.one'],
    };
    expect((await mixed(choice)).resumed).toBe(0);
    const [head, first, second] = readFileSync(journal, 'utf8').trim().split('\n');
    const failed = second!.replace('"ok":true', '"ok":false');
    writeFileSync(journal, [head, first, failed, '{"name": "half a li'].join('\n'));
    const again = await mixed(choice);
    expect([again.resumed, again.trials.length, again.ok]).toEqual([1, 2, true]);
    const other = writeStacks({ mixed: stackOf({ alicloud_vpc: { net: { cidr_block: '10.0.0.0/8' } } }) });
    expect((await rehearseFaults(other, choice)).resumed).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('in a rehearsal, a fault', () => {
  const out = () => writeStacks({ mixed: MIXED });
  const messages = async (fault: Parameters<typeof rehearse>[1] extends infer O ? NonNullable<O> : never) => {
    const { steps } = await rehearse(out(), { extent: 'apply', ...fault });
    return steps.flatMap((step) => step.messages.map(({ summary, detail }) => `${step.step}: ${summary}: ${detail}`));
  };

  test('kills Terraform', async () => {
    expect(await messages({ faults: [{ on: 'create', nth: 2, cut: 'kill' }] })).toEqual([
      'apply: terraform was killed: SIGKILL',
    ]);
  });

  test('interrupts Terraform, which ends in order', async () => {
    const [said] = await messages({ faults: [{ address: 'alicloud_vpc.net', on: 'create', cut: 'interrupt' }] });
    expect(said).toMatch(/^apply: execution halted|^apply: .*interrupt/i);
  });

  test('takes away the provider, which comes back for the next run', async () => {
    const said = await messages({ faults: [{ type: 'alicloud_vpc', on: 'create', cut: 'connection' }] });
    expect(said.join('\n')).toMatch(/Plugin did not respond|Request cancelled|rpc error/);
  });

  test('strikes a reading: the plan after it fails, nothing else does', async () => {
    const said = await messages({ faults: [{ type: 'alicloud_vpc', on: 'read', error: 'no answer' }] });
    expect(said).toEqual(['plan again: Simulated failure of alicloud_vpc: no answer']);
  });

  test('strikes the resource that it names, and no other of its type', async () => {
    const { steps } = await rehearse(out(), {
      ...{ extent: 'apply' },
      faults: [{ address: 'alicloud_eip_address.two', on: 'create', error: 'no stock' }],
    });
    expect(steps.flatMap((step) => step.messages.map(({ address }) => address))).toEqual(['alicloud_eip_address.two']);
  });

  test('that nobody can tell is refused before anything runs', async () => {
    await expect(rehearse(out(), { faults: [{ address: 'alicloud_vpc.other', on: 'create' }] })).rejects.toThrow(
      'no resource "alicloud_vpc.other"; there are alicloud_vpc.net',
    );
  });
});
