import type { Meanings } from './meaning';

/** Codes about workloads and their Pods. */
export const WORKLOAD_CODES = {
  'quantity-invalid': { en: 'Text that is not a Kubernetes quantity', zh: '不是合法的 Kubernetes 资源数量' },
  'pod-conflict': {
    en: 'Two values for one name in the Pods of a workload',
    zh: '同一工作负载的 Pod 中名称重复且取值不同',
  },
} as const satisfies Meanings;
