import { App, TerraformOutput, TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { ApplicationLoadBalancer } from '../../lib/balancer/application-load-balancer';
import { ClassicLoadBalancer } from '../../lib/balancer/classic-load-balancer';
import { NetworkLoadBalancer } from '../../lib/balancer/network-load-balancer';
import { ServiceBalancer } from '../../lib/balancer/service-balancer';
import { Adopt } from '../../lib/core/adoption/adopt-parts';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { RedisInstance } from '../../lib/database/redis-instance';
import { alarmRuleProblems, changedRules, type AlarmSet } from '../../lib/monitoring/alarm-rule';
import * as sets from '../../lib/monitoring/alarm-sets';
import { Alarms } from '../../lib/monitoring/alarms';
import type { AlarmsProps, OwnAlarm } from '../../lib/monitoring/alarms-props';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aNetwork, aStack, someContacts } from './support';

const aPlace = (props?: Omit<AlarmsProps, 'contacts'>) => {
  const stack = aStack();
  return { stack, alarms: new Alarms(stack, 'alarms', { contacts: someContacts(stack), ...props }) };
};
const alarmsOf = (stack: CloudStack) => resourcesOf(stack, 'alicloud_cms_alarm').map(({ attributes }) => attributes);
const alarmOn = (stack: CloudStack, metric: string) => alarmsOf(stack).find((one) => one.metric === metric)!;
const dimensionOf = (name: string, address: string) => `\${jsonencode([{"${name}" = ${address}.id}])}`;
const OWN: OwnAlarm = {
  namespace: 'acs_ecs_dashboard',
  metric: 'CPUUtilization',
  dimensions: { userId: '1', instanceId: 'i-1' },
  statistics: 'Maximum',
  comparison: '>',
  critical: 95,
};

test('a MySQL instance is watched by processor, memory, disk, connections and disk accesses', () => {
  const { stack, alarms } = aPlace();
  const database = new MysqlInstance(stack, 'database', { network: aNetwork(stack) });
  alarms.watchDatabase(database);
  expect(alarmsOf(stack).map(({ metric }) => metric)).toEqual([
    'ConnectionUsage',
    'CpuUsage',
    'DiskUsage',
    'IOPSUsage',
    'MemoryUsage',
  ]);
  const group = resourceOf(stack, 'alicloud_cms_alarm_contact_group').address;
  const instance = resourceOf(stack, 'alicloud_db_instance').address;
  expect(alarmOn(stack, 'CpuUsage')).toEqual({
    name: 'shop-alarms-database-database-cpu',
    project: 'acs_rds_dashboard',
    metric: 'CpuUsage',
    metric_dimensions: `\${jsonencode([{"instanceId" = ${instance}.id}])}`,
    period: 300,
    escalations_critical: { statistics: 'Average', comparison_operator: '>=', threshold: '90', times: 3 },
    escalations_warn: { statistics: 'Average', comparison_operator: '>=', threshold: '80', times: 3 },
    contact_groups: [`\${${group}.alarm_contact_group_name}`],
    silence_time: 3600,
    effective_interval: '00:00-23:59',
    timeouts: { create: '5m', update: '5m', delete: '5m' },
  });
});

test('a copy for reading is watched for how far it is behind, too', () => {
  const { stack, alarms } = aPlace();
  const database = new MysqlInstance(stack, 'database', { network: aNetwork(stack) });
  alarms.watchReadReplica(database.addReadReplica('reader'));
  expect(alarmsOf(stack)).toHaveLength(6);
  expect(alarmOn(stack, 'DataDelay')).toMatchObject({
    name: 'shop-alarms-replica-database-reader-delay',
    escalations_critical: { threshold: '120' },
    escalations_warn: { threshold: '30' },
  });
});

test('a Redis instance is watched by processor, memory, connections and bandwidth', () => {
  const { stack, alarms } = aPlace();
  alarms.watchRedis(new RedisInstance(stack, 'cache', { network: aNetwork(stack) }));
  expect(alarmsOf(stack).map(({ project, metric }) => `${project} ${metric}`)).toEqual([
    'acs_kvstore StandardIntranetOutRatio',
    'acs_kvstore StandardConnectionUsage',
    'acs_kvstore StandardCpuUsage',
    'acs_kvstore StandardMemoryUsage',
  ]);
});

