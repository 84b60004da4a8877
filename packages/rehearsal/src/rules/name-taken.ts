import { text } from '../cty/value';
import type { Rule } from './rule';

/** What creating again only sets again: settings of something that exists, and what the provider takes over by itself. */
const SET_AGAIN = [
  'alicloud_arms_prometheus',
  'alicloud_cs_autoscaling_config',
  'alicloud_cs_kubernetes_addon',
  'alicloud_cs_kubernetes_permissions',
  'alicloud_db_account_privilege',
  'alicloud_db_backup_policy',
  'alicloud_oss_bucket_',
  'alicloud_pvtz_zone_attachment',
  'alicloud_resource_manager_service_linked_role',
  'alicloud_ack_service',
  'alicloud_vpc_peer_connection_accepter',
];

/** Whether creating it where it exists changes nothing, so that nobody has to import it. */
export const isSetAgain = (type: string): boolean =>
  type.startsWith('alicloud_') && SET_AGAIN.some((one) => type === one || (one.endsWith('_') && type.startsWith(one)));

/** Things whose id is made of names and of ids of others exist once. */
export const nameTaken: Rule = {
  name: 'name-taken',
  source:
    'https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createrole (EntityAlreadyExists, and its like in every product)',
  types: ['alicloud_*', 'helm_release'],
  on: ['create'],
  check({ type, taken, values }) {
    return taken && !isSetAgain(type)
      ? [
          {
            what: `EntityAlreadyExists: ${type.replace('alicloud_', '')} "${text(values.id)}" is there already`,
            fix: 'import it if it is yours, or give this one another name',
          },
        ]
      : [];
  },
};
