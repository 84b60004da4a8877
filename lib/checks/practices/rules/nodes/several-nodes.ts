import { mostNodes, NODE_POOL } from '../../node-pools';
import { resources, when, type Practice } from '../../practice';

export const severalNodes: Practice = {
  id: 'several-nodes',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Pools have more than one node', zh: '节点池不止一个节点' },
  reason: {
    en: 'What needs the only node of a pool is down whenever that node is drained, repaired or lost.',
    zh: '依赖池中唯一节点的应用，在该节点排空、修复或故障时就会中断。',
  },
  fix: { en: 'write a size of at least 2', zh: '节点数至少为 2' },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/cluster-high-availability-architecture-recommend-configuration',
  look: resources([NODE_POOL], (pool) => {
    const most = mostNodes(pool);
    return when(most === 1, { en: 'the pool has one node at most', zh: '节点池最多一个节点' }, most);
  }),
};
