import { isIn, isOfSystem } from '../../namespaces';
import { called } from '../../objects';
import { objects, when, type Practice } from '../../practice';

export const namespaceQuota: Practice = {
  id: 'namespace-quota',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Namespaces have a quota', zh: '命名空间设置资源配额' },
  reason: {
    en: 'Without a quota one namespace can take all nodes, and with ECI all that the account may spend.',
    zh: '没有配额时，一个命名空间就能占满所有节点；接入 ECI 后还可能花光账号的预算。',
  },
  fix: {
    en: 'create a ResourceQuota (`quota` on a Namespace)',
    zh: '创建 ResourceQuota（本库的 Namespace 用 `quota`）',
  },
  source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
  look: objects(['Namespace'], (namespace, picture) =>
    when(!isOfSystem(namespace) && !picture.objects('ResourceQuota').some((quota) => isIn(quota, namespace)), {
      en: `${called(namespace)} has no ResourceQuota`,
      zh: `${called(namespace)} 没有 ResourceQuota`,
    }),
  ),
};
