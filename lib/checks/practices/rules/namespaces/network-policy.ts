import { isIn, isOfSystem } from '../../namespaces';
import { called } from '../../objects';
import { objects, when, type Practice } from '../../practice';

export const networkPolicy: Practice = {
  id: 'network-policy',
  severity: 'note',
  sandbox: true,
  title: { en: 'Namespaces say who may connect', zh: '命名空间声明网络访问策略' },
  reason: {
    en: 'Without a NetworkPolicy every Pod of the cluster reaches every other one. It needs an engine: Terway with `NetworkPolicy`, or Poseidon for ECI; without one it is ignored.',
    zh: '没有 NetworkPolicy 时，集群内任意 Pod 之间都能互访。策略需要执行引擎：Terway 的 `NetworkPolicy`，或用于 ECI 的 Poseidon；没有引擎时策略不生效。',
  },
  fix: {
    en: 'create a NetworkPolicy that lets in who is meant (`isolation` on a Namespace)',
    zh: '创建只放行必要来源的 NetworkPolicy（本库的 Namespace 用 `isolation`）',
  },
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  look: objects(['Namespace'], (namespace, picture) =>
    when(!isOfSystem(namespace) && !picture.objects('NetworkPolicy').some((policy) => isIn(policy, namespace)), {
      en: `every Pod of the cluster may connect to those in ${called(namespace)}`,
      zh: `集群内所有 Pod 都可访问 ${called(namespace)}`,
    }),
  ),
};
