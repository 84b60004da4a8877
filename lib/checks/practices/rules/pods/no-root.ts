import { numberIn } from '../../reading';
import { contextOf } from '../../security-context';
import { pods, when, type Practice } from '../../practice';

export const noRoot: Practice = {
  id: 'no-root',
  severity: 'error',
  sandbox: true,
  title: { en: 'No container asks to be root', zh: '容器不以 root 身份运行' },
  reason: {
    en: 'Root in a container is root for every bug of the kernel and of the runtime.',
    zh: '容器内的 root 一旦遇上内核或运行时漏洞，就等同于节点的 root。',
  },
  fix: {
    en: 'write `run_as_user` above 0 and `run_as_non_root: true` (`user` on a workload)',
    zh: '设置大于 0 的 `run_as_user` 与 `run_as_non_root: true`（本库的工作负载用 `user`）',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  look: pods((pod) =>
    pod.containers.flatMap((container) =>
      when(
        numberIn(contextOf(pod, container, 'runAsUser')) === 0,
        {
          en: `container ${container.name} of ${pod.called} runs as user 0`,
          zh: `${pod.called} 的容器 ${container.name} 以用户 0 运行`,
        },
        0,
      ),
    ),
  ),
};
