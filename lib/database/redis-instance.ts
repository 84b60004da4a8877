import { KvstoreInstance } from '@cdktf/provider-alicloud/lib/kvstore-instance';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { IConnectable } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { any, flag, formProblems, mapOf, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import { NETWORK_FORM } from '../core/seam-forms';
import type { INetwork } from '../core/network';
import type { IWorkload } from '../core/workload';
import { AllowList } from './allow-list';
import { chosenOnce, databaseVswitches, ZONES_FORM } from './database-zones';
import type { IRedisInstance, RedisGrant } from './i-redis-instance';
import { ImportedRedisInstance, type RedisInstanceAttributes } from './imported-redis-instance';
import { NOBODY } from './mysql-config';
import { RedisGrants } from './redis-grants';
import { redisProblems } from './redis-problems';
import { REDIS_DEFAULTS, type RedisInstanceProps, type ResolvedRedis } from './redis-props';

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
  /** An instance that exists. Accounts that are added to it are made in the stack of the import. */
  static fromAttributes(scope: Construct, id: string, attributes: RedisInstanceAttributes): IRedisInstance {
    return new ImportedRedisInstance(scope, id, attributes);
  }

  readonly resource: KvstoreInstance;
  readonly instanceId: string;
  readonly network: INetwork;
  readonly host: string;
  readonly port = String(PORT);
  private readonly grants = new RedisGrants(this);
  private readonly allowList = new AllowList(this);

  constructor(scope: Construct, id: string, props: RedisInstanceProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, REDIS_FORMS));
    const p: ResolvedRedis = withDefaults(props, REDIS_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, redisProblems(p, cloud));
    const [primary, standby] = databaseVswitches(p.network, p.zones);
    const ignoreChanges = chosenOnce(p.zones, ['secondary_zone_id', 'vswitch_id', 'zone_id']);
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
      lifecycle: ignoreChanges.length > 0 ? { ignoreChanges } : undefined,
    });
    adopt(this.resource, p.adopt);
    this.instanceId = this.resource.id;
    this.network = p.network;
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
    this.grants.connect(workload, grant);
  }
}
