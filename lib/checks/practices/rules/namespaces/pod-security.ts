import { isOfSystem } from '../../namespaces';
import { called } from '../../objects';
import { isLater } from '../../reading';
import { objects, when, type Practice } from '../../practice';

export const podSecurity: Practice = {
  id: 'pod-security',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Namespaces enforce Pod Security', zh: '命名空间启用 Pod 安全准入' },
  reason: {
    en: 'Without the label the API server takes every Pod, privileged ones included, whoever sends it.',
    zh: '没有该标签时，API Server 会接受任何 Pod，包括特权 Pod，无论由谁提交。',
  },
  fix: {
    en: 'label the namespace `pod-security.kubernetes.io/enforce` with `baseline` or `restricted` (a Namespace of the library is)',
    zh: '为命名空间打上 `pod-security.kubernetes.io/enforce` 标签，值为 `baseline` 或 `restricted`（本库的 Namespace 默认如此）',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  look: objects(['Namespace'], (namespace) => {
    const level = namespace.object.metadata.labels?.['pod-security.kubernetes.io/enforce'];
    return when(
      !isOfSystem(namespace) && !isLater(level) && level !== 'baseline' && level !== 'restricted',
      { en: `${called(namespace)} takes every Pod`, zh: `${called(namespace)} 未限制 Pod 的安全级别` },
      level,
    );
  }),
};
