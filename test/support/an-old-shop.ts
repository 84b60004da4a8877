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
import { TerraformStack, TerraformVariable, type App } from 'cdktf';
import {
  Adopt,
  CloudStack,
  ClusterLogs,
  Egress,
  ManagedCluster,
  MysqlCapacity,
  MysqlInstance,
  NasFileSystem,
  NasKind,
  Network,
  Peer,
  PodNetwork,
  SecurityGroup,
  type AdoptedVswitch,
} from '../../lib/index';
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

/** Import ids of the old shop, as the console shows them. */
export interface Ids {
  readonly vpc: string;
  readonly vswitches: Readonly<Record<string, AdoptedVswitch>>;
  readonly group: string;
  readonly cluster: string;
  readonly pool: string;
  readonly database: string;
  readonly files: string;
  readonly target: string;
}

export async function idsOf(cloud: SimulatedCloud): Promise<Ids> {
  const vswitches = await cloud.things('alicloud_vswitch');
  return {
    vpc: await cloud.idOf('alicloud_vpc'),
    vswitches: Object.fromEntries(
      vswitches.map(({ id, values }) => {
        const name = String(values.vswitch_name);
        const key = name.replace(/^prod-(\w+)-(\w)$/, '$1/cn-hangzhou-$2');
        return [key, { id, cidr: String(values.cidr_block), name }];
      }),
    ),
    group: await cloud.idOf('alicloud_security_group'),
    cluster: await cloud.idOf('alicloud_cs_managed_kubernetes'),
    pool: await cloud.idOf('alicloud_cs_kubernetes_node_pool'),
    database: await cloud.idOf('alicloud_db_instance'),
    files: await cloud.idOf('alicloud_nas_file_system'),
    target: await cloud.idOf('alicloud_nas_mount_target'),
  };
}

/** The program that takes the old shop over. */
export function adoptEverything(app: App, ids: Ids): void {
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', {
    name: 'prod',
    zones: [H, I],
    vpcCidr: '10.32.0.0/16',
    purposes: ['nodes', 'data'],
    podNetwork: PodNetwork.flannel({ podCidr: '172.20.0.0/16', nodeMask: 25 }),
    egress: Egress.none(),
    adopt: { vpc: ids.vpc, vswitches: ids.vswitches },
  });
  const group = SecurityGroup.fromAttributes(cloud, 'group', { securityGroupId: ids.group, type: 'basic' });
  const cluster = new ManagedCluster(cloud, 'cluster', {
    network,
    name: 'prod',
    version: '1.33.3-aliyun.1',
    securityGroup: group,
    logs: ClusterLogs.off(),
    adopt: ids.cluster,
  });
  // RRSA is off; switched on it cannot be switched off again, so that is a day's work of its own.
  Adopt.keep(cluster, ['enable_rrsa']);
  const pool = cluster.addNodePool('workers', {
    name: 'default-nodepool',
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    size: 3,
    image: 'AliyunLinux3',
    adopt: ids.pool,
  });
  Adopt.keep(pool, ['management', 'multi_az_policy', 'scaling_config', 'spot_strategy', 'system_disk_encrypted']);

  const database = new MysqlInstance(cloud, 'database', {
    network,
    name: 'prod-db',
    capacity: MysqlCapacity.fixed('mysql.n2.medium.2c'),
    maintenanceWindow: '19:00Z-20:00Z',
    backup: { days: ['Monday', 'Thursday'], hour: '20:00Z-21:00Z', retentionDays: 30 },
    tls: false,
    adopt: ids.database,
  }).addDatabase('shop', { adopt: `${ids.database}:shop` });
  database.allowFrom(Peer.cidr('10.32.0.0/16'));
  Adopt.parts(database, { backup: ids.database });
  Adopt.keep(database, ['auto_upgrade_minor_version', 'monitoring_period']);
  Adopt.keep(database, ['storage_auto_scale', 'storage_threshold', 'storage_upper_bound']);
  const password = new TerraformVariable(cloud, 'password', { sensitive: true, default: 'unknown' });
  const account = new RdsAccount(cloud, 'account', {
    dbInstanceId: database.instanceId,
    accountName: 'shop',
    accountPassword: password.stringValue,
    accountType: 'Normal',
  });
  Adopt.resource(account, `${ids.database}:shop`);

  const files = new NasFileSystem(cloud, 'files', {
    network,
    kind: NasKind.standard('Performance'),
    description: 'prod files',
    adopt: ids.files,
  });
  Adopt.parts(files, { access: 'prod:standard', target: ids.target });
  Adopt.keep(files, ['recycle_bin']);
}