test('a balancer is watched by its kind, each by the name that its metrics have', () => {
  const { stack, alarms } = aPlace();
  const network = aNetwork(stack);
  alarms.watchBalancer(new ClassicLoadBalancer(stack, 'classic', { network }));
  alarms.watchBalancer(new NetworkLoadBalancer(stack, 'network-front', { network }));
  alarms.watchBalancer(new ApplicationLoadBalancer(stack, 'web', { network }));
  const addressOf = (type: string) => resourceOf(stack, type).address;
  const healthy = alarmsOf(stack).filter(({ name }) => name.endsWith('-healthy-backends'));
  expect(healthy.map(({ project, metric, metric_dimensions: of }) => [project, metric, of])).toEqual([
    ['acs_slb_dashboard', 'HeathyServerCount', dimensionOf('instanceId', addressOf('alicloud_slb_load_balancer'))],
    ['acs_nlb', 'ListenerHeathyServerCount', dimensionOf('instanceId', addressOf('alicloud_nlb_load_balancer'))],
    ['acs_alb', 'LoadBalancerHealthyHostCount', dimensionOf('loadBalancerId', addressOf('alicloud_alb_load_balancer'))],
  ]);
});

test('a balancer that the cluster makes is refused: nobody knows its id', () => {
  const { stack, alarms } = aPlace();
  const made = ServiceBalancer.classic({ network: aNetwork(stack) });
  expect(problemsOf(() => alarms.watchBalancer(made))).toMatchObject([
    { code: 'alarm-target', path: 'shop/alarms', value: 'classic' },
  ]);
});

test('no Pod behind a balancer is critical, some that do not answer are a warning', () => {
  const { stack, alarms } = aPlace();
  alarms.watchBalancer(new ClassicLoadBalancer(stack, 'front', { network: aNetwork(stack) }));
  const none = alarmOn(stack, 'HeathyServerCount');
  expect(none).toMatchObject({ escalations_critical: { comparison_operator: '<', threshold: '1' } });
  expect(none).not.toHaveProperty('escalations_warn');
  const some = alarmOn(stack, 'UnhealthyServerCount');
  expect(some).toMatchObject({ escalations_warn: { comparison_operator: '>=', threshold: '1' } });
  expect(some).not.toHaveProperty('escalations_critical');
});

test('a NAT gateway is watched for connections that it drops', () => {
  const { stack, alarms } = aPlace();
  alarms.watchNat(aNetwork(stack).natGateway!);
  const nat = resourceOf(stack, 'alicloud_nat_gateway').address;
  expect(alarmOn(stack, 'SessionLimitDropConnection')).toMatchObject({
    project: 'acs_nat_gateway',
    metric_dimensions: `\${jsonencode([{"instanceId" = ${nat}.id}])}`,
    escalations_warn: { statistics: 'Value' },
  });
});

test('a rule is changed or left out; an alarm with other levels is another one', () => {
  const { stack, alarms } = aPlace();
  const database = MysqlInstance.fromAttributes(stack, 'theirs', {
    instanceId: 'rm-1',
    host: 'x',
    port: '3306',
  } as never);
  alarms.watchDatabase(database, { cpu: { warn: false, critical: 95, times: 5 }, iops: false });
  const [cpu] = resourcesOf(stack, 'alicloud_cms_alarm').filter(({ attributes }) => attributes.metric === 'CpuUsage');
  expect(cpu!.attributes).toMatchObject({
    metric_dimensions: '[{"instanceId":"rm-1"}]',
    escalations_critical: { threshold: '95', times: 5 },
  });
  expect(cpu!.attributes).not.toHaveProperty('escalations_warn');
  expect(cpu!.address).toContain('cpu-critical');
  expect(alarmOn(stack, 'IOPSUsage')).toBeUndefined();
  expect(alarmsOf(stack)).toHaveLength(4);
});

test('people are told again after an hour, at any time, unless it is said otherwise', () => {
  const { stack, alarms } = aPlace({ silenceMinutes: 15, hours: '08:00-20:00' });
  alarms.add('cpu', OWN);
  expect(alarmsOf(stack)).toMatchObject([{ silence_time: 900, effective_interval: '08:00-20:00' }]);
});

test('any metric of CloudMonitor can have an alarm', () => {
  const { stack, alarms } = aPlace();
  alarms.add('node-cpu', OWN);
  expect(alarmsOf(stack)).toMatchObject([
    {
      name: 'shop-alarms-node-cpu-node-cpu',
      project: 'acs_ecs_dashboard',
      metric: 'CPUUtilization',
      metric_dimensions: '[{"instanceId":"i-1","userId":"1"}]',
      period: 300,
      escalations_critical: { statistics: 'Maximum', comparison_operator: '>', threshold: '95', times: 3 },
    },
  ]);
});

