import { DbBackupPolicy } from '@cdktf/provider-alicloud/lib/db-backup-policy';
import { DbDatabase } from '@cdktf/provider-alicloud/lib/db-database';
import { DbInstance } from '@cdktf/provider-alicloud/lib/db-instance';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { oneOf } from '../core/checks';
import { cloudOf } from '../core/cloud';
import type { IConnectable } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { IWorkload } from '../core/workload';
import { AllowList, podsOf } from './allow-list';
import { MYSQL_ENVIRONMENT, type IMysqlInstance, type MysqlGrant } from './i-mysql-instance';
import { MysqlAccount } from './mysql-accounts';
import { resolvedBackup } from './mysql-backup';
import { mysqlConfig, NOBODY } from './mysql-config';
import { capacityOf, MYSQL_DEFAULTS, type ResolvedMysql } from './mysql-defaults';
import { MYSQL_FORMS } from './mysql-forms';
import { GRANT_DEFAULTS, GRANT_FORMS, PRIVILEGES } from './mysql-grant';
import { accountNameProblems, accountOf, databaseNameProblems } from './mysql-names';
import { mysqlProblems } from './mysql-problems';
import type { MysqlInstanceProps } from './mysql-props';

/** How a database is made. */
export interface MysqlDatabaseProps {
  /**
   * Character set. Create-only: the provider would replace the database, and its data.
   * @default "utf8mb4" - every character, emoji included
   */
  readonly characterSet?: 'utf8mb4' | 'utf8' | 'latin1' | 'gbk';
}

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
  readonly resource: DbInstance;
  readonly instanceId: string;
  readonly host: string;
  readonly port: string;
  private readonly databases = new Map<string, DbDatabase>();
  private readonly accounts = new Map<string, MysqlAccount>();
  private readonly allowList = new AllowList(this);

  constructor(scope: Construct, id: string, props: MysqlInstanceProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, MYSQL_FORMS));
    const p: ResolvedMysql = withDefaults({ ...props, capacity: capacityOf(props) }, MYSQL_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, mysqlProblems(p, cloud));
    this.resource = new DbInstance(
      this,
      'Resource',
      mysqlConfig(p, p.name ?? physicalName(this, NAME_RULES.database), cloud.protection),
    );
    adopt(this.resource, p.adopt);
    this.instanceId = this.resource.id;
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

  /** Makes a database. Destroying it destroys its data. */
  addDatabase(name: string, props: MysqlDatabaseProps = {}): this {
    const characterSet = props.characterSet ?? 'utf8mb4';
    reject(this, [
      ...databaseNameProblems('name', name),
      ...oneOf('characterSet', characterSet, ['utf8mb4', 'utf8', 'latin1', 'gbk']),
    ]);
    const database = new DbDatabase(this, checkedId(this, `database-${name}`), {
      instanceId: this.instanceId,
      dataBaseName: name,
      characterSet,
    });
    this.databases.set(name, database);
    return this;
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
    reject(this, formProblems(grant, GRANT_FORMS));
    const g = withDefaults(grant, GRANT_DEFAULTS);
    const name = g.account ?? accountOf(workload.namespace.namespaceName, workload.workloadName);
    reject(this, [
      ...this.unknownDatabase(g.database),
      ...oneOf('privilege', g.privilege, PRIVILEGES),
      ...accountNameProblems('account', name),
    ]);
    const account = this.account(name, workload, g);
    account.grant(g.database, this.databases.get(g.database)!);
    podsOf(workload.cluster).forEach((peer) => this.allowFrom(peer));
    const names = { ...MYSQL_ENVIRONMENT, ...g.environment };
    workload.pod.addEnvironment(names.host, this.host);
    workload.pod.addEnvironment(names.port, this.port);
    workload.pod.addEnvironment(names.database, g.database);
    workload.pod.addEnvironment(names.user, account.userName);
    workload.pod.addSecretEnvironment(this.node.id, { [names.password]: account.password }, g.rotation);
  }

  private account(name: string, workload: IWorkload, g: { privilege: MysqlGrant['privilege']; rotation: string }) {
    const props = { name, owner: workload.node.path, privilege: g.privilege!, rotation: g.rotation };
    const known = this.accounts.get(name);
    known?.check(props);
    const account = known ?? new MysqlAccount(this, `account-${name}`, { ...props, instanceId: this.instanceId });
    this.accounts.set(name, account);
    return account;
  }

  private unknownDatabase(database: string): Problem[] {
    if (this.databases.has(database)) {
      return [];
    }
    const known = [...this.databases.keys()].map(quote).join(', ') || 'none';
    const what = `database ${quote(database)} is none of "${this.node.path}"; it has ${known}`;
    return [{ code: 'database-unknown', what, value: database, fix: `write addDatabase(${quote(database)}) first` }];
  }
}
