import { texts } from '../../reading';
import { ownContext } from '../../security-context';
import { found, pods, type Practice } from '../../practice';

/** What the baseline of Pod Security allows. */
const BASELINE: ReadonlySet<string> = new Set(
  (
    'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID ' +
    'SYS_CHROOT'
  ).split(' '),
);

export const capabilities: Practice = {
  id: 'capabilities',
  severity: 'error',
  sandbox: true,
  title: { en: 'No capabilities of the host', zh: '不添加主机级 capability' },
  reason: {
    en: 'Capabilities such as `SYS_ADMIN` or `NET_ADMIN` are most of what root on the node can do.',
    zh: '`SYS_ADMIN`、`NET_ADMIN` 等 capability 几乎等同于节点 root 的能力。',
  },
  fix: {
    en: 'take it out of `capabilities.add`; those that the baseline of Pod Security allows may stay',
    zh: '从 `capabilities.add` 中去掉；Pod 安全标准 baseline 允许的可以保留',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  look: pods((pod) =>
    pod.containers.flatMap((container) => {
      const { add } = (ownContext(container, 'capabilities') ?? {}) as { add?: unknown };
      return texts(add ?? [])
        .filter((capability) => !BASELINE.has(capability.replace(/^CAP_/, '')))
        .flatMap((capability) =>
          found(
            {
              en: `container ${container.name} of ${pod.called} adds ${capability}`,
              zh: `${pod.called} 的容器 ${container.name} 添加了 ${capability}`,
            },
            capability,
          ),
        );
    }),
  ),
};
