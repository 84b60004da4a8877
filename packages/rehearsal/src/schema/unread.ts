import type { Obj, Value } from '../cty/value';
import type { Shape } from './shape';

/**
 * Attributes that a provider does not read back, by type, from the sources of alicloud 1.289.0, kubernetes 2.38.0 and
 * helm 3.1.1: no `Set` of theirs in what reads the resource. An import leaves them empty, as it does `timeouts`.
 */
const UNREAD: Readonly<Record<string, string>> = Object.freeze({
  alicloud_alb_load_balancer: 'dry_run',
  alicloud_alidns_record: 'lang remark user_client_ip',
  alicloud_common_bandwidth_package: 'force zone',
  alicloud_common_bandwidth_package_attachment: 'ip_type',
  alicloud_cr_ee_instance:
    'custom_oss_bucket default_oss_bucket image_scanner kms_encrypted_password kms_encryption_context namespace_quota password period repo_quota vpc_quota',
  alicloud_cr_ee_sync_rule: 'target_user_id',
  alicloud_cr_vpc_endpoint_linked_vpc: 'enable_create_dns_record_in_pvzt',
  alicloud_cs_kubernetes:
    'addons api_audiences availability_zone cluster_network_type cpu_policy delete_options exclude_autoscaler_nodes force_update is_enterprise_security_group kms_encrypted_password kms_encryption_context kube_config log_config master_instance_type node_port_range nodes password platform rds_instances retain_resources runtime service_account_issuer skip_set_certificate_authority taints user_ca user_data vswitch_id vswitch_ids',
  alicloud_cs_kubernetes_addon: 'cleanup_cloud_resources',
  alicloud_cs_kubernetes_node_pool:
    'eflo_node_group force_delete format_disk instances keep_instance_name kms_encrypted_password kms_encryption_context rolling_policy rollout_policy update_nodes upgrade_policy',
  alicloud_cs_managed_kubernetes:
    'addons api_audiences availability_zone cluster_network_type cpu_policy delete_options enable_ssh exclude_autoscaler_nodes force_update image_id install_cloud_monitor is_enterprise_security_group key_name kms_encrypted_password kms_encryption_context kube_config log_config name_prefix new_nat_gateway node_name_mode node_port_range os_type password platform pod_vswitch_ids rds_instances retain_resources runtime service_account_issuer skip_set_certificate_authority slb_internet_enabled taints upgrade_policy user_ca user_data zone_ids',
  alicloud_db_instance:
    'babelfish_config collect_stat_mode db_is_ignore_case db_time_zone direction effective_time force force_delete force_restart fresh_white_list_readins modify_mode parameters released_keep_policy role_arn ssl_certificate ssl_password switch_time tde_certificate tde_encryption_key tde_password tde_private_key upgrade_time',
  alicloud_db_readonly_instance:
    'direction effective_time force_restart modify_mode parameters period switch_time upgrade_db_instance_kernel_version upgrade_time',
  alicloud_ecs_deployment_set: 'on_unable_to_redeploy_failed_instance',
  alicloud_eip_address: 'activity_id auto_pay period pricing_cycle',
  alicloud_eip_association: 'force',
  alicloud_hbr_vault: 'redundancy_type',
  alicloud_kms_key: 'pending_window_in_days',
  alicloud_kms_secret: 'force_delete_without_recovery recovery_window_in_days',
  alicloud_kvstore_account: 'account_password kms_encrypted_password kms_encryption_context',
  alicloud_kvstore_instance:
    'auto_use_coupon backup_id business_info coupon_no dedicated_host_group_id dry_run effective_time enable_backup_log force_upgrade global_instance global_instance_id kms_encrypted_password kms_encryption_context modify_mode order_type password period port private_connection_prefix restore_time srcdb_instance_id',
  alicloud_nas_file_system: 'keytab keytab_md5 snapshot_id',
  alicloud_nas_mount_target: 'dual_stack security_group_id',
  alicloud_nat_gateway: 'bandwidth_packages dry_run force spec',
  alicloud_oss_bucket: 'force_destroy lifecycle_rule_allow_same_action_overlap',
  alicloud_ram_policy: 'force rotate_strategy',
  alicloud_ram_role: 'force',
  alicloud_ram_user: 'force',
  alicloud_rds_account: 'account_password kms_encrypted_password kms_encryption_context reset_permission_flag',
  alicloud_resource_manager_service_linked_role: 'custom_suffix description',
  alicloud_slb_load_balancer: 'internet period',
  alicloud_slb_server_certificate: 'private_key server_certificate',
  alicloud_ssl_certificates_service_certificate: 'encrypt_private_key key sign_private_key',
  alicloud_vpc: 'dry_run force_delete ipv4_cidr_mask ipv4_ipam_pool_id',
  alicloud_vpc_ipv4_cidr_block: 'ipv4_ipam_pool_id secondary_cidr_mask',
  alicloud_vswitch: 'ipv6_cidr_block_mask vpc_ipv6_cidr_block',
  helm_release:
    'atomic cleanup_on_fail create_namespace dependency_update disable_crd_hooks disable_openapi_validation disable_webhooks force_update keyring lint max_history pass_credentials postrender recreate_pods render_subchart_notes replace repository repository_ca_file repository_cert_file repository_key_file repository_password repository_username reset_values reuse_values set set_list set_sensitive set_wo set_wo_revision skip_crds take_ownership timeout upgrade_install values verify wait wait_for_jobs',
  kubernetes_daemon_set_v1: 'wait_for_rollout',
  kubernetes_deployment_v1: 'wait_for_rollout',
  kubernetes_ingress_v1: 'wait_for_load_balancer',
  kubernetes_job_v1: 'wait_for_completion',
  kubernetes_namespace_v1: 'wait_for_default_service_account',
  kubernetes_persistent_volume_claim_v1: 'wait_until_bound',
  kubernetes_secret_v1: 'wait_for_service_account_token',
  kubernetes_service_v1: 'wait_for_load_balancer',
  kubernetes_stateful_set_v1: 'wait_for_rollout',
});

/** What an import finds of a thing: everything but what the provider does not read back. */
export function asImported(type: string, shape: Shape & { kind: 'object' }, values: Obj): Obj {
  const unread = new Set([...(UNREAD[type] ?? '').split(' '), 'timeouts']);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): readonly [string, Value] => {
      const field = shape.fields.get(name);
      const repeated = field?.kind === 'block' && (field.shape.kind === 'list' || field.shape.kind === 'set');
      if (type === 'helm_release' && name === 'chart' && typeof value === 'string') {
        // A release knows its chart by name, wherever it came from.
        return [name, value.split('/').pop()!];
      }
      return [name, unread.has(name) ? (repeated ? [] : null) : value];
    }),
  );
}
