import { AlbListener } from '@cdktf/provider-alicloud/lib/alb-listener';
import { AlbLoadBalancer } from '@cdktf/provider-alicloud/lib/alb-load-balancer';
import { AlbRule } from '@cdktf/provider-alicloud/lib/alb-rule';
import { AlbServerGroup } from '@cdktf/provider-alicloud/lib/alb-server-group';
import { AlidnsRecord } from '@cdktf/provider-alicloud/lib/alidns-record';
import { AlikafkaInstance } from '@cdktf/provider-alicloud/lib/alikafka-instance';
import { ArmsPrometheus } from '@cdktf/provider-alicloud/lib/arms-prometheus';
import { CenBandwidthPackage } from '@cdktf/provider-alicloud/lib/cen-bandwidth-package';
import { CenTransitRouterVpcAttachment } from '@cdktf/provider-alicloud/lib/cen-transit-router-vpc-attachment';
import { CmsAlarm } from '@cdktf/provider-alicloud/lib/cms-alarm';
import { CommonBandwidthPackage } from '@cdktf/provider-alicloud/lib/common-bandwidth-package';
import { CrEeInstance } from '@cdktf/provider-alicloud/lib/cr-ee-instance';
import { CrEeRepo } from '@cdktf/provider-alicloud/lib/cr-ee-repo';
import { CsKubernetesNodePool } from '@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool';
import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { DataAlicloudImages } from '@cdktf/provider-alicloud/lib/data-alicloud-images';
import { DataAlicloudZones } from '@cdktf/provider-alicloud/lib/data-alicloud-zones';
import { DbAccount } from '@cdktf/provider-alicloud/lib/db-account';
import { DbBackupPolicy } from '@cdktf/provider-alicloud/lib/db-backup-policy';
import { DbInstance } from '@cdktf/provider-alicloud/lib/db-instance';
import { EciContainerGroup } from '@cdktf/provider-alicloud/lib/eci-container-group';
import { EcsDisk } from '@cdktf/provider-alicloud/lib/ecs-disk';
import { EcsLaunchTemplate } from '@cdktf/provider-alicloud/lib/ecs-launch-template';
import { EipAddress } from '@cdktf/provider-alicloud/lib/eip-address';
import { EssAlarm } from '@cdktf/provider-alicloud/lib/ess-alarm';
import { EssScalingGroup } from '@cdktf/provider-alicloud/lib/ess-scaling-group';
import { Fcv3Function } from '@cdktf/provider-alicloud/lib/fcv3-function';
import { GaAccelerator } from '@cdktf/provider-alicloud/lib/ga-accelerator';
import { Havip } from '@cdktf/provider-alicloud/lib/havip';
import { Instance } from '@cdktf/provider-alicloud/lib/instance';
import { KmsKey } from '@cdktf/provider-alicloud/lib/kms-key';
import { KvstoreInstance } from '@cdktf/provider-alicloud/lib/kvstore-instance';
import { LogProject } from '@cdktf/provider-alicloud/lib/log-project';
import { LogStore } from '@cdktf/provider-alicloud/lib/log-store';
import { MongodbInstance } from '@cdktf/provider-alicloud/lib/mongodb-instance';
import { NasAccessRule } from '@cdktf/provider-alicloud/lib/nas-access-rule';
import { NasFileSystem } from '@cdktf/provider-alicloud/lib/nas-file-system';
import { NatGateway } from '@cdktf/provider-alicloud/lib/nat-gateway';
import { NlbListener } from '@cdktf/provider-alicloud/lib/nlb-listener';
import { NlbLoadBalancer } from '@cdktf/provider-alicloud/lib/nlb-load-balancer';
import { NlbServerGroup } from '@cdktf/provider-alicloud/lib/nlb-server-group';
import { OssBucket } from '@cdktf/provider-alicloud/lib/oss-bucket';
import { OssBucketObject } from '@cdktf/provider-alicloud/lib/oss-bucket-object';
import { OtsInstance } from '@cdktf/provider-alicloud/lib/ots-instance';
import { PolardbCluster } from '@cdktf/provider-alicloud/lib/polardb-cluster';
import { PvtzZoneRecord } from '@cdktf/provider-alicloud/lib/pvtz-zone-record';
import { RamPolicy } from '@cdktf/provider-alicloud/lib/ram-policy';
import { RamRole } from '@cdktf/provider-alicloud/lib/ram-role';
import { RedisTairInstance } from '@cdktf/provider-alicloud/lib/redis-tair-instance';
import { RocketmqTopic } from '@cdktf/provider-alicloud/lib/rocketmq-topic';
import { RosStackInstances } from '@cdktf/provider-alicloud/lib/ros-stack-instances';
import { RouteEntry } from '@cdktf/provider-alicloud/lib/route-entry';
import { SecurityGroup } from '@cdktf/provider-alicloud/lib/security-group';
import { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import { ServiceMeshServiceMesh } from '@cdktf/provider-alicloud/lib/service-mesh-service-mesh';
import { SlbListener } from '@cdktf/provider-alicloud/lib/slb-listener';
import { SlbLoadBalancer } from '@cdktf/provider-alicloud/lib/slb-load-balancer';
import { SlbRule } from '@cdktf/provider-alicloud/lib/slb-rule';
import { SlbServerGroup } from '@cdktf/provider-alicloud/lib/slb-server-group';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { VpcIpv4Gateway } from '@cdktf/provider-alicloud/lib/vpc-ipv4-gateway';
import { VpnConnection } from '@cdktf/provider-alicloud/lib/vpn-connection';
import { VpnGateway } from '@cdktf/provider-alicloud/lib/vpn-gateway';
import { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { Fn, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Code } from '../../lib/core/codes';

/** A wrong L1: the code, the Terraform path of the attribute, the edit that is told, and the program. */
export type Wrong = readonly [
  code: Code,
  attribute: string,
  fix: string | RegExp,
  program: (s: TerraformStack, id: string) => IConstruct,
];

const ID = 'x-bp1aevy8sofi8mh1qc5cm';
const CIDR = '10.0.0.0/16';
const long = (length: number) => 'a'.repeat(length);

const nodes = { clusterId: ID, nodePoolName: 'workers', vswitchIds: [ID], instanceTypes: ['ecs.g7.xlarge'] };
const cluster = { name: 'shop', vswitchIds: ['vsw-bp1aevy8sofi8mh1qc5cm'] };
const server = { imageId: ID, instanceType: 'ecs.g7.xlarge', securityGroups: [ID] };
const rds = { engine: 'MySQL', engineVersion: '8.0', instanceStorage: 50, instanceType: 'mysql.n2.medium.1' };
const tair = {
  instanceClass: 'tair.rdb.1g',
  instanceType: 'tair_rdb',
  vpcId: ID,
  vswitchId: ID,
  zoneId: 'cn-hangzhou-h',
};
const mongo = { dbInstanceClass: 'dds.mongo.mid', dbInstanceStorage: 10, engineVersion: '6.0' };
const polar = { dbNodeClass: 'polar.mysql.x4.large', dbType: 'MySQL', dbVersion: '8.0' };
const rule = { ipProtocol: 'tcp', securityGroupId: ID, type: 'ingress', cidrIp: CIDR, portRange: '443/443' };
const slb = { loadBalancerId: ID, frontendPort: 80, backendPort: 80, protocol: 'http' };
const alb = { loadBalancerId: ID, listenerPort: 80, listenerProtocol: 'HTTP' };
const toGroup = [{ type: 'ForwardGroup', forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: ID }] } }];
const nlb = { loadBalancerId: ID, listenerPort: 80, listenerProtocol: 'TCP', serverGroupId: ID };
const zones = [{ zoneId: 'cn-hangzhou-h', vswitchId: ID }];
const path = [{ type: 'Path', pathConfig: { values: ['/'] } }];
const albRule = { listenerId: ID, priority: 1, ruleName: 'front', ruleConditions: path };
const pods = { containerGroupName: 'job', securityGroupId: ID, vswitchId: ID };
const box = { name: 'job', image: 'nginx' };
const scaling = { minSize: 1, maxSize: 3 };
const stacks = { stackGroupName: 'base', regionIds: ['cn-hangzhou'] };

