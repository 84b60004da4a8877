import type { Data } from '../../pods';
import { isLater, numberIn } from '../../reading';
import { pods, when, type Practice } from '../../practice';

/** Seconds of a `sleep`, by the kubelet or by the program of that name. */
function sleepOf({ sleep, exec }: Data): number | undefined {
  const command = [exec?.command ?? []].flat().join(' ');
  const slept = /(?:^|[\s/])sleep (\d+)s?$/.exec(command)?.[1];
  return numberIn(sleep?.seconds) ?? numberIn(slept);
}

export const gracePeriod: Practice = {
  id: 'grace-period',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Pods have the time that their end takes', zh: '终止宽限期长于 preStop' },
  reason: {
    en: 'What `preStop` sleeps counts as grace; a process whose grace is used up is killed in the midst of its requests.',
    zh: '`preStop` 的休眠时间计入宽限期；宽限期用尽后，进程会在处理请求途中被强制终止。',
  },
  fix: {
    en: 'raise `termination_grace_period_seconds` above the sleep, by what the process needs to end',
    zh: '把 `termination_grace_period_seconds` 调到大于休眠时间，并留出进程退出的时间',
  },
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  look: pods(({ called, spec, containers }) =>
    containers.flatMap(({ name, spec: container }) => {
      const sleep = sleepOf(container.lifecycle?.preStop ?? {});
      const grace = isLater(spec.terminationGracePeriodSeconds)
        ? undefined
        : (numberIn(spec.terminationGracePeriodSeconds) ?? 30);
      return when(
        sleep !== undefined && grace !== undefined && sleep >= grace,
        {
          en: `preStop of container ${name} of ${called} sleeps ${sleep} s of a grace of ${grace} s`,
          zh: `${called} 的容器 ${name} 的 preStop 休眠 ${sleep} 秒，而宽限期只有 ${grace} 秒`,
        },
        grace,
      );
    }),
  ),
};
