import { text } from '../cty/value';
import type { Asked } from './asked';

/**
 * How ids of alicloud resources look. `{name}` is another attribute (`{a|b}` the first that is given), `*` letters and
 * digits, `#` hex digits, `9` digits; each followed by its count.
 */
export const ID_SHAPES: Readonly<Record<string, string>> = Object.freeze({
  vpc: 'vpc-*21',
  vswitch: 'vsw-*21',
  security_group: 'sg-*20',
  security_group_rule:
    '{security_group_id}:{type}:{ip_protocol}:{port_range}:{nic_type}:{cidr_ip|source_security_group_id|ipv6_cidr_ip|prefix_list_id}:{policy}:{priority}',
  nat_gateway: 'ngw-*21',
  eip_address: 'eip-*21',
  eip: 'eip-*21',
  eip_association: '{allocation_id}:{instance_id}',
  snat_entry: '{snat_table_id}:{snat_entry_id}',
  forward_entry: '{forward_table_id}:{forward_entry_id}',
  route_table: 'vtb-*21',
  route_table_attachment: '{route_table_id}:{vswitch_id}',
  route_entry: '{route_table_id}:{router_id}:{destination_cidrblock}:{nexthop_type}:{nexthop_id}',
  vpc_ipv4_cidr_block: '{vpc_id}:{secondary_cidr_block}',
  vpc_peer_connection: 'pcc-*18',
  vpc_peer_connection_accepter: '{instance_id}',
  vpc_ipv6_gateway: 'ipv6gw-*18',
  vpc_flow_log: 'fl-*21',
  network_acl: 'nacl-*21',
  common_bandwidth_package: 'cbwp-*21',
  common_bandwidth_package_attachment: '{bandwidth_package_id}:{instance_id}',
  vpn_gateway: 'vpn-*21',
  vpn_customer_gateway: 'cgw-*21',
  vpn_connection: 'vco-*21',
  cen_instance: 'cen-*18',
  cen_transit_router: '{cen_id}:{transit_router_id}',
  cen_transit_router_vpc_attachment: '{cen_id|transit_router_id}:{transit_router_attachment_id}',
  cs_kubernetes: 'c5eed#28',
  cs_managed_kubernetes: 'c5eed#28',
  cs_serverless_kubernetes: 'c5eed#28',
  cs_edge_kubernetes: 'c5eed#28',
  service_mesh_service_mesh: 'c5eed#28',
  cs_kubernetes_node_pool: '{cluster_id}:{node_pool_id}',
  cs_kubernetes_addon: '{cluster_id}:{name}',
  cs_autoscaling_config: '{cluster_id}',
  cs_kubernetes_permissions: '{uid}',
  cs_kubernetes_policy_instance: '{cluster_id}:{policy_name}:{instance_name}',
  instance: 'i-*20',
  ecs_instance: 'i-*20',
  disk: 'd-*20',
  ecs_disk: 'd-*20',
  ecs_snapshot: 's-*20',
  ecs_auto_snapshot_policy: 'sp-*20',
  ecs_network_interface: 'eni-*20',
  ecs_launch_template: 'lt-*20',
  ecs_deployment_set: 'ds-*20',
  ecs_key_pair: '{key_pair_name}',
  ecs_prefix_list: 'pl-*20',
  image: 'm-*20',
  ess_scaling_group: 'asg-*20',
  ess_scaling_configuration: 'asc-*20',
  db_instance: 'rm-*17',
  db_readonly_instance: 'rr-*17',
  db_database: '{instance_id}:{data_base_name|name}',
  db_account: '{db_instance_id|instance_id}:{account_name|name}',
  rds_account: '{db_instance_id}:{account_name|name}',
  db_account_privilege: '{instance_id}:{account_name}:{privilege}',
  db_connection: '{instance_id}:{connection_prefix}',
  db_backup_policy: '{instance_id}',
  rds_db_proxy: '{instance_id}',
  polardb_cluster: 'pc-*17',
  polardb_database: '{db_cluster_id}:{db_name}',
  polardb_account: '{db_cluster_id}:{account_name}',
  kvstore_instance: 'r-*18',
  kvstore_account: '{instance_id}:{account_name}',
  redis_tair_instance: 'tair-*17',
  mongodb_instance: 'dds-*16',
  elasticsearch_instance: 'es-cn-*17',
  slb: 'lb-*21',
  slb_load_balancer: 'lb-*21',
  slb_listener: '{load_balancer_id}:{protocol}:{frontend_port}',
  slb_acl: 'acl-*18',
  slb_acl_entry_attachment: '{acl_id}:{entry}',
  slb_server_group: 'rsp-*16',
  alb_load_balancer: 'alb-*18',
  alb_listener: 'lsn-*18',
  alb_rule: 'rule-*18',
  alb_acl: 'acl-*18',
  alb_server_group: 'sgp-*18',
  nlb_load_balancer: 'nlb-*18',
  nlb_listener: 'lsn-*18@{listener_port}',
  nlb_server_group: 'sgp-*18',
  nas_file_system: '#10',
  nas_mount_target: '{file_system_id}:{mount_target_domain}',
  nas_lifecycle_policy: '{file_system_id}:{lifecycle_policy_name}',
  hbr_vault: 'v-*18',
  hbr_policy: 'po-*18',
  hbr_policy_binding: '{policy_id}:{source_type}:{data_source_id}',
  nas_access_group: '{access_group_name|name}:{file_system_type}',
  nas_access_rule: '{access_group_name}:{access_rule_id}:{file_system_type}',
  oss_bucket: '{bucket}',
  oss_bucket_access_monitor: '{bucket}',
  oss_bucket_acl: '{bucket}',
  oss_bucket_cors: '{bucket}',
  oss_bucket_https_config: '{bucket}',
  oss_bucket_logging: '{bucket}',
  oss_bucket_policy: '{bucket}',
  oss_bucket_public_access_block: '{bucket}',
  oss_bucket_referer: '{bucket}',
  oss_bucket_request_payment: '{bucket}',
  oss_bucket_server_side_encryption: '{bucket}',
  oss_bucket_transfer_acceleration: '{bucket}',
  oss_bucket_versioning: '{bucket}',
  oss_bucket_website: '{bucket}',
  log_project: '{project_name|name}',
  log_store: '{project_name|project}:{logstore_name|name}',
  log_store_index: '{project}:{logstore}',
  log_machine_group: '{project}:{name}',
  kms_key: 'key-*22',
  kms_alias: '{alias_name}',
  kms_secret: '{secret_name}',
  kms_instance: 'kst-*22',
  ram_role: '{role_name|name}',
  ram_policy: '{policy_name|name}',
  ram_role_policy_attachment: 'role:{policy_name}:{policy_type}:{role_name}',
  ram_user: '916',
  pvtz_zone: '#32',
  pvtz_zone_attachment: '{zone_id}',
  pvtz_zone_record: '{record_id}:{zone_id}',
  cr_ee_instance: 'cri-*16',
  cr_namespace: '{name}',
  cr_repo: '{namespace}/{name}',
  cr_ee_namespace: '{instance_id}:{name}',
  cr_ee_repo: '{instance_id}:{namespace}:{name}',
  cr_vpc_endpoint_linked_vpc: '{instance_id}:{vpc_id}:{vswitch_id}:{module_name}',
  cr_endpoint_acl_policy: '{instance_id}:{endpoint_type}:{entry}',
  eci_container_group: 'eci-*20',
  eci_virtual_node: 'vnd-*20',
  eci_image_cache: 'imc-*20',
  resource_manager_resource_group: 'rg-*15',
  resource_manager_service_linked_role: '{service_name}:{role_name}',
  arms_prometheus: '{cluster_id}',
  ga_accelerator: 'ga-*21',
  bastionhost_instance: 'bastionhost-cn-*11',
  alidns_domain: '{domain_name}',
  alidns_record: '918',
  slb_server_certificate: '916_*13',
  ssl_certificates_service_certificate: '98',
  cms_alarm: '{name}',
  cms_alarm_contact: '{alarm_contact_name}',
  cms_alarm_contact_group: '{alarm_contact_group_name}',
  arms_alert_contact: '96',
  arms_alert_contact_group: '96',
  arms_alert_robot: '96',
  arms_dispatch_rule: '96',
  arms_prometheus_alert_rule: '{cluster_id}:96',
  arms_grafana_workspace: 'grafana-cn-*11',
  vpc_gateway_endpoint: 'vpce-*20',
  privatelink_vpc_endpoint: 'ep-*20',
  havip: 'havip-*21',
});

