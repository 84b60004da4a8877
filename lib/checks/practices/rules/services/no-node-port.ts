import { called } from '../../objects';
import { objects, when, type Practice } from '../../practice';

export const noNodePort: Practice = {
  id: 'no-node-port',
  severity: 'error',
  sandbox: true,
  title: { en: 'No NodePort Services', zh: '不使用 NodePort 类型的 Service' },
  reason: {
    en: 'A NodePort is open on every node, past the balancer with its health checks and access lists, and ECI Pods have no node to be reached by.',
    zh: 'NodePort 会在每个节点上开放端口，绕过带健康检查和访问控制的负载均衡；ECI 上的 Pod 也没有节点可达。',
  },
  fix: {
    en: 'use ClusterIP behind an Ingress, or LoadBalancer (`expose` of the library)',
    zh: '改用 Ingress 后的 ClusterIP，或 LoadBalancer（本库的 `expose`）',
  },
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  look: objects(['Service'], (service) =>
    when(
      service.object.spec?.type === 'NodePort',
      { en: `${called(service)} is of type NodePort`, zh: `${called(service)} 是 NodePort 类型` },
      'NodePort',
    ),
  ),
};
