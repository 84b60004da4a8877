import { isLater, texts } from '../../reading';
import { ownContext } from '../../security-context';
import { pods, when, type Practice } from '../../practice';

export const capabilitiesDropped: Practice = {
  id: 'capabilities-dropped',
  severity: 'note',
  sandbox: true,
  title: { en: 'Containers drop the capabilities that they do not need', zh: '容器丢弃不需要的 capability' },
  reason: {
    en: 'The runtime gives a container a dozen capabilities; a web server above port 1024 needs none.',
    zh: '运行时默认赋予容器十余项 capability，而监听 1024 以上端口的 Web 服务一项也不需要。',
  },
  fix: {
    en: 'write `capabilities.drop: ["ALL"]` and add back what is missed',
    zh: '写 `capabilities.drop: ["ALL"]`，再补回确实需要的',
  },
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  look: pods((pod) => {
    const open = pod.containers.filter((container) => {
      const { drop } = (ownContext(container, 'capabilities') ?? {}) as { drop?: unknown };
      return !isLater(drop) && !texts(drop ?? []).some((one) => one.toUpperCase() === 'ALL');
    });
    return when(open.length > 0, {
      en: `${open.map(({ name }) => name).join(', ')} of ${pod.called} keeps the capabilities of the runtime`,
      zh: `${pod.called} 的容器 ${open.map(({ name }) => name).join('、')} 保留了运行时默认的 capability`,
    });
  }),
};
