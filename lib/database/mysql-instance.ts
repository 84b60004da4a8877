import { DbBackupPolicy } from '@cdktf/provider-alicloud/lib/db-backup-policy';
import { DbInstance } from '@cdktf/provider-alicloud/lib/db-instance';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { IConnectable } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { INetwork } from '../core/network';
import type { IWorkload } from '../core/workload';
import { AllowList } from './allow-list';
import type { IMysqlInstance, MysqlGrant } from './i-mysql-instance';
import { ImportedMysqlInstance, type MysqlInstanceAttributes } from './imported-mysql-instance';
import { resolvedBackup } from './mysql-backup';
import { mysqlConfig, NOBODY } from './mysql-config';
import { capacityOf, MYSQL_DEFAULTS, type ResolvedMysql } from './mysql-defaults';
import { makeDatabase, type MysqlDatabaseProps } from './mysql-database';
import { MYSQL_FORMS } from './mysql-forms';
import { MysqlGrants } from './mysql-grants';
import { mysqlProblems } from './mysql-problems';
import type { MysqlInstanceProps } from './mysql-props';
import { MysqlReadReplica, REPLICA_FORMS, type MysqlReadReplicaProps } from './mysql-read-replica';

/**
 * A MySQL instance of RDS in two zones, reachable only from who it was told to let in.
 *
 * Creates `alicloud_db_instance` and `alicloud_db_backup_policy`, `alicloud_db_database` for each database, and what
 * `grantConnect` needs for each workload. Billed by the hour for its class or by use, and for its disk. Has no public
 * address. In a `production` stack it cannot be deleted.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class MysqlInstance extends Construct implements IMysqlInstance {
  /** An instance that exists. Databases and accounts that are added to it are made in the stack of the import. */
  static fromAttributes(scope: Construct, id: string, attributes: MysqlInstanceAttributes): IMysqlInstance {
    return new ImportedMysqlInstance(scope, id, attributes);
  }

  readonly resource: DbInstance;
  readonly instanceId: string;
  readonly network: INetwork;
  readonly host: string;
  readonly port: string;
  private readonly grants = new MysqlGrants(this);
  private readonly allowList = new AllowList(this);
  private readonly props: ResolvedMysql;

  constructor(scope: Construct, id: string, props: MysqlInstanceProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, MYSQL_FORMS));
    const p: ResolvedMysql = withDefaults({ ...props, capacity: capacityOf(props) }, MYSQL_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, mysqlProblems(p, cloud));
    this.props = p;
    this.resource = new DbInstance(
      this,
      'Resource',
      mysqlConfig(p, p.name ?? physicalName(this, NAME_RULES.database), cloud.protection),
    );
    adopt(this.resource, p.adopt);
    this.instanceId = this.resource.id;
    this.network = p.network;
    this.host = this.resource.connectionString;
    this.port = this.resource.port;
    const { retentionDays, hour, days } = resolvedBackup(p.backup, cloud.protection);
    new DbBackupPolicy(this, 'backup', {
      instanceId: this.instanceId,
      preferredBackupPeriod: [...days],
      preferredBackupTime: hour,
      backupRetentionPeriod: retentionDays,
      // An instance without a standby has no log backup.
      ...(p.zones.kind === 'two' ? { enableBackupLog: true, logBackupRetentionPeriod: retentionDays } : {}),
    });
  }

  addDatabase(name: string, props: MysqlDatabaseProps = {}): this {
    this.grants.know(name, makeDatabase(this, name, props));
    return this;
  }

  /**
   * Adds a copy that answers reads. RDS copies instances of a fixed capacity in two zones, and ten times at most.
   *
   * @throws InputError with everything that is wrong with the props; `choice-conflict` when RDS does not copy the instance
   */
  addReadReplica(id: string, props: MysqlReadReplicaProps = {}): MysqlReadReplica {
    reject(this, formProblems(props, REPLICA_FORMS));
    const { instanceId, grants } = this;
    const primary = { instanceId, props: this.props, has: (workload: IWorkload) => grants.has(workload) };
    return new MysqlReadReplica(this, id, { ...props, primary });
  }

  allowFrom(peer: IConnectable): void {
    this.allowList.add(peer);
    const { securityGroupIds, ranges } = this.allowList;
    this.resource.securityIps = ranges.length > 0 ? ranges : [NOBODY];
    if (securityGroupIds.length > 0) {
      this.resource.securityGroupIds = securityGroupIds;
    }
  }

  grantConnect(workload: IWorkload, grant: MysqlGrant): void {
    this.grants.connect(workload, grant);
  }
}
