import { isIn, isOfSystem } from '../../namespaces';
import { called } from '../../objects';
import { objects, when, type Practice } from '../../practice';

export const namespaceLimits: Practice = {
  id: 'namespace-limits',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Namespaces have default requests and limits', zh: '命名空间设置默认 requests 与 limits' },
  reason: {
    en: 'A container that says nothing gets what the LimitRange says; without one it is refused where a quota counts its resource, or takes what it finds.',
    zh: '未声明资源的容器会按 LimitRange 取默认值；没有 LimitRange 时，要么被配额拒绝，要么无限占用。',
  },
  fix: {
    en: 'create a LimitRange with `default` and `default_request` (a Namespace of the library has one)',
    zh: '创建带 `default` 与 `default_request` 的 LimitRange（本库的 Namespace 默认自带）',
  },
  source: 'https://kubernetes.io/docs/concepts/policy/limit-range/',
  look: objects(['Namespace'], (namespace, picture) =>
    when(!isOfSystem(namespace) && !picture.objects('LimitRange').some((range) => isIn(range, namespace)), {
      en: `${called(namespace)} has no LimitRange`,
      zh: `${called(namespace)} 没有 LimitRange`,
    }),
  ),
};
