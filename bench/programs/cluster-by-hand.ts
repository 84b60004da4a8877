/** A network and a managed cluster written by hand with L1 classes, as somebody would who knows every attribute. */
import { CsAutoscalingConfig } from '@cdktf/provider-alicloud/lib/cs-autoscaling-config';
import { CsKubernetesNodePool } from '@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool';
import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { EipAddress } from '@cdktf/provider-alicloud/lib/eip-address';
import { EipAssociation } from '@cdktf/provider-alicloud/lib/eip-association';
import { LogProject } from '@cdktf/provider-alicloud/lib/log-project';
import { NatGateway } from '@cdktf/provider-alicloud/lib/nat-gateway';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { SecurityGroup } from '@cdktf/provider-alicloud/lib/security-group';
import { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import { SnatEntry } from '@cdktf/provider-alicloud/lib/snat-entry';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { Id } from '@cdktf/provider-random/lib/id';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { type App, LocalBackend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

export const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
const RANGES: Record<string, Record<string, string>> = {
  nodes: { 'cn-hangzhou-h': '10.0.206.0/24', 'cn-hangzhou-i': '10.0.208.0/24', 'cn-hangzhou-j': '10.0.210.0/24' },
  pods: { 'cn-hangzhou-h': '10.0.56.0/22', 'cn-hangzhou-i': '10.0.64.0/22', 'cn-hangzhou-j': '10.0.72.0/22' },
  eci: { 'cn-hangzhou-h': '10.0.156.0/23', 'cn-hangzhou-i': '10.0.160.0/23', 'cn-hangzhou-j': '10.0.164.0/23' },
  data: { 'cn-hangzhou-h': '10.0.231.0/25', 'cn-hangzhou-i': '10.0.232.0/25', 'cn-hangzhou-j': '10.0.233.0/25' },
};

/** A stack of cloud resources. */
export function cloudStack(app: App, id: string): TerraformStack {
  const made = new TerraformStack(app, id);
  new AlicloudProvider(made, 'alicloud', { region: 'cn-hangzhou' });
  new RandomProvider(made, 'random');
  new LocalBackend(made, { path: `../../../terraform.${id}.tfstate` });
  return made;
}

/** What others need of a cluster. */
export interface Made {
  readonly ack: CsManagedKubernetes;
  readonly pool: CsKubernetesNodePool;
  readonly vswitches: Readonly<Record<string, readonly Vswitch[]>>;
  readonly nodes: SecurityGroup;
}

export function cluster(scope: Construct, name: string): Made {
  const vpc = new Vpc(scope, 'vpc', {
    cidrBlock: '10.0.0.0/16',
    vpcName: `${name}-network`,
    timeouts: { delete: '15m' },
  });
  const vswitches: Record<string, Vswitch[]> = {};
  for (const purpose of Object.keys(RANGES)) {
    vswitches[purpose] = ZONES.map(
      (zone) =>
        new Vswitch(scope, `vswitch-${purpose}-${zone}`, {
          vpcId: vpc.id,
          vswitchName: `${name}-network-${purpose}-${zone}`,
          zoneId: zone,
          cidrBlock: RANGES[purpose]![zone]!,
          timeouts: { delete: '15m' },
        }),
    );
  }
  const nat = new NatGateway(scope, 'nat', {
    natGatewayName: `${name}-network-nat`,
    vpcId: vpc.id,
    vswitchId: vswitches.nodes![0]!.id,
    natType: 'Enhanced',
    networkType: 'internet',
    paymentType: 'PayAsYouGo',
    internetChargeType: 'PayByLcu',
    eipBindMode: 'MULTI_BINDED',
    deletionProtection: true,
    lifecycle: { ignoreChanges: ['vswitch_id'] },
  });
  const addresses = [1, 2].map(
    (n) =>
      new EipAddress(scope, `address-${n}`, {
        addressName: `${name}-network-nat-address-${n}`,
        paymentType: 'PayAsYouGo',
        internetChargeType: 'PayByTraffic',
        bandwidth: '100',
        deletionProtection: true,
      }),
  );
  const associations = addresses.map(
    (address, index) =>
      new EipAssociation(scope, `association-${index + 1}`, {
        allocationId: address.id,
        instanceId: nat.id,
        instanceType: 'Nat',
      }),
  );
  const egress = ['nodes', 'pods', 'eci'].flatMap((purpose) =>
    vswitches[purpose]!.map(
      (vswitch, index) =>
        new SnatEntry(scope, `snat-${purpose}-${ZONES[index]}`, {
          snatEntryName: `${name}-network-nat-${purpose}-${ZONES[index]}`,
          snatTableId: nat.snatTableIds,
          snatIp: addresses.map((address) => address.ipAddress).join(','),
          sourceVswitchId: vswitch.id,
          dependsOn: associations,
        }),
    ),
  );
  const nodes = new SecurityGroup(scope, 'nodes', {
    securityGroupName: `${name}-cluster-security-group`,
    securityGroupType: 'enterprise',
    vpcId: vpc.id,
    timeouts: { delete: '15m' },
  });
  const everything = { ipProtocol: 'all', portRange: '-1/-1', nicType: 'intranet', policy: 'accept', priority: 1 };
  const letIn = new SecurityGroupRule(scope, 'nodes-in', {
    ...everything,
    securityGroupId: nodes.id,
    type: 'ingress',
    cidrIp: '10.0.0.0/16',
    description: 'the network and its Pods',
  });
  const letOut = new SecurityGroupRule(scope, 'nodes-out', {
    ...everything,
    securityGroupId: nodes.id,
    type: 'egress',
    cidrIp: '0.0.0.0/0',
  });
  const suffix = new Id(scope, 'suffix', { byteLength: 4 });
  const logs = new LogProject(scope, 'logs', { projectName: `${name}-cluster-log-project-${suffix.hex}` });
  const ack = new CsManagedKubernetes(scope, 'cluster', {
    name: `${name}-cluster`,
    clusterSpec: 'ack.pro.small',
    vswitchIds: vswitches.nodes!.map(({ id }) => id),
    podVswitchIds: vswitches.pods!.map(({ id }) => id),
    securityGroupId: nodes.id,
    serviceCidr: '172.21.0.0/20',
    ipStack: 'ipv4',
    proxyMode: 'iptables',
    newNatGateway: false,
    slbInternetEnabled: false,
    deletionProtection: true,
    enableRrsa: true,
    skipSetCertificateAuthority: true,
    controlPlaneLogComponents: ['apiserver', 'ccm', 'controlplane-events', 'kcm', 'scheduler'],
    controlPlaneLogProject: logs.projectName,
    controlPlaneLogTtl: '30',
    auditLogConfig: { enabled: true, slsProjectName: logs.projectName },
    addons: [
      { name: 'terway-eniip', config: '{"ENITrunking":"true","IPVlan":"false","NetworkPolicy":"true"}' },
      { name: 'nginx-ingress-controller', disabled: true },
    ],
    deleteOptions: [
      { resourceType: 'SLB', deleteMode: 'delete' },
      { resourceType: 'ALB', deleteMode: 'delete' },
      { resourceType: 'PrivateZone', deleteMode: 'delete' },
      { resourceType: 'SLS_Data', deleteMode: 'retain' },
      { resourceType: 'SLS_ControlPlane', deleteMode: 'retain' },
    ],
    timeouts: { create: '90m', update: '60m', delete: '60m' },
    dependsOn: [...egress, letOut, letIn],
    lifecycle: {
      ignoreChanges: [
        'addons',
        'control_plane_log_components',
        'name_prefix',
        'new_nat_gateway',
        'proxy_mode',
        'slb_internet_enabled',
        'user_ca',
        'zone_ids',
      ],
    },
  });
  const pool = new CsKubernetesNodePool(scope, 'workers', {
    clusterId: ack.id,
    nodePoolName: `${name}-cluster-workers`,
    vswitchIds: vswitches.nodes!.map(({ id }) => id),
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    instanceChargeType: 'PostPaid',
    spotStrategy: 'NoSpot',
    imageType: 'AliyunLinux3ContainerOptimized',
    runtimeName: 'containerd',
    forceDelete: false,
    installCloudMonitor: true,
    multiAzPolicy: 'BALANCE',
    systemDiskCategory: 'cloud_essd',
    systemDiskPerformanceLevel: 'PL1',
    systemDiskSize: 120,
    systemDiskEncrypted: true,
    instanceMetadataOptions: { httpTokens: 'required' },
    management: {
      enable: true,
      autoRepair: true,
      autoRepairPolicy: { restartNode: true },
      autoUpgrade: false,
      autoVulFix: false,
      maxUnavailable: 1,
    },
    scalingConfig: { enable: true, minSize: 3, maxSize: 12, type: 'cpu' },
    timeouts: { create: '90m', update: '60m', delete: '60m' },
    dependsOn: egress,
    lifecycle: { ignoreChanges: ['desired_size', 'image_id', 'runtime_version'] },
  });
  new CsAutoscalingConfig(scope, 'autoscaler', {
    clusterId: ack.id,
    coolDownDuration: '10m',
    unneededDuration: '10m',
    utilizationThreshold: '0.5',
    gpuUtilizationThreshold: '0.5',
    scanInterval: '30s',
    scaleDownEnabled: true,
    expander: 'least-waste',
  });
  return { ack, pool, vswitches, nodes };
}
