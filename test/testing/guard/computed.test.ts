import { diffOfStacks } from '../../../lib/testing/guard/diff';
import type { Json } from './real-plans';
import { actionsOf, changeOf, stackOf } from './stacks';

const between = (before: Json, after: Json) => {
  const stack = ({ resource, ...more }: Json) => stackOf(resource ?? {}, more);
  return diffOfStacks([stack(before)], [stack(after)]);
};
const shares = (many: Json, zones: readonly string[]): Json => ({
  locals: { zones },
  resource: { alicloud_nas_file_system: { a: { protocol_type: 'NFS', ...many } } },
});

describe('how many there are, where that is computed', () => {
  test('by the length of a list that is in the program', () => {
    const many = { count: '${length(local.zones)}' };
    expect(actionsOf(between(shares(many, ['h', 'i']), shares(many, ['h'])))).toEqual({
      'alicloud_nas_file_system.a[1]': 'destroy',
    });
  });

  test('by a condition', () => {
    const on = (flag: boolean) => ({
      variable: { on: { default: flag } },
      ...shares({ count: '${var.on ? 1 : 0}' }, []),
    });
    const diff = between(on(true), on(false));
    expect(actionsOf(diff)).toEqual({ 'alicloud_nas_file_system.a[0]': 'destroy' });
    expect(diff.lost).toHaveLength(1);
  });

  test.each([{ for_each: '${{ for z in local.zones : z => z }}' }, { count: '${max(length(local.zones), 1)}' }])(
    'by what only Terraform evaluates, %j: some may be lost',
    (many) => {
      const diff = between(shares(many, ['h', 'i']), shares(many, ['h']));
      expect(diff.lost.map(({ address, uncertain }) => [address, uncertain])).toEqual([
        ['alicloud_nas_file_system.a[*]', true],
      ]);
      expect(diff.lost[0]!.because).toEqual([expect.stringContaining('some may be destroyed')]);
      expect(between(shares(many, ['h']), shares(many, ['h'])).changes).toEqual([]);
    },
  );
});

describe('dynamic blocks whose turns only Terraform knows', () => {
  const machine = (each: string): Json => ({
    alicloud_instance: { a: { dynamic: { data_disks: { for_each: each, content: { size: '${data_disks.value}' } } } } },
  });

  test('are the same when they are written the same', () => {
    expect(changeOf(machine('${[for n in [1, 2] : n]}'), machine('${[for n in [1, 2] : n]}')).changes).toEqual([]);
  });

  test('count as what cannot change in place when anything in them cannot', () => {
    const { changes } = changeOf(machine('${[for n in [1, 2] : n]}'), machine('${[for n in [1, 3] : n]}'));
    expect(changes.map(({ action }) => action)).toEqual(['replace']);
  });
});

describe('modules', () => {
  const db = (size: number): Json => ({ module: { db: { source: './db', size } } });

  test('one that goes takes whatever it made', () => {
    const diff = between(db(1), {});
    expect(diff.lost.map(({ address }) => address)).toEqual(['module.db']);
  });

  test('one that Terraform forgets is kept', () => {
    const removed = { removed: [{ from: 'module.db', lifecycle: { destroy: false } }] };
    expect(between(db(1), removed)).toMatchObject({ lost: [], changes: [{ action: 'forget' }] });
  });

  test('one with other inputs is uncertain, and says so', () => {
    const diff = between(db(1), db(2));
    expect(diff.changes).toMatchObject([{ address: 'module.db', action: 'change', uncertain: true }]);
    expect(diff.notes).toEqual([expect.stringContaining('only a plan tells')]);
    expect(between(db(1), db(1)).changes).toEqual([]);
  });
});

