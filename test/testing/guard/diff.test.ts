import { Testing } from 'cdktf';
import { diffOf, diffOfStacks } from '../../../lib/testing/guard/diff';
import { describeDiff } from '../../../lib/testing/guard/describe';
import { HOLDINGS } from '../../../lib/testing/guard/holdings';
import { guardMatchers } from '../../../lib/testing/guard/matchers';
import { shop } from './a-shop';
import { actionsOf, changeOf, stackOf } from './stacks';

const program = (asked: Parameters<typeof shop>[0] = {}) => {
  const app = Testing.app();
  shop(asked)(app);
  return app;
};

const DATABASE = { engine: 'MySQL', engine_version: '8.0', zone_id: 'h', deletion_protection: true };

test('the same program changes nothing', () => {
  const diff = diffOf(program(), program());
  expect(diff.changes).toEqual([]);
  expect(describeDiff(diff)).toBe('Nothing changes.');
});

test('what goes down with a cluster is its nodes, its objects and its etcd, and the protection of production stops it', () => {
  const diff = diffOf(
    program({ protection: 'production' }),
    program({ protection: 'production', serviceCidr: '172.22.0.0/20' }),
  );
  const cluster = diff.changes.find(({ type }) => type === 'alicloud_cs_managed_kubernetes')!;
  expect(cluster.action).toBe('replace');
  expect(cluster.attributes.filter(({ forcesNew }) => forcesNew)).toEqual([
    expect.objectContaining({ attribute: 'service_cidr', before: '"172.21.0.0/20"', after: '"172.22.0.0/20"' }),
  ]);
  expect(cluster.heldBy).toEqual(['deletion_protection = true']);
  expect(diff.lost.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['alicloud_cs_managed_kubernetes', 'kubernetes_namespace_v1']),
  );
  const namespace = diff.changes.find(({ type }) => type === 'kubernetes_namespace_v1')!;
  expect(namespace.causes).toEqual([cluster.id]);
  expect(describeDiff(diff)).toMatch(
    /Would lose data\n {2}replaced {2}shop-cloud: alicloud_cs_managed_kubernetes\.\S+ {2}shop-cloud\/cluster\n(.*\n)*? {4}replaced {2}shop-apps: kubernetes_namespace_v1/,
  );
});

test('a construct with another id is offered its moved blocks, and nothing is lost with them', () => {
  const diff = diffOf(program(), program({ databaseId: 'mysql' }));
  const databases = diff.moves.filter(({ type }) => type === 'alicloud_db_instance');
  expect(databases.map(({ from, to }) => [from.path, to.path])).toEqual([
    ['shop-cloud/database/Resource', 'shop-cloud/mysql/Resource'],
  ]);
  expect(databases[0]!.hcl).toMatch(
    /^moved \{\n {2}from = alicloud_db_instance\.database_\w+\n {2}to {3}= alicloud_db_instance\.mysql_\w+\n\}$/,
  );
  expect(diff.lost.map(({ type }) => type)).toContain('alicloud_db_instance');
  expect(diff.withMoves!.lost).toEqual([]);
  // The Secret in the cluster is named after the construct: that one object really is another.
  expect(diff.withMoves!.counts).toMatchObject({ add: 1, destroy: 1, replace: 0 });
});

test('what goes to another stack is offered removed and import blocks', () => {
  const bucket = { alicloud_oss_bucket: { files: { bucket: 'acme-files' } } };
  const diff = diffOfStacks([stackOf(bucket), stackOf({}, {}, 'other')], [stackOf({}), stackOf(bucket, {}, 'other')]);
  expect(diff.changes.map(({ stack, action }) => [stack, action])).toEqual([
    ['shop', 'destroy'],
    ['other', 'add'],
  ]);
  expect(diff.moves[0]!.hcl).toContain(
    'removed {\n  from = alicloud_oss_bucket.files\n  lifecycle {\n    destroy = false',
  );
  expect(diff.moves[0]!.hcl).toContain('import {\n  to = alicloud_oss_bucket.files');
});

test('a protection counts as it was: switched off in the same change, it still stops the deletion', () => {
  const diff = changeOf(
    { alicloud_db_instance: { a: DATABASE } },
    { alicloud_db_instance: { a: { ...DATABASE, zone_id: 'i', deletion_protection: false } } },
  );
  expect(diff.lost.map(({ heldBy }) => heldBy)).toEqual([['deletion_protection = true']]);
});

test('prevent_destroy holds what is replaced, and not what is gone from the program with it', () => {
  const held = { ...DATABASE, deletion_protection: false, lifecycle: { prevent_destroy: true } };
  const before = { alicloud_db_instance: { a: held } };
  expect(changeOf(before, { alicloud_db_instance: { a: { ...held, zone_id: 'i' } } }).lost[0]!.heldBy).toEqual([
    'prevent_destroy',
  ]);
  expect(changeOf(before, {}).lost[0]!.heldBy).toEqual([]);
});

