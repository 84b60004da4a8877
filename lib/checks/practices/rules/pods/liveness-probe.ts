import { isLasting } from '../../pods';
import { isGiven } from '../../reading';
import { pods, when, type Practice } from '../../practice';

export const livenessProbe: Practice = {
  id: 'liveness-probe',
  severity: 'warning',
  sandbox: true,
  title: { en: 'What runs for ever says that it is alive', zh: '长期运行的容器配置存活探针' },
  reason: {
    en: 'A process that hangs without ending keeps its place; only a liveness probe has it started anew.',
    zh: '进程卡死而不退出时会一直占位，只有存活探针能让它被重启。',
  },
  fix: {
    en: 'write `liveness_probe` on the container that does the work (`liveness` on a workload)',
    zh: '在承担业务的容器上配置 `liveness_probe`（本库的工作负载用 `liveness`）',
  },
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  look: pods((pod) =>
    when(
      isLasting(pod) &&
        pod.containers.length > 0 &&
        !pod.containers.some(({ init, spec }) => !init && isGiven(spec.livenessProbe)),
      { en: `no container of ${pod.called} has a liveness probe`, zh: `${pod.called} 没有任何容器配置存活探针` },
    ),
  ),
};