/** Ids that appear as attributes of other resources, by attribute name. */
export const ATTRIBUTE_ID_SHAPES: Readonly<Record<string, string>> = Object.freeze({
  ...Object.fromEntries(
    Object.entries(ID_SHAPES).flatMap(([type, form]) => (form.includes('{') ? [] : [[`${type}_id`, form]])),
  ),
  instance_id: 'i-*20',
  cluster_id: 'c5eed#28',
  node_pool_id: 'np#32',
  scaling_group_id: 'asg-*20',
  snat_table_ids: 'stb-*21',
  forward_table_ids: 'ftb-*21',
  snat_entry_id: 'snat-*20',
  forward_entry_id: 'fwd-*20',
  router_id: 'vrt-*21',
  router_table_id: 'vtb-*21',
  allocation_id: 'eip-*21',
  transit_router_id: 'tr-*21',
  transit_router_attachment_id: 'tr-attach-*18',
  load_balancer_id: 'lb-*21',
  slb_id: 'lb-*21',
  worker_instance_id: 'i-*20',
  primary_eni_id: 'eni-*20',
  network_interface_id: 'eni-*20',
  resource_group_id: 'rg-*15',
  security_group_ids: 'sg-*20',
  vswitch_ids: 'vsw-*21',
  vpc_ids: 'vpc-*21',
  ecs_disk_id: 'd-*20',
  kms_key_id: 'key-*22',
  record_id: '918',
});

/**
 * Whether a cluster is one that a rehearsal made, by the form of its id: others exist elsewhere, and nothing is known of
 * them.
 */
export const isSimulatedCluster = (id: unknown): boolean => typeof id === 'string' && /^c5eed[0-9a-f]{28}$/.test(id);

/** Writes an id of the given form. */
export function writeId(form: string, asked: Pick<Asked, 'seed' | 'get'>): string {
  let at = 0;
  return form.replace(/\{([^}]+)\}|([*#9])(\d+)/g, (_, names: string | undefined, sign: string, count: string) => {
    if (names !== undefined) {
      const given = names.split('|').map((name) => text(asked.get(name)) ?? numberText(asked.get(name)));
      return given.find((one) => one !== undefined && one !== '') ?? '';
    }
    const seed = asked.seed.at(`id${at++}`);
    return sign === '#'
      ? seed.hex(Number(count))
      : sign === '9'
        ? `1${seed.letters(Number(count) - 1, '0123456789')}`
        : `rh${seed.letters(Number(count) - 2)}`;
  });
}

const numberText = (value: unknown): string | undefined => (typeof value === 'number' ? String(value) : undefined);

/** `alicloud_vpc_flow_log` → `vfl-…`: for the types of the table's silence. */
export const initials = (type: string): string =>
  type
    .split('_')
    .slice(1)
    .map((word) => word[0])
    .join('');
