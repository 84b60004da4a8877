import type { Meanings } from './meaning';

/** Codes about workload stacks, namespaces, charts and manifests. */
export const DELIVERY_CODES = {
  'no-workload-stack': {
    en: 'An object inside a cluster that is in no WorkloadStack',
    zh: '集群内对象不在 WorkloadStack 之内',
  },
  'no-namespace': { en: 'An object that needs a Namespace and is in none', zh: '对象不在任何 Namespace 之内' },
  'kubernetes-name': { en: 'A name that Kubernetes refuses', zh: 'Kubernetes 名称不合法' },
} as const satisfies Meanings;
