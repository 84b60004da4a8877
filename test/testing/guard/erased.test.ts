import { ERASING } from '../../../lib/testing/guard/erased';
import { describeDiff } from '../../../lib/testing/guard/describe';
import { changeOf } from './stacks';

const set = (replicas: string, scaled = 'Delete') => ({
  spec: [{ replicas, persistent_volume_claim_retention_policy: [{ when_scaled: scaled }] }],
});
const bucket = (days: number, enabled = true) => ({
  lifecycle_rule: [{ id: 'a', enabled, prefix: 'tmp/', expiration: [{ days }] }],
});
const chart = (kind: string, at = './assets/objects-chart/1.0.0') => ({
  chart: at,
  values: [`resources:\n  - kind: ${kind}`],
});

test.each([
  ['logs that are kept for less', 'alicloud_log_store', { retention_period: 30 }, { retention_period: 7 }, true],
  ['logs that are kept for longer', 'alicloud_log_store', { retention_period: 7 }, { retention_period: 30 }, false],
  ['backups', 'alicloud_db_backup_policy', { backup_retention_period: 30 }, { backup_retention_period: 7 }, true],
  [
    'backups of the log',
    'alicloud_db_backup_policy',
    { log_backup_retention_period: 30 },
    { log_backup_retention_period: 7 },
    true,
  ],
  ['rows that live on', 'alicloud_ots_table', { time_to_live: 86400 }, { time_to_live: -1 }, false],
  ['rows that no longer live on', 'alicloud_ots_table', { time_to_live: -1 }, { time_to_live: 86400 }, true],
  [
    'messages',
    'alicloud_message_service_queue',
    { message_retention_period: 3600 },
    { message_retention_period: 60 },
    true,
  ],
  ['objects that expire', 'alicloud_oss_bucket', {}, bucket(30), true],
  ['objects that expire sooner', 'alicloud_oss_bucket', bucket(30), bucket(7), true],
  ['objects that expire no more', 'alicloud_oss_bucket', bucket(30), {}, false],
  ['a rule that is off', 'alicloud_oss_bucket', {}, bucket(30, false), false],
  ['another image', 'alicloud_instance', { image_id: 'a' }, { image_id: 'b' }, true],
  ['a key that is to be deleted', 'alicloud_kms_key', { status: 'Enabled' }, { status: 'PendingDeletion' }, true],
  ['a key that is switched off', 'alicloud_kms_key', { status: 'Enabled' }, { status: 'Disabled' }, false],
  ['fewer Pods that leave no claim', 'kubernetes_stateful_set_v1', set('3'), set('1'), true],
  ['fewer Pods that leave claims', 'kubernetes_stateful_set_v1', set('3', 'Retain'), set('1', 'Retain'), false],
  ['more Pods', 'kubernetes_stateful_set_v1', set('1'), set('3'), false],
  ['a claim that a release holds no more', 'helm_release', chart('PersistentVolumeClaim'), chart('Budget'), true],
  ['a release of others', 'helm_release', chart('Namespace', 'mysql'), chart('Budget', 'mysql'), false],
] as const)('a change in place may lose data: %s', (_, type, before, after, loses) => {
  const diff = changeOf({ [type]: { a: before } }, { [type]: { a: after } });
  expect(diff.changes.map(({ action }) => action)).toEqual(['change']);
  expect(diff.lost.length > 0).toBe(loses);
});

test('what a change in place loses is said first, and once', () => {
  const text = describeDiff(
    changeOf(
      { alicloud_log_store: { a: { retention_period: 30 } } },
      { alicloud_log_store: { a: { retention_period: 7 } } },
    ),
  );
  expect(text).toContain('data or secrets of 1 would be lost');
  expect(text).toContain(
    [
      'Would lose data',
      '  changed in place  shop: alicloud_log_store.a',
      '      retention_period: 30 -> 7',
      '      loses logs that are older than the new retention',
    ].join('\n'),
  );
  expect(text.match(/alicloud_log_store\.a/g)).toHaveLength(1);
});

test('every row says on whose word', () => {
  ERASING.forEach(({ source, loses }) => {
    expect(source).toMatch(/^https:\/\/\S+$/);
    expect(loses).not.toBe('');
  });
});
