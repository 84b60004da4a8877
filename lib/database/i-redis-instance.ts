import type { IConstruct } from 'constructs';
import type { IConnectable } from '../core/connections';
import type { INetwork } from '../core/network';
import type { IWorkload } from '../core/workload';

/** What an account may do with a Redis instance. */
export type RedisPrivilege = 'RoleReadOnly' | 'RoleReadWrite';

/** Names of the variables by which Pods learn where Redis is. */
export interface RedisEnvironment {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
}

/** How a workload connects to Redis. */
export interface RedisGrant {
  /** What the account may do. Changed in place. @default "RoleReadWrite" */
  readonly privilege?: RedisPrivilege;
  /** Name of the account: 2 to 32 lower-case letters, digits, underscores. @default namespace and workload */
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
  /** Names of the variables. @default REDIS_HOST, REDIS_PORT, REDIS_USERNAME, REDIS_PASSWORD */
  readonly environment?: Partial<RedisEnvironment>;
}

/** A Redis instance, created here or existing. */
export interface IRedisInstance extends IConstruct {
  readonly instanceId: string;
  /** Network that it stands in; absent of one that is imported. */
  readonly network?: INetwork;
  /** Private name of the instance in the VPC. */
  readonly host: string;
  readonly port: string;
  /** Lets a peer connect. */
  allowFrom(peer: IConnectable): void;
  /**
   * An account, its password in a Secret, the allow list and the variables of a workload, in one call.
   *
   * @throws InputError `database-account`, `database-name`; `vpc-other` for Pods of another VPC
   */
  grantConnect(workload: IWorkload, grant?: RedisGrant): void;
}

export const REDIS_ENVIRONMENT: RedisEnvironment = Object.freeze({
  host: 'REDIS_HOST',
  port: 'REDIS_PORT',
  user: 'REDIS_USERNAME',
  password: 'REDIS_PASSWORD',
});
