import { called } from '../../objects';
import type { Data } from '../../pods';
import { texts } from '../../reading';
import { objects, when, type Practice } from '../../practice';

export const rbacEscalation: Practice = {
  id: 'rbac-escalation',
  severity: 'error',
  sandbox: true,
  title: { en: 'Nobody can give themselves rights', zh: '不授予可自我提权的权限' },
  reason: {
    en: 'Who may `escalate`, `bind` or `impersonate` has every right there is, one step later.',
    zh: '拥有 `escalate`、`bind` 或 `impersonate` 权限的主体，再走一步就拥有全部权限。',
  },
  fix: { en: 'take these verbs out of the role', zh: '从角色中去掉这些动词' },
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb',
  look: objects(['Role', 'ClusterRole'], (role) =>
    ([role.object.rules ?? []].flat() as Data[]).flatMap(({ verbs }) => {
      const wrong = texts(verbs ?? []).filter((verb) => ['escalate', 'bind', 'impersonate'].includes(verb));
      return when(
        wrong.length > 0,
        {
          en: `a rule of ${called(role)} has the verbs ${wrong.join(', ')}`,
          zh: `${called(role)} 的规则含有动词 ${wrong.join('、')}`,
        },
        wrong,
      );
    }),
  ),
};
