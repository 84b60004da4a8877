import { found, resources, type Practice } from '../../practice';
import { isEverybody } from '../../ranges';
import { isPlain, texts, type Attributes } from '../../reading';

/** Databases, and what gives some of them a list. */
const TYPES = [
  'alicloud_db_instance',
  'alicloud_db_readonly_instance',
  'alicloud_rds_clone_db_instance',
  'alicloud_rds_ddr_instance',
  'alicloud_rds_upgrade_db_instance',
  'alicloud_rds_whitelist_template',
  'alicloud_polardb_cluster',
  'alicloud_polardb_global_security_ip_group',
  'alicloud_kvstore_instance',
  'alicloud_redis_tair_instance',
  'alicloud_redis_global_security_ip_group',
  'alicloud_mongodb_instance',
  'alicloud_mongodb_sharding_instance',
  'alicloud_mongodb_serverless_instance',
  'alicloud_mongodb_global_security_ip_group',
  'alicloud_gpdb_instance',
  'alicloud_gpdb_db_instance_ip_array',
  'alicloud_adb_db_cluster',
  'alicloud_adb_db_cluster_lake_version',
  'alicloud_click_house_db_cluster',
  'alicloud_click_house_enterprise_db_cluster_security_ip',
  'alicloud_selectdb_db_instance',
  'alicloud_graph_database_db_instance',
  'alicloud_elasticsearch_instance',
  'alicloud_hbase_instance',
  'alicloud_lindorm_instance',
];

/** Lists of those who may connect, in a block of the resource or outside of all. */
const LISTS: ReadonlySet<string> = new Set([
  'security_ips',
  'security_ip_list',
  'security_ip_lists',
  'ip_white',
  'ip_white_list',
  'global_ip_list',
  'global_security_ip_list',
  'public_whitelist',
  'private_whitelist',
  'kibana_whitelist',
  'kibana_private_whitelist',
]);

interface List {
  readonly at: string;
  readonly ranges: readonly string[];
}

function listsIn(attributes: Attributes, above = ''): readonly List[] {
  return Object.entries(attributes).flatMap(([name, value]): readonly List[] => {
    if (LISTS.has(name)) {
      return [{ at: `${above}${name}`, ranges: texts(value).flatMap((text) => text.split(',')) }];
    }
    const inner: readonly unknown[] = [value].flat();
    return inner.filter(isPlain).flatMap((block) => listsIn(block, `${above}${name}.`));
  });
}

export const databaseOpen: Practice = {
  id: 'database-open',
  severity: 'error',
  sandbox: true,
  title: { en: 'Databases are not open to the world', zh: '数据库不对所有地址开放' },
  reason: {
    en: 'An allow list with every address leaves the password as the only guard, and a public connection added later is open from its first second.',
    zh: '白名单放开所有地址后只剩密码一道防线；日后一旦申请公网连接，立刻对全网开放。',
  },
  fix: {
    en: 'name the ranges or the security group of those that connect (`grantConnect` of the library does), and write "127.0.0.1" where nobody does',
    zh: '只填写连接方的网段或安全组（本库的 `grantConnect` 会自动完成）；无人连接时写 "127.0.0.1"',
  },
  source: 'https://www.alibabacloud.com/help/en/rds/apsaradb-rds-for-mysql/configure-an-ip-address-whitelist',
  look: resources(TYPES, ({ type, attributes }) =>
    listsIn(attributes).flatMap(({ at, ranges }) =>
      ranges.filter(isEverybody).flatMap((range) =>
        found(
          {
            en: `${type}.${at} has "${range}": everybody may connect`,
            zh: `${type}.${at} 含有 "${range}"：任何人都可以连接`,
          },
          range,
        ),
      ),
    ),
  ),
};
