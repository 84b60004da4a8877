/** What Jenkins needs of the cloud, by hand with L1 classes: network, cluster, home, balancer, and where images go. */
import { createHash } from 'node:crypto';
import { CrEeNamespace } from '@cdktf/provider-alicloud/lib/cr-ee-namespace';
import { CrEeRepo } from '@cdktf/provider-alicloud/lib/cr-ee-repo';
import { CrScanRule } from '@cdktf/provider-alicloud/lib/cr-scan-rule';
import { CrVpcEndpointLinkedVpc } from '@cdktf/provider-alicloud/lib/cr-vpc-endpoint-linked-vpc';
import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import { HbrPolicy } from '@cdktf/provider-alicloud/lib/hbr-policy';
import { HbrPolicyBinding } from '@cdktf/provider-alicloud/lib/hbr-policy-binding';
import { HbrVault } from '@cdktf/provider-alicloud/lib/hbr-vault';
import { NasAccessGroup } from '@cdktf/provider-alicloud/lib/nas-access-group';
import { NasAccessRule } from '@cdktf/provider-alicloud/lib/nas-access-rule';
import { NasFileSystem } from '@cdktf/provider-alicloud/lib/nas-file-system';
import { NasMountTarget } from '@cdktf/provider-alicloud/lib/nas-mount-target';
import { RamPolicy } from '@cdktf/provider-alicloud/lib/ram-policy';
import { RamRole } from '@cdktf/provider-alicloud/lib/ram-role';
import { RamRolePolicyAttachment } from '@cdktf/provider-alicloud/lib/ram-role-policy-attachment';
import { SlbLoadBalancer } from '@cdktf/provider-alicloud/lib/slb-load-balancer';
import { type App, Fn } from 'cdktf';
import type { Construct } from 'constructs';
import { controlPlane, type Made, workers } from './ack-by-hand';
import { virtualNode } from './apps-by-hand';
import { cloudStack, network, type Net, RANGES } from './network-by-hand';

const INSTANCE = 'cri-abc123';

/** What runs in the cluster needs of the cloud. */
export interface JenkinsCloud extends Omit<Made, 'pool'> {
  readonly home: NasMountTarget;
  readonly front: SlbLoadBalancer;
  /** Name of the role that pushes images. */
  readonly pusher: string;
}

export function jenkinsCloud(app: App, id: string): JenkinsCloud {
  const name = `${id}-cloud`;
  const cloud = cloudStack(app, name);
  const net = network(cloud, name);
  const { ack, nodes } = controlPlane(cloud, name, net);
  const pool = workers(cloud, name, net, ack, {
    instanceTypes: ['ecs.g8i.xlarge', 'ecs.g7.xlarge', 'ecs.g8a.xlarge'],
    desiredSize: '3',
    scalingConfig: { enable: false },
    lifecycle: { ignoreChanges: ['image_id', 'runtime_version'] },
  });
  virtualNode(cloud, { ack, pool });
  components(cloud, { ack, pool });
  const home = homeFiles(cloud, name, net);
  const front = new SlbLoadBalancer(cloud, 'front', {
    loadBalancerName: `${name}-front`,
    addressType: 'intranet',
    vswitchId: net.vswitches.nodes![0]!.id,
    paymentType: 'PayAsYouGo',
    instanceChargeType: 'PayByCLCU',
    deleteProtection: 'on',
    modificationProtectionStatus: 'ConsoleProtection',
    timeouts: { create: '10m', delete: '15m' },
    lifecycle: { ignoreChanges: ['tags', 'vswitch_id'] },
  });
  registry(cloud, net);
  const pusher = pushRole(cloud, name, ack);
  return { ack, nodes, vswitches: net.vswitches, home, front, pusher };
}

/** What takes roles for service accounts, and what pulls without a password. */
function components(cloud: Construct, { ack, pool }: Pick<Made, 'ack' | 'pool'>): void {
  const same = {
    clusterId: ack.id,
    timeouts: { create: '30m', update: '30m', delete: '30m' },
    dependsOn: [pool],
  };
  new CsKubernetesAddon(cloud, 'pod-identity', { ...same, name: 'ack-pod-identity-webhook' });
  const AcrInstanceInfo = [{ instanceId: INSTANCE, regionId: 'cn-hangzhou' }];
  const watchNamespace = 'jenkins,jenkins-agents,jenkins-release,production,test';
  new CsKubernetesAddon(cloud, 'pulls', {
    ...same,
    name: 'managed-aliyun-acr-credential-helper',
    config: JSON.stringify({ AcrInstanceInfo, serviceAccount: '*', watchNamespace }),
  });
}

