import { isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const databaseTls: Practice = {
  id: 'database-tls',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Databases offer TLS', zh: '数据库启用 SSL' },
  reason: {
    en: 'Without TLS passwords and rows pass the network as they are.',
    zh: '未启用 TLS 时，密码与数据在网络中明文传输。',
  },
  fix: {
    en: 'write `ssl_action: "Open"` (`tls: true` on a MysqlInstance, the default)',
    zh: '写 `ssl_action: "Open"`（本库的 MysqlInstance 默认 `tls: true`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/rds/apsaradb-rds-for-mysql/configure-a-cloud-certificate-to-enable-ssl-encryption',
  look: resources(['alicloud_db_instance', 'alicloud_mongodb_instance'], ({ type, attributes }) => {
    const { ssl_action: action, engine } = attributes;
    const offers = type !== 'alicloud_db_instance' || ['MySQL', 'PostgreSQL', 'SQLServer'].includes(String(engine));
    return when(
      offers && (!isGiven(action) || action === 'Close'),
      { en: `${type} offers no TLS`, zh: `${type} 未启用 SSL` },
      action,
    );
  }),
};
