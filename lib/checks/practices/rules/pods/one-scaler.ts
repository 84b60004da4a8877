import { scalersOf } from '../../neighbours';
import { called, type PlacedObject } from '../../objects';
import type { Data } from '../../pods';
import { isGiven } from '../../reading';
import { NOTHING, found, objects, type Practice } from '../../practice';

/** Whether Terraform leaves the number as it finds it. */
function ignores({ element }: PlacedObject): boolean {
  const { ignore_changes: ignored } = (element.attributes.lifecycle ?? {}) as Data;
  return ignored === 'all' || ([ignored ?? []].flat() as unknown[]).some((one) => /replicas|^spec$/.test(String(one)));
}

export const oneScaler: Practice = {
  id: 'one-scaler',
  severity: 'error',
  sandbox: true,
  title: { en: 'One owner of the number of Pods', zh: '副本数只有一个管理者' },
  reason: {
    en: 'Terraform sets `replicas` back at every apply while an autoscaler moves it: an apply in rush hour takes the Pods away.',
    zh: '自动伸缩在调整 `replicas`，而 Terraform 每次 apply 又把它改回去：高峰期的一次 apply 会直接撤掉 Pod。',
  },
  fix: {
    en: 'leave `replicas` out where an autoscaler has the workload, or list `spec[0].replicas` under `ignore_changes`',
    zh: '有自动伸缩时不写 `replicas`，或在 `ignore_changes` 中列出 `spec[0].replicas`',
  },
  source:
    'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  look: objects(['Deployment', 'StatefulSet'], (owner, picture) => {
    const { replicas } = (owner.object.spec ?? {}) as Data;
    if (!isGiven(replicas) || ignores(owner)) {
      return NOTHING;
    }
    return scalersOf(owner, picture).flatMap((scaler) =>
      found(
        {
          en: `${called(owner)} has replicas ${replicas}, which ${called(scaler)} moves`,
          zh: `${called(owner)} 写有 replicas ${replicas}，而 ${called(scaler)} 也在调整它`,
        },
        replicas,
      ),
    );
  }),
};
