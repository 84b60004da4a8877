import { text } from '../cty/value';
import type { Rule } from './rule';

/** The reclaim policy of a class stays: the provider plans a change, sends nothing, and plans it again next time. */
export const kubeStorageClass: Rule = {
  name: 'kube-storage-class',
  source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#reclaim-policy',
  types: ['kubernetes_storage_class', 'kubernetes_storage_class_v1'],
  on: ['update'],
  check({ prior, values }) {
    const [before, after] = [prior?.reclaim_policy, values.reclaim_policy].map((one) => text(one) ?? 'Delete');
    return before === after
      ? []
      : [
          {
            what: `reclaimPolicy stays "${before}": the provider does not send "${after}", and would plan it for ever`,
            fix: 'make a class of another name, or replace this one (terraform apply -replace=...)',
            path: ['reclaim_policy'],
          },
        ];
  },
};