test('what stands in another stack is watched under that stack’s name', () => {
  const app = new App();
  const data = new CloudStack(app, 'data', { region: 'cn-hangzhou' });
  const stack = aStack('shop', undefined, app);
  const alarms = new Alarms(stack, 'alarms', { contacts: someContacts(stack) });
  const here = new RedisInstance(stack, 'cache', { network: aNetwork(stack) });
  const there = new RedisInstance(data, 'cache', { network: aNetwork(data) });
  alarms.watchRedis(here);
  alarms.watchRedis(there);
  new TerraformOutput(data, 'id', { value: there.instanceId });
  const names = alarmsOf(stack).filter(({ metric }) => metric === 'StandardCpuUsage');
  expect(names.map(({ name }) => name).sort()).toEqual([
    'shop-alarms-redis-cache-cpu',
    'shop-alarms-redis-data-cache-cpu',
  ]);
});

test('alarms that exist are taken over, by what is watched and the rule', () => {
  const { stack, alarms } = aPlace();
  alarms.watchRedis(new RedisInstance(stack, 'cache', { network: aNetwork(stack) }));
  Adopt.parts(alarms, { 'redis-cache/memory': '5F1E3A' });
  expect(synthesized(stack).import).toEqual([
    { id: '5F1E3A', to: expect.stringMatching(/^alicloud_cms_alarm\..*redis-cache_memory_/) },
  ]);
});

test('nothing is watched twice', () => {
  const { stack, alarms } = aPlace();
  const cache = new RedisInstance(stack, 'cache', { network: aNetwork(stack) });
  alarms.watchRedis(cache);
  expect(problemsOf(() => alarms.watchRedis(cache))).toMatchObject([
    { code: 'id-duplicate', path: 'shop/alarms/redis-cache' },
  ]);
});

test.each<[string, unknown, string]>([
  ['a rule that there is not', { cpus: { warn: 70 } }, 'prop-unknown'],
  ['a setting that there is not', { cpu: { above: 70 } }, 'prop-unknown'],
  ['a warning beyond critical', { cpu: { warn: 95 } }, 'alarm-levels'],
  ['no level', { cpu: { warn: false, critical: false } }, 'alarm-levels'],
  ['a level that is no number', { cpu: { warn: '70%' } }, 'alarm-levels'],
  ['a level that is switched on', { cpu: { warn: true } }, 'alarm-levels'],
  ['a share as a fraction, which is always reached', { cpu: { warn: false, critical: 0.9 } }, 'alarm-levels'],
  ['a share beyond all of it, which never is', { cpu: { critical: 120 } }, 'alarm-levels'],
  ['a level below everything', { cpu: { warn: 0 } }, 'alarm-levels'],
  ['half a minute', { cpu: { periodSeconds: 90 } }, 'number-invalid'],
  ['no period', { cpu: { times: 0 } }, 'number-invalid'],
])('%s is refused', (_, rules, code) => {
  const { stack, alarms } = aPlace();
  const database = new MysqlInstance(stack, 'database', { network: aNetwork(stack) });
  expect(problemsOf(() => alarms.watchDatabase(database, rules as never))).toMatchObject([
    { code, path: 'shop/alarms' },
  ]);
});

test.each<[string, unknown, string]>([
  ['no contacts', {}, 'value-missing'],
  ['a silence of a minute', { contacts: 'ok', silenceMinutes: 1 }, 'number-invalid'],
  ['hours that are none', { contacts: 'ok', hours: '8-20' }, 'alarm-hours'],
  ['hours that end as they begin', { contacts: 'ok', hours: '08:00-08:00' }, 'alarm-hours'],
])('alarms with %s are refused', (_, props, code) => {
  const stack = aStack();
  const contacts = someContacts(stack);
  const given = 'contacts' in (props as object) ? { ...(props as object), contacts } : props;
  expect(problemsOf(() => new Alarms(stack, 'alarms', given as AlarmsProps))).toMatchObject([{ code }]);
});

test.each<[string, Partial<Record<keyof OwnAlarm, unknown>>, string]>([
  ['about everything', { dimensions: {} }, 'alarm-target'],
  ['by another statistics', { statistics: 'Median' }, 'choice-invalid'],
  ['by another comparison', { comparison: '=' }, 'choice-invalid'],
  ['without a level', { critical: undefined }, 'alarm-levels'],
])('an alarm %s is refused', (_, change, code) => {
  const { alarms } = aPlace();
  expect(problemsOf(() => alarms.add('cpu', { ...OWN, ...change } as OwnAlarm))).toMatchObject([{ code }]);
});

