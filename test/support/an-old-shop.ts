import { CsKubernetesNodePool } from '@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool';
import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { DbBackupPolicy } from '@cdktf/provider-alicloud/lib/db-backup-policy';
import { DbDatabase } from '@cdktf/provider-alicloud/lib/db-database';
import { DbInstance } from '@cdktf/provider-alicloud/lib/db-instance';
import { NasAccessGroup } from '@cdktf/provider-alicloud/lib/nas-access-group';
import { NasFileSystem as NasFileSystemL1 } from '@cdktf/provider-alicloud/lib/nas-file-system';
import { NasMountTarget } from '@cdktf/provider-alicloud/lib/nas-mount-target';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { RdsAccount } from '@cdktf/provider-alicloud/lib/rds-account';
import { SecurityGroup as SecurityGroupL1 } from '@cdktf/provider-alicloud/lib/security-group';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { TerraformStack, type App } from 'cdktf';
import type { SimulatedCloud } from './simulated-cloud';

const H = 'cn-hangzhou-h';
const I = 'cn-hangzhou-i';

/** A shop as somebody clicked it together: a VPC of their own plan, a cluster, a pool, a database, files. */
export function byHand(app: App): void {
  const stack = new TerraformStack(app, 'console');
  new AlicloudProvider(stack, 'alicloud', { region: 'cn-hangzhou' });
  const vpc = new Vpc(stack, 'vpc', { vpcName: 'prod', cidrBlock: '10.32.0.0/16' });
  const vswitch = (name: string, zoneId: string, cidrBlock: string) =>
    new Vswitch(stack, name, { vswitchName: `prod-${name}`, vpcId: vpc.id, zoneId, cidrBlock });
  const nodes = [vswitch('nodes-h', H, '10.32.0.0/20'), vswitch('nodes-i', I, '10.32.16.0/20')];
  const data = [vswitch('data-h', H, '10.32.240.0/24'), vswitch('data-i', I, '10.32.241.0/24')];
  const group = new SecurityGroupL1(stack, 'group', { securityGroupName: 'prod', vpcId: vpc.id });
  const cluster = new CsManagedKubernetes(stack, 'cluster', {
    name: 'prod',
    clusterSpec: 'ack.pro.small',
    version: '1.33.3-aliyun.1',
    vswitchIds: nodes.map(({ id }) => id),
    podCidr: '172.20.0.0/16',
    nodeCidrMask: 25,
    serviceCidr: '172.21.0.0/20',
    proxyMode: 'ipvs',
    ipStack: 'ipv4',
    securityGroupId: group.id,
    enableRrsa: false,
    deletionProtection: true,
    auditLogConfig: { enabled: false },
    newNatGateway: true,
  });
  new CsKubernetesNodePool(stack, 'pool', {
    clusterId: cluster.id,
    nodePoolName: 'default-nodepool',
    vswitchIds: nodes.map(({ id }) => id),
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    desiredSize: '3',
    imageType: 'AliyunLinux3',
    systemDiskCategory: 'cloud_essd',
    systemDiskSize: 120,
    systemDiskPerformanceLevel: 'PL1',
    runtimeName: 'containerd',
    installCloudMonitor: true,
  });
  const database = new DbInstance(stack, 'database', {
    engine: 'MySQL',
    engineVersion: '8.0',
    instanceName: 'prod-db',
    instanceType: 'mysql.n2.medium.2c',
    instanceChargeType: 'Postpaid',
    category: 'HighAvailability',
    instanceStorage: 100,
    dbInstanceStorageType: 'cloud_essd',
    vpcId: vpc.id,
    vswitchId: data.map(({ id }) => id).join(','),
    zoneId: H,
    zoneIdSlaveA: I,
    securityIps: ['10.32.0.0/16'],
    deletionProtection: true,
    monitoringPeriod: 300,
    maintainTime: '19:00Z-20:00Z',
    sslAction: 'Close',
    autoUpgradeMinorVersion: 'Manual',
  });
  new DbBackupPolicy(stack, 'backup', {
    instanceId: database.id,
    preferredBackupPeriod: ['Monday', 'Thursday'],
    preferredBackupTime: '20:00Z-21:00Z',
    backupRetentionPeriod: 30,
    enableBackupLog: true,
    logBackupRetentionPeriod: 30,
  });
  const shop = new DbDatabase(stack, 'shop', {
    instanceId: database.id,
    dataBaseName: 'shop',
    characterSet: 'utf8mb4',
  });
  new RdsAccount(stack, 'account', {
    dbInstanceId: database.id,
    accountName: 'shop',
    accountPassword: 'Once-typed-1',
    accountType: 'Normal',
    dependsOn: [shop],
  });
  const files = new NasFileSystemL1(stack, 'files', {
    protocolType: 'NFS',
    storageType: 'Performance',
    fileSystemType: 'standard',
    zoneId: H,
    encryptType: 1,
    description: 'prod files',
  });
  const access = new NasAccessGroup(stack, 'access', {
    accessGroupName: 'prod',
    accessGroupType: 'Vpc',
    fileSystemType: 'standard',
  });
  new NasMountTarget(stack, 'target', {
    fileSystemId: files.id,
    accessGroupName: access.accessGroupName,
    networkType: 'Vpc',
    vpcId: vpc.id,
    vswitchId: data[0]!.id,
  });
}

/** The ids that the document shows, and what they are in the cloud, the longer ones first. */
export async function documentedIds(cloud: SimulatedCloud): Promise<readonly (readonly [string, string])[]> {
  const [, pool] = (await cloud.idOf('alicloud_cs_kubernetes_node_pool')).split(':');
  const files = await cloud.idOf('alicloud_nas_file_system');
  const [, domain] = (await cloud.idOf('alicloud_nas_mount_target')).split(':');
  const vswitches = (await cloud.things('alicloud_vswitch')).map(({ id, values }) => {
    const [, purpose, zone] = String(values.vswitch_name).split('-');
    return [`vsw-bp1${purpose}${zone}`, id] as const;
  });
  return [
    ['vpc-bp1prod', await cloud.idOf('alicloud_vpc')],
    ...vswitches,
    ['sg-bp1prod', await cloud.idOf('alicloud_security_group')],
    ['c0123456789abcdef0123456789abcdef', await cloud.idOf('alicloud_cs_managed_kubernetes')],
    ['np0123456789abcdef0123456789abcdef', pool!],
    ['rm-bp1prod', await cloud.idOf('alicloud_db_instance')],
    ['0a1b2c3d4e-abc12.cn-hangzhou.nas.aliyuncs.com', domain!],
    ['0a1b2c3d4e', files],
  ];
}
