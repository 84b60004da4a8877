import { called } from '../../objects';
import type { Data } from '../../pods';
import { texts } from '../../reading';
import { objects, when, type Practice } from '../../practice';

export const rbacWildcard: Practice = {
  id: 'rbac-wildcard',
  severity: 'error',
  sandbox: true,
  title: { en: 'No wildcards in rights of Kubernetes', zh: 'Kubernetes 授权不使用通配符' },
  reason: {
    en: 'A wildcard takes in what the next version and the next custom resource bring, Secrets and rights included.',
    zh: '通配符会把后续版本和自定义资源带来的对象一并授权，包括 Secret 与授权本身。',
  },
  fix: {
    en: 'name the resources and verbs that are needed (`Role` and `ClusterRole` of the library refuse wildcards)',
    zh: '逐一写明需要的资源与动词（本库的 `Role`、`ClusterRole` 会拒绝通配符）',
  },
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  look: objects(['Role', 'ClusterRole'], (role) =>
    ([role.object.rules ?? []].flat() as Data[]).flatMap(({ verbs, resources: of }) => {
      const stars = [texts(verbs ?? []).includes('*') ? 'verbs' : '', texts(of ?? []).includes('*') ? 'resources' : ''];
      const where = stars.filter(Boolean);
      return when(
        where.length > 0,
        {
          en: `a rule of ${called(role)} has "*" in its ${where.join(' and ')}`,
          zh: `${called(role)} 的规则在 ${where.join('、')} 中使用 "*"`,
        },
        '*',
      );
    }),
  ),
};
