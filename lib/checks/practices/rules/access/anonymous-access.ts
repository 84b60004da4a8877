import { called } from '../../objects';
import type { Data } from '../../pods';
import { found, objects, type Practice } from '../../practice';

const NOBODY: ReadonlySet<string> = new Set([
  'system:anonymous',
  'system:unauthenticated',
  'system:authenticated',
  'system:serviceaccounts',
]);

export const anonymousAccess: Practice = {
  id: 'anonymous-access',
  severity: 'error',
  sandbox: true,
  title: { en: 'Nobody without a name has rights', zh: '匿名与全体身份不授予权限' },
  reason: {
    en: 'Rights of `system:anonymous`, of everybody who is logged in, or of all service accounts are rights of whoever finds the API server.',
    zh: '授权给 `system:anonymous`、所有已登录用户或所有服务账户，等于授权给任何能连上 API Server 的人。',
  },
  fix: { en: 'name the user, group or service account that is meant', zh: '写明具体的用户、用户组或服务账户' },
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  look: objects(['ClusterRoleBinding', 'RoleBinding'], (binding) =>
    ([binding.object.subjects ?? []].flat() as Data[])
      .filter(({ name }) => NOBODY.has(String(name)))
      .flatMap(({ name }) =>
        found(
          { en: `${called(binding)} is about ${String(name)}`, zh: `${called(binding)} 的主体是 ${String(name)}` },
          name,
        ),
      ),
  ),
};