describe('another account', () => {
  const signedIn = (how: Json): Json => ({
    provider: { alicloud: [{ region: 'cn-hangzhou', ...how }] },
    resource: { alicloud_nas_file_system: { a: { protocol_type: 'NFS' } } },
  });
  const role = (account: number, name = 'deploy') =>
    signedIn({ assume_role: [{ role_arn: `acs:ram::${account}:role/${name}` }] });

  test('leaves behind what is in the old one', () => {
    const diff = between(role(1), role(2));
    expect(diff.lost).toMatchObject([{ action: 'leave', because: ['its account is another one: 1 -> 2'] }]);
  });

  test('is not another role of the same one', () => {
    expect(between(role(1), role(1, 'other')).changes).toEqual([]);
  });

  test('may be behind another profile, which is said', () => {
    expect(between(signedIn({ profile: 'a' }), signedIn({ profile: 'b' })).notes).toEqual([
      expect.stringContaining('signs in otherwise'),
    ]);
  });
});

test.each([
  ['host', (id: string) => ({ host: `https://${id}.example.com` })],
  ['command that signs in', (id: string) => ({ exec: [{ command: 'aliyun', args: ['cs', id] }] })],
])('another %s is another cluster, for kubernetes and for helm', (_, settings) => {
  const program = (id: string): Json => ({
    provider: { kubernetes: [settings(id)], helm: [{ kubernetes: [settings(id)] }] },
    resource: {
      kubernetes_namespace_v1: { a: { metadata: [{ name: 'a' }] } },
      helm_release: { a: { name: 'a', chart: 'mysql' } },
    },
  });
  expect(between(program('c1'), program('c2')).lost.map(({ action }) => action)).toEqual(['leave', 'leave']);
  expect(between(program('c1'), program('c1')).changes).toEqual([]);
});

test.each([
  ['Delete', 1],
  ['Retain', 0],
])('a claim that goes takes a volume with the policy %s along: %d lost', (policy, lost) => {
  const volume = {
    v: { metadata: [{ name: 'v' }], spec: [{ persistent_volume_reclaim_policy: policy }] },
  };
  const claim = { a: { metadata: [{ name: 'a' }], spec: [{ volume_name: 'v' }] } };
  const diff = changeOf(
    { kubernetes_persistent_volume_v1: volume, kubernetes_persistent_volume_claim_v1: claim },
    { kubernetes_persistent_volume_v1: volume },
  );
  expect(diff.lost).toHaveLength(lost);
});

test.each([
  ['external', { program: ['a'] }, { program: ['b'] }],
  ['alicloud_zones', { available_instance_type: 'a' }, { available_instance_type: 'b' }],
])('a data source of type %s that is asked something else', (type, before, after) => {
  const program = (query: Json): Json => ({
    data: { [type]: { d: query } },
    resource: { alicloud_vswitch: { a: { zone_id: `\${data.${type}.d.zone}` } } },
  });
  const [change] = between(program(before), program(after)).changes;
  expect(change!.attributes).toMatchObject([
    { before: `data.${type}.d.zone`, after: `data.${type}.d.zone (read anew)`, forcesNew: true },
  ]);
  expect(between(program(before), program(before)).changes).toEqual([]);
});

test('another release of a provider is said, once', () => {
  const program = (version: string) =>
    ['one', 'two'].map((name) =>
      stackOf({}, { terraform: { required_providers: { alicloud: { source: 'aliyun/alicloud', version } } } }, name),
    );
  expect(diffOfStacks(program('1.288.0'), program('1.289.0')).notes).toEqual([
    'the provider alicloud goes from 1.288.0 to 1.289.0: what that changes by itself only a plan tells',
  ]);
  expect(diffOfStacks(program('1.289.0'), program('1.289.0')).notes).toEqual([]);
});

test('what moves to another type is destroyed', () => {
  const { lost } = between(
    { resource: { alicloud_db_instance: { a: {} } } },
    {
      moved: [{ from: 'alicloud_db_instance.a', to: 'alicloud_polardb_cluster.a' }],
      resource: { alicloud_polardb_cluster: { a: {} } },
    },
  );
  expect(lost).toMatchObject([{ type: 'alicloud_db_instance', action: 'destroy' }]);
});
