import type { AlarmRule, AlarmSet } from './alarm-rule';

/** Thresholds are ours: a warning early enough to act in working hours, a critical one that somebody gets up for. */
const share = (
  metric: string,
  measures: string,
  warn: number,
  critical: number,
  more?: Partial<AlarmRule>,
): AlarmRule =>
  Object.freeze({
    metric,
    measures: `${measures}, in percent`,
    share: true,
    statistics: 'Average',
    comparison: '>=',
    critical,
    warn,
    periodSeconds: 300,
    times: 3,
    ...more,
  });

const count = (metric: string, measures: string, levels: Partial<AlarmRule>): AlarmRule =>
  Object.freeze({
    metric,
    measures,
    statistics: 'Average',
    comparison: '>=',
    critical: false,
    warn: false,
    periodSeconds: 60,
    times: 5,
    ...levels,
  });

const RDS = 'https://cloudmonitor.console.alibabacloud.com/metric-meta/acs_rds_dashboard/rds';

const MYSQL = Object.freeze({
  /** Processor. A Serverless instance grows from 60 percent on: what stays above is one that cannot grow any more. */
  cpu: share('CpuUsage', 'processor of the instance', 80, 90),
  /** Memory. The buffer pool fills it on purpose, so the warning comes late. */
  memory: share('MemoryUsage', 'memory of the instance', 90, 97),
  /** Disk. A full one makes the instance read-only. */
  disk: share('DiskUsage', 'disk of the instance', 80, 90, { times: 1 }),
  /** Connections of those that the class allows; Pods that find none fail at once. */
  connections: share('ConnectionUsage', 'connections of those allowed', 70, 85, { times: 2 }),
  /** Reads and writes a second of those that disk and class allow. */
  iops: share('IOPSUsage', 'reads and writes a second of those allowed', 80, 95),
});

/** What is watched of a MySQL instance. */
export const MYSQL_ALARMS = Object.freeze({
  namespace: 'acs_rds_dashboard',
  dimension: 'instanceId',
  rules: MYSQL,
  source: RDS,
}) satisfies AlarmSet;

/** What is watched of a copy for reading: the same, and how far it is behind. */
export const MYSQL_REPLICA_ALARMS = Object.freeze({
  namespace: 'acs_rds_dashboard',
  dimension: 'instanceId',
  rules: Object.freeze({
    ...MYSQL,
    /** Seconds by which readers see an older state. */
    delay: count('DataDelay', 'seconds behind the primary', { warn: 30, critical: 120 }),
  }),
  source: RDS,
}) satisfies AlarmSet;

/** What is watched of a Redis instance, of those classes that are no cluster of shards. */
export const REDIS_ALARMS = Object.freeze({
  namespace: 'acs_kvstore',
  dimension: 'instanceId',
  rules: Object.freeze({
    /** Redis works in one thread: long commands hold everybody up. */
    cpu: share('StandardCpuUsage', 'processor of the instance', 70, 90),
    /** Full memory refuses writes, or throws keys away. */
    memory: share('StandardMemoryUsage', 'memory of the instance', 80, 90, { times: 2 }),
    connections: share('StandardConnectionUsage', 'connections of those allowed', 70, 85, { times: 2 }),
    /** What leaves the instance of what its class allows; beyond it answers come late. */
    bandwidth: share('StandardIntranetOutRatio', 'traffic out of the instance of that allowed', 80, 95),
  }),
  source: 'https://cloudmonitor.console.alibabacloud.com/metric-meta/acs_kvstore/redis_standard',
}) satisfies AlarmSet;

/** What is watched of a CLB. */
export const CLASSIC_BALANCER_ALARMS = Object.freeze({
  namespace: 'acs_slb_dashboard',
  dimension: 'instanceId',
  rules: Object.freeze({
    /** Pods that answer, of each listener: none is an outage. CloudMonitor spells the metric so. */
    healthyBackends: count('HeathyServerCount', 'Pods that answer the checks', {
      comparison: '<',
      critical: 1,
      times: 3,
    }),
    /** Pods that do not answer; a roll-out has some for a while. */
    unhealthyBackends: count('UnhealthyServerCount', 'Pods that do not answer the checks', { warn: 1, times: 10 }),
    droppedConnections: count('InstanceDropConnection', 'connections dropped a second', { warn: 1, critical: 50 }),
    droppedTraffic: count('InstanceDropTrafficTX', 'bits dropped a second on the way out', { warn: 1 }),
  }),
  source: 'https://www.alibabacloud.com/help/en/slb/classic-load-balancer/user-guide/monitoring-and-alerting-metrics',
}) satisfies AlarmSet;

