import { NODE_POOL } from '../../node-pools';
import { isGiven, isLater } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const instanceTypes: Practice = {
  id: 'instance-types',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Pools know several instance types', zh: '节点池配置多种实例规格' },
  reason: {
    en: 'When the one type is sold out in a zone, the pool does not grow and lost nodes do not come back.',
    zh: '唯一的规格在某可用区售罄时，节点池无法扩容，故障节点也补不回来。',
  },
  fix: { en: 'name two or more types of one size from several families', zh: '列出两种以上、同规格不同规格族的实例' },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/cluster-high-availability-architecture-recommend-configuration',
  look: resources([NODE_POOL], ({ attributes: { instance_types: types, instance_patterns: patterns } }) =>
    when(
      Array.isArray(types) && types.length === 1 && !isLater(types[0]) && !isGiven(patterns),
      {
        en: `the pool can only be of ${String([types].flat()[0])}`,
        zh: `节点池只有一种规格：${String([types].flat()[0])}`,
      },
      types,
    ),
  ),
};
