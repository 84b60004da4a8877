import { isYes } from '../../reading';
import { found, pods, type Practice } from '../../practice';

export const hostNamespaces: Practice = {
  id: 'host-namespaces',
  severity: 'error',
  sandbox: true,
  title: { en: 'Pods stay out of the namespaces of the node', zh: 'Pod 不共享节点的命名空间' },
  reason: {
    en: 'With the network, the processes or the memory of the node a Pod sees its neighbours’ traffic and secrets, and network policies do not hold it.',
    zh: '共享节点的网络、进程或 IPC 时，Pod 能看到邻居的流量与密钥，网络策略也管不住它。',
  },
  fix: { en: 'leave `host_network`, `host_pid` and `host_ipc` out', zh: '去掉 `host_network`、`host_pid`、`host_ipc`' },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  look: pods(({ called, spec }) =>
    ['hostNetwork', 'hostPID', 'hostIPC']
      .filter((name) => isYes(spec[name]))
      .flatMap((name) => found({ en: `${called} has ${name}`, zh: `${called} 启用了 ${name}` }, name)),
  ),
};
