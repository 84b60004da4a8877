import type { Element } from '../../element';
import { leastReplicas } from '../../neighbours';
import { isReplicated } from '../../pods';
import { isGiven, isLater } from '../../reading';
import { pods, when, type Practice } from '../../practice';

/** Where every Pod has a machine of its own, there are no nodes to go to. */
function isServerless(cluster: Element | undefined): boolean {
  return (
    cluster !== undefined &&
    (cluster.type === 'alicloud_cs_serverless_kubernetes' ||
      ['Serverless', 'Acs'].includes(String(cluster.attributes.profile)))
  );
}

export const spread: Practice = {
  id: 'spread',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Replicas are spread over nodes and zones', zh: '副本分散到不同节点与可用区' },
  reason: {
    en: 'Two Pods on one node are one Pod when the node goes.',
    zh: '两个 Pod 落在同一节点上，节点故障时等于一个也没有。',
  },
  fix: {
    en: 'write `topology_spread_constraint` over `topology.kubernetes.io/zone`, or `pod_anti_affinity` over the host name (workloads of the library have both)',
    zh: '配置按 `topology.kubernetes.io/zone` 的 `topology_spread_constraint`，或按主机名的 `pod_anti_affinity`（本库的工作负载默认两者都有）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/cluster-high-availability-architecture-recommend-configuration',
  look: pods((pod, picture) => {
    const { topologySpreadConstraints, affinity } = pod.spec;
    const least = isReplicated(pod) ? leastReplicas(pod.owner, picture) : undefined;
    return when(
      least !== undefined &&
        least > 1 &&
        !isServerless(picture.clusterOf(pod.owner)) &&
        !isGiven(topologySpreadConstraints) &&
        !isLater(affinity) &&
        !isGiven(affinity?.podAntiAffinity),
      {
        en: `${pod.called} does not say that its Pods go to different nodes`,
        zh: `${pod.called} 未声明将 Pod 分散到不同节点`,
      },
    );
  }),
};
