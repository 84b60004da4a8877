import { called } from '../../objects';
import { objects, when, type Practice } from '../../practice';

export const clusterAdmin: Practice = {
  id: 'cluster-admin',
  severity: 'error',
  sandbox: true,
  title: { en: 'Nobody is bound to cluster-admin', zh: '不绑定 cluster-admin' },
  reason: {
    en: '`cluster-admin` may do everything, reading all Secrets and deleting all namespaces included.',
    zh: '`cluster-admin` 可以做任何事，包括读取全部 Secret 和删除全部命名空间。',
  },
  fix: {
    en: 'bind a role with the rights that are needed (`Team`, `ClusterAccess` and `AckRole` for people)',
    zh: '绑定只含必要权限的角色（人员授权用 `Team`、`ClusterAccess` 与 `AckRole`）',
  },
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  look: objects(['ClusterRoleBinding', 'RoleBinding'], (binding) =>
    when(
      binding.object.roleRef?.kind === 'ClusterRole' && binding.object.roleRef?.name === 'cluster-admin',
      { en: `${called(binding)} gives cluster-admin away`, zh: `${called(binding)} 授予了 cluster-admin` },
      'cluster-admin',
    ),
  ),
};
