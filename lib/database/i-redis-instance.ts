import type { IConstruct } from 'constructs';
import type { IConnectable } from '../core/connections';
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
  /** Any text; another text makes another password, and the Pods start anew with it. @default "1" */
  readonly rotation?: string;
  /** Names of the variables. @default REDIS_HOST, REDIS_PORT, REDIS_USERNAME, REDIS_PASSWORD */
  readonly environment?: Partial<RedisEnvironment>;
}

/** A Redis instance, created here or existing. */
export interface IRedisInstance extends IConstruct {
  readonly instanceId: string;
  /** Private name of the instance in the VPC. */
  readonly host: string;
  readonly port: string;
  /** Lets a peer connect. */
  allowFrom(peer: IConnectable): void;
  /** An account, its password in a Secret, the allow list and the variables of a workload, in one call. */
  grantConnect(workload: IWorkload, grant?: RedisGrant): void;
}

export const REDIS_ENVIRONMENT: RedisEnvironment = Object.freeze({
  host: 'REDIS_HOST',
  port: 'REDIS_PORT',
  user: 'REDIS_USERNAME',
  password: 'REDIS_PASSWORD',
});
