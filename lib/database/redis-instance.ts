import { KvstoreAccount } from '@cdktf/provider-alicloud/lib/kvstore-account';
import { KvstoreInstance } from '@cdktf/provider-alicloud/lib/kvstore-instance';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { oneOf } from '../core/checks';
import { cloudOf } from '../core/cloud';
import type { IConnectable } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { quote, reject } from '../core/errors';
import { any, flag, formProblems, mapOf, needed, object, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import { NETWORK_FORM } from '../core/seam-forms';
import type { IWorkload } from '../core/workload';
import { AllowList, podsOf } from './allow-list';
import { databaseVswitches, ZONES_FORM } from './database-zones';
import { drawPassword } from './password';
import { accountNameProblems, accountOf } from './mysql-names';
import { NOBODY } from './mysql-config';
import { redisProblems } from './redis-problems';
import { REDIS_DEFAULTS, type RedisInstanceProps, type ResolvedRedis } from './redis-props';

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

const REDIS_FORMS: Forms<RedisInstanceProps> = {
  network: needed(NETWORK_FORM, 'new Network(...)'),
  name: text,
  instanceClass: word,
  version: any,
  zones: ZONES_FORM,
  tls: flag,
  config: mapOf(text),
  adopt: word,
};

const GRANT_FORMS: Forms<RedisGrant> = {
  privilege: any,
  account: word,
  rotation: word,
  environment: object<RedisEnvironment>({ host: word, port: word, user: word, password: word }),
};

const GRANT_DEFAULTS = Object.freeze({ privilege: 'RoleReadWrite' as RedisPrivilege, rotation: '1' });
const PORT = 6379;

/**
 * A Redis instance with a standby, reachable only from who it was told to let in, and only with a password.
 *
 * Creates `alicloud_kvstore_instance`, and `alicloud_kvstore_account` with `random_password` for each workload. Billed by
 * the hour for its class. In a `production` stack it cannot be released.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class RedisInstance extends Construct implements IRedisInstance {
  readonly resource: KvstoreInstance;
  readonly instanceId: string;
  readonly host: string;
  readonly port = String(PORT);
  private readonly accounts = new Map<string, { readonly owner: string; readonly password: string }>();
  private readonly allowList = new AllowList(this);

  constructor(scope: Construct, id: string, props: RedisInstanceProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, REDIS_FORMS));
    const p: ResolvedRedis = withDefaults(props, REDIS_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, redisProblems(p, cloud));
    const [primary, standby] = databaseVswitches(p.network, p.zones);
    this.resource = new KvstoreInstance(this, 'Resource', {
      dbInstanceName: p.name ?? physicalName(this, NAME_RULES.database),
      instanceType: 'Redis',
      instanceClass: p.instanceClass,
      engineVersion: p.version,
      paymentType: 'PostPaid',
      vswitchId: primary!.vswitchId,
      zoneId: primary!.zone,
      secondaryZoneId: standby?.zone,
      port: PORT,
      securityIps: [NOBODY],
      vpcAuthMode: 'Open',
      sslEnable: p.tls ? 'Enable' : 'Disable',
      config: p.config === undefined ? undefined : { ...p.config },
      maintainStartTime: '18:00Z',
      maintainEndTime: '19:00Z',
      instanceReleaseProtection: cloud.protection === 'production',
      timeouts: { create: '40m', update: '60m', delete: '30m' },
    });
    adopt(this.resource, p.adopt);
    this.instanceId = this.resource.id;
    this.host = this.resource.connectionDomain;
  }

  allowFrom(peer: IConnectable): void {
    this.allowList.add(peer);
    const { securityGroupIds, ranges } = this.allowList;
    this.resource.securityIps = ranges.length > 0 ? ranges : [NOBODY];
    if (securityGroupIds.length > 0) {
      this.resource.securityGroupId = securityGroupIds.join(',');
    }
  }

  grantConnect(workload: IWorkload, grant: RedisGrant = {}): void {
    reject(this, formProblems(grant, GRANT_FORMS));
    const g = withDefaults(grant, GRANT_DEFAULTS);
    const name = g.account ?? accountOf(workload.namespace.namespaceName, workload.workloadName);
    reject(this, [
      ...oneOf('privilege', g.privilege, ['RoleReadOnly', 'RoleReadWrite']),
      ...accountNameProblems('account', name),
    ]);
    const password = this.passwordOf(name, workload.node.path, g);
    podsOf(workload.cluster).forEach((peer) => this.allowFrom(peer));
    const names = { ...REDIS_ENVIRONMENT, ...g.environment };
    workload.pod.addEnvironment(names.host, this.host);
    workload.pod.addEnvironment(names.port, this.port);
    workload.pod.addEnvironment(names.user, name);
    workload.pod.addSecretEnvironment(this.node.id, { [names.password]: password }, g.rotation);
  }

  private passwordOf(name: string, owner: string, g: { privilege: RedisPrivilege; rotation: string }): string {
    const known = this.accounts.get(name);
    if (known !== undefined) {
      const what = `account ${quote(name)} was granted to "${known.owner}" already`;
      const fix = `write account: "...", another name, for "${owner}"`;
      reject(this, [{ code: 'database-account', what, value: name, fix }]);
    }
    const account = new Construct(this, `account-${name}`);
    const password = drawPassword(account, g.rotation);
    new KvstoreAccount(account, 'Resource', {
      instanceId: this.instanceId,
      accountName: name,
      accountPassword: password,
      accountType: 'Normal',
      accountPrivilege: g.privilege,
      description: owner.slice(0, 256),
    });
    this.accounts.set(name, { owner, password });
    return password;
  }
}
