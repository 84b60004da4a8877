import { servicesOf } from '../../neighbours';
import { isLasting } from '../../pods';
import { isGiven } from '../../reading';
import { pods, when, type Practice } from '../../practice';

export const preStop: Practice = {
  id: 'pre-stop',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Pods behind a Service end gently', zh: 'Service 后端的 Pod 优雅退出' },
  reason: {
    en: 'A Pod that is told to end still gets connections until every balancer has heard of it; without a `preStop` these are cut.',
    zh: 'Pod 收到终止信号后，在所有负载均衡摘除它之前仍会收到连接；没有 `preStop` 时这些连接会被切断。',
  },
  fix: {
    en: 'write `lifecycle.pre_stop` with a sleep as long as the balancer drains (workloads of the library do; `shutdown` says how long)',
    zh: '配置 `lifecycle.pre_stop`，休眠时长不短于负载均衡的摘流时间（本库的工作负载默认配置，可用 `shutdown` 调整）',
  },
  source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/',
  look: pods((pod, picture) =>
    when(
      isLasting(pod) &&
        !pod.containers.some(({ spec }) => isGiven(spec.lifecycle?.preStop)) &&
        servicesOf(pod, picture).length > 0,
      {
        en: `${pod.called} is behind a Service and has no preStop`,
        zh: `${pod.called} 位于 Service 之后但没有 preStop`,
      },
    ),
  ),
};
