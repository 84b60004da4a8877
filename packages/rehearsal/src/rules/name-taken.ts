import { text } from '../cty/value';
import type { Rule } from './rule';

/** What creating again only sets again: settings of something that exists, and what the provider takes over by itself. */
const SET_AGAIN = new Set(
  [
    ...['ack_service', 'arms_prometheus', 'cs_autoscaling_config', 'cs_kubernetes_addon', 'cs_kubernetes_permissions'],
    ...['db_account_privilege', 'db_backup_policy', 'pvtz_zone_attachment', 'vpc_peer_connection_accepter'],
    ...['oss_bucket_acl', 'oss_bucket_cors', 'oss_bucket_https_config', 'oss_bucket_logging', 'oss_bucket_policy'],
    ...['oss_bucket_public_access_block', 'oss_bucket_referer', 'oss_bucket_request_payment'],
    ...['oss_bucket_server_side_encryption', 'oss_bucket_transfer_acceleration', 'oss_bucket_versioning'],
    ...['oss_bucket_website', 'oss_bucket_access_monitor'],
  ].map((name) => `alicloud_${name}`),
);

/** Whether creating it where it exists changes nothing, so that nobody has to import it. */
export const isSetAgain = (type: string): boolean => SET_AGAIN.has(type);

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
