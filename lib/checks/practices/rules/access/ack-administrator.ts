import { blocks } from '../../reading';
import { found, resources, type Practice } from '../../practice';

export const ackAdministrator: Practice = {
  id: 'ack-administrator',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Nobody administers every cluster', zh: '不授予所有集群的管理员' },
  reason: {
    en: 'The predefined role `admin` for all clusters covers those that are made later, too.',
    zh: '面向所有集群的预置角色 `admin` 也会覆盖以后新建的集群。',
  },
  fix: {
    en: 'give a role in one cluster or namespace (`ClusterAccess` with `AckRole`)',
    zh: '授予单个集群或命名空间内的角色（`ClusterAccess` 配合 `AckRole`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/grant-rbac-permissions-to-ram-users-or-ram-roles',
  look: resources(['alicloud_cs_kubernetes_permissions'], ({ attributes }) =>
    (blocks(attributes, 'permissions') ?? [])
      .filter(
        ({ role_type: type, role_name: name }) =>
          type === 'all-clusters' && (name === 'admin' || name === 'cluster-admin'),
      )
      .flatMap(({ role_name: name }) =>
        found({ en: `${String(name)} of all clusters is given away`, zh: `授予了所有集群的 ${String(name)}` }, name),
      ),
  ),
};