/** The home of the controller, which every node and Pod may mount, with a backup each day. */
function homeFiles(cloud: Construct, name: string, { vpc, vswitches }: Net): NasMountTarget {
  const fileSystemType = 'standard';
  const system = new NasFileSystem(cloud, 'home', {
    description: `${name}-home`,
    fileSystemType,
    protocolType: 'NFS',
    storageType: 'Performance',
    encryptType: 1,
    zoneId: 'cn-hangzhou-h',
    recycleBin: { status: 'Enable', reservedDays: 7 },
    timeouts: { create: '15m', update: '15m', delete: '20m' },
    lifecycle: { ignoreChanges: ['zone_id'] },
  });
  const vault = new HbrVault(cloud, 'vault', { vaultName: `${name}-home-backup`, vaultType: 'STANDARD' });
  const policy = new HbrPolicy(cloud, 'backup', {
    policyName: `${name}-home-backup`,
    rules: [
      {
        ruleType: 'BACKUP',
        backupType: 'COMPLETE',
        schedule: 'I|1704132000|P1D',
        retention: 14,
        vaultId: vault.id,
      },
    ],
  });
  new HbrPolicyBinding(cloud, 'backed-up', { policyId: policy.id, sourceType: 'NAS', dataSourceId: system.id });
  const access = new NasAccessGroup(cloud, 'access', {
    accessGroupName: `${name}-home`,
    accessGroupType: 'Vpc',
    fileSystemType,
  });
  const rules = Object.values(RANGES['nodes']!)
    .sort()
    .map(
      (range) =>
        new NasAccessRule(cloud, `access-${range.replace(/[./]/g, '-')}`, {
          accessGroupName: access.accessGroupName,
          fileSystemType,
          sourceCidrIp: range,
          rwAccessType: 'RDWR',
          userAccessType: 'no_squash',
          priority: 1,
        }),
    );
  return new NasMountTarget(cloud, 'target', {
    fileSystemId: system.id,
    accessGroupName: access.accessGroupName,
    networkType: 'Vpc',
    vpcId: vpc.id,
    vswitchId: vswitches.data![0]!.id,
    timeouts: { create: '15m', delete: '15m' },
    dependsOn: rules,
    lifecycle: { ignoreChanges: ['vswitch_id'] },
  });
}

/** The way to the registry, and in it where the images of the shop go. */
function registry(cloud: Construct, { vpc, vswitches }: Net): void {
  new CrVpcEndpointLinkedVpc(cloud, 'registry', {
    instanceId: INSTANCE,
    vpcId: vpc.id,
    vswitchId: vswitches.nodes![0]!.id,
    moduleName: 'Registry',
    enableCreateDnsRecordInPvzt: true,
    timeouts: { create: '10m', delete: '10m' },
    lifecycle: { ignoreChanges: ['vswitch_id'] },
  });
  const images = new CrEeNamespace(cloud, 'images', {
    instanceId: INSTANCE,
    name: 'ci',
    autoCreate: true,
    defaultVisibility: 'PRIVATE',
  });
  new CrScanRule(cloud, 'scan', {
    instanceId: INSTANCE,
    ruleName: 'scan-ci',
    scanScope: 'NAMESPACE',
    scanType: 'VUL',
    triggerType: 'AUTO',
    namespaces: [images.name],
    repoTagFilterPattern: '.*',
  });
  new CrEeRepo(cloud, 'shop', {
    instanceId: INSTANCE,
    namespace: images.name,
    name: 'shop',
    summary: 'shop',
    repoType: 'PRIVATE',
    tagImmutability: true,
  });
}

/** The role that builds take to push; answers its name. */
function pushRole(cloud: Construct, name: string, ack: Made['ack']): string {
  const roleName = `${name}-cluster-rrsa-jenkins-agents--builder`;
  const { ramOidcProviderArn, rrsaOidcIssuerUrl } = ack.rrsaMetadata.get(0);
  const role = new RamRole(cloud, 'builder', {
    roleName,
    description: 'service account builder of the namespace jenkins-agents',
    maxSessionDuration: 3600,
    assumeRolePolicyDocument: Fn.jsonencode({
      Version: '1',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Federated: [ramOidcProviderArn] },
          Condition: {
            StringEquals: {
              'oidc:iss': [rrsaOidcIssuerUrl],
              'oidc:aud': ['sts.aliyuncs.com'],
              'oidc:sub': ['system:serviceaccount:jenkins-agents:builder'],
            },
          },
        },
      ],
    }),
  });
  const pull = ['cr:PullRepository'];
  allowImages(cloud, {
    role,
    id: 'push',
    about: `${name}.registry.ci`,
    actions: [...pull, 'cr:PushRepository'],
    of: 'ci/*',
  });
  allowImages(cloud, { role, id: 'pull', about: `${name}.registry`, actions: pull, of: '*' });
  return roleName;
}

interface ImageRights {
  readonly role: RamRole;
  readonly id: string;
  readonly about: string;
  readonly actions: readonly string[];
  readonly of: string;
}

function allowImages(cloud: Construct, { role, id, about, actions, of }: ImageRights): void {
  // What it is about is part of the name, which ends with a checksum since no dot may be in it.
  const full = `${role.roleNameInput}-policy-${about}`;
  const checksum = createHash('sha256').update(full).digest('hex').slice(0, 8);
  const policy = new RamPolicy(cloud, id, {
    policyName: `${full.replaceAll('.', '-')}-${checksum}`,
    rotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded',
    policyDocument: JSON.stringify({
      Version: '1',
      Statement: [
        { Effect: 'Allow', Action: ['cr:GetAuthorizationToken'], Resource: ['*'] },
        { Effect: 'Allow', Action: actions, Resource: [`acs:cr:*:*:repository/${INSTANCE}/${of}`] },
      ],
    }),
  });
  new RamRolePolicyAttachment(cloud, `${id}-attached`, {
    policyName: policy.policyName,
    policyType: 'Custom',
    roleName: role.roleName,
  });
}
