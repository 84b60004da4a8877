import type { EndpointData } from '../core/cluster';
import type { Resolved } from '../core/defaults';
import type { DedicatedClusterProps } from './dedicated-cluster-props';
import { Endpoint } from './endpoint';
import type { MasterCount } from './masters';

/** What a dedicated cluster is when a prop is left out. */
export const DEDICATED_CLUSTER_DEFAULTS = Object.freeze({
  masters: 3 as MasterCount,
  endpoint: Endpoint.private() as EndpointData,
});

/** The props of a dedicated cluster with its defaults laid under them. */
export type ResolvedDedicatedCluster = Readonly<Resolved<DedicatedClusterProps, typeof DEDICATED_CLUSTER_DEFAULTS>>;

/**
 * What the provider would replace a dedicated cluster for, or reads at creation only. Nothing of it is compared: ACK
 * deletes such a cluster and makes no new one, so a replacement could only lose it. Not `name_prefix` and
 * `load_balancer_spec`: nothing is compared there, and naming a deprecated attribute puts a warning into every plan.
 */
export const DECIDED_ONCE: readonly string[] = Object.freeze([
  'addons',
  'api_audiences',
  'cluster_domain',
  'custom_san',
  'image_id',
  'install_cloud_monitor',
  'is_enterprise_security_group',
  'key_name',
  'kms_encrypted_password',
  'kms_encryption_context',
  'master_auto_renew',
  'master_auto_renew_period',
  'master_disk_category',
  'master_disk_performance_level',
  'master_disk_size',
  'master_disk_snapshot_policy_id',
  'master_instance_charge_type',
  'master_instance_types',
  'master_period',
  'master_period_unit',
  'master_vswitch_ids',
  'new_nat_gateway',
  'node_cidr_mask',
  'node_name_mode',
  'os_type',
  'platform',
  'pod_cidr',
  'pod_vswitch_ids',
  'proxy_mode',
  'runtime',
  'security_group_id',
  'service_account_issuer',
  'service_cidr',
  'slb_internet_enabled',
  'timezone',
  'user_ca',
]);
