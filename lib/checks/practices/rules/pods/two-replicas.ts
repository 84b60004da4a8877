import { leastReplicas, servicesOf } from '../../neighbours';
import type { Picture } from '../../picture';
import type { Pod } from '../../pods';
import { NOTHING, pods, when, type Practice } from '../../practice';

/** Whether each Service of the Pods has Pods of another Deployment, too: one version beside another. */
function isBesideOthers(pod: Pod, picture: Picture): boolean {
  const served = (one: Pod) => servicesOf(one, picture).map(({ object }) => object);
  const others = picture
    .pods()
    .filter(({ owner }) => owner.kind === 'Deployment' && owner !== pod.owner && leastReplicas(owner, picture) !== 0);
  return served(pod).every((service) => others.some((other) => served(other).includes(service)));
}

export const twoReplicas: Practice = {
  id: 'two-replicas',
  severity: 'error',
  sandbox: false,
  title: { en: 'What visitors wait for has two Pods', zh: '对外服务至少两个副本' },
  reason: {
    en: 'With one Pod every update, eviction and broken node is an outage.',
    zh: '只有一个 Pod 时，每次发布、驱逐或节点故障都会中断服务。',
  },
  fix: {
    en: 'write `replicas` of at least 2, or `min_replicas` of the autoscaler (`Scale.fixed(2)`, `Scale.onCpu({ min: 2, ... })`)',
    zh: '`replicas` 至少为 2，或自动伸缩的 `min_replicas` 至少为 2（`Scale.fixed(2)`、`Scale.onCpu({ min: 2, ... })`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/recommended-configurations-for-high-reliability',
  look: pods((pod, picture) => {
    if (pod.owner.kind !== 'Deployment' || servicesOf(pod, picture).length === 0) {
      return NOTHING;
    }
    const least = leastReplicas(pod.owner, picture);
    return when(
      least === 1 && !isBesideOthers(pod, picture),
      {
        en: `${pod.called} is behind a Service and may have one Pod`,
        zh: `${pod.called} 位于 Service 之后但可能只有一个 Pod`,
      },
      least,
    );
  }),
};
