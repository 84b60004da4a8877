import { isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const databaseEncryption: Practice = {
  id: 'database-encryption',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Databases are encrypted at rest', zh: '数据库静态加密' },
  reason: {
    en: 'The encryption of an RDS disk costs nothing with the key of the service, and can only be chosen when the instance is created.',
    zh: '使用服务密钥对 RDS 磁盘加密不收费，但只能在创建实例时选择。',
  },
  fix: {
    en: 'write `encryption_key` (`diskKey` on a MysqlInstance), or `tde_status: "Enabled"` (`transparentEncryption`), which can never be switched off',
    zh: '写 `encryption_key`（本库的 `diskKey`），或 `tde_status: "Enabled"`（本库的 `transparentEncryption`，开启后不可关闭）',
  },
  source:
    'https://www.alibabacloud.com/help/en/rds/apsaradb-rds-for-mysql/configure-the-disk-encryption-feature-for-an-apsaradb-rds-for-mysql-instance',
  look: resources(['alicloud_db_instance', 'alicloud_polardb_cluster'], ({ type, attributes }) => {
    const { encryption_key: disk, tde_status: tde } = attributes;
    return when(!isGiven(disk) && (!isGiven(tde) || tde === 'Disabled'), {
      en: `${type} is not encrypted at rest`,
      zh: `${type} 未静态加密`,
    });
  }),
};
