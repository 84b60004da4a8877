import { isFresh, isList } from './terms';
import { goesBack, shrinks, switchedOff, type StuckRow } from './stuck-row';

const RELEASE = '1.289.0';
const docs = (name: string): string =>
  `https://registry.terraform.io/providers/aliyun/alicloud/${RELEASE}/docs/resources/${name}`;
const code = (name: string): string =>
  `https://github.com/aliyun/terraform-provider-alicloud/blob/v${RELEASE}/alicloud/resource_alicloud_${name}.go`;

const MANAGED = ['alicloud_cs_managed_kubernetes'];
const CLUSTERS = [...MANAGED, 'alicloud_cs_kubernetes'];
const ONLY_AT_CREATION = 'it is sent when the object is made and never again: the state changes, the cloud does not';

const ignored = (types: readonly string[], attribute: string, source: string, what = ONLY_AT_CREATION): StuckRow => ({
  types,
  attribute,
  kind: 'ignored',
  what,
  source,
});

/** Attributes of Alibaba Cloud that do not change in place, or only one way, though the schema lets them. */
export const STUCK_ALICLOUD: readonly StuckRow[] = [
  ignored(
    CLUSTERS,
    'pod_vswitch_ids',
    docs('cs_managed_kubernetes#pod_vswitch_ids'),
    'the vSwitches of Pods are fixed for Terraform when the cluster is made: add further ones through the terway-eniip component',
  ),
  ignored(CLUSTERS, 'new_nat_gateway', docs('cs_managed_kubernetes#new_nat_gateway')),
  ignored(
    CLUSTERS,
    'slb_internet_enabled',
    docs('cs_managed_kubernetes#slb_internet_enabled'),
    'the public address of the API server is chosen when the cluster is made; later it is bound or unbound in the console',
  ),
  ignored(
    CLUSTERS,
    'addons',
    docs('cs_managed_kubernetes#addons'),
    'components of the block are installed with the cluster only; later ones are resources of their own (alicloud_cs_kubernetes_addon)',
  ),
  ignored(MANAGED, 'is_enterprise_security_group', code('cs_managed_kubernetes')),
  ignored(MANAGED, 'zone_ids', docs('cs_managed_kubernetes#zone_ids')),
  ignored(MANAGED, 'user_ca', code('cs_managed_kubernetes')),
  {
    types: CLUSTERS,
    attribute: 'vswitch_ids',
    kind: 'limited',
    when: (_, after) => isList(after) && after.length > 0 && after.every(isFresh),
    what: 'none of its vSwitches stays, and the old ones cannot be deleted while the cluster has interfaces in them: the apply fails',
    source: 'https://www.alibabacloud.com/help/en/vpc/api-deletevswitch',
  },
  {
    types: MANAGED,
    attribute: 'cluster_spec',
    kind: 'ignored',
    when: (before, after) => !(['ack.standard', undefined].includes(before as string) && String(after).includes('pro')),
    what: 'the provider migrates from ack.standard to Pro only; every other change of the edition is passed over',
    source: code('cs_kubernetes'),
  },
  {
    types: [...CLUSTERS, 'alicloud_cs_serverless_kubernetes'],
    attribute: 'enable_rrsa',
    kind: 'refused',
    when: switchedOff,
    what: 'RRSA cannot be switched off again',
    source: docs('cs_managed_kubernetes#enable_rrsa'),
  },
  {
    types: CLUSTERS,
    attribute: 'version',
    kind: 'refused',
    when: goesBack,
    what: 'ACK does not downgrade a cluster',
    source: docs('cs_managed_kubernetes#version'),
  },
  ignored(['alicloud_cs_kubernetes_node_pool'], 'eflo_node_group', docs('cs_kubernetes_node_pool#eflo_node_group')),
  {
    types: ['alicloud_cs_kubernetes_node_pool'],
    attribute: 'scaling_config',
    kind: 'ignored',
    when: (_, after) => after === undefined,
    what: 'scaling goes on when the block is taken away: keep it with enable = false',
    source: 'https://github.com/aliyun/terraform-provider-alicloud/issues/3821',
  },
  {
    types: ['alicloud_db_instance', 'alicloud_db_readonly_instance'],
    attribute: 'engine_version',
    kind: 'refused',
    when: goesBack,
    what: 'an engine is upgraded, never downgraded: restore a backup into a new instance instead',
    source:
      'https://www.alibabacloud.com/help/rds/apsaradb-rds-for-mysql/upgrade-the-major-engine-version-of-an-apsaradb-rds-for-mysql-instance',
  },
  {
    types: ['alicloud_db_instance'],
    attribute: 'instance_storage',
    kind: 'limited',
    when: (before, after, _, now) => shrinks(before, after, _, now) && now.instance_charge_type !== 'Serverless',
    what: 'storage is made smaller down to 1.1 times what is used, and not on every engine and disk; otherwise the apply fails',
    source:
      'https://www.alibabacloud.com/help/en/apsaradb-for-rds/latest/api-doc-rds-2014-08-15-api-doc-modifydbinstancespec',
  },
  {
    types: ['alicloud_db_instance'],
    attribute: 'instance_storage',
    kind: 'hidden',
    when: (before, after, _, now) =>
      before !== after && (now.instance_charge_type === 'Serverless' || now.storage_auto_scale === 'Enable'),
    what: 'the provider hides changes of the storage of an instance that is serverless or grows by itself',
    source: code('db_instance'),
  },
  {
    types: ['alicloud_db_instance'],
    attribute: 'vswitch_id',
    kind: 'hidden',
    when: (before, after) => before !== after && String(after).split(',').length > 1,
    what: 'the provider hides changes of the vSwitches of an instance over several zones: for this attribute alone it is neither replaced nor changed',
    source: code('db_instance'),
  },
  {
    types: ['alicloud_db_instance'],
    attribute: 'instance_charge_type',
    kind: 'refused',
    when: (before, after) => !(before === 'Postpaid' && after === 'Prepaid'),
    what: 'an instance goes from Postpaid to Prepaid only',
    source: docs('db_instance#instance_charge_type'),
  },
  ignored(['alicloud_db_instance'], 'db_is_ignore_case', code('db_instance')),
  {
    types: ['alicloud_db_instance', 'alicloud_kvstore_instance', 'alicloud_polardb_cluster'],
    attribute: 'tde_status',
    kind: 'refused',
    when: switchedOff,
    what: 'encryption at rest (TDE) cannot be switched off again',
    source: docs('db_instance#tde_status'),
  },
  {
    types: ['alicloud_kvstore_instance', 'alicloud_redis_tair_instance'],
    attribute: 'engine_version',
    kind: 'refused',
    when: goesBack,
    what: 'Redis is upgraded, never downgraded',
    source: 'https://www.alibabacloud.com/help/redis/user-guide/upgrade-the-major-version-1',
  },
  {
    types: ['alicloud_nas_file_system'],
    attribute: 'capacity',
    kind: 'refused',
    when: shrinks,
    what: 'a file system is made larger, never smaller',
    source: 'https://www.alibabacloud.com/help/en/nas/api-upgradefilesystem',
  },
  ignored(['alicloud_nas_file_system'], 'snapshot_id', code('nas_file_system')),
  ignored(['alicloud_nas_mount_target'], 'security_group_id', code('nas_mount_target')),
  ignored(['alicloud_nas_mount_target'], 'dual_stack', code('nas_mount_target')),
  {
    types: ['alicloud_ecs_disk', 'alicloud_disk'],
    attribute: 'size',
    kind: 'refused',
    when: shrinks,
    what: 'a disk is made larger, never smaller',
    source: 'https://www.alibabacloud.com/help/doc-detail/25522.html',
  },
  {
    types: ['alicloud_nat_gateway'],
    attribute: 'eip_bind_mode',
    kind: 'refused',
    when: (before, after) => before === 'NAT' && after === 'MULTI_BINDED',
    what: 'addresses bound as NAT stay so; only the other way is possible',
    source: docs('nat_gateway#eip_bind_mode'),
  },
  ignored(['alicloud_nat_gateway'], 'network_type', docs('nat_gateway#network_type')),
  {
    types: ['alicloud_nat_gateway'],
    attribute: 'vswitch_id',
    kind: 'refused',
    what: 'the vSwitch of a NAT gateway is chosen when it is made',
    source: docs('nat_gateway#vswitch_id'),
  },
  ...['instance_type', 'default_oss_bucket', 'custom_oss_bucket', 'image_scanner', 'namespace_quota', 'repo_quota'].map(
    (attribute) => ignored(['alicloud_cr_ee_instance'], attribute, code('cr_ee_instance')),
  ),
  ignored(['alicloud_vpc'], 'ipv4_ipam_pool_id', code('vpc')),
  ignored(['alicloud_redis_tair_instance'], 'src_db_instance_id', code('redis_tair_instance')),
];
