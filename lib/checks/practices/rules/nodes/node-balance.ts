import { NODE_POOL } from '../../node-pools';
import { isGiven } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const nodeBalance: Practice = {
  id: 'node-balance',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Nodes are spread evenly over the zones', zh: '节点均匀分布在各可用区' },
  reason: {
    en: 'The default `PRIORITY` fills the first vSwitch’s zone before it looks at the next, so all nodes may be in one.',
    zh: '默认的 `PRIORITY` 会先填满第一个 vSwitch 的可用区，所有节点可能集中在一个区。',
  },
  fix: {
    en: 'write `multi_az_policy: "BALANCE"` (pools of the library do)',
    zh: '写 `multi_az_policy: "BALANCE"`（本库的节点池默认如此）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/cluster-high-availability-architecture-recommend-configuration',
  look: resources([NODE_POOL], ({ attributes: { vswitch_ids: vswitches, multi_az_policy: policy } }) =>
    when(
      Array.isArray(vswitches) && vswitches.length > 1 && (!isGiven(policy) || policy === 'PRIORITY'),
      {
        en: 'nodes go to the zone of the first vSwitch as long as it has any',
        zh: '节点会优先集中在第一个 vSwitch 的可用区',
      },
      policy,
    ),
  ),
};
