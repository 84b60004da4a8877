import type { Fields } from './terms';

/** What people lose with an object: data, a secret that others were given, or an address that others wrote down. */
export type HoldingKind = 'data' | 'secret' | 'address';

/** What a type of resource holds that a new object of it does not. */
export interface HoldingRow {
  /** Type, or several of one nature. */
  readonly types: readonly string[];
  readonly kind: HoldingKind;
  readonly holds: string;
  /** When it holds something; always without. */
  readonly when?: (fields: Fields) => boolean;
  /** What the cloud keeps for a while all the same. */
  readonly kept?: (fields: Fields) => string | undefined;
  readonly source: string;
}

const docs = (name: string): string =>
  `https://registry.terraform.io/providers/aliyun/alicloud/1.289.0/docs/resources/${name}`;
const kube = (page: string): string => `https://kubernetes.io/docs/${page}`;
const both = (...names: readonly string[]): readonly string[] => names.flatMap((name) => [name, `${name}_v1`]);

/** What a chart of ours carries; other charts may hold anything. */
const OBJECTS_CHART = /assets\/objects-chart\//;
const KINDS_WITH_DATA = /kind:\s*"?(?:PersistentVolumeClaim|Namespace|CustomResourceDefinition)\b/;

/** Which types hold something, and on whose word. */
export const HOLDINGS: readonly HoldingRow[] = [
  {
    types: ['alicloud_db_instance'],
    kind: 'data',
    holds: 'its databases and its backups',
    kept: ({ released_keep_policy: policy }) =>
      policy === 'All' || policy === 'Lastest' ? `backups are kept (released_keep_policy ${policy})` : undefined,
    source: docs('db_instance'),
  },
  { types: ['alicloud_db_database'], kind: 'data', holds: 'its tables', source: docs('db_database') },
  {
    types: ['alicloud_polardb_cluster', 'alicloud_polardb_database'],
    kind: 'data',
    holds: 'its tables',
    source: docs('polardb_cluster'),
  },
  {
    types: ['alicloud_kvstore_instance', 'alicloud_redis_tair_instance'],
    kind: 'data',
    holds: 'its keys and its backups',
    source: docs('kvstore_instance'),
  },
  {
    types: [
      'alicloud_mongodb_instance',
      'alicloud_mongodb_sharding_instance',
      'alicloud_mongodb_serverless_instance',
      'alicloud_gpdb_instance',
      'alicloud_adb_db_cluster',
      'alicloud_click_house_db_cluster',
      'alicloud_click_house_enterprise_db_cluster',
      'alicloud_lindorm_instance',
      'alicloud_hbase_instance',
      'alicloud_selectdb_db_instance',
      'alicloud_elasticsearch_instance',
      'alicloud_ots_instance',
      'alicloud_ots_table',
      'alicloud_graph_database_db_instance',
    ],
    kind: 'data',
    holds: 'the data stored in it',
    source: docs('mongodb_instance'),
  },
  {
    types: [
      'alicloud_alikafka_instance',
      'alicloud_alikafka_topic',
      'alicloud_rocketmq_instance',
      'alicloud_rocketmq_topic',
    ],
    kind: 'data',
    holds: 'messages that nobody has read yet',
    source: docs('alikafka_instance'),
  },
  { types: ['alicloud_nas_file_system'], kind: 'data', holds: 'its files', source: docs('nas_file_system') },
  {
    types: ['alicloud_oss_bucket'],
    kind: 'data',
    holds: 'its objects',
    source: docs('oss_bucket'),
  },
  { types: ['alicloud_oss_bucket_object'], kind: 'data', holds: 'its content', source: docs('oss_bucket_object') },
  {
    types: ['alicloud_ecs_disk', 'alicloud_disk'],
    kind: 'data',
    holds: 'its blocks',
    source: docs('ecs_disk'),
  },
  {
    types: ['alicloud_ecs_snapshot', 'alicloud_snapshot', 'alicloud_image'],
    kind: 'data',
    holds: 'what it is a copy of',
    source: docs('ecs_snapshot'),
  },
  { types: ['alicloud_instance'], kind: 'data', holds: 'its system disk', source: docs('instance') },
  {
    types: ['alicloud_log_project', 'alicloud_log_store'],
    kind: 'data',
    holds: 'its logs',
    source: docs('log_project'),
  },
  {
    types: ['alicloud_kms_key'],
    kind: 'data',
    holds: 'the key of everything that was encrypted with it',
    kept: ({ pending_window_in_days: days }) =>
      `deletion can be taken back for ${days === undefined ? 'the days of its waiting time' : `${String(days)} days`}`,
    source: docs('kms_key'),
  },
  { types: ['alicloud_kms_instance'], kind: 'data', holds: 'its keys and secrets', source: docs('kms_instance') },
  { types: ['alicloud_kms_secret'], kind: 'secret', holds: 'all versions of the secret', source: docs('kms_secret') },
  {
    types: [
      'alicloud_cr_ee_instance',
      'alicloud_cr_ee_namespace',
      'alicloud_cr_ee_repo',
      'alicloud_cr_namespace',
      'alicloud_cr_repo',
    ],
    kind: 'data',
    holds: 'its images',
    source: docs('cr_ee_repo'),
  },
  {
    types: [
      'alicloud_cs_managed_kubernetes',
      'alicloud_cs_kubernetes',
      'alicloud_cs_serverless_kubernetes',
      'alicloud_cs_edge_kubernetes',
    ],
    kind: 'data',
    holds: 'its etcd: every object in it, those that no program wrote too',
    source: docs('cs_managed_kubernetes'),
  },
  {
    types: ['alicloud_hbr_vault'],
    kind: 'data',
    holds: 'its backups',
    source: docs('hbr_vault'),
  },
  {
    types: ['alicloud_arms_prometheus', 'alicloud_cms_prometheus_instance', 'alicloud_arms_grafana_workspace'],
    kind: 'data',
    holds: 'its history',
    source: docs('arms_prometheus'),
  },
  {
    types: ['alicloud_eip_address', 'alicloud_eip'],
    kind: 'address',
    holds: 'a public address that may stand in allow lists of others',
    source: docs('eip_address'),
  },
  {
    types: both('kubernetes_persistent_volume_claim'),
    kind: 'data',
    holds: 'its volume, unless the reclaim policy retains it',
    // A claim on a volume that the program itself writes: what that leads to is kept by default.
    when: (fields) => !/"volume_name":"/.test(JSON.stringify(fields)),
    source: kube('concepts/storage/persistent-volumes/#reclaiming'),
  },
  {
    types: both('kubernetes_persistent_volume'),
    kind: 'data',
    holds: 'what it leads to',
    when: (fields) => /"persistent_volume_reclaim_policy":"(?!Retain)/.test(JSON.stringify(fields)),
    source: kube('concepts/storage/persistent-volumes/#reclaiming'),
  },
  {
    types: both('kubernetes_stateful_set'),
    kind: 'data',
    holds: 'the claims of its Pods, which its retention policy deletes with it',
    when: (fields) => /"when_deleted":"Delete"/.test(JSON.stringify(fields)),
    source: kube('concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention'),
  },
  {
    types: both('kubernetes_namespace'),
    kind: 'data',
    holds: 'every object in it, its claims too',
    source: kube('tasks/administer-cluster/namespaces/#deleting-a-namespace'),
  },
  {
    types: ['helm_release'],
    kind: 'data',
    holds: 'what its chart installed, claims and custom resource definitions too',
    when: ({ chart, values }) =>
      !OBJECTS_CHART.test(String(chart)) || KINDS_WITH_DATA.test(JSON.stringify(values ?? '')),
    source: 'https://helm.sh/docs/helm/helm_uninstall/',
  },
  {
    types: ['random_password', 'random_bytes'],
    kind: 'secret',
    holds: 'a secret that others were given',
    source: 'https://registry.terraform.io/providers/hashicorp/random/3.7.2/docs/resources/password',
  },
];

/** What would be lost with an object. */
export interface Holding {
  readonly kind: HoldingKind;
  readonly holds: string;
  readonly kept?: string;
  readonly source: string;
}

const byType: ReadonlyMap<string, HoldingRow> = new Map(
  HOLDINGS.flatMap((row) => row.types.map((type) => [type, row] as const)),
);

/** What an object holds by its type and the configuration it has; `undefined` for what can be made again. */
export function holdingOf(type: string, fields: Fields): Holding | undefined {
  const row = byType.get(type);
  if (row === undefined || row.when?.(fields) === false) {
    return undefined;
  }
  const kept = row.kept?.(fields);
  return { kind: row.kind, holds: row.holds, ...(kept ? { kept } : {}), source: row.source };
}
