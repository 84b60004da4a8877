import { isGiven } from '../../reading';
import { zonesOf } from '../../zones';
import { resources, when, type Practice } from '../../practice';

export const clusterZones: Practice = {
  id: 'cluster-zones',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Clusters are in several zones', zh: '集群跨多个可用区' },
  reason: {
    en: 'The control plane stands where the vSwitches are: with one zone it goes when the zone goes.',
    zh: '控制面分布在 vSwitch 所在的可用区：只有一个可用区时，该区故障控制面也随之不可用。',
  },
  fix: {
    en: 'name vSwitches of at least two zones, better three (`zones` of a Network)',
    zh: '指定至少两个、最好三个可用区的 vSwitch（本库 Network 的 `zones`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/cluster-high-availability-architecture-recommend-configuration',
  look: resources(
    ['alicloud_cs_managed_kubernetes', 'alicloud_cs_kubernetes', 'alicloud_cs_serverless_kubernetes'],
    (cluster, picture) => {
      const attribute = ['vswitch_ids', 'master_vswitch_ids', 'worker_vswitch_ids'].find((name) =>
        isGiven(cluster.attributes[name]),
      );
      const zones = attribute === undefined ? undefined : zonesOf(picture, cluster, attribute);
      return when(zones === 1, { en: 'the cluster is in one zone', zh: '集群只在一个可用区' }, zones);
    },
  ),
};