/** What is watched of an NLB. */
export const NETWORK_BALANCER_ALARMS = Object.freeze({
  namespace: 'acs_nlb',
  dimension: 'instanceId',
  rules: Object.freeze({
    /** Pods that answer, of each listener: none is an outage. CloudMonitor spells the metric so. */
    healthyBackends: count('ListenerHeathyServerCount', 'Pods that answer the checks', {
      comparison: '<',
      critical: 1,
      times: 3,
    }),
    unhealthyBackends: count('ListenerUnhealthyServerCount', 'Pods that do not answer the checks', {
      warn: 1,
      times: 10,
    }),
    droppedConnections: count('InstanceDropConnection', 'connections dropped a second', { warn: 1, critical: 50 }),
    droppedTraffic: count('InstanceDropTrafficTX', 'bits dropped a second on the way out', { warn: 1 }),
  }),
  source: 'https://www.alibabacloud.com/help/en/slb/network-load-balancer/user-guide/nlb-monitoring-metrics',
}) satisfies AlarmSet;

/** What is watched of an ALB. */
export const APPLICATION_BALANCER_ALARMS = Object.freeze({
  namespace: 'acs_alb',
  dimension: 'loadBalancerId',
  rules: Object.freeze({
    healthyBackends: count('LoadBalancerHealthyHostCount', 'Pods that answer the checks', {
      statistics: 'Value',
      comparison: '<',
      critical: 1,
      times: 3,
    }),
    unhealthyBackends: count('LoadBalancerUnHealthyHostCount', 'Pods that do not answer the checks', {
      statistics: 'Value',
      warn: 1,
      times: 10,
    }),
    /** Answers 500 to 599 of the Pods. */
    errors: count('LoadBalancerHTTPCodeUpstream5XX', 'errors of the Pods a second', {
      statistics: 'Value',
      warn: 1,
      critical: 10,
    }),
    /** What Pods take to answer. */
    responseTime: count('LoadBalancerUpstreamResponseTime', 'milliseconds until the Pods have answered', {
      statistics: 'Value',
      warn: 1000,
      critical: 3000,
    }),
    droppedConnections: count('LoadBalancerRejectedConnection', 'connections dropped a second', {
      statistics: 'Value',
      warn: 1,
      critical: 50,
    }),
  }),
  source: 'https://www.alibabacloud.com/help/en/slb/application-load-balancer/user-guide/alb-monitoring-metrics',
}) satisfies AlarmSet;

/** What is watched of a NAT gateway. */
export const NAT_ALARMS = Object.freeze({
  namespace: 'acs_nat_gateway',
  dimension: 'instanceId',
  rules: Object.freeze({
    /** Open connections of those that the gateway holds. CloudMonitor spells the metric so. */
    connections: share('SessionActiveConnectionWaterLever', 'connections of those allowed', 70, 90, {
      statistics: 'Value',
    }),
    newConnections: share('SessionNewConnectionWaterLever', 'new connections of those allowed', 70, 90, {
      statistics: 'Value',
    }),
    droppedConnections: count('SessionLimitDropConnection', 'connections dropped a second', {
      statistics: 'Value',
      warn: 1,
      critical: 50,
    }),
    /** Too many connections to one address from too few addresses: give the gateway more. */
    portErrors: count('ErrorPortAllocationCount', 'connections without a port left', { statistics: 'Value', warn: 1 }),
  }),
  source: 'https://cloudmonitor.console.alibabacloud.com/metric-meta/acs_nat_gateway/nat_gateway',
}) satisfies AlarmSet;

/** Names of the rules of each set. */
export type MysqlAlarm = keyof (typeof MYSQL_ALARMS)['rules'];
export type MysqlReplicaAlarm = keyof (typeof MYSQL_REPLICA_ALARMS)['rules'];
export type RedisAlarm = keyof (typeof REDIS_ALARMS)['rules'];
export type BalancerAlarm =
  | keyof (typeof CLASSIC_BALANCER_ALARMS)['rules']
  | keyof (typeof NETWORK_BALANCER_ALARMS)['rules']
  | keyof (typeof APPLICATION_BALANCER_ALARMS)['rules'];
export type NatAlarm = keyof (typeof NAT_ALARMS)['rules'];
