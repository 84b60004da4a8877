import { docs } from './holding-row';
import { KINDS_WITH_DATA, OBJECTS_CHART, type Holding } from './holdings';
import type { Planned } from './plan';
import { shrinks } from './stuck-row';
import { isList, isObject, type Fields, type Value } from './terms';
import { touches, valueAt } from './values-at';

/** A change in place that takes data away: the object stays, what is in it does not. */
export interface ErasingRow {
  readonly types: readonly string[];
  /** Dotted, without places. */
  readonly attribute: string;
  /** What goes. */
  readonly loses: string;
  readonly when?: (before: Value | undefined, after: Value | undefined, was: Fields, now: Fields) => boolean;
  readonly source: string;
}

const sooner = (types: readonly string[], attribute: string, loses: string, source: string): ErasingRow => ({
  types,
  attribute,
  loses,
  when: shrinks,
  source,
});

/** Which changes in place erase something, and on whose word. */
export const ERASING: readonly ErasingRow[] = [
  sooner(['alicloud_log_store'], 'retention_period', 'logs that are older than the new retention', docs('log_store')),
  ...['backup_retention_period', 'log_backup_retention_period'].map((attribute) =>
    sooner(
      ['alicloud_db_backup_policy'],
      attribute,
      'backups that are older than the new retention',
      docs('db_backup_policy'),
    ),
  ),
  {
    types: ['alicloud_ots_table'],
    attribute: 'time_to_live',
    loses: 'rows that are older than the new time to live',
    when: (before, after) => Number(after) > 0 && (Number(before) < 0 || Number(after) < Number(before)),
    source: docs('ots_table'),
  },
  sooner(
    ['alicloud_message_service_queue', 'alicloud_mns_queue'],
    'message_retention_period',
    'messages that are older than the new retention',
    docs('message_service_queue'),
  ),
  {
    types: ['alicloud_oss_bucket'],
    attribute: 'lifecycle_rule',
    loses: 'the objects that a rule now expires',
    when: (before, after) => expiring(after).some((rule) => !expiring(before).includes(rule)),
    source: docs('oss_bucket'),
  },
  {
    types: ['alicloud_instance'],
    attribute: 'image_id',
    loses: 'its system disk: another image comes on a new one',
    source: 'https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-replacesystemdisk',
  },
  ...['status', 'key_state'].map((attribute): ErasingRow => ({
    types: ['alicloud_kms_key'],
    attribute,
    loses: 'the key of everything that was encrypted with it, once its waiting time is over',
    when: (_, after) => after === 'PendingDeletion',
    source: docs('kms_key'),
  })),
  {
    types: ['kubernetes_stateful_set', 'kubernetes_stateful_set_v1'],
    attribute: 'spec.replicas',
    loses: 'the claims of the Pods that go, which its retention policy deletes',
    when: (before, after, was, now) =>
      shrinks(before, after, was, now) &&
      valueAt(now, 'spec.persistent_volume_claim_retention_policy.when_scaled') === 'Delete',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention',
  },
  {
    types: ['helm_release'],
    attribute: 'values',
    loses: 'claims, namespaces or custom resource definitions that are no longer in its values',
    when: (before, after, was) => OBJECTS_CHART.test(String(was.chart)) && kept(before) > kept(after),
    source: 'https://helm.sh/docs/helm/helm_upgrade/',
  },
];

/** The rules that delete, as texts. */
function expiring(rules: Value | undefined): readonly string[] {
  return (isList(rules) ? rules : [])
    .filter((rule) => isObject(rule) && String(rule.enabled) !== 'false' && 'expiration' in rule)
    .map((rule) =>
      JSON.stringify([(rule as Fields).prefix ?? '', (rule as Fields).expiration, (rule as Fields).filter]),
    );
}

/** How many objects with data there are in values. */
const kept = (values: Value | undefined): number =>
  [...JSON.stringify(values ?? '').matchAll(new RegExp(KINDS_WITH_DATA.source, 'g'))].length;

/** What a change in place takes away; `undefined` for one that takes nothing. */
export function erasedIn({ action, now, changes, prior, fields }: Planned): Holding | undefined {
  if (action !== 'change') {
    return undefined;
  }
  const paths = changes.map(({ path }) => path.join('.'));
  const row = ERASING.find(
    ({ types, attribute, when }) =>
      types.includes(now!.instance.resource.type) &&
      paths.some((path) => touches(path, attribute)) &&
      when?.(valueAt(prior, attribute), valueAt(fields, attribute), prior, fields) !== false,
  );
  return row && { kind: 'data', holds: row.loses, source: row.source };
}
