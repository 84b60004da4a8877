import { found, resources, type Practice } from '../../practice';
import { isEverybody } from '../../ranges';
import { isGiven, texts } from '../../reading';

/** Lists of those who may connect, by type of database. */
const LISTS: Readonly<Record<string, string>> = {
  alicloud_db_instance: 'security_ips',
  alicloud_db_readonly_instance: 'security_ips',
  alicloud_kvstore_instance: 'security_ips',
  alicloud_redis_tair_instance: 'security_ips',
  alicloud_mongodb_instance: 'security_ip_list',
  alicloud_mongodb_sharding_instance: 'security_ip_list',
  alicloud_polardb_cluster: 'security_ips',
  alicloud_gpdb_instance: 'security_ip_list',
};

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
  look: resources(Object.keys(LISTS), ({ type, attributes }) => {
    const list = LISTS[type]!;
    return texts(isGiven(attributes[list]) ? attributes[list] : [])
      .flatMap((text) => text.split(','))
      .filter(isEverybody)
      .flatMap((range) =>
        found(
          {
            en: `${type}.${list} has "${range}": everybody may connect`,
            zh: `${type}.${list} 含有 "${range}"：任何人都可以连接`,
          },
          range,
        ),
      );
  }),
};