test.each([
  [
    'a claim that asks for less',
    'kubernetes_persistent_volume_claim_v1',
    (storage: string) => ({ spec: { resources: { requests: { storage } } } }),
    '2Gi',
    '1Gi',
    'replace',
  ],
  [
    'a claim that asks for more',
    'kubernetes_persistent_volume_claim_v1',
    (storage: string) => ({ spec: { resources: { requests: { storage } } } }),
    '512Mi',
    '1Gi',
    'change',
  ],
  [
    'a ConfigMap that never changes',
    'kubernetes_config_map_v1',
    (a: string) => ({ immutable: true, data: { a } }),
    'b',
    'c',
    'replace',
  ],
  ['one that may', 'kubernetes_config_map_v1', (a: string) => ({ data: { a } }), 'b', 'c', 'change'],
] as const)('what the kubernetes provider decides by the values: %s', (_title, type, make, before, after, action) => {
  const { changes } = changeOf({ [type]: { a: make(before) } }, { [type]: { a: make(after) } });
  expect(changes.map((one) => one.action)).toEqual([action]);
});

test('secrets are never shown, by whatever name they go', () => {
  const account = (password: string): object => ({
    alicloud_rds_account: { a: { account_name: 'web', account_password: password } },
    kubernetes_secret_v1: { a: { data: { key: password } } },
    kubernetes_config_map_v1: { a: { data: { of: '${alicloud_rds_account.a.account_password}' } } },
    helm_release: { a: { name: 'a', chart: 'c', set_sensitive: [{ name: 'p', value: password }] } },
  });
  const diff = changeOf(account('hunter-one'), account('hunter-two'));
  expect(diff.changes.length).toBeGreaterThan(2);
  expect(JSON.stringify(diff)).not.toMatch(/hunter/);
  expect(describeDiff(diff)).toContain('(sensitive) -> (sensitive)');
});

test('another region, another cluster, another state and another stack’s name are said', () => {
  const vpc = { alicloud_vpc: { a: { cidr_block: '10.0.0.0/16' } }, alicloud_oss_bucket: { b: { bucket: 'files' } } };
  const at = (region: string): object => ({ provider: { alicloud: [{ region }] } });
  const moved = diffOfStacks([stackOf(vpc, at('cn-hangzhou'))], [stackOf(vpc, at('cn-beijing'))]);
  expect(actionsOf(moved)).toEqual({ 'alicloud_oss_bucket.b': 'leave', 'alicloud_vpc.a': 'leave' });
  expect(moved.notes).toEqual([expect.stringContaining('its region is another one: cn-hangzhou -> cn-beijing')]);
  expect(moved.lost.map(({ address }) => address)).toEqual(['alicloud_oss_bucket.b']);

  const state = (key: string): object => ({ terraform: { backend: { oss: { key } } } });
  expect(diffOfStacks([stackOf(vpc, state('a'))], [stackOf(vpc, state('b'))]).notes).toEqual([
    expect.stringContaining('-migrate-state'),
  ]);
  const renamed = diffOfStacks([stackOf(vpc, {}, 'old')], [stackOf(vpc, {}, 'new')]);
  expect(renamed.notes).toEqual([expect.stringContaining('old seems to be called new now')]);
  expect(renamed.changes.find(({ action }) => action === 'destroy')!.because[0]).toContain('no longer in the program');
});

test('a value that the cloud chose may be the one that is now written', () => {
  const diff = changeOf(
    { alicloud_vpc: { a: { cidr_block: '10.0.0.0/16' } } },
    { alicloud_vpc: { a: { cidr_block: '10.0.0.0/16', is_default: false } } },
  );
  expect(diff.changes[0]!.attributes[0]).toMatchObject({
    before: '(chosen by the cloud)',
    chosen: true,
    forcesNew: true,
  });
});

test('a secret of KMS can be called back for its days, unless it goes at once', () => {
  const kept = (attributes: object) => changeOf({ alicloud_kms_secret: { a: attributes } }, {}).changes[0]!.holds!.kept;
  expect(kept({ recovery_window_in_days: 7 })).toContain('7 days');
  expect(kept({})).toContain('30 days');
  expect(kept({ force_delete_without_recovery: true })).toBeUndefined();
});

test('a type of a provider that nobody described is said to be unknown', () => {
  const diff = changeOf({ acme_thing: { a: { size: 1 } } }, { acme_thing: { a: { size: 2 } } });
  expect(diff.notes).toEqual([expect.stringContaining('acme_thing is of a provider that the guard does not know')]);
});

