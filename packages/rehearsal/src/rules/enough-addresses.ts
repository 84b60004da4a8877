import type { CloudView } from '../cloud/cloud';
import { number, type Obj } from '../cty/value';
import { blocks, vswitchesOf } from './look';
import { rangeOf, usable } from './ranges';
import type { Rule } from './rule';

/** Nodes that a pool may grow to. */
export function nodesOf(values: Obj): number {
  const scaling = blocks(values.scaling_config)[0];
  const most = scaling && scaling.enable !== false ? number(scaling.max_size) : undefined;
  return Math.max(most ?? 0, number(values.desired_size) ?? 0, number(values.node_count) ?? 0);
}

const addresses = (cloud: CloudView, ids: readonly string[]): number | undefined => {
  const ranges = ids.map((id) => rangeOf(cloud.get('alicloud_vswitch', id)?.values.cidr_block));
  return ranges.every((range) => range !== undefined)
    ? ranges.reduce((sum, range) => sum + usable(range!), 0)
    : undefined;
};

/** The vSwitches of a pool hold an address for every node it may grow to, next to those of other pools on them. */
export const enoughAddresses: Rule = {
  name: 'enough-addresses',
  source: 'https://www.alibabacloud.com/help/en/vpc/user-guide/create-and-manage-a-vswitch (reserved addresses)',
  types: ['alicloud_cs_kubernetes_node_pool'],
  on: ['create', 'update'],
  check({ values }, cloud) {
    const ids = vswitchesOf(values);
    const free = addresses(cloud, ids);
    if (ids.length === 0 || free === undefined) {
      return [];
    }
    const others = cloud
      .all('alicloud_cs_kubernetes_node_pool')
      .filter((pool) => pool.id !== values.id && vswitchesOf(pool.values).length > 0)
      .filter((pool) => vswitchesOf(pool.values).every((id) => ids.includes(id)));
    const need = nodesOf(values) + others.reduce((sum, pool) => sum + nodesOf(pool.values), 0);
    return need > free
      ? [
          {
            what: `${need} nodes on vSwitches with ${free} addresses`,
            fix: 'use larger vSwitches or a smaller pool',
            path: ['vswitch_ids'],
          },
        ]
      : [];
  },
};
