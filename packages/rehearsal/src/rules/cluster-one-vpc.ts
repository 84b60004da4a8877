import { text } from '../cty/value';
import { CLUSTER_TYPES, vswitchesOf } from './look';
import type { Rule } from './rule';

/** All vSwitches of a cluster, for nodes and for pods, are of one VPC. */
export const clusterOneVpc: Rule = {
  name: 'cluster-one-vpc',
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/developer-reference/api-cs-2015-12-15-createcluster (vswitch_ids, pod_vswitch_ids)',
  types: [...CLUSTER_TYPES, 'alicloud_cs_kubernetes_node_pool'],
  on: ['create', 'update'],
  check({ type, values }, cloud) {
    const cluster = type.endsWith('node_pool')
      ? cloud.all(...CLUSTER_TYPES).find(({ id }) => id === values.cluster_id)?.values
      : undefined;
    const vpcs = new Map<string, string>();
    for (const id of [...(cluster ? vswitchesOf(cluster) : []), ...vswitchesOf(values)]) {
      const vpc = text(cloud.get('alicloud_vswitch', id)?.values.vpc_id);
      if (vpc !== undefined && !vpcs.has(vpc)) {
        vpcs.set(vpc, id);
      }
    }
    const stray = [...vpcs].map(([vpc, id]) => `${id} of ${vpc}`).join(', ');
    return vpcs.size > 1
      ? [{ what: `vSwitches of different VPCs: ${stray}`, fix: 'take the vSwitches of one VPC', path: ['vswitch_ids'] }]
      : [];
  },
};