test('every row of what holds data says on whose word, and counts for a destroyed object', () => {
  HOLDINGS.forEach(({ types, source, holds, kind, when }) => {
    expect(source).toMatch(/^https:\/\/\S+$/);
    expect(holds).not.toBe('');
    for (const type of when ? [] : types) {
      const diff = changeOf({ [type]: { a: {} } }, {});
      expect([type, diff.changes[0]!.holds?.kind]).toEqual([type, kind]);
      expect([type, diff.lost.length]).toEqual([type, kind === 'address' || kind === 'pods' ? 0 : 1]);
    }
  });
});

test.each([
  ['helm_release', { chart: 'mysql' }, true],
  ['helm_release', { chart: './assets/objects-chart/1.0.0', values: ['resources:\n  - kind: ResourcePolicy'] }, false],
  [
    'helm_release',
    { chart: './assets/objects-chart/1.0.0', values: ['resources:\n  - kind: PersistentVolumeClaim'] },
    true,
  ],
  ['kubernetes_config_map_v1_data', { metadata: { name: 'coredns' }, data: { Corefile: '.:53 {}' } }, true],
  ['kubernetes_config_map_v1_data', { metadata: { name: 'eci-profile' }, data: { vSwitchIds: 'vsw-1' } }, false],
  ['kubernetes_stateful_set_v1', { spec: { service_name: 'a' } }, false],
  [
    'kubernetes_stateful_set_v1',
    { spec: { persistent_volume_claim_retention_policy: { when_deleted: 'Delete' } } },
    true,
  ],
  ['kubernetes_persistent_volume_v1', { spec: { persistent_volume_reclaim_policy: 'Retain' } }, false],
  ['kubernetes_persistent_volume_v1', { spec: { persistent_volume_reclaim_policy: 'Delete' } }, true],
  ['kubernetes_persistent_volume_claim_v1', { spec: { volume_name: 'static' } }, false],
  ['kubernetes_persistent_volume_claim_v1', { spec: { storage_class_name: 'disk' } }, true],
] as const)('%s with %j loses data: %s', (type, attributes, loses) => {
  expect(changeOf({ [type]: { a: attributes } }, {}).lost.length > 0).toBe(loses);
});

test('a bucket with objects is not deleted, and a key can be had back for a while', () => {
  const diff = changeOf(
    { alicloud_oss_bucket: { a: { bucket: 'b' } }, alicloud_kms_key: { a: { pending_window_in_days: 30 } } },
    {},
  );
  expect(diff.lost.map(({ holds, heldBy }) => [holds!.kept, heldBy.length])).toEqual([
    ['deletion can be taken back for 30 days', 0],
    [undefined, 1],
  ]);
});

describe('matchers', () => {
  const same = changeOf({ alicloud_vpc: { a: {} } }, { alicloud_vpc: { a: {} } });
  const lossy = changeOf(
    { alicloud_db_instance: { a: DATABASE } },
    { alicloud_db_instance: { a: { ...DATABASE, zone_id: 'i' } } },
  );
  const stuck = changeOf({ alicloud_ecs_disk: { a: { size: 100 } } }, { alicloud_ecs_disk: { a: { size: 40 } } });

  test('pass where nothing of the kind happens and fail with the whole difference', () => {
    Object.values(guardMatchers).forEach((matcher) => expect(matcher(same).pass).toBe(true));
    expect(guardMatchers.toReplaceNothing(lossy).pass).toBe(false);
    expect(guardMatchers.toLoseNoData(lossy).message()).toContain(
      `expected the change to lose no data\n\n${describeDiff(lossy)}`,
    );
    expect(guardMatchers.toLoseNoData(lossy, 'alicloud_db_instance.a').pass).toBe(true);
    expect(guardMatchers.toPlanNothingStuck(stuck).pass).toBe(false);
    expect(guardMatchers.toReplaceNothing(stuck).pass).toBe(true);
    expect(guardMatchers.toChangeNothing(stuck).pass).toBe(false);
  });

  test('are matchers of expect', () => {
    require('../../../lib/jest');
    expect(same).toChangeNothing();
    expect(lossy).not.toLoseNoData();
    expect(lossy).toLoseNoData('alicloud_db_instance.a');
  });
});

test('two long values are shown from where they differ on', () => {
  const image = (tag: string) => ({
    alicloud_vpc: { a: { description: `${'registry.example.com/a-team/with-a-long-name/'.repeat(2)}shop:${tag}` } },
  });
  const text = describeDiff(changeOf(image('1.0.0'), image('1.0.1')));
  expect(text).toContain('1.0.0" ->');
  expect(text).toContain('1.0.1"');
});
