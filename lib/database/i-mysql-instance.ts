import type { IConstruct } from 'constructs';
import type { IConnectable } from '../core/connections';
import type { INetwork } from '../core/network';
import type { IWorkload } from '../core/workload';
import type { MysqlDatabaseProps } from './mysql-database';

/** What an account may do with a database. */
export type MysqlPrivilege = 'ReadOnly' | 'ReadWrite' | 'DDLOnly' | 'DMLOnly' | 'DBOwner';

/** How a workload connects. */
export interface MysqlGrant {
  /** Database of the instance. */
  readonly database: string;
  /**
   * What the account may do. Another privilege replaces the grant, not the account.
   * @default "ReadWrite"
   */
  readonly privilege?: MysqlPrivilege;
  /**
   * Name of the account: 2 to 32 lower-case letters, digits and underscores, a letter first. Another name replaces the
   * account.
   * @default made of the namespace and the workload's name
   */
  readonly account?: string;
  /**
   * Any text; another text makes another account with another password, and the Pods start anew with it. Text other than
   * the default is part of the account's name.
   * @default "1"
   */
  readonly rotation?: string;
  /**
   * The rotation before, while Pods still use it: its account stays. Write it beside the new `rotation`, apply the stack of the
   * instance and then that of the Pods, and leave it out afterwards. Without it the old account goes before the Pods have the
   * new one: they cannot connect until they were applied, too.
   * @default none
   * @throws InputError `database-account` when it is the rotation itself
   */
  readonly before?: string;
  /** Names of the variables that tell the Pods. @default DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD */
  readonly environment?: Partial<MysqlEnvironment>;
}

/** Names of the variables by which Pods learn where their database is. */
export interface MysqlEnvironment {
  /** Private address. */
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

export const MYSQL_ENVIRONMENT: MysqlEnvironment = Object.freeze({
  host: 'DB_HOST',
  port: 'DB_PORT',
  database: 'DB_NAME',
  user: 'DB_USER',
  password: 'DB_PASSWORD',
});

/** A MySQL instance, created here or existing. */
export interface IMysqlInstance extends IConstruct {
  readonly instanceId: string;
  /** Network that it stands in; absent of one that is imported. */
  readonly network?: INetwork;
  /** Private name of the instance in the VPC. */
  readonly host: string;
  readonly port: string;
  /** Makes a database. Destroying it destroys its data. @throws InputError `database-name`, `list-duplicate` */
  addDatabase(name: string, props?: MysqlDatabaseProps): this;
  /**
   * Lets a peer connect. A group counts with its members, ranges where there is no group.
   *
   * @throws InputError `database-allow-list` when an imported instance does not say that it lets the peer in
   */
  allowFrom(peer: IConnectable): void;
  /**
   * Everything that a workload needs to use a database: an account with a random password, its privilege, the allow list,
   * a Secret in the workload's namespace, and variables in its Pods. The password is in the state of both stacks.
   *
   * @throws InputError `database-unknown`, `database-account`, `database-name`; `vpc-other` for Pods of another VPC
   */
  grantConnect(workload: IWorkload, grant: MysqlGrant): void;
}
