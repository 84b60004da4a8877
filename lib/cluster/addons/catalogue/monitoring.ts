import { ROLES } from '../roles';
import type { AddonRow } from '../addon-row';

const EVERYWHERE = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;
const ON_NODES = {
  managed: 'optional',
  dedicated: 'optional',
  serverless: { never: 'it watches nodes, and there are none', instead: 'leave it out' },
} as const;

/** What is seen of a cluster: metrics, logs, events, costs. */
export const MONITORING: readonly AddonRow[] = [
  {
    name: 'arms-prometheus',
    does: 'sends metrics to Managed Service for Prometheus',
    kinds: EVERYWHERE,
    aliases: ['managed-arms-prometheus', 'ack-arms-prometheus'],
    roles: [ROLES.arms],
    source: 'doc',
  },
  {
    name: 'alicloud-monitor-controller',
    does: 'sends alerts of the cluster to CloudMonitor',
    kinds: { managed: 'default', dedicated: 'default', serverless: 'optional' },
    roles: [ROLES.cms, ROLES.log, ROLES.arms],
    source: 'cluster',
  },
  {
    name: 'metrics-aggregator',
    does: 'collects metrics of nodes for CloudMonitor',
    kinds: { managed: 'default', dedicated: 'optional', serverless: 'optional' },
    source: 'cluster',
  },
  {
    name: 'loongcollector',
    does: 'sends logs of Pods to the log service',
    kinds: EVERYWHERE,
    named: { serverless: 'alibaba-log-controller' },
    excludes: [{ other: 'logtail-ds', why: 'both read the same logs, and one took the place of the other' }],
    roles: [ROLES.log],
    source: 'help',
  },
  {
    name: 'logtail-ds',
    does: 'sent logs of Pods to the log service before loongcollector',
    kinds: EVERYWHERE,
    roles: [ROLES.log],
    warning:
      'loongcollector has taken the place of logtail-ds: write Addon.logs() unless the cluster has logtail-ds already',
    source: 'doc',
  },
  {
    name: 'ack-node-problem-detector',
    does: 'finds broken nodes and keeps events of the cluster',
    kinds: ON_NODES,
    roles: [ROLES.log],
    source: 'doc',
  },
  {
    name: 'ack-cost-exporter',
    does: 'tells what workloads cost',
    kinds: EVERYWHERE,
    roles: [ROLES.cost],
    source: 'doc',
  },
  {
    name: 'ack-onepilot',
    does: 'puts the agents of application monitoring into Pods',
    kinds: EVERYWHERE,
    roles: [ROLES.arms, ROLES.mse],
    source: 'help',
  },
];
