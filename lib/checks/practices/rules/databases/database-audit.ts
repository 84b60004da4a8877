import { isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const databaseAudit: Practice = {
  id: 'database-audit',
  severity: 'note',
  sandbox: false,
  title: { en: 'Databases record who asked for what', zh: '数据库开启 SQL 审计' },
  reason: {
    en: 'After a leak the question is which rows were read, and by whom. It bills what it stores.',
    zh: '数据泄露后要回答的是：谁读了哪些数据。按存储量计费。',
  },
  fix: {
    en: 'write `sql_collector_status: "Enabled"` (`sqlAudit` on a MysqlInstance)',
    zh: '写 `sql_collector_status: "Enabled"`（本库的 MysqlInstance 用 `sqlAudit`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/rds/apsaradb-rds-for-mysql/use-the-sql-explorer-and-audit-feature-on-an-apsaradb-rds-for-mysql-instance',
  look: resources(['alicloud_db_instance'], ({ attributes: { sql_collector_status: status } }) =>
    when(
      !isGiven(status) || status === 'Disabled',
      { en: 'statements are not recorded', zh: '未开启 SQL 审计' },
      status,
    ),
  ),
};
