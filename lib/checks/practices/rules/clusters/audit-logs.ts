import { block, isNotYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const auditLogs: Practice = {
  id: 'audit-logs',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Clusters keep audit logs', zh: '集群开启审计日志' },
  reason: {
    en: 'Who deleted the namespace, who read the Secret: without the log nobody can say. It bills what it stores.',
    zh: '谁删了命名空间、谁读了 Secret：没有审计日志就无从得知。按存储量计费。',
  },
  fix: {
    en: 'write `audit_log_config { enabled = true, sls_project_name = ... }` (`ClusterLogs` of the library, on by default)',
    zh: '写 `audit_log_config { enabled = true, sls_project_name = ... }`（本库的 `ClusterLogs`，默认开启）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/work-with-cluster-auditing',
  look: resources(['alicloud_cs_managed_kubernetes'], ({ attributes }) => {
    const config = block(attributes, 'audit_log_config');
    return when(config !== undefined && isNotYes(config.enabled), {
      en: 'the cluster keeps no audit log',
      zh: '集群未开启审计日志',
    });
  }),
};
