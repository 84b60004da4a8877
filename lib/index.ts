export { Adopt, type AdoptTarget } from './core/adoption/adopt-parts';
export { CODES, type Code } from './core/codes';
export { InputError, type LocatedProblem, type Problem } from './core/errors';
export { type Protection, type Site } from './core/cloud';
export { type Tags } from './core/tags';
export { rolesNeeded, type RoleNeeded } from './core/roles';
export {
  CIDR_DEFAULTS,
  describePlan,
  planCidrs,
  podsPerNode,
  tryPlanCidrs,
  type CidrAsk,
  type CidrCapacity,
  type CidrPlan,
  type CidrPlanData,
  type DescribeOptions,
  type PlannedVswitch,
  type PodNetworkAsk,
  type ReservedRange,
  type Room,
} from './network/cidr-plan';
export { type IGrantee, type Permission } from './core/grantee';
export { type IServiceAccount } from './core/service-account';
export {
  Certificate,
  type CertificateAttributes,
  type CertificateProps,
  type ICertificate,
} from './security/certificate';
export {
  KMS_SECRET_DEFAULTS,
  KmsSecret,
  type IKmsSecret,
  type KmsSecretAttributes,
  type KmsSecretProps,
} from './security/kms-secret';
export { KmsSecretValue, type KmsSecretValueData } from './security/kms-secret-value';
export { PRIVATE_RECORD_DEFAULTS, PrivateRecord, type PrivateRecordProps } from './network/dns-private-record';
export {
  PRIVATE_ZONE_DEFAULTS,
  PrivateZone,
  type IPrivateZone,
  type PrivateZoneAttributes,
  type PrivateZoneProps,
} from './network/dns-private-zone';
export { DNS_RECORD_DEFAULTS, DnsRecord, type DnsRecordProps } from './network/dns-record';
export { DnsValue, type DnsValueData } from './network/dns-value';
export {
  DNS_ZONE_DEFAULTS,
  DnsZone,
  type DnsEdition,
  type DnsZoneAttributes,
  type DnsZoneProps,
  type IDnsZone,
} from './network/dns-zone';
export { RamRole, type IRamRole } from './security/ram-role';
export { RAM_ROLE_DEFAULTS, type RamRoleAttributes, type RamRoleProps } from './security/ram-role-props';
export { Trust, type AccountName, type TrustData } from './security/ram-trust';
export { RamUser, type IRamUser, type RamUserAttributes, type RamUserProps } from './security/ram-user';
export {
  AckRole,
  type AckRoleData,
  type InNamespaces,
  type MadeClusterRole,
  type NamespacedRole,
  type WholeClusterRole,
} from './cluster/access/ack-role';
export { ClusterAccess } from './cluster/access/cluster-access';
export {
  CLUSTER_ACCESS_DEFAULTS,
  ClusterLook,
  type ClusterAccessProps,
  type ClusterGrant,
  type ClusterLookData,
  type Principal,
} from './cluster/access/cluster-access-props';
export { OssBucket, type BucketGrant, type IOssBucket } from './storage/oss-bucket';
export {
  OSS_BUCKET_DEFAULTS,
  type BucketAccessLogs,
  type BucketRedundancy,
  type BucketStorageClass,
  type OssBucketAttributes,
  type OssBucketProps,
} from './storage/oss-bucket-props';
export { BucketEncryption, type BucketEncryptionData } from './storage/oss-encryption';
export { LIFECYCLE_DEFAULTS, type BucketLifecycleRule } from './storage/oss-lifecycle';
export { ContainerRegistry, ImportedRegistry } from './registry/container-registry';
export {
  CONTAINER_REGISTRY_DEFAULTS,
  RegistryBilling,
  type ContainerRegistryAttributes,
  type ContainerRegistryProps,
  type ImageScanner,
  type RegistryBillingData,
  type RegistryEdition,
} from './registry/container-registry-props';
export { type IContainerRegistry, type ImagePull, type IRegistryNamespace } from './registry/i-container-registry';
export { type RegistryFromInternet } from './registry/registry-access';
export { RegistryNamespace } from './registry/registry-namespace';
export {
  REGISTRY_NAMESPACE_DEFAULTS,
  REGISTRY_REPOSITORY_DEFAULTS,
  type CleanUpProps,
  type ImageVisibility,
  type RegistryNamespaceProps,
  type RegistryRepositoryProps,
  type ReplicationProps,
} from './registry/registry-parts-props';
export { RegistryRepository } from './registry/registry-repository';
export { AlertContacts } from './monitoring/alert-contacts';
export {
  AlertRobot,
  type AlertContactsAttributes,
  type AlertContactsProps,
  type AlertPerson,
  type AlertRobotData,
  type ArmsGroupAttributes,
} from './monitoring/alert-contacts-props';
export {
  type AlarmChange,
  type AlarmChanges,
  type AlarmComparison,
  type AlarmRule,
  type AlarmSet,
  type AlarmStatistics,
} from './monitoring/alarm-rule';
export {
  APPLICATION_BALANCER_ALARMS,
  CLASSIC_BALANCER_ALARMS,
  MYSQL_ALARMS,
  MYSQL_REPLICA_ALARMS,
  NAT_ALARMS,
  NETWORK_BALANCER_ALARMS,
  REDIS_ALARMS,
  type BalancerAlarm,
  type MysqlAlarm,
  type MysqlReplicaAlarm,
  type NatAlarm,
  type RedisAlarm,
} from './monitoring/alarm-sets';
export { Alarms } from './monitoring/alarms';
export { ALARMS_DEFAULTS, OWN_ALARM_DEFAULTS, type AlarmsProps, type OwnAlarm } from './monitoring/alarms-props';
export { CLUSTER_RULES, type AlertSeverity, type ClusterRule, type ClusterRuleName } from './monitoring/cluster-rules';
export {
  GRAFANA_WORKSPACE_DEFAULTS,
  GrafanaBilling,
  GrafanaWorkspace,
  type GrafanaBillingData,
  type GrafanaEdition,
  type GrafanaWorkspaceProps,
} from './monitoring/grafana-workspace';
export {
  type ArmsChannel,
  type ArmsRecipient,
  type ArmsRecipients,
  type IAlertContacts,
} from './monitoring/i-alert-contacts';
export { ManagedPrometheus } from './monitoring/managed-prometheus';
export { MANAGED_PROMETHEUS_DEFAULTS, type ManagedPrometheusProps } from './monitoring/managed-prometheus-props';
export {
  OWN_PROMETHEUS_RULE_DEFAULTS,
  type ClusterRuleChange,
  type ClusterRuleChanges,
  type OwnPrometheusRule,
} from './monitoring/prometheus-rule';
export { ClusterRole } from './workload/access/cluster-role';
export { May, type DeployOptions, type DutyData } from './workload/access/duty';
export { type ServiceAccountAttributes } from './workload/access/imported-service-account';
export { type RbacRule, type Verb } from './workload/access/rbac-rule';
export { Role, type RoleProps } from './workload/access/role';
export { SERVICE_ACCOUNT_DEFAULTS, ServiceAccount, type ServiceAccountProps } from './workload/access/service-account';
export { Subject, type SubjectData, type SubjectLike } from './workload/access/subject';
export { Team, type TeamProps } from './workload/access/team';
export { type ILogProject, type ILogStore } from './logs/i-log-project';
export { LogEncryption, type LogEncryptionData, type LogKeyUser } from './logs/log-encryption';
export { LOG_INDEX_DEFAULTS, type LogField, type LogFields, type LogFieldType, type LogIndex } from './logs/log-index';
export { LogProject, type LogProjectAttributes, type LogProjectProps } from './logs/log-project';
export { LogStore } from './logs/log-store';
export {
  LOG_STORE_DEFAULTS,
  type LogBilling,
  type LogMode,
  type LogStoreAttributes,
  type LogStoreProps,
} from './logs/log-store-props';
export { KMS_KEY_DEFAULTS, KmsKey, type IKmsKey, type KmsKeyAttributes, type KmsKeyProps } from './security/kms-key';
export {
  type ApiServer,
  type ClusterKind,
  type EndpointData,
  type ICluster,
  type IVirtualNode,
  type RrsaProvider,
} from './core/cluster';
export { type IConnectable, type ISecurityGroup, type PortData, type SecurityRule } from './core/connections';
export { type Dependable, type INetwork, type PodNetworkData, type Purpose, type VswitchRef } from './core/network';
export {
  CLUSTER_LOGS_DEFAULTS,
  ClusterLogs,
  type ClusterLogsData,
  type ClusterLogsProps,
} from './cluster/cluster-logs';
export {
  ControlPlane,
  type BasicPlane,
  type ControlPlaneData,
  type ProPlane,
  type ProvisionedPlane,
  type ProvisionedSize,
} from './cluster/control-plane';
export { Encryption, type EncryptionData } from './cluster/encryption';
export { Endpoint, type PublicEndpoint } from './cluster/endpoint';
export {
  Autoscaler,
  AUTOSCALER_DEFAULTS,
  Expander,
  type AutoscalerData,
  type AutoscalerOptions,
  type ClusterAutoscalerOptions,
  type ExpanderData,
  type ScaleDown,
} from './cluster/nodes/autoscaler-data';
export {
  describeNodePlan,
  planNodes,
  SIZING_DEFAULTS,
  tryPlanNodes,
  type EcsFamily,
  type Fill,
  type Load,
  type NodeAsk,
  type NodeOverhead,
  type NodePlan,
  type NodeReserve,
  type ProposedNode,
  type ProposedPool,
  type Survival,
  type WorkloadAsk,
} from './cluster/sizing/plan-nodes';
export { type IManagedCluster } from './cluster/i-managed-cluster';
export { MAINTENANCE_DEFAULTS, type Maintenance, type UpgradeChannel, type Weekday } from './cluster/maintenance';
export { ManagedCluster } from './cluster/managed-cluster';
export { MANAGED_CLUSTER_DEFAULTS } from './cluster/managed-cluster-defaults';
export { type ManagedClusterProps } from './cluster/managed-cluster-props';
export {
  type ClusterAttributes,
  type DedicatedClusterAttributes,
  type ManagedClusterAttributes,
  type ServerlessClusterAttributes,
} from './cluster/cluster-attributes';
export { DedicatedCluster } from './cluster/dedicated-cluster';
export { DEDICATED_CLUSTER_DEFAULTS } from './cluster/dedicated-cluster-defaults';
export { type DedicatedClusterProps } from './cluster/dedicated-cluster-props';
export { type IDedicatedCluster } from './cluster/i-dedicated-cluster';
export { type IServerlessCluster } from './cluster/i-serverless-cluster';
export { Login, type EncryptedPassword, type LoginData } from './cluster/login';
export { MASTER_DISK_DEFAULTS, type MasterCount, type MasterDisk } from './cluster/masters';
export { ServerlessCluster } from './cluster/serverless-cluster';
export { SERVERLESS_CLUSTER_DEFAULTS } from './cluster/serverless-cluster-defaults';
export { type ServerlessClusterProps } from './cluster/serverless-cluster-props';
export { ServiceDiscovery, type ServiceDiscoveryData } from './cluster/service-discovery';
export { type ProxyMode } from './cluster/version';
export {
  Billing,
  BILLING_DEFAULTS,
  type BillingData,
  type MixedBilling,
  type SpotBilling,
  type Subscription,
} from './cluster/nodes/billing';
export { DeploymentSet, type DeploymentSetData } from './cluster/nodes/deployment-set';
export {
  DISK_DEFAULTS,
  type DataDisk,
  type DiskCategory,
  type PerformanceLevel,
  type SystemDisk,
} from './cluster/nodes/disks';
export { NODE_IMAGES, type NodeImage } from './cluster/nodes/image';
export { type Kubelet } from './cluster/nodes/kubelet';
export { type Taint, type TaintEffect } from './cluster/nodes/labels';
export { MANAGEMENT_DEFAULTS, type NodeManagement } from './cluster/nodes/management';
export { NodePool, type INodePool, type NodePoolAttributes } from './cluster/nodes/node-pool';
export { NODE_POOL_DEFAULTS } from './cluster/nodes/node-pool-defaults';
export { type NodePoolProps } from './cluster/nodes/node-pool-props';
export { type Rotation } from './cluster/nodes/rotation';
export {
  planUpgrade,
  describeUpgrade,
  type UpgradeAsk,
  type UpgradePlan,
  type UpgradeStep,
} from './cluster/plan-upgrade';
export { type NodePoolSize, type ScalingType } from './cluster/nodes/size';
export { VirtualNode } from './cluster/nodes/virtual-node';
export {
  VIRTUAL_NODE_DEFAULTS,
  type VirtualNodeAttributes,
  type VirtualNodeProps,
} from './cluster/nodes/virtual-node-props';
export { type EciRoom } from './cluster/nodes/virtual-node-room';
export { Addon } from './cluster/addons/addon';
export { type IAddonHost } from './cluster/addons/add-addon';
export { type AddedAddon } from './cluster/addons/addon-book';
export { type AddonData, type ComponentConfig } from './cluster/addons/addon-data';
export { type ComponentValue } from './cluster/addons/component-json';
export { ADDON_TIMEOUTS } from './cluster/addons/addon-resource';
export {
  FirstAlb,
  type FirstAlbData,
  type IngressAddress,
  type IngressAlbProps,
  type IngressNginxProps,
} from './cluster/addons/settings/ingress';
export {
  type LogAgentProps,
  type MonitorControllerProps,
  type NodeProblemDetectorProps,
} from './cluster/addons/settings/monitoring';
export { type AddonVersion } from './cluster/addons/settings/rule';
export {
  type AcrCredentialHelperProps,
  type GatekeeperProps,
  type PodIdentityProps,
  type RegistryInstance,
} from './cluster/addons/settings/security';
export { type TerwayProps } from './cluster/addons/settings/network';
export { type CnfsProps, type StorageOperatorProps } from './cluster/addons/settings/storage';
export { Egress, type EgressData } from './network/egress';
export { Bandwidth, type BandwidthData } from './network/bandwidth';
export { NatGateway } from './network/nat-gateway';
export {
  NAT_GATEWAY_DEFAULTS,
  type NatAdoption,
  type NatGatewayProps,
  type NatOptions,
} from './network/nat-gateway-props';
export { type AdoptedVswitch } from './network/adopted-vswitches';
export { Network } from './network/network';
export { NETWORK_DEFAULTS, type NetworkAdoption, type NetworkProps } from './network/network-props';
export { type NetworkAttributes } from './network/imported-network';
export { Peer, type PeerData } from './network/peer';
export { Port } from './network/port';
export { SecurityGroup, type ClusterGroupProps } from './network/security-group';
export { type SecurityGroupAttributes } from './network/imported-security-group';
export { type Outbound } from './network/security-group-rules';
export { SECURITY_GROUP_DEFAULTS, type SecurityGroupProps } from './network/security-group-props';
export { PodNetwork, type FlannelOptions } from './network/pod-network';
export { type Strictness } from './checks/strictness';
export { Practices, type PracticesData, type Profile } from './checks/practices/profiles';
export { suppressPractice } from './checks/practices/suppress';
export { ACCOUNT_SETUP_DEFAULTS, AccountSetup, type AccountSetupProps } from './stacks/account-setup';
export { type Service } from './stacks/activation';
export { CLOUD_STACK_DEFAULTS, CloudStack, type CloudStackProps } from './stacks/cloud-stack';
export { clearOutput } from './stacks/output';
export { State, type OssState, type StateData } from './stacks/state';
export { describeSummary, summaryOf, type StackSummary, type Summary } from './stacks/summary';
export { type Warning } from './core/warnings';
export { Isolation, type IsolationData } from './workload/isolation';
export { Namespace } from './workload/namespace';
export { CONTAINER_DEFAULTS, NAMESPACE_DEFAULTS } from './workload/namespace-defaults';
export {
  type ContainerDefaults,
  type NamespaceAttributes,
  type NamespaceProps,
  type NamespaceQuota,
  type PodSecurityLevel,
} from './workload/namespace-props';
export { Placement, type PlacementData } from './workload/placement';
export { WorkloadStack } from './stacks/workload-stack';
export { WORKLOAD_STACK_DEFAULTS, type WorkloadStackProps } from './stacks/workload-stack-props';
export { ClusterBaseline } from './workload/baseline/cluster-baseline';
export { type ClusterBaselineProps, type EciSettings } from './workload/baseline/cluster-baseline-props';
export {
  type EciUse,
  type INamespace,
  type IWorkload,
  type PodPort,
  type PodSource,
  type WorkloadKind,
} from './core/workload';
export {
  type AccessMode,
  type StaticVolumeData,
  type Amounts,
  type ContainerData,
  type ContainerPort,
  type ContainerSecurity,
  type EnvValue,
  type IPod,
  type MountData,
  type NodeAffinityData,
  type NodeCondition,
  type PodData,
  type ProbeAction,
  type ProbeData,
  type SpreadData,
  type TolerationData,
  type VolumeData,
  type VolumeSource,
} from './core/pod';
export { ContainerUser, type ContainerUserData, type RootCapability } from './workload/pod/container-user';
export { Files, type FileProps, type FileSource } from './workload/pod/files';
export {
  PROBE_DEFAULTS,
  Probe,
  type HttpProbe,
  type PortProbe,
  type ProbeAsk,
  type ProbeTiming,
} from './workload/pod/probe';
export { POD_DEFAULTS, type PodProps, type Requests, type SidecarProps } from './workload/pod/pod-props';
export { SHUTDOWN_DEFAULTS, Shutdown, type ShutdownData } from './workload/pod/shutdown';
export { Disruption, type DisruptionData } from './workload/disruption';
export { Spread, type SpreadChoice } from './workload/spread';
export { UPDATE_DEFAULTS, Update, type RollingUpdate, type UpdateData } from './workload/update';
export { WebService } from './workload/web-service';
export { WEB_SERVICE_DEFAULTS, type WebServiceProps } from './workload/web-service-props';
export { addCdk8sChart, type Cdk8sChart } from './workload/charts/cdk8s-chart';
export { CustomResource, type CustomResourceProps, type ObjectMetadata } from './workload/charts/custom-resource';
export { HELM_CHART_DEFAULTS, HelmChart, type HelmChartProps } from './workload/charts/helm-chart';
export { Manifest, type ManifestOptions, type ManifestProps } from './workload/charts/manifest';
export { type PlainData } from './workload/charts/values-text';
export { type BalancedPort, type BalancedService, type IBalancer } from './core/balancer';
export { BalancerAddress, type BalancerAddressData } from './balancer/balancer-address';
export {
  BalancerHealth,
  HEALTH_DEFAULTS,
  type BalancerHealthData,
  type HealthTiming as BalancerHealthTiming,
} from './balancer/balancer-health';
export { ServiceBalancer } from './balancer/service-balancer';
export { ClassicLoadBalancer } from './balancer/classic-load-balancer';
export { NetworkLoadBalancer } from './balancer/network-load-balancer';
export { type IClassicLoadBalancer, type INetworkLoadBalancer } from './balancer/imported-load-balancers';
export { LISTENER_DEFAULTS, type ClassicListeners, type NetworkListeners } from './balancer/listener-settings';
export {
  type ClassicLoadBalancerAttributes,
  type ClassicLoadBalancerProps,
  type NetworkLoadBalancerAttributes,
  type NetworkLoadBalancerProps,
} from './balancer/load-balancer-props';
export {
  SERVICE_BALANCER_DEFAULTS,
  type ClassicBalancerProps,
  type NetworkBalancerProps,
} from './balancer/service-balancer-props';
export { ClusterService, type ClusterServiceProps } from './workload/service/cluster-service';
export { type ExposeProps } from './workload/service/expose';
export {
  type IApplicationLoadBalancer,
  type IIngressClass,
  type IngressKind,
  type IngressPath,
  type ListeningPort,
} from './core/ingress';
export { ApplicationLoadBalancer } from './balancer/application-load-balancer';
export {
  APPLICATION_LOAD_BALANCER_DEFAULTS,
  type AlbAccessLog,
  type AlbEdition,
  type ApplicationLoadBalancerAttributes,
  type ApplicationLoadBalancerProps,
} from './balancer/application-load-balancer-props';
export { AlbIngressClass } from './workload/ingress/alb-ingress-class';
export {
  ALB_INGRESS_CLASS_DEFAULTS,
  AlbOfClass,
  MADE_ALB_DEFAULTS,
  type AlbIngressClassProps,
  type AlbOfClassData,
  type MadeAlbOptions,
} from './workload/ingress/alb-ingress-class-props';
export { CanaryIngress, type CanaryProps } from './workload/ingress/canary-ingress';
export { CanaryHeader, type CanaryHeaderData } from './workload/releases/canary-header';
export { MirrorTarget, type MirrorOptions, type MirrorTargetData } from './workload/releases/mirror-target';
export { batchNumbers, type PodNumbers } from './workload/releases/pod-numbers';
export { type NextSet } from './workload/releases/next-set';
export {
  Release,
  type BatchRelease,
  type BatchReleaseProps,
  type BlueGreenRelease,
  type BlueGreenReleaseProps,
  type CanaryRelease,
  type CanaryReleaseProps,
  type NextVersion,
  type NoRelease,
  type ReleaseData,
  type RoutedReleaseProps,
  type ShadowRelease,
  type ShadowReleaseProps,
} from './workload/releases/release';
export { TrafficMirror, type TrafficMirrorProps } from './workload/releases/traffic-mirror';
export { IngressClass, type IngressClassAttributes } from './workload/ingress/imported-ingress-class';
export { IngressNodes, type IngressNodesData, type NodeMark } from './workload/ingress/ingress-nodes';
export { NginxIngressClass } from './workload/ingress/nginx-ingress-class';
export {
  NGINX_INGRESS_CLASS_DEFAULTS,
  type CertificateValues,
  type NginxIngressClassProps,
} from './workload/ingress/nginx-ingress-class-props';
export { Ingress } from './workload/ingress/ingress';
export {
  IngressHealth,
  IngressTls,
  Rewrite,
  type HealthTiming,
  type HttpHealth,
  type IngressHealthData,
  type IngressTlsData,
  type RewriteData,
} from './workload/ingress/ingress-choices';
export {
  INGRESS_LISTENER_DEFAULTS,
  IngressListener,
  type HttpsListenerOptions,
  type IngressListenerData,
  type ListenerOptions,
  type TlsListenerOptions,
  type TlsPolicy,
} from './workload/ingress/ingress-listener';
export { ingressSpec, type IngressObject, type IngressTlsBlock } from './workload/ingress/ingress-object';
export {
  INGRESS_DEFAULTS,
  type CorsOptions,
  type HostRoute,
  type IngressProps,
  type IngressSettings,
  type IngressTarget,
  type RateLimit,
} from './workload/ingress/ingress-props';
export { type RouteProps } from './workload/ingress/route';
export { type Serving } from './workload/ingress/serving';
export { LoadBalancerService, type LoadBalancerServiceProps } from './workload/service/load-balancer-service';
export { type ServicePort } from './workload/service/service-ports';
export { ConfigMap, type ConfigMapProps } from './workload/config-map';
export { Secret, SECRET_DEFAULTS, type SecretProps, type SecretType } from './workload/secret';
export { BEHAVIOR_DEFAULTS, type ScaleBehavior, type ScaleLimit, type ScaleRate } from './workload/scaling/behavior';
export {
  type ExternalMetric,
  type MetricData,
  type MetricTarget,
  type PodsMetric,
  type ResourceMetric,
} from './workload/scaling/metric';
export {
  Scale,
  type AutoScale,
  type CombinedScale,
  type FixedScale,
  type MetricScale,
  type ScaleData,
  type ScaleLimits,
  type ScheduledScale,
  type ScheduleScale,
  type UtilizationScale,
} from './workload/scaling/scale';
export {
  HoldTo,
  ScaleMetric,
  type Amount,
  type BalancerPort,
  type IngressRoute,
  type Percentile,
} from './workload/scaling/scale-metric';
export { type Schedule, type ScheduleJob } from './workload/scaling/schedule';
export {
  Burst,
  Overflow,
  type AfterEcs,
  type AfterEcsOptions,
  type BurstData,
  type EverythingOnEci,
  type OverflowData,
  type PreferEcs,
  type SpreadOptions,
  type WorkloadSpread,
} from './workload/burst/burst';
export {
  EciAddress,
  EciBilling,
  EciImage,
  EciVswitches,
  type EciAddressData,
  type EciBillingData,
  type EciImageData,
  type EciPod,
  type EciSpot,
  type EciVswitchesData,
} from './workload/eci/eci-pod';
export { ECI_SIZES, ECI_UNSAID, eciSize, type EciSize } from './workload/eci/eci-size';
export { DatabaseZones, type DatabaseZonesData } from './database/database-zones';
export {
  MYSQL_ENVIRONMENT,
  type IMysqlInstance,
  type MysqlEnvironment,
  type MysqlGrant,
  type MysqlPrivilege,
} from './database/i-mysql-instance';
export { type Backup, type BackupDay } from './database/mysql-backup';
export { MysqlCapacity, type MysqlCapacityData } from './database/mysql-capacity';
export { MYSQL_DEFAULTS } from './database/mysql-defaults';
export { MysqlInstance } from './database/mysql-instance';
export { type MysqlDatabaseProps } from './database/mysql-database';
export { type MysqlInstanceAttributes } from './database/imported-mysql-instance';
export {
  MysqlReadReplica,
  REPLICA_DEFAULTS,
  REPLICA_ENVIRONMENT,
  type MysqlReadReplicaProps,
  type MysqlReplicaEnvironment,
  type MysqlReplicaGrant,
} from './database/mysql-read-replica';
export { type MysqlInstanceProps } from './database/mysql-props';
export { type MysqlStorage } from './database/mysql-storage';
export { RedisInstance } from './database/redis-instance';
export { type RedisInstanceAttributes } from './database/imported-redis-instance';
export {
  REDIS_ENVIRONMENT,
  type IRedisInstance,
  type RedisEnvironment,
  type RedisGrant,
  type RedisPrivilege,
} from './database/i-redis-instance';
export { REDIS_DEFAULTS, type RedisInstanceProps } from './database/redis-props';
export { NasFileSystem } from './storage/nas-file-system';
export { type NasFileSystemAttributes } from './storage/imported-nas-file-system';
export { type INasFileSystem, type NasMount, type NasPermission } from './storage/i-nas-file-system';
export { NasKind, type NasKindData, type NasStorageType } from './storage/nas-kind';
export { type NasBackup } from './storage/nas-backup';
export { NAS_DEFAULTS, type NasFileSystemProps, type NasLifecycle } from './storage/nas-props';
export { type IMountable, type MountOptions } from './core/mountable';
export { DaemonWorkload } from './workload/daemon/daemon-workload';
export { DAEMON_WORKLOAD_DEFAULTS, type DaemonWorkloadProps } from './workload/daemon/daemon-workload-props';
export { JOB_WORKLOAD_DEFAULTS, type JobWorkloadProps, type RunProps } from './workload/jobs/job-props';
export { JobWorkload } from './workload/jobs/job-workload';
export { ScheduledJob } from './workload/jobs/scheduled-job';
export { SCHEDULED_JOB_DEFAULTS, type ScheduledJobProps } from './workload/jobs/scheduled-job-props';
export { StatefulService } from './workload/stateful/stateful-service';
export {
  STATEFUL_SERVICE_DEFAULTS,
  type ClaimRetention,
  type MemberClaim,
  type StatefulServiceProps,
} from './workload/stateful/stateful-service-props';
export { StatefulUpdate, type StatefulUpdateData } from './workload/stateful/stateful-update';
export {
  CLAIM_DEFAULTS,
  PersistentClaim,
  type ClaimAsk,
  type PersistentClaimProps,
} from './workload/volumes/persistent-claim';
export { StaticVolume, type StaticVolumeProps } from './workload/volumes/static-volume';
export {
  Provisioner,
  STORAGE_CLASS_DEFAULTS,
  StorageClass,
  type DiskProvisioner,
  type DiskType,
  type ProvisionerData,
  type StorageClassProps,
} from './workload/volumes/storage-class';
export {
  NAS_STORAGE_CLASS_DEFAULTS,
  NasStorageClass,
  type NasOnDelete,
  type NasStorageClassProps,
} from './workload/volumes/nas-storage-class';
export { type StorageClassChoice, type StorageClassFacts } from './workload/volumes/storage-class-facts';
export { Volume, type FilesVolumeOptions } from './workload/volumes/volume';
export { cacheNamesInPod, POD_DNS_CACHE_DEFAULTS, type PodDnsCacheProps } from './workload/dns/cache-names-in-pod';
export {
  CORE_DNS_DEFAULTS,
  CORE_DNS_REPLICAS_DEFAULTS,
  type CoreDnsReplicas,
  type CoreDnsSettings,
  type DnsSettings,
} from './workload/dns/core-dns-props';
export { nameInVpc } from './workload/dns/name-in-vpc';
export { useNodeDnsCache } from './workload/dns/node-cache';
export { PodDns, type DnsOptions, type PodDnsData } from './workload/dns/pod-dns';
export { collectLogs, COLLECT_LOGS_DEFAULTS, type CollectLogsProps } from './workload/observability/collect-logs';
export { LogCollection, type LogCollectionData, type PipelineOptions } from './workload/observability/log-collection';
export { type CollectedLogs } from './workload/observability/log-ledger';
export { LogSource, type LogSourceData } from './workload/observability/log-source';
export {
  monitorApplication,
  type MonitorApplicationProps,
  type MonitoredLanguage,
} from './workload/observability/monitor-application';
export { scrape, SCRAPE_DEFAULTS, type ScrapeProps } from './workload/observability/scrape';
export { ScrapeBy, type ScrapeByData } from './workload/observability/scrape-monitor';
export { WordPressOnEciBurst } from './architectures/wordpress-on-eci-burst/wordpress-on-eci-burst';
export { WORDPRESS_ON_ECI_BURST_DEFAULTS } from './architectures/wordpress-on-eci-burst/wordpress-defaults';
export {
  type WordPressOnEciBurstProps,
  type WordPressScale,
} from './architectures/wordpress-on-eci-burst/wordpress-props';
export { WordPressOnServerless } from './architectures/wordpress-on-serverless/wordpress-on-serverless';
export {
  type SiteCluster,
  type WordPressOnServerlessProps,
} from './architectures/wordpress-on-serverless/serverless-props';
export {
  WordPressEnvironment,
  type EnvironmentKind,
  type WordPressEnvironmentData,
  type WordPressEnvironmentProps,
} from './architectures/wordpress-on-serverless/environment';
export { ENVIRONMENT_DEFAULTS } from './architectures/wordpress-on-serverless/environment-defaults';
export { type WordPressEnvironmentSite } from './architectures/wordpress-on-serverless/environment-site';
export { JenkinsOnKubernetes } from './architectures/jenkins-on-kubernetes/jenkins-on-kubernetes';
export { JENKINS_ON_KUBERNETES_DEFAULTS } from './architectures/jenkins-on-kubernetes/jenkins-defaults';
export {
  type JenkinsAgents,
  type JenkinsCluster,
  type JenkinsController,
  type JenkinsOnKubernetesProps,
  type JenkinsRotation,
} from './architectures/jenkins-on-kubernetes/jenkins-props';
export { type JenkinsApplication, type JenkinsGit } from './architectures/jenkins-on-kubernetes/jenkins-application';
export {
  JenkinsCredential,
  type JenkinsCredentialData,
} from './architectures/jenkins-on-kubernetes/jenkins-credential';
export {
  JenkinsEnvironment,
  type JenkinsEnvironmentData,
} from './architectures/jenkins-on-kubernetes/jenkins-environment';
export {
  JENKINS_IMAGES,
  JenkinsImages,
  type JenkinsImagesData,
} from './architectures/jenkins-on-kubernetes/jenkins-images';
export {
  JenkinsLogin,
  type JenkinsLoginData,
  type LdapAsk,
  type OidcAsk,
} from './architectures/jenkins-on-kubernetes/jenkins-login';
export { JenkinsPlugins, type JenkinsPluginsData } from './architectures/jenkins-on-kubernetes/jenkins-plugins';
export { type JenkinsSecretValue } from './architectures/jenkins-on-kubernetes/jenkins-secret-value';
export {
  AgentPlace,
  type AgentPlaceData,
  type AgentsOnEci,
  type AgentToleration,
} from './architectures/jenkins-on-kubernetes/configuration/agent-place';
export { type AgentSize } from './architectures/jenkins-on-kubernetes/configuration/agent-size';
export {
  ImageBuilder,
  type CustomBuilder,
  type ImageBuilderData,
} from './architectures/jenkins-on-kubernetes/configuration/image-builder';
export { JENKINS_CORE } from './architectures/jenkins-on-kubernetes/configuration/plugins';
export {
  type AgentKind,
  type GitSettings,
  type LibrarySettings,
  type Principal as JenkinsPrincipal,
  type ScanSettings,
  type Severity,
} from './architectures/jenkins-on-kubernetes/configuration/settings';
export { type Part } from './architectures/parts/part';
export { type WordPressRotation, type WordPressSite } from './architectures/wordpress/site-props';
export { LOAD_DEFAULTS, LoadTest, type LoadShape, type LoadTestData } from './architectures/wordpress/load-test-data';
