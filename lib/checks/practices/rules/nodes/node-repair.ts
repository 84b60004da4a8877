import { NODE_POOL } from '../../node-pools';
import { block, isLater, isNotYes, isYes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const nodeRepair: Practice = {
  id: 'node-repair',
  severity: 'note',
  sandbox: true,
  title: { en: 'Nodes are repaired without anybody', zh: '节点自动修复' },
  reason: {
    en: 'A node that is not ready keeps its Pods waiting until somebody looks.',
    zh: '节点不可用时，其上的 Pod 会一直等到有人来处理。',
  },
  fix: {
    en: 'write `management { enable = true, auto_repair = true }` (pools of the library do)',
    zh: '写 `management { enable = true, auto_repair = true }`（本库的节点池默认如此）',
  },
  source: 'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/managed-node-pools',
  look: resources([NODE_POOL], ({ attributes }) => {
    const management = block(attributes, 'management');
    return when(
      management !== undefined &&
        (!isYes(management.enable) || isNotYes(management.auto_repair)) &&
        !isLater(management.enable),
      { en: 'broken nodes wait for somebody', zh: '故障节点不会自动修复' },
    );
  }),
};
