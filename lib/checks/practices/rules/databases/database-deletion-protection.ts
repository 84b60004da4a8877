import { isNotYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

/** What protects, and what says that an instance is rented for months: it cannot be deleted then. */
const PROTECTION: Readonly<Record<string, readonly [attribute: string, billing: string]>> = {
  alicloud_db_instance: ['deletion_protection', 'instance_charge_type'],
  alicloud_kvstore_instance: ['instance_release_protection', 'payment_type'],
  alicloud_mongodb_instance: ['db_instance_release_protection', 'instance_charge_type'],
  alicloud_mongodb_sharding_instance: ['db_instance_release_protection', 'instance_charge_type'],
  alicloud_polardb_cluster: ['deletion_lock', 'pay_type'],
};

export const databaseDeletionProtection: Practice = {
  id: 'database-deletion-protection',
  severity: 'error',
  sandbox: false,
  title: { en: 'Databases are protected from deletion', zh: '数据库开启释放保护' },
  reason: {
    en: 'A mistaken destroy takes the data along, and the backups with it after some days.',
    zh: '误执行 destroy 会删除数据，数日后备份也随之清除。',
  },
  fix: {
    en: 'write `deletion_protection: true`, for Redis and MongoDB the release protection, for PolarDB `deletion_lock: 1` (protection: "production" of the stack does)',
    zh: '写 `deletion_protection: true`；Redis、MongoDB 为释放保护，PolarDB 为 `deletion_lock: 1`（栈的 protection: "production" 会自动开启）',
  },
  source:
    'https://www.alibabacloud.com/help/en/rds/apsaradb-rds-for-mysql/enable-or-disable-the-release-protection-feature-for-an-apsaradb-rds-for-mysql-instance',
  look: resources(Object.keys(PROTECTION), ({ type, attributes }) => {
    const [attribute, billing] = PROTECTION[type]!;
    const value = attributes[attribute];
    return when(
      isNotYes(value) && value !== 1 && !/^prepaid$|^subscription$/i.test(String(attributes[billing])),
      { en: `${type} is not protected from deletion`, zh: `${type} 未开启释放保护` },
      value,
    );
  }),
};
