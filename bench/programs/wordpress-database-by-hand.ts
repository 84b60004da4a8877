/** A MySQL instance in two zones, a database and two accounts, by hand with L1 classes. */
import { DbAccountPrivilege } from '@cdktf/provider-alicloud/lib/db-account-privilege';
import { DbBackupPolicy } from '@cdktf/provider-alicloud/lib/db-backup-policy';
import { DbDatabase } from '@cdktf/provider-alicloud/lib/db-database';
import { DbInstance, type DbInstanceConfig } from '@cdktf/provider-alicloud/lib/db-instance';
import { RdsAccount } from '@cdktf/provider-alicloud/lib/rds-account';
import type { SecurityGroup } from '@cdktf/provider-alicloud/lib/security-group';
import { Password } from '@cdktf/provider-random/lib/password';
import type { Construct } from 'constructs';
import type { Net } from './network-by-hand';

export interface Database {
  readonly name: string;
  readonly net: Net;
  /** Group of all that may connect. */
  readonly nodes: SecurityGroup;
}

/** How large an instance is, and how it is paid. */
export type Size = Pick<DbInstanceConfig, 'category' | 'instanceType' | 'instanceChargeType' | 'serverlessConfig'>;

/** What every password here is made of. */
export const PASSWORD = { minLower: 2, minUpper: 2, minNumeric: 2, minSpecial: 2, overrideSpecial: '_-+=' };

/** An instance in two zones of the given size. */
export function mysql(cloud: Construct, { name, net, nodes }: Database, size: Size): DbInstance {
  const [first, second] = net.vswitches.data!;
  const instance = new DbInstance(cloud, 'database', {
    instanceName: `${name}-database`,
    engine: 'MySQL',
    engineVersion: '8.0',
    ...size,
    instanceStorage: 50,
    dbInstanceStorageType: 'cloud_essd',
    storageAutoScale: 'Enable',
    storageThreshold: 10,
    storageUpperBound: 200,
    vpcId: net.vpc.id,
    vswitchId: `${first!.id},${second!.id}`,
    zoneId: 'cn-hangzhou-h',
    zoneIdSlaveA: 'cn-hangzhou-i',
    securityGroupIds: [nodes.id],
    securityIps: ['127.0.0.1'],
    sslAction: 'Open',
    maintainTime: '18:00Z-19:00Z',
    monitoringPeriod: 60,
    autoUpgradeMinorVersion: 'Auto',
    deletionProtection: true,
    timeouts: { create: '60m', update: '60m', delete: '30m' },
    lifecycle: { ignoreChanges: ['instance_storage', 'vswitch_id', 'zone_id', 'zone_id_slave_a'] },
  });
  new DbBackupPolicy(cloud, 'backup', {
    instanceId: instance.id,
    preferredBackupPeriod: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    preferredBackupTime: '18:00Z-19:00Z',
    backupRetentionPeriod: 14,
    enableBackupLog: true,
    logBackupRetentionPeriod: 14,
  });
  return instance;
}

/** Whose database it is. */
export interface Owner {
  /** Its namespace, which its accounts are called after. */
  readonly namespace: string;
  readonly database: string;
  /** Path of the site in the stack of what runs in the cluster. */
  readonly path: string;
}

/** A database with an account for each of two workloads. */
export function siteDatabase(cloud: Construct, instance: DbInstance, { namespace, database, path }: Owner) {
  const schema = new DbDatabase(cloud, 'wordpress', {
    instanceId: instance.id,
    dataBaseName: database,
    characterSet: 'utf8mb4',
  });
  const account = (workload: 'web' | 'install') => {
    const password = new Password(cloud, `${workload}-password`, {
      ...PASSWORD,
      length: 24,
      keepers: { rotation: '1' },
    });
    const made = new RdsAccount(cloud, `${workload}-account`, {
      dbInstanceId: instance.id,
      accountName: `${namespace}_${workload}`,
      accountPassword: password.result,
      accountType: 'Normal',
      accountDescription: `${path}/${workload}`,
    });
    new DbAccountPrivilege(cloud, `${workload}-privilege`, {
      instanceId: instance.id,
      accountName: made.accountName,
      privilege: 'ReadWrite',
      dbNames: [database],
      dependsOn: [schema],
    });
    return { user: made.accountName, password: password.result };
  };
  return { name: database, instance, accounts: { web: account('web'), install: account('install') } };
}
