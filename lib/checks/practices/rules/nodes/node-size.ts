import { NODE_POOL, tooLittle } from '../../node-pools';
import { texts } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const nodeSize: Practice = {
  id: 'node-size',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Nodes have at least 4 vCPU', zh: '节点至少 4 vCPU' },
  reason: {
    en: 'A small node keeps most of itself for the system and has room for few Pods’ addresses; ACK supports neither fewer than 4 vCPU nor burstable types.',
    zh: '小规格节点大部分资源留给系统，可容纳的 Pod 地址也少；ACK 不支持少于 4 vCPU 的规格与突发性能型规格。',
  },
  fix: {
    en: 'choose types of `xlarge` and above (`planNodes` proposes some)',
    zh: '选择 `xlarge` 及以上规格（可用 `planNodes` 规划）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/select-ecs-instances-to-create-the-master-and-worker-nodes-of-an-ack-cluster',
  look: resources([NODE_POOL], ({ attributes: { instance_types: types } }) =>
    texts(types ?? []).flatMap((type) => {
      const why = tooLittle(type);
      return when(
        why !== undefined,
        why === 'burstable'
          ? { en: `${type} is burstable: its performance is not steady`, zh: `${type} 是突发性能型，性能不稳定` }
          : { en: `${type} has fewer than 4 vCPU`, zh: `${type} 少于 4 vCPU` },
        type,
      );
    }),
  ),
};
