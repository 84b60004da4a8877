import { isYes } from '../../reading';
import { ownContext } from '../../security-context';
import { pods, when, type Practice } from '../../practice';

export const noPrivileged: Practice = {
  id: 'no-privileged',
  severity: 'error',
  sandbox: true,
  title: { en: 'No privileged containers', zh: '不使用特权容器' },
  reason: {
    en: 'A privileged container is root on the node: who breaks into it has every Pod there.',
    zh: '特权容器等于拥有节点的 root：攻破它就掌握了该节点上的所有 Pod。',
  },
  fix: {
    en: 'leave `privileged` out; add the one capability that is needed instead',
    zh: '去掉 `privileged`，只添加确实需要的那一项 capability',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  look: pods((pod) =>
    pod.containers.flatMap((container) =>
      when(
        isYes(ownContext(container, 'privileged')),
        {
          en: `container ${container.name} of ${pod.called} is privileged`,
          zh: `${pod.called} 的容器 ${container.name} 是特权容器`,
        },
        true,
      ),
    ),
  ),
};
