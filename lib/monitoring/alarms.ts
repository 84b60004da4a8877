import { Construct, type IConstruct } from 'constructs';
import type { IBalancer } from '../core/balancer';
import { cloudOf, tryCloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { construct, formProblems, type Form } from '../core/forms';
import { checkedId } from '../core/ids';
import type { IApplicationLoadBalancer } from '../core/ingress';
import { otherRegion } from '../core/one-region';
import type { IMysqlInstance } from '../database/i-mysql-instance';
import type { IRedisInstance } from '../database/i-redis-instance';
import type { MysqlReadReplica } from '../database/mysql-read-replica';
import type { NatGateway } from '../network/nat-gateway';
import {
  alarmRuleProblems,
  changedRules,
  changeForms,
  reachProblems,
  type AlarmChanges,
  type AlarmRule,
  type AlarmSet,
} from './alarm-rule';
import {
  APPLICATION_BALANCER_ALARMS,
  CLASSIC_BALANCER_ALARMS,
  MYSQL_ALARMS,
  MYSQL_REPLICA_ALARMS,
  NAT_ALARMS,
  NETWORK_BALANCER_ALARMS,
  REDIS_ALARMS,
  type BalancerAlarm,
  type MysqlAlarm,
  type MysqlReplicaAlarm,
  type NatAlarm,
  type RedisAlarm,
} from './alarm-sets';
import {
  ALARMS_DEFAULTS,
  ALARMS_FORMS,
  alarmsProblems,
  OWN_ALARM_DEFAULTS,
  OWN_ALARM_FORMS,
  type AlarmsProps,
  type OwnAlarm,
} from './alarms-props';
import { kebab } from './kebab';
import { Watch, type AlarmVoice } from './watch';

const DATABASE = construct(['instanceId', 'host'], 'new MysqlInstance(...), or one of MysqlInstance.fromAttributes');
const REDIS = construct(['instanceId', 'host'], 'new RedisInstance(...), or one of RedisInstance.fromAttributes');
const BALANCER = construct(['balancerId', 'node'], 'new ClassicLoadBalancer(...), or another balancer');
const NAT = construct(['natGatewayId'], 'new NatGateway(...), or network.natGateway');

/**
 * Alarms of CloudMonitor about what stands outside of clusters: each `watch` adds the rules that a senior would want of such a
 * thing, whose thresholds are data (`MYSQL_ALARMS` and its like), and each rule can be changed or left out.
 *
 * Creates one `alicloud_cms_alarm` for each rule, and the contacts of CloudMonitor. Free with e-mails and robots; text
 * messages beyond the free ones of each month are billed.
 *
 * @throws InputError `number-invalid`, `alarm-hours`, `contacts-unreachable`
 */
export class Alarms extends Construct {
  private readonly voice: AlarmVoice;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, ALARMS_FORMS));
    const p = withDefaults(props, ALARMS_DEFAULTS);
    reject(this, alarmsProblems(p));
    this.voice = {
      groups: p.contacts.cloudMonitorGroups(),
      silenceSeconds: p.silenceMinutes * 60,
      hours: p.hours,
    };
  }

  /**
   * Watches a MySQL instance: `MYSQL_ALARMS`.
   *
   * @param rules what to change: `{ cpu: { warn: 70 }, iops: false }`
   * @throws InputError `prop-unknown` for a rule that there is not, `alarm-levels`, `number-invalid`, `region-other` for one of another
   *   region, `id-duplicate` when it is watched already
   */
  watchDatabase(database: IMysqlInstance, rules: AlarmChanges<MysqlAlarm> = {}): void {
    this.watch('database', database, DATABASE, MYSQL_ALARMS, ({ instanceId }) => instanceId, rules);
  }

  /** Watches a copy for reading: `MYSQL_REPLICA_ALARMS`. @throws InputError as `watchDatabase` */
  watchReadReplica(replica: MysqlReadReplica, rules: AlarmChanges<MysqlReplicaAlarm> = {}): void {
    this.watch('replica', replica, DATABASE, MYSQL_REPLICA_ALARMS, ({ instanceId }) => instanceId, rules);
  }

  /** Watches a Redis instance, of a class that is no cluster of shards: `REDIS_ALARMS`. @throws InputError as `watchDatabase` */
  watchRedis(redis: IRedisInstance, rules: AlarmChanges<RedisAlarm> = {}): void {
    this.watch('redis', redis, REDIS, REDIS_ALARMS, ({ instanceId }) => instanceId, rules);
  }

  /**
   * Watches a balancer that is a resource of a CloudStack, or exists: `CLASSIC_BALANCER_ALARMS`, `NETWORK_BALANCER_ALARMS` or
   * `APPLICATION_BALANCER_ALARMS`.
   *
   * @throws InputError `alarm-target` for one that the cluster makes, whose id nobody knows before; as `watchDatabase`
   */
  watchBalancer(balancer: IBalancer | IApplicationLoadBalancer, rules: AlarmChanges<BalancerAlarm> = {}): void {
    const { kind = 'application', owns = 'terraform' } = Object(balancer) as Partial<IBalancer>;
    reject(this, owns === 'cluster' ? [unknownBalancer(kind)] : []);
    const sets = {
      classic: CLASSIC_BALANCER_ALARMS,
      network: NETWORK_BALANCER_ALARMS,
      application: APPLICATION_BALANCER_ALARMS,
    };
    const standing = balancer as IConstruct & { readonly balancerId: string };
    this.watch('balancer', standing, BALANCER, sets[kind], ({ balancerId }) => balancerId, rules);
  }

  /** Watches a NAT gateway: `NAT_ALARMS`. @throws InputError as `watchDatabase` */
  watchNat(nat: NatGateway, rules: AlarmChanges<NatAlarm> = {}): void {
    this.watch('nat', nat, NAT, NAT_ALARMS, ({ natGatewayId }) => natGatewayId, rules);
  }

  /**
   * Adds a rule about any metric of CloudMonitor.
   *
   * @param name part of its name; another one makes another alarm
   * @throws InputError `alarm-levels`, `number-invalid`, `choice-invalid`, `id-duplicate`
   */
  add(name: string, alarm: OwnAlarm): void {
    reject(this, formProblems(alarm, OWN_ALARM_FORMS));
    const p = withDefaults(alarm, OWN_ALARM_DEFAULTS);
    const { namespace, dimensions } = p;
    const rule: AlarmRule = { ...p, measures: name, critical: p.critical ?? false, warn: p.warn ?? false };
    const silent = 'write critical: 90, or warn: 80';
    reject(this, [...emptyProblems(dimensions), ...alarmRuleProblems(name, rule, silent)]);
    new Watch(this, name).add(name, { namespace, dimensions }, rule, this.voice);
  }

  private watch<T extends IConstruct>(
    prefix: string,
    thing: T,
    form: Form,
    set: AlarmSet,
    idOf: (thing: T) => string,
    changes: AlarmChanges<string>,
  ): void {
    reject(this, [...form(prefix, thing), ...formProblems(changes, changeForms(set))]);
    reject(this, otherRegion(prefix, thing, cloudOf(this).region));
    const rules = changedRules(set, changes);
    reject(
      this,
      rules.flatMap(([name, rule]) => [...alarmRuleProblems(name, rule), ...reachProblems(name, rule)]),
    );
    const watch = new Watch(this, `${prefix}-${this.keyOf(thing)}`);
    const target = { namespace: set.namespace, dimensions: { [set.dimension]: idOf(thing) } };
    rules.forEach(([name, rule]) => watch.add(kebab(name), target, rule, this.voice));
  }

  /** Where a thing stands in its stack; of another stack than that of the alarms, with the stack's name. */
  private keyOf(thing: IConstruct): string {
    const home = stackOf(thing);
    const path = thing.node.path.slice(home.node.path.length + 1).replaceAll('/', '-');
    return home.node.path === cloudOf(this).stackPath ? path : `${home.node.id}-${path}`;
  }
}

/** The stack that holds a construct. */
function stackOf(construct: IConstruct): IConstruct {
  const { scopes, root } = construct.node;
  return scopes.find((scope) => tryCloudOf(scope)?.stackPath === scope.node.path) ?? root;
}

function unknownBalancer(kind: string): Problem {
  const what = `the cluster makes this ${quote(kind)} balancer, and nobody knows its id before`;
  const fix = 'give the Service a ClassicLoadBalancer or NetworkLoadBalancer of a CloudStack, and watch that';
  return { code: 'alarm-target', what, value: kind, fix };
}

function emptyProblems(dimensions: Readonly<Record<string, string>>): Problem[] {
  const what = 'dimensions names nothing: CloudMonitor would watch everything of the account';
  return Object.keys(dimensions).length > 0
    ? []
    : [{ code: 'alarm-target', what, value: dimensions, fix: 'write dimensions: { instanceId: ... }' }];
}
