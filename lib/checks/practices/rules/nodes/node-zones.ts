import { NODE_POOL, poolsOfCluster } from '../../node-pools';
import { zonesTogether } from '../../zones';
import { resources, when, type Practice } from '../../practice';

export const nodeZones: Practice = {
  id: 'node-zones',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Nodes are in several zones', zh: '节点跨多个可用区' },
  reason: {
    en: 'With all nodes in one zone, the zone is the whole application.',
    zh: '所有节点在同一可用区时，该区故障即整个应用中断。',
  },
  fix: {
    en: 'give the pool a vSwitch in each of two or three zones, or make a pool per zone',
    zh: '为节点池在两到三个可用区各配置一个 vSwitch，或每个可用区一个节点池',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/cluster-high-availability-architecture-recommend-configuration',
  look: resources([NODE_POOL], (pool, picture) =>
    when(
      zonesTogether(picture, poolsOfCluster(pool, picture), 'vswitch_ids') === 1,
      { en: 'all nodes of the cluster are in one zone', zh: '集群的所有节点都在同一可用区' },
      1,
    ),
  ),
};
