/** A managed cluster and its nodes written by hand with L1 classes, as somebody would who knows every attribute. */
import {
  CsKubernetesNodePool,
  type CsKubernetesNodePoolConfig,
} from '@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool';
import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { LogProject } from '@cdktf/provider-alicloud/lib/log-project';
import { SecurityGroup } from '@cdktf/provider-alicloud/lib/security-group';
import { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import type { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { Id } from '@cdktf/provider-random/lib/id';
import type { Construct } from 'constructs';
import type { Net } from './network-by-hand';

/** What others need of a cluster. */
export interface Made {
  readonly ack: CsManagedKubernetes;
  readonly pool: CsKubernetesNodePool;
  readonly vswitches: Readonly<Record<string, readonly Vswitch[]>>;
  readonly nodes: SecurityGroup;
}

/** The security group of all that will be in a cluster, with its rules in the order in which they are waited for. */
export function clusterGroup(scope: Construct, name: string, { vpc }: Net) {
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
  return { nodes, rules: [letOut, letIn] };
}

/** What goes with a cluster, and what outlives it. */
export const DELETE_OPTIONS = [
  { resourceType: 'SLB', deleteMode: 'delete' },
  { resourceType: 'ALB', deleteMode: 'delete' },
  { resourceType: 'PrivateZone', deleteMode: 'delete' },
  { resourceType: 'SLS_Data', deleteMode: 'retain' },
  { resourceType: 'SLS_ControlPlane', deleteMode: 'retain' },
];

/** The cluster without nodes, and the security group of all that will be in it. */
export function controlPlane(scope: Construct, name: string, net: Net) {
  const { vswitches, egress } = net;
  const { nodes, rules } = clusterGroup(scope, name, net);
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
    deleteOptions: DELETE_OPTIONS,
    timeouts: { create: '90m', update: '60m', delete: '60m' },
    dependsOn: [...egress, ...rules],
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
  return { ack, nodes };
}

/** A pool of nodes of the given size. */
export function workers(
  scope: Construct,
  name: string,
  { vswitches, egress }: Net,
  ack: CsManagedKubernetes,
  size: Pick<CsKubernetesNodePoolConfig, 'instanceTypes' | 'scalingConfig' | 'desiredSize' | 'lifecycle'>,
): CsKubernetesNodePool {
  return new CsKubernetesNodePool(scope, 'workers', {
    clusterId: ack.id,
    nodePoolName: `${name}-cluster-workers`,
    vswitchIds: vswitches.nodes!.map(({ id }) => id),
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
    timeouts: { create: '90m', update: '60m', delete: '60m' },
    dependsOn: egress,
    ...size,
  });
}
