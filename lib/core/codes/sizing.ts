import type { Meanings } from './meaning';

/** Codes about sizes of nodes and of the autoscaler. */
export const SIZING_CODES = {
  'sizing-pod-too-big': {
    en: 'A Pod that no node of the chosen families has room for',
    zh: '所选规格族中没有节点能容纳该 Pod',
  },
  'sizing-family-unknown': { en: 'An ECS family without known figures', zh: '未收录的 ECS 实例规格族' },
  'sizing-pool-too-large': { en: 'Workloads that need more nodes than a pool has', zh: '所需节点数超过节点池上限' },
  'sizing-single-replica': {
    en: 'Warning: a workload with one replica on nodes that survive a loss',
    zh: '警告：节点可容忍故障，但工作负载只有一个副本',
  },
  'autoscaler-invalid': { en: 'A setting of the autoscaler that ACK refuses', zh: '节点自动伸缩参数不合法' },
  'autoscaler-version': {
    en: 'Instant scaling on a Kubernetes version below 1.24',
    zh: 'Kubernetes 1.24 以下版本不支持节点即时弹性',
  },
} as const satisfies Meanings;
