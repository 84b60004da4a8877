import { missingResources } from '../../container-resources';
import { found, pods, type Practice } from '../../practice';

export const limitsSet: Practice = {
  id: 'limits-set',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Containers have limits of cpu and memory', zh: '容器声明 CPU 与内存的 limits' },
  reason: {
    en: 'Without a limit one leaking container takes the memory of its neighbours along, and ECI cannot know which size to rent.',
    zh: '没有 limits 时，一个内存泄漏的容器会拖垮同节点的其他 Pod，ECI 也无法确定应租用的规格。',
  },
  fix: {
    en: 'write `resources.limits` with cpu and memory (`limits` on a WebService), or give the namespace a LimitRange with `default`',
    zh: '在 `resources.limits` 中写明 cpu 与 memory（WebService 用 `limits`），或为命名空间设置带 `default` 的 LimitRange',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/recommended-configurations-for-high-reliability',
  look: pods((pod, picture) =>
    missingResources(pod, picture, 'limits').flatMap(({ container, names }) =>
      found({
        en: `container ${container} of ${pod.called} has no limit of ${names.join(' and ')}`,
        zh: `${pod.called} 的容器 ${container} 未声明 limits：${names.join('、')}`,
      }),
    ),
  ),
};
