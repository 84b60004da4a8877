import { numberIn } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const databaseBackups: Practice = {
  id: 'database-backups',
  severity: 'error',
  sandbox: false,
  title: { en: 'Backups reach back a week, logs included', zh: '备份至少保留七天并包含日志' },
  reason: {
    en: 'A deleted table is noticed after the weekend; without the log it comes back as it was at the last backup only.',
    zh: '误删的表往往周末之后才被发现；没有日志备份就只能恢复到上一次备份的时刻。',
  },
  fix: {
    en: 'write `backup_retention_period` of 7 or more and leave the backup of the log on (a MysqlInstance keeps 14 days)',
    zh: '`backup_retention_period` 至少为 7，并保持日志备份开启（本库的 MysqlInstance 默认 14 天）',
  },
  source:
    'https://www.alibabacloud.com/help/en/rds/apsaradb-rds-for-mysql/configure-automatic-backup-for-an-apsaradb-rds-for-mysql-instance',
  look: resources(['alicloud_db_backup_policy', 'alicloud_mongodb_instance'], ({ attributes }) => {
    const days = numberIn(attributes.backup_retention_period ?? attributes.retention_period);
    const log = attributes.enable_backup_log ?? attributes.log_backup;
    return [
      ...when(
        days !== undefined && days < 7,
        { en: `backups are kept for ${days} days`, zh: `备份只保留 ${days} 天` },
        days,
      ),
      ...when(
        log === false || log === 'false' || log === 0,
        { en: 'the log is not backed up', zh: '未开启日志备份' },
        log,
      ),
    ];
  }),
};
