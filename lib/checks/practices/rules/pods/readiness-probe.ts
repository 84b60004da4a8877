import { servicesOf } from '../../neighbours';
import { isLasting } from '../../pods';
import { isGiven } from '../../reading';
import { pods, when, type Practice } from '../../practice';

export const readinessProbe: Practice = {
  id: 'readiness-probe',
  severity: 'error',
  sandbox: true,
  title: { en: 'Pods behind a Service say when they are ready', zh: 'Service 后端的 Pod 配置就绪探针' },
  reason: {
    en: 'Without a readiness probe a Pod gets connections from the moment its process starts, so every update and every scale-out answers some visitors with an error.',
    zh: '没有就绪探针时，进程一启动 Pod 就会收到请求；每次发布和扩容都会让部分访问报错。',
  },
  fix: {
    en: 'write `readiness_probe` with `http_get` (`health` or `readiness` on a WebService)',
    zh: '配置使用 `http_get` 的 `readiness_probe`（WebService 用 `health` 或 `readiness`）',
  },
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  look: pods((pod, picture) =>
    when(
      isLasting(pod) &&
        !pod.containers.some(({ spec }) => isGiven(spec.readinessProbe)) &&
        servicesOf(pod, picture).length > 0,
      {
        en: `${pod.called} is behind a Service and has no readiness probe`,
        zh: `${pod.called} 位于 Service 之后但没有就绪探针`,
      },
    ),
  ),
};