/** Programs that the provider refuses, each for one reason. */
export const WRONG: readonly Wrong[] = [
  // Networks
  [
    'constraint-enum',
    'dns_hostname_status',
    /dnsHostnameStatus: "ENABLED"/,
    (s, i) => new Vpc(s, i, { dnsHostnameStatus: 'enabled' }),
  ],
  [
    'constraint-conflict',
    'vpc_name',
    /keep one of vpcName, name/,
    (s, i) => new Vpc(s, i, { vpcName: 'a', name: 'b' }),
  ],
  [
    'constraint-missing',
    'zone_id',
    'write one of zoneId, availabilityZone',
    (s, i) => new Vswitch(s, i, { vpcId: ID, cidrBlock: CIDR }),
  ],
  [
    'constraint-conflict',
    'zone_id',
    /keep one of/,
    (s, i) =>
      new Vswitch(s, i, { vpcId: ID, cidrBlock: CIDR, zoneId: 'cn-hangzhou-h', availabilityZone: 'cn-hangzhou-h' }),
  ],
  [
    'constraint-enum',
    'payment_type',
    /paymentType: "PayAsYouGo"/,
    (s, i) => new NatGateway(s, i, { vpcId: ID, paymentType: 'PostPaid' }),
  ],
  [
    'constraint-enum',
    'nat_type',
    /natType: "Enhanced"/,
    (s, i) => new NatGateway(s, i, { vpcId: ID, natType: 'enhanced' }),
  ],
  ['constraint-enum', 'period', 'write period: 9', (s, i) => new NatGateway(s, i, { vpcId: ID, period: 10 })],
  [
    'constraint-conflict',
    'nat_gateway_name',
    /keep one of/,
    (s, i) => new NatGateway(s, i, { vpcId: ID, name: 'a', natGatewayName: 'b' }),
  ],
  [
    'constraint-enum',
    'internet_charge_type',
    /"PayByTraffic"/,
    (s, i) => new EipAddress(s, i, { internetChargeType: 'paybytraffic' }),
  ],
  ['constraint-enum', 'isp', 'write isp: "BGP_PRO"', (s, i) => new EipAddress(s, i, { isp: 'BGP-PRO' })],
  ['constraint-enum', 'period', 'write period: 9', (s, i) => new EipAddress(s, i, { period: 10 })],
  [
    'constraint-range',
    'ratio',
    'write ratio: 100',
    (s, i) => new CommonBandwidthPackage(s, i, { bandwidth: '100', ratio: 120 }),
  ],
  [
    'constraint-length',
    'description',
    /2 to 256 bytes/,
    (s, i) => new CommonBandwidthPackage(s, i, { bandwidth: '100', description: 'x' }),
  ],
  [
    'constraint-pattern',
    'ipv4_gateway_name',
    'write ipv4GatewayName: "way-out"',
    (s, i) => new VpcIpv4Gateway(s, i, { vpcId: ID, ipv4GatewayName: 'way out' }),
  ],
  ['constraint-pattern', 'description', /description/, (s, i) => new Havip(s, i, { vswitchId: ID, description: 'x' })],
  ['constraint-length', 'name', /name/, (s, i) => new RouteEntry(s, i, { routeTableId: ID, name: long(200) })],
  [
    'constraint-enum',
    'type',
    /write type: "A"/,
    (s, i) => new PvtzZoneRecord(s, i, { zoneId: ID, rr: 'db', type: 'AAAA', value: '10.0.0.1' }),
  ],
  [
    'constraint-range',
    'priority',
    'write priority: 99',
    (s, i) => new PvtzZoneRecord(s, i, { zoneId: ID, rr: 'db', type: 'MX', value: 'mx', priority: 100 }),
  ],
  [
    'constraint-enum',
    'status',
    /"DISABLE"/,
    (s, i) =>
      new AlidnsRecord(s, i, {
        domainName: 'example.com',
        rr: 'www',
        type: 'A',
        value: '10.0.0.1',
        status: 'DISABLED',
      }),
  ],
  // Between networks
  [
    'constraint-enum',
    'period',
    'write period: 12',
    (s, i) => new CenBandwidthPackage(s, i, { bandwidth: 5, period: 24 }),
  ],
  [
    'constraint-enum',
    'geographic_region_a_id',
    /"Asia-Pacific"/,
    (s, i) => new CenBandwidthPackage(s, i, { bandwidth: 5, geographicRegionAId: 'AsiaPacific' }),
  ],
  [
    'constraint-enum',
    'resource_type',
    'write resourceType: "VPC"',
    (s, i) => new CenTransitRouterVpcAttachment(s, i, { vpcId: ID, zoneMappings: zones, resourceType: 'vpc' }),
  ],
  [
    'constraint-enum',
    'vpn_type',
    /"NationalStandard"/,
    (s, i) => new VpnGateway(s, i, { vpcId: ID, bandwidth: 10, vpnType: 'National' }),
  ],
  [
    'constraint-enum',
    'period',
    'write period: 9',
    (s, i) => new VpnGateway(s, i, { vpcId: ID, bandwidth: 10, period: 10 }),
  ],
  [
    'constraint-conflict',
    'vpn_connection_name',
    /keep one of/,
    (s, i) =>
      new VpnConnection(s, i, {
        vpnGatewayId: ID,
        localSubnet: [CIDR],
        remoteSubnet: ['172.16.0.0/12'],
        name: 'a1',
        vpnConnectionName: 'b1',
      }),
  ],
  ['constraint-range', 'duration', 'write duration: 9', (s, i) => new GaAccelerator(s, i, { duration: 12 })],
  // Security groups
  [
    'constraint-enum',
    'ip_protocol',
    'write ipProtocol: "tcp"',
    (s, i) => new SecurityGroupRule(s, i, { ...rule, ipProtocol: 'TCP' }),
  ],
  [
    'constraint-range',
    'priority',
    'write priority: 1',
    (s, i) => new SecurityGroupRule(s, i, { ...rule, priority: 0 }),
  ],
  [
    'constraint-missing',
    'cidr_ip',
    /write one of cidrIp, ipv6CidrIp/,
    (s, i) => new SecurityGroupRule(s, i, { ...rule, cidrIp: undefined }),
  ],
  [
    'constraint-conflict',
    'source_security_group_id',
    /keep one of/,
    (s, i) => new SecurityGroupRule(s, i, { ...rule, sourceSecurityGroupId: ID }),
  ],
  [
    'constraint-enum',
    'inner_access_policy',
    /"Accept"/,
    (s, i) => new SecurityGroup(s, i, { vpcId: ID, innerAccessPolicy: 'accept' }),
  ],
  // Servers
  [
    'constraint-pattern',
    'instance_type',
    /instanceType/,
    (s, i) => new Instance(s, i, { ...server, instanceType: 'g7.xlarge' }),
  ],
  [
    'constraint-missing',
    'image_id',
    /imageId, launchTemplateId/,
    (s, i) => new Instance(s, i, { ...server, imageId: undefined }),
  ],
  [
    'constraint-enum',
    'data_disks[1].category',
    'write dataDisks[1].category: "cloud_essd"',
    (s, i) => new Instance(s, i, { ...server, dataDisks: [{ size: 40 }, { size: 40, category: 'essd' }] }),
  ],
  [
    'constraint-range',
    'http_put_response_hop_limit',
    'write httpPutResponseHopLimit: 64',
    (s, i) => new Instance(s, i, { ...server, httpPutResponseHopLimit: 65 }),
  ],
  [
    'constraint-conflict',
    'ipv6_address_count',
    /keep one of/,
    (s, i) => new Instance(s, i, { ...server, ipv6AddressCount: 1, ipv6Addresses: ['2408::1'] }),
  ],
  [
    'constraint-length',
    'instance_name',
    /instanceName/,
    (s, i) => new Instance(s, i, { ...server, instanceName: '名'.repeat(43) }),
  ],
  ['constraint-enum', 'period', 'write period: 9', (s, i) => new Instance(s, i, { ...server, period: 10 })],
  [
    'constraint-enum',
    'performance_level',
    'write performanceLevel: "PL1"',
    (s, i) => new EcsDisk(s, i, { zoneId: 'cn-hangzhou-h', size: 40, performanceLevel: 'P1' }),
  ],
  [
    'constraint-pattern',
    'network_interfaces.name',
    /networkInterfaces.name: "eth-0"/,
    (s, i) => new EcsLaunchTemplate(s, i, { networkInterfaces: { name: 'eth 0' } }),
  ],
  [
    'constraint-range',
    'internet_max_bandwidth_out',
    'write internetMaxBandwidthOut: 100',
    (s, i) => new EcsLaunchTemplate(s, i, { internetMaxBandwidthOut: 200 }),
  ],
  [
    'constraint-conflict',
    'system_disk.category',
    /systemDisk.category, systemDiskCategory/,
    (s, i) => new EcsLaunchTemplate(s, i, { systemDisk: { category: 'cloud_essd' }, systemDiskCategory: 'cloud_ssd' }),
  ],
  [
    'constraint-enum',
    'multi_az_policy',
    /"BALANCE"/,
    (s, i) => new EssScalingGroup(s, i, { ...scaling, multiAzPolicy: 'BALANCED' }),
  ],
  [
    'constraint-range',
    'max_size',
    'write maxSize: 2000',
    (s, i) => new EssScalingGroup(s, i, { minSize: 1, maxSize: 5000 }),
  ],
  [
    'constraint-enum',
    'comparison_operator',
    /comparisonOperator: "/,
    (s, i) => new EssAlarm(s, i, { alarmActions: [ID], scalingGroupId: ID, comparisonOperator: '=>' }),
  ],
  [
    'constraint-enum',
    'containers[0].image_pull_policy',
    /containers\[0\].imagePullPolicy: "Always"/,
    (s, i) => new EciContainerGroup(s, i, { ...pods, containers: [{ ...box, imagePullPolicy: 'always' }] }),
  ],
  [
    'constraint-range',
    'cpu',
    'write cpu: 16',
    (s, i) => new Fcv3Function(s, i, { handler: 'a.b', runtime: 'nodejs20', cpu: 32 }),
  ],
  // Clusters
  [
    'constraint-enum',
    'cluster_spec',
    'write clusterSpec: "ack.pro.small"',
    (s, i) => new CsManagedKubernetes(s, i, { ...cluster, clusterSpec: 'pro.small' }),
  ],
  [
    'constraint-range',
    'node_cidr_mask',
    'write nodeCidrMask: 28',
    (s, i) => new CsManagedKubernetes(s, i, { ...cluster, nodeCidrMask: 30 }),
  ],
  ['constraint-missing', 'vswitch_ids', /vswitchIds/, (s, i) => new CsManagedKubernetes(s, i, { name: 'shop' })],
  ['constraint-length', 'name', /name/, (s, i) => new CsManagedKubernetes(s, i, { ...cluster, name: long(64) })],
  [
    'constraint-conflict',
    'key_name',
    /keep one of/,
    (s, i) => new CsManagedKubernetes(s, i, { ...cluster, keyName: 'k', password: 'p' }),
  ],
  [
    'constraint-enum',
    'delete_options[0].delete_mode',
    'write deleteOptions[0].deleteMode: "delete"',
    (s, i) =>
      new CsManagedKubernetes(s, i, { ...cluster, deleteOptions: [{ deleteMode: 'remove', resourceType: 'SLB' }] }),
  ],
  [
    'constraint-conflict',
    'name',
    /keep one of nodePoolName, name/,
    (s, i) => new CsKubernetesNodePool(s, i, { ...nodes, name: 'old' }),
  ],
  [
    'constraint-enum',
    'image_type',
    'write imageType: "AliyunLinux3"',
    (s, i) => new CsKubernetesNodePool(s, i, { ...nodes, imageType: 'AliyunLinux-3' }),
  ],
  [
    'constraint-range',
    'data_disks[0].size',
    'write dataDisks[0].size: 40',
    (s, i) => new CsKubernetesNodePool(s, i, { ...nodes, dataDisks: [{ size: 20, category: 'cloud_essd' }] }),
  ],
  [
    'constraint-conflict',
    'scaling_config.eip_bandwidth',
    /keep one of/,
    (s, i) =>
      new CsKubernetesNodePool(s, i, {
        ...nodes,
        internetChargeType: 'PayByTraffic',
        scalingConfig: { eipBandwidth: 5, minSize: 1, maxSize: 3 },
      }),
  ],
  [
    'constraint-enum',
    'instance_charge_type',
    'write instanceChargeType: "PostPaid"',
    (s, i) => new CsKubernetesNodePool(s, i, { ...nodes, instanceChargeType: 'Postpaid' }),
  ],
  [
    'constraint-enum',
    'cluster_spec',
    /"enterprise"/,
    (s, i) =>
      new ServiceMeshServiceMesh(s, i, { network: { vpcId: ID, vswitcheList: [ID] }, clusterSpec: 'enterprize' }),
  ],
  [
    'constraint-enum',
    'mesh_config.outbound_traffic_policy',
    'write meshConfig.outboundTrafficPolicy: "ALLOW_ANY"',
    (s, i) =>
      new ServiceMeshServiceMesh(s, i, {
        network: { vpcId: ID, vswitcheList: [ID] },
        meshConfig: { outboundTrafficPolicy: 'ALLOW_ALL' },
      }),
  ],
  [
    'constraint-enum',
    'repo_type',
    'write repoType: "PRIVATE"',
    (s, i) => new CrEeRepo(s, i, { instanceId: ID, namespace: 'n', name: 'r', summary: 's', repoType: 'private' }),
  ],
  [
    'constraint-enum',
    'instance_type',
    /"Advanced"/,
    (s, i) => new CrEeInstance(s, i, { instanceName: 'r', instanceType: 'Advance', paymentType: 'Subscription' }),
  ],
  // Balancers
  [
    'constraint-enum',
    'load_balancer_spec',
    /"slb.s1.small"/,
    (s, i) => new SlbLoadBalancer(s, i, { loadBalancerSpec: 'slb.s1.tiny' }),
  ],
  ['constraint-range', 'bandwidth', 'write bandwidth: 5120', (s, i) => new SlbLoadBalancer(s, i, { bandwidth: 6000 })],
  [
    'constraint-range',
    'frontend_port',
    'write frontendPort: 65535',
    (s, i) => new SlbListener(s, i, { ...slb, frontendPort: 70000 }),
  ],
  ['constraint-enum', 'scheduler', /scheduler: "/, (s, i) => new SlbListener(s, i, { ...slb, scheduler: 'round' })],
  [
    'constraint-length',
    'health_check_uri',
    /healthCheckUri/,
    (s, i) => new SlbListener(s, i, { ...slb, healthCheckUri: `/${long(80)}` }),
  ],
  [
    'constraint-range',
    'bandwidth',
    'write bandwidth: 1000',
    (s, i) => new SlbListener(s, i, { ...slb, bandwidth: 2000 }),
  ],
  [
    'constraint-range',
    'servers[0].weight',
    'write servers[0].weight: 100',
    (s, i) => new SlbServerGroup(s, i, { loadBalancerId: ID, servers: [{ serverIds: [ID], port: 80, weight: 101 }] }),
  ],
  [
    'constraint-missing',
    'domain',
    'write one of domain, url',
    (s, i) => new SlbRule(s, i, { loadBalancerId: ID, frontendPort: 80, serverGroupId: ID }),
  ],
  [
    'constraint-enum',
    'address_type',
    'write addressType: "Internet"',
    (s, i) =>
      new AlbLoadBalancer(s, i, {
        vpcId: ID,
        addressType: 'internet',
        loadBalancerEdition: 'Standard',
        loadBalancerBillingConfig: { payType: 'PayAsYouGo' },
        zoneMappings: zones,
      }),
  ],
  [
    'constraint-enum',
    'listener_protocol',
    'write listenerProtocol: "HTTP"',
    (s, i) => new AlbListener(s, i, { ...alb, listenerProtocol: 'TCP', defaultActions: toGroup }),
  ],
  [
    'constraint-pattern',
    'rule_actions[0].fixed_response_config.http_code',
    /httpCode/,
    (s, i) =>
      new AlbRule(s, i, {
        ...albRule,
        ruleActions: [{ order: 1, type: 'FixedResponse', fixedResponseConfig: { content: 'no', httpCode: '99' } }],
      }),
  ],
  [
    'constraint-range',
    'health_check_config.healthy_threshold',
    'write healthCheckConfig.healthyThreshold: 2',
    (s, i) =>
      new AlbServerGroup(s, i, {
        serverGroupName: 'web',
        healthCheckConfig: { healthCheckEnabled: true, healthyThreshold: 1 },
      }),
  ],
  ['constraint-range', 'cps', 'write cps: 1000000', (s, i) => new NlbListener(s, i, { ...nlb, cps: 2000000 })],
  [
    'constraint-enum',
    'payment_type',
    /"PayAsYouGo"/,
    (s, i) =>
      new NlbLoadBalancer(s, i, { vpcId: ID, addressType: 'Internet', zoneMappings: zones, paymentType: 'payasyougo' }),
  ],
  [
    'constraint-range',
    'connection_drain_timeout',
    'write connectionDrainTimeout: 10',
    (s, i) => new NlbServerGroup(s, i, { vpcId: ID, serverGroupName: 'web', connectionDrainTimeout: 5 }),
  ],
  // Data
  [
    'constraint-enum',
    'db_instance_storage_type',
    'write dbInstanceStorageType: "cloud_essd"',
    (s, i) => new DbInstance(s, i, { ...rds, dbInstanceStorageType: 'essd' }),
  ],
  [
    'constraint-enum',
    'instance_charge_type',
    'write instanceChargeType: "Postpaid"',
    (s, i) => new DbInstance(s, i, { ...rds, instanceChargeType: 'PostPaid' }),
  ],
  [
    'constraint-enum',
    'monitoring_period',
    'write monitoringPeriod: 60',
    (s, i) => new DbInstance(s, i, { ...rds, monitoringPeriod: 50 }),
  ],
  [
    'constraint-pattern',
    'account_name',
    /accountName: "word-press"|accountName: "word_press"/,
    (s, i) => new DbAccount(s, i, { dbInstanceId: ID, accountName: 'Word-Press' }),
  ],
  [
    'constraint-missing',
    'db_instance_id',
    /dbInstanceId, instanceId/,
    (s, i) => new DbAccount(s, i, { accountName: 'wordpress' }),
  ],
  [
    'constraint-enum',
    'preferred_backup_time',
    /"02:00Z-03:00Z"/,
    (s, i) => new DbBackupPolicy(s, i, { instanceId: ID, preferredBackupTime: '2:00Z-3:00Z' }),
  ],
  [
    'constraint-range',
    'log_backup_local_retention_number',
    /: 100/,
    (s, i) => new DbBackupPolicy(s, i, { instanceId: ID, logBackupLocalRetentionNumber: 101 }),
  ],
  [
    'constraint-enum',
    'engine_version',
    'write engineVersion: "6.0"',
    (s, i) => new KvstoreInstance(s, i, { engineVersion: '6' }),
  ],
  [
    'constraint-conflict',
    'payment_type',
    /keep one of/,
    (s, i) => new KvstoreInstance(s, i, { paymentType: 'PostPaid', instanceChargeType: 'PostPaid' }),
  ],
  ['constraint-range', 'port', 'write port: 1024', (s, i) => new RedisTairInstance(s, i, { ...tair, port: 443 })],
  [
    'constraint-enum',
    'instance_type',
    'write instanceType: "tair_rdb"',
    (s, i) => new RedisTairInstance(s, i, { ...tair, instanceType: 'tair-rdb' }),
  ],
  [
    'constraint-enum',
    'replication_factor',
    /replicationFactor: [35]/,
    (s, i) => new MongodbInstance(s, i, { ...mongo, replicationFactor: 4 }),
  ],
  [
    'constraint-partner',
    'hot_replica_mode',
    'write dbNodeId as well',
    (s, i) => new PolardbCluster(s, i, { ...polar, hotReplicaMode: 'ON' }),
  ],
  [
    'constraint-range',
    'db_node_count',
    'write dbNodeCount: 16',
    (s, i) => new PolardbCluster(s, i, { ...polar, dbNodeCount: 20 }),
  ],
  [
    'constraint-enum',
    'storage_type',
    'write storageType: "Capacity"',
    (s, i) => new NasFileSystem(s, i, { protocolType: 'NFS', storageType: 'capacity' }),
  ],
  [
    'constraint-range',
    'recycle_bin.reserved_days',
    'write recycleBin.reservedDays: 180',
    (s, i) =>
      new NasFileSystem(s, i, { protocolType: 'NFS', storageType: 'Capacity', recycleBin: { reservedDays: 365 } }),
  ],
  [
    'constraint-enum',
    'rw_access_type',
    'write rwAccessType: "RDONLY"',
    (s, i) => new NasAccessRule(s, i, { accessGroupName: 'web', rwAccessType: 'READONLY' }),
  ],
  [
    'constraint-range',
    'priority',
    'write priority: 100',
    (s, i) => new NasAccessRule(s, i, { accessGroupName: 'web', priority: 101 }),
  ],
  ['constraint-enum', 'storage_class', /"IA"/, (s, i) => new OssBucket(s, i, { bucket: 'acme', storageClass: 'ia' })],
  [
    'constraint-partner',
    'object_worm_mode',
    'write objectWormRetainUntilDate as well',
    (s, i) => new OssBucketObject(s, i, { bucket: 'acme', key: 'k', content: 'c', objectWormMode: 'COMPLIANCE' }),
  ],
  [
    'constraint-conflict',
    'content',
    /keep one of/,
    (s, i) => new OssBucketObject(s, i, { bucket: 'acme', key: 'k', content: 'c', source: 'f' }),
  ],
  [
    'constraint-enum',
    'instance_type',
    'write instanceType: "HighPerformance"',
    (s, i) => new OtsInstance(s, i, { name: 'table', instanceType: 'Performance' }),
  ],
  ['constraint-enum', 'deploy_type', /deployType: [45]/, (s, i) => new AlikafkaInstance(s, i, { deployType: 6 })],
  [
    'constraint-pattern',
    'topic_name',
    'write topicName: "paid-orders"',
    (s, i) => new RocketmqTopic(s, i, { instanceId: ID, topicName: 'paid orders' }),
  ],
  // Logs, keys, roles, alarms
  [
    'constraint-pattern',
    'project_name',
    'write projectName: "shop-logs"',
    (s, i) => new LogProject(s, i, { projectName: 'shop.logs' }),
  ],
  [
    'constraint-missing',
    'project_name',
    'write one of projectName, project',
    (s, i) => new LogStore(s, i, { logstoreName: 'web' }),
  ],
  [
    'constraint-range',
    'max_split_shard_count',
    'write maxSplitShardCount: 256',
    (s, i) => new LogStore(s, i, { projectName: 'shop', logstoreName: 'web', maxSplitShardCount: 300 }),
  ],
  [
    'constraint-range',
    'pending_window_in_days',
    'write pendingWindowInDays: 7',
    (s, i) => new KmsKey(s, i, { pendingWindowInDays: 3 }),
  ],
  [
    'constraint-enum',
    'key_spec',
    'write keySpec: "Aliyun_AES_256"',
    (s, i) => new KmsKey(s, i, { keySpec: 'AES_256' }),
  ],
  [
    'constraint-conflict',
    'status',
    /keep one of/,
    (s, i) => new KmsKey(s, i, { keyState: 'Enabled', status: 'Enabled' }),
  ],
  ['constraint-conflict', 'role_name', /keep one of/, (s, i) => new RamRole(s, i, { name: 'a', roleName: 'b' })],
  [
    'constraint-enum',
    'statement[0].effect',
    'write statement[0].effect: "Allow"',
    (s, i) =>
      new RamPolicy(s, i, { policyName: 'p', statement: [{ effect: 'allow', action: ['oss:*'], resource: ['*'] }] }),
  ],
  [
    'constraint-enum',
    'rotate_strategy',
    /"None"/,
    (s, i) => new RamPolicy(s, i, { policyName: 'p', policyDocument: '{}', rotateStrategy: 'none' }),
  ],
  [
    'constraint-enum',
    'cluster_type',
    'write clusterType: "aliyun-cs"',
    (s, i) => new ArmsPrometheus(s, i, { clusterType: 'aliyuncs', grafanaInstanceId: 'free' }),
  ],
  [
    'constraint-range',
    'silence_time',
    'write silenceTime: 300',
    (s, i) => new CmsAlarm(s, i, { contactGroups: ['g'], metric: 'CPU', name: 'n', project: 'p', silenceTime: 60 }),
  ],
  [
    'constraint-conflict',
    'operation_preferences.failure_tolerance_count',
    /keep one of operationPreferences.failureToleranceCount, operationPreferences.failureTolerancePercentage/,
    (s, i) =>
      new RosStackInstances(s, i, {
        ...stacks,
        operationPreferences: { failureToleranceCount: 1, failureTolerancePercentage: 10 },
      }),
  ],
  // Data sources
  ['constraint-missing', 'owners', /nameRegex, owners, imageOwnerId/, (s, i) => new DataAlicloudImages(s, i, {})],
  [
    'constraint-enum',
    'available_resource_creation',
    /"VSwitch"/,
    (s, i) => new DataAlicloudZones(s, i, { availableResourceCreation: 'vswitch' }),
  ],
  // Past the bindings
  [
    'constraint-enum',
    'nat_type',
    /natType: "Enhanced"/,
    (s, i) => overridden(new NatGateway(s, i, { vpcId: ID }), 'nat_type', 'Enhance'),
  ],
  [
    'constraint-range',
    'priority',
    'write priority: 100',
    (s, i) =>
      overridden(new SecurityGroupRule(s, i, { ...rule, cidrIp: Fn.join('/', ['10.0.0.0', '8']) }), 'priority', 300),
  ],
];

function overridden(resource: Vpc | NatGateway | SecurityGroupRule, path: string, value: unknown): IConstruct {
  resource.addOverride(path, value);
  return resource;
}
