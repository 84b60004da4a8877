import type { Element } from '../../element';
import { NODE_POOL, poolsOfCluster } from '../../node-pools';
import { numberIn } from '../../reading';
import { resources, when, type Practice } from '../../practice';

const SPOT: ReadonlySet<unknown> = new Set(['SpotAsPriceGo', 'SpotWithPriceLimit']);

/** Whether no node of a pool stays when spot instances are taken back. */
function isSpotOnly({ attributes }: Element): boolean {
  const { spot_strategy: strategy, on_demand_base_capacity: base } = attributes;
  const { on_demand_percentage_above_base_capacity: above } = attributes;
  return SPOT.has(strategy) && !((numberIn(base) ?? 0) > 0 || (numberIn(above) ?? 0) > 0);
}

export const spotWithOthers: Practice = {
  id: 'spot-with-others',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Not all nodes are spot instances', zh: '节点不全是抢占式实例' },
  reason: {
    en: 'Spot instances are taken back together when the zone is short, and then there is no node left.',
    zh: '库存紧张时抢占式实例会被同时回收，届时一个节点都不剩。',
  },
  fix: {
    en: 'write `on_demand_base_capacity`, or add a pool of pay-as-you-go nodes (`Billing.mixed(...)`)',
    zh: '写 `on_demand_base_capacity`，或增加按量付费的节点池（本库用 `Billing.mixed(...)`）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/best-practices-for-preemptible-instance-based-node-pools',
  look: resources([NODE_POOL], (pool, picture) =>
    when(
      poolsOfCluster(pool, picture).every(isSpotOnly),
      { en: 'every node of the cluster is a spot instance', zh: '集群的所有节点都是抢占式实例' },
      pool.attributes.spot_strategy,
    ),
  ),
};
