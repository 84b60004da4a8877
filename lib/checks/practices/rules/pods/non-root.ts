import { isGiven, isNotYes } from '../../reading';
import { contextOf } from '../../security-context';
import { pods, when, type Practice } from '../../practice';

export const nonRoot: Practice = {
  id: 'non-root',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Pods say that they are not root', zh: 'Pod 声明非 root 运行' },
  reason: {
    en: 'What a Pod leaves open the image decides, and most images decide for root.',
    zh: 'Pod 未声明时由镜像决定，而多数镜像默认使用 root。',
  },
  fix: {
    en: 'write `run_as_non_root: true` in the security context of the Pod, with `run_as_user` where the image names its user by name (`user: ContainerUser.restricted({ uid })` on a workload)',
    zh: '在 Pod 的安全上下文中写 `run_as_non_root: true`；镜像用户以名称声明时再写 `run_as_user`（本库的工作负载用 `user: ContainerUser.restricted({ uid })`）',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  look: pods((pod) => {
    const open = pod.containers.filter((container) => {
      const user = contextOf(pod, container, 'runAsUser');
      // User 0 that is asked for is told by no-root.
      return isNotYes(contextOf(pod, container, 'runAsNonRoot')) && !isGiven(user);
    });
    return when(open.length > 0, {
      en: `${pod.called} leaves it to the image whether ${open.map(({ name }) => name).join(', ')} runs as root`,
      zh: `${pod.called} 由镜像决定 ${open.map(({ name }) => name).join('、')} 是否以 root 运行`,
    });
  }),
};
