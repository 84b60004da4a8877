import { missingResources } from '../../container-resources';
import { found, pods, type Practice } from '../../practice';

export const requestsSet: Practice = {
  id: 'requests-set',
  severity: 'error',
  sandbox: true,
  title: { en: 'Containers request cpu and memory', zh: '容器声明 CPU 与内存的 requests' },
  reason: {
    en: 'The scheduler places Pods by what they request, the autoscaler measures against it, and a node short of memory evicts first who asked for nothing.',
    zh: '调度器按 requests 放置 Pod，自动伸缩以其为基准；节点内存不足时，未声明 requests 的 Pod 最先被驱逐。',
  },
  fix: {
    en: 'write `resources.requests` with cpu and memory (`requests` on a WebService), or give the namespace a LimitRange with `default_request`',
    zh: '在 `resources.requests` 中写明 cpu 与 memory（WebService 用 `requests`），或为命名空间设置带 `default_request` 的 LimitRange',
  },
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  look: pods((pod, picture) =>
    missingResources(pod, picture, 'requests').flatMap(({ container, names }) =>
      found({
        en: `container ${container} of ${pod.called} requests no ${names.join(' and no ')}`,
        zh: `${pod.called} 的容器 ${container} 未声明 requests：${names.join('、')}`,
      }),
    ),
  ),
};
