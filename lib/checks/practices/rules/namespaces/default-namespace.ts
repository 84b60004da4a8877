import { pods, when, type Practice } from '../../practice';

export const defaultNamespace: Practice = {
  id: 'default-namespace',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Workloads have a namespace of their own', zh: '工作负载不使用 default 命名空间' },
  reason: {
    en: 'Quota, rights, isolation and Pod Security go by namespace; `default` is everybody’s.',
    zh: '配额、授权、隔离与 Pod 安全都以命名空间为界，而 `default` 属于所有人。',
  },
  fix: { en: 'create a Namespace and put the workload into it', zh: '创建命名空间并把工作负载放进去' },
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  look: pods(({ called, owner }) =>
    when(
      owner.namespace === 'default',
      { en: `${called} is in the namespace default`, zh: `${called} 位于 default 命名空间` },
      'default',
    ),
  ),
};
