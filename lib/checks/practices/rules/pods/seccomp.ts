import { isLater } from '../../reading';
import { contextOf } from '../../security-context';
import { pods, when, type Practice } from '../../practice';

export const seccomp: Practice = {
  id: 'seccomp',
  severity: 'note',
  sandbox: true,
  title: { en: 'System calls are filtered', zh: '启用 seccomp 过滤系统调用' },
  reason: {
    en: 'Most holes of the kernel are behind system calls that no web program makes.',
    zh: '多数内核漏洞隐藏在业务程序从不使用的系统调用之后。',
  },
  fix: {
    en: 'write `seccomp_profile: { type: "RuntimeDefault" }` in the security context of the Pod (workloads of the library do)',
    zh: '在 Pod 的安全上下文中写 `seccomp_profile: { type: "RuntimeDefault" }`（本库的工作负载默认如此）',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  look: pods((pod) => {
    const open = pod.containers.filter((container) => {
      const { type } = (contextOf(pod, container, 'seccompProfile') ?? {}) as { type?: unknown };
      return !isLater(type) && type !== 'RuntimeDefault' && type !== 'Localhost';
    });
    return when(open.length > 0, {
      en: `${open.map(({ name }) => name).join(', ')} of ${pod.called} may make every system call`,
      zh: `${pod.called} 的容器 ${open.map(({ name }) => name).join('、')} 未限制系统调用`,
    });
  }),
};
