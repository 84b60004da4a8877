import { isList, isObj, type Value } from '../cty/value';
import type { Rule } from './rule';

/** What takes addresses of a vSwitch. */
const TENANTS = [
  'alicloud_nat_gateway',
  'alicloud_cs_managed_kubernetes',
  'alicloud_cs_kubernetes',
  'alicloud_cs_serverless_kubernetes',
  'alicloud_cs_kubernetes_node_pool',
  'alicloud_db_instance',
  'alicloud_kvstore_instance',
  'alicloud_nas_mount_target',
  'alicloud_slb_load_balancer',
  'alicloud_nlb_load_balancer',
  'alicloud_alb_load_balancer',
  'alicloud_instance',
];

const mentions = (value: Value, id: string): boolean =>
  typeof value === 'string'
    ? value === id || value.split(',').includes(id)
    : isList(value)
      ? value.some((one) => mentions(one, id))
      : isObj(value) && Object.values(value).some((one) => mentions(one, id));

/** A vSwitch with tenants cannot be deleted. */
export const vswitchStillInUse: Rule = {
  name: 'vswitch-still-in-use',
  source:
    'https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevswitch (DependencyViolation)',
  types: ['alicloud_vswitch'],
  on: ['delete'],
  check({ values }, cloud) {
    const id = String(values.id);
    return cloud
      .all(...TENANTS)
      .filter((thing) => mentions(thing.values, id))
      .map((thing) => ({
        what: `DependencyViolation: ${id} still holds ${thing.type.replace('alicloud_', '')} ${thing.id}`,
        fix: 'delete its tenants first; reference the vSwitch by its id so that Terraform knows the order',
      }));
  },
};
