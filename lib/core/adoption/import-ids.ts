/** A type that Terraform does not import, and what to do instead. */
export interface NoImport {
  readonly none: string;
}

const NAMED = '<name>';
const IN_NAMESPACE = '<namespace>/<name>';
const BUCKET = '<bucket>';
const NO_PATCH: NoImport = {
  none: 'it changes an object that exists: Terraform takes it over by creating it, and nothing is imported',
};
const NO_SECRET: NoImport = {
  none: 'its import id would be the value itself, and a program holds no secret',
};

/**
 * What Terraform imports each type of resource by that this library makes, as provider 1.289.0 of alicloud, 2.38.0 of
 * kubernetes and 3.1.1 of helm read it: `*` stands for letters and digits, `#` for hex digits, `9` for digits,
 * `<words>` for a name or an id. The order in `alicloud_nas_access_rule` is that of the provider's source; its page says it otherwise.
 */
export const IMPORT_IDS: Readonly<Record<string, string | NoImport>> = Object.freeze({
  alicloud_alb_load_balancer: 'alb-*',
  alicloud_alb_server_group: 'sgp-*',
  alicloud_alidns_domain: NAMED,
  alicloud_alidns_record: '9',
  alicloud_arms_alert_contact: '9',
  alicloud_arms_alert_contact_group: '9',
  alicloud_arms_alert_robot: '9',
  alicloud_arms_dispatch_rule: '9',
  alicloud_arms_grafana_workspace: '<workspace id>',
  alicloud_arms_prometheus_alert_rule: 'c#:9',
  alicloud_cms_alarm: '<alarm id>',
  alicloud_cms_alarm_contact: NAMED,
  alicloud_cms_alarm_contact_group: NAMED,
  alicloud_common_bandwidth_package: 'cbwp-*',
  alicloud_common_bandwidth_package_attachment: 'cbwp-*:eip-*',
  alicloud_cr_artifact_lifecycle_rule: 'cri-*:<rule id>',
  alicloud_cr_ee_instance: 'cri-*',
  alicloud_cr_ee_namespace: 'cri-*:<namespace>',
  alicloud_cr_ee_repo: 'cri-*:<namespace>:<repository>',
  alicloud_cr_ee_sync_rule: 'cri-*:<namespace>:<rule id>',
  alicloud_cr_internet_endpoint: 'cri-*',
  alicloud_cr_scan_rule: 'cri-*:<rule id>',
  alicloud_cr_vpc_endpoint_linked_vpc: 'cri-*:vpc-*:vsw-*:<module>',
  alicloud_cs_autoscaling_config: {
    none: 'a cluster has one, which creating changes; the provider cannot read it back by an id',
  },
  alicloud_cs_kubernetes: 'c#',
  alicloud_cs_kubernetes_addon: 'c#:<component>',
  alicloud_cs_kubernetes_node_pool: 'c#:np#',
  alicloud_cs_kubernetes_permissions: {
    none: 'the provider reads no permissions back; creating sets what the account may do to what the program says',
  },
  alicloud_cs_managed_kubernetes: 'c#',
  alicloud_db_account_privilege: 'rm-*:<account>:<privilege>',
  alicloud_db_backup_policy: 'rm-*',
  alicloud_db_database: 'rm-*:<database>',
  alicloud_db_instance: 'rm-*',
  alicloud_db_readonly_instance: '<rr-... or rm-...>',
  alicloud_ecs_deployment_set: 'ds-*',
  alicloud_eip_address: 'eip-*',
  alicloud_eip_association: 'eip-*:<instance id>',
  alicloud_hbr_policy: 'po-*',
  alicloud_hbr_policy_binding: 'po-*:<source type>:<source id>',
  alicloud_hbr_vault: 'v-*',
  alicloud_kms_key: '<key id>',
  alicloud_kms_secret: NAMED,
  alicloud_kvstore_account: 'r-*:<account>',
  alicloud_kvstore_instance: 'r-*',
  alicloud_log_project: NAMED,
  alicloud_log_store: '<project>:<store>',
  alicloud_log_store_index: '<project>:<store>',
  alicloud_nas_access_group: '<group>:<kind of file system>',
  alicloud_nas_access_rule: '<group>:<rule id>:<kind of file system>',
  alicloud_nas_file_system: '<file system id>',
  alicloud_nas_lifecycle_policy: '<file system id>:<policy>',
  alicloud_nas_mount_target: '<file system id>:<domain of the mount target>',
  alicloud_nat_gateway: 'ngw-*',
  alicloud_nlb_load_balancer: 'nlb-*',
  alicloud_oss_bucket: BUCKET,
  alicloud_oss_bucket_acl: BUCKET,
  alicloud_oss_bucket_https_config: BUCKET,
  alicloud_oss_bucket_logging: BUCKET,
  alicloud_oss_bucket_policy: BUCKET,
  alicloud_oss_bucket_public_access_block: BUCKET,
  alicloud_oss_bucket_server_side_encryption: BUCKET,
  alicloud_oss_bucket_versioning: BUCKET,
  alicloud_pvtz_zone: '<zone id>',
  alicloud_pvtz_zone_attachment: '<zone id>',
  alicloud_pvtz_zone_record: '9:<zone id>',
  alicloud_ram_policy: NAMED,
  alicloud_ram_role: NAMED,
  alicloud_ram_role_policy_attachment: 'role:<policy>:<System or Custom>:<role>',
  alicloud_ram_user: '9',
  alicloud_ram_user_policy_attachment: 'user:<policy>:<System or Custom>:<user>',
  alicloud_rds_account: 'rm-*:<account>',
  alicloud_resource_manager_service_linked_role: '<service>:<role>',
  alicloud_security_group: 'sg-*',
  alicloud_security_group_rule: 'sg-*:<direction>:<protocol>:<ports>:<network>:<source>:<policy>:<priority>',
  alicloud_slb_acl: 'acl-*',
  alicloud_slb_acl_entry_attachment: 'acl-*:<range>',
  alicloud_slb_load_balancer: 'lb-*',
  alicloud_slb_server_certificate: '<certificate id>',
  alicloud_snat_entry: '<SNAT table id>:<SNAT entry id>',
  alicloud_ssl_certificates_service_certificate: '9',
  alicloud_vpc: 'vpc-*',
  alicloud_vpc_ipv4_cidr_block: 'vpc-*:<range>',
  alicloud_vpc_ipv6_gateway: 'ipv6gw-*',
  alicloud_vswitch: 'vsw-*',
  helm_release: IN_NAMESPACE,
  kubernetes_cluster_role_binding_v1: NAMED,
  kubernetes_cluster_role_v1: NAMED,
  kubernetes_config_map_v1: IN_NAMESPACE,
  kubernetes_config_map_v1_data: NO_PATCH,
  kubernetes_cron_job_v1: IN_NAMESPACE,
  kubernetes_daemon_set_v1: IN_NAMESPACE,
  kubernetes_deployment_v1: IN_NAMESPACE,
  kubernetes_horizontal_pod_autoscaler_v2: IN_NAMESPACE,
  kubernetes_ingress_class_v1: NAMED,
  kubernetes_ingress_v1: IN_NAMESPACE,
  kubernetes_job_v1: IN_NAMESPACE,
  kubernetes_labels: NO_PATCH,
  kubernetes_limit_range_v1: IN_NAMESPACE,
  kubernetes_namespace_v1: NAMED,
  kubernetes_network_policy_v1: IN_NAMESPACE,
  kubernetes_persistent_volume_claim_v1: IN_NAMESPACE,
  kubernetes_persistent_volume_v1: NAMED,
  kubernetes_pod_disruption_budget_v1: IN_NAMESPACE,
  kubernetes_priority_class_v1: NAMED,
  kubernetes_resource_quota_v1: IN_NAMESPACE,
  kubernetes_role_binding_v1: IN_NAMESPACE,
  kubernetes_role_v1: IN_NAMESPACE,
  kubernetes_secret_v1: IN_NAMESPACE,
  kubernetes_service_account_v1: IN_NAMESPACE,
  kubernetes_service_v1: IN_NAMESPACE,
  kubernetes_stateful_set_v1: IN_NAMESPACE,
  kubernetes_storage_class_v1: NAMED,
  random_id: '<digits in base64>',
  random_password: NO_SECRET,
});

/** Characters that mean something in a pattern and nothing in a form. */
const SPECIAL = /[.+?^$()[\]\\|]/g;

/** Whether an id has the form of {@link IMPORT_IDS}. The last part may hold what divides the others: ranges of IPv6 do. */
export function hasForm(id: string, form: string): boolean {
  const parts = form.split(/(<[^>]*>)/);
  const last = parts.map((part) => part.startsWith('<')).lastIndexOf(true);
  const pattern = parts.map((part, index) =>
    part.startsWith('<')
      ? index === last || part === '<source>'
        ? '[^\\s]+?'
        : '[^\\s:/]+(?:/[^\\s:]+)?'
      : part.replace(SPECIAL, '\\$&').replace(/\*/g, '[A-Za-z0-9]+').replace(/#/g, '[0-9a-f]+').replace(/9/g, '\\d+'),
  );
  return new RegExp(`^${pattern.join('')}$`).test(id);
}
