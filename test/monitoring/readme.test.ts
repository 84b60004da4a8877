import { join } from 'node:path';
import { App } from 'cdktf';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { AlertContacts } from '../../lib/monitoring/alert-contacts';
import * as sets from '../../lib/monitoring/alarm-sets';
import type { AlarmSet } from '../../lib/monitoring/alarm-rule';
import { Alarms } from '../../lib/monitoring/alarms';
import { CLUSTER_RULES, type ClusterRule } from '../../lib/monitoring/cluster-rules';
import { ManagedPrometheus } from '../../lib/monitoring/managed-prometheus';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { readFileSync } from 'node:fs';
import { blocksOf, fenced } from '../support/hcl-blocks';

const README = join(__dirname, '../../lib/monitoring/README.md');

test('the HCL in the README is that of its program', async () => {
  const app = new App();
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const database = new MysqlInstance(cloud, 'database', { network });
  const contacts = new AlertContacts(cloud, 'oncall', { people: { 'li-wei': { email: 'li.wei@example.com' } } });
  const alarms = new Alarms(cloud, 'alarms', { contacts });
  alarms.watchDatabase(database, { cpu: { warn: 70 }, iops: false });
  alarms.watchNat(network.natGateway!);
  const prometheus = new ManagedPrometheus(cloud, 'prometheus', { cluster, contacts, namespaces: ['shop'] });
  prometheus.addRule('many-errors', {
    expression: 'sum(rate(http_requests_total{namespace="shop",code=~"5.."}[5m])) > 1',
    message: 'The shop fails {{$value}} requests a second',
    severity: 'critical',
  });
  const blocks = (await blocksOf(cloud, /^alicloud_(cms|arms)_/)).split('\n\n');
  const shown = blocks.filter((block) =>
    /^resource "\S+" "[^"]*(database_cpu|many-errors|dispatch|group)_/.test(block),
  );
  expect(shown).toHaveLength(5);
  expect(fenced(README, 'hcl')).toContain(shown.join('\n\n'));
});

const level = (value: number | false): string => (value === false ? '' : String(value));
const row = (...cells: readonly string[]) => cells.map((cell) => cell.trim()).join(' | ');
const rows = () =>
  readFileSync(README, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => row(...line.slice(1, -1).split('|')));

test.each(Object.entries(sets as unknown as Record<string, AlarmSet>))('the README lists %s as they are', (_, set) => {
  const expected = Object.entries(set.rules).map(([name, rule]) => {
    const minutes = String((rule.periodSeconds * rule.times) / 60);
    return row(`\`${name}\``, rule.measures, rule.comparison, level(rule.warn), level(rule.critical), minutes);
  });
  expect(rows()).toEqual(expect.arrayContaining(expected));
});

test('the README lists the rules of clusters as they are', () => {
  const expected = Object.entries(CLUSTER_RULES as Record<string, ClusterRule>).map(([name, rule]) =>
    row(
      `\`${name}\``,
      rule.threshold === undefined ? '' : String(rule.threshold),
      String(rule.forMinutes),
      rule.severity,
    ),
  );
  expect(rows().map((line) => line.split(' | ').slice(0, 4).join(' | '))).toEqual(expect.arrayContaining(expected));
});
