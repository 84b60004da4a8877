import { isGiven, type Attributes } from '../../reading';
import { resources, when, type Practice } from '../../practice';

/** RDS: the Basic edition has no standby; others have one where a second zone, or a second vSwitch, says so. */
function isInOne({ category, zone_id: zone, zone_id_slave_a: second, vswitch_id: vswitch }: Attributes): boolean {
  if (category === 'Basic' || category === 'serverless_basic' || (isGiven(second) && second === zone)) {
    return true;
  }
  return !isGiven(second) && !/,/.test(String(vswitch)) && !/MAZ/.test(String(zone));
}

export const databaseZones: Practice = {
  id: 'database-zones',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Databases have a standby in another zone', zh: '数据库在另一可用区有备节点' },
  reason: {
    en: 'A database in one zone is down with the zone, and everything that needs it.',
    zh: '单可用区数据库会随该区一起中断，连带所有依赖它的业务。',
  },
  fix: {
    en: 'name a second zone: `zone_id_slave_a`, for Redis and MongoDB `secondary_zone_id` (`DatabaseZones.two()`, the default)',
    zh: '指定第二个可用区：RDS 用 `zone_id_slave_a`，Redis、MongoDB 用 `secondary_zone_id`（本库默认 `DatabaseZones.two()`）',
  },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/rds-multi-az-support',
  look: resources(
    ['alicloud_db_instance', 'alicloud_kvstore_instance', 'alicloud_redis_tair_instance', 'alicloud_mongodb_instance'],
    ({ type, attributes }) => {
      const one = type === 'alicloud_db_instance' ? isInOne(attributes) : !isGiven(attributes.secondary_zone_id);
      return when(one, { en: `${type} has no standby in another zone`, zh: `${type} 在其他可用区没有备节点` });
    },
  ),
};