test('an alarm of one’s own without a level is told what to write, and may have a level of any sign', () => {
  const { stack, alarms } = aPlace();
  const [problem] = problemsOf(() => alarms.add('cpu', { ...OWN, critical: undefined }));
  expect(problem!.fix).toBe('write critical: 90, or warn: 80');
  alarms.add('cold', { ...OWN, comparison: '<', critical: -5 });
  expect(alarmsOf(stack)).toMatchObject([{ escalations_critical: { threshold: '-5' } }]);
});

test('a count that is always reached is refused', () => {
  const { stack, alarms } = aPlace();
  const replica = new MysqlInstance(stack, 'database', { network: aNetwork(stack) }).addReadReplica('reader');
  expect(problemsOf(() => alarms.watchReadReplica(replica, { delay: { warn: 0 } }))).toMatchObject([
    { code: 'alarm-levels', value: 0, fix: 'write a number above 0, or warn: false' },
  ]);
  alarms.watchReadReplica(replica, { delay: { warn: 0.5 } });
  expect(alarmOn(stack, 'DataDelay')).toMatchObject({ escalations_warn: { threshold: '0.5' } });
});

test('numbers that only Terraform knows are refused: they are counted with', () => {
  const { stack, alarms } = aPlace();
  const later = new TerraformVariable(stack, 'later', { type: 'number' }).numberValue;
  const database = new MysqlInstance(stack, 'database', { network: aNetwork(stack) });
  const rules = { cpu: { warn: later, times: later }, disk: { periodSeconds: later } };
  expect(problemsOf(() => alarms.watchDatabase(database, rules))).toMatchObject([
    { code: 'number-invalid', what: expect.stringContaining('cpu.times') },
    { code: 'number-invalid', what: expect.stringContaining('cpu.warn') },
    { code: 'number-invalid', what: expect.stringContaining('disk.periodSeconds') },
  ]);
});

test('what is watched must be what it is said to be', () => {
  const { alarms } = aPlace();
  expect(problemsOf(() => alarms.watchDatabase({} as never))).toMatchObject([{ code: 'type-invalid' }]);
  expect(problemsOf(() => alarms.watchBalancer(undefined as never))).toMatchObject([{ code: 'type-invalid' }]);
});

describe('the rules by default', () => {
  const all = Object.entries(sets as unknown as Record<string, AlarmSet>);

  test.each(all)('%s pass their own checks and cannot be changed by accident', (_, set) => {
    const problems = Object.entries(set.rules).flatMap(([name, rule]) => alarmRuleProblems(name, rule));
    expect(problems).toEqual([]);
    expect([set, set.rules, ...Object.values(set.rules)].every(Object.isFrozen)).toBe(true);
    expect(set.source).toMatch(/^https:/);
  });

  test('any change of levels that fits is taken over, and nothing else changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 100 }), (warn, times) => {
        const set = sets.MYSQL_ALARMS;
        const changed = new Map(changedRules(set, { cpu: { warn, critical: warn + 1, times } }));
        expect(changed.get('cpu')).toEqual({ ...set.rules.cpu, warn, critical: warn + 1, times });
        expect(changed.get('disk')).toEqual(set.rules.disk);
        expect(alarmRuleProblems('cpu', changed.get('cpu')!)).toEqual([]);
      }),
    );
  });
});

test('alarms and contacts are all that is made', () => {
  const { stack, alarms } = aPlace();
  alarms.add('cpu', OWN);
  expect(billOf(stack)).toEqual([
    'alicloud_cms_alarm x1',
    'alicloud_cms_alarm_contact x1',
    'alicloud_cms_alarm_contact_group x1',
  ]);
  expect(Object.keys(synthesized(stack).resource!)).toHaveLength(3);
});

test('what stands in another region is refused: CloudMonitor keeps its values there', () => {
  const { stack, alarms } = aPlace();
  const far = new CloudStack(stack.node.root as App, 'far', { region: 'cn-beijing' });
  const attributes = { instanceId: 'rm-1', host: 'x', port: '3306' };
  const database = MysqlInstance.fromAttributes(far, 'theirs', attributes as never);
  expect(problemsOf(() => alarms.watchDatabase(database))).toMatchObject([
    { code: 'region-other', path: 'shop/alarms', value: 'cn-beijing' },
  ]);
});
