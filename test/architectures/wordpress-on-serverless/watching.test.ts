import { Testing, type App } from 'cdktf';
import { WordPressEnvironment } from '../../../lib/architectures/wordpress-on-serverless/environment';
import type { WordPressOnServerlessProps } from '../../../lib/architectures/wordpress-on-serverless/serverless-props';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { warningsIn } from '../../../lib/core/warnings';
import { CLASSIC_BALANCER_ALARMS } from '../../../lib/monitoring/alarm-sets';
import { AlertContacts } from '../../../lib/monitoring/alert-contacts';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { diffOf, resourceOf, resourcesOf, type FoundResource } from '../../../lib/testing';
import { everything } from './everything';
import { twoSites, ZONES } from './two-sites';

const { production, test: aTest } = WordPressEnvironment;
const attributesOf = ({ attributes }: FoundResource): Record<string, any> => attributes;
const contacts: WordPressOnServerlessProps['contacts'] = (cloud) =>
  new AlertContacts(cloud, 'contacts', { people: { 'li-wei': { email: 'li.wei@example.com' } } });

const told = twoSites({ contacts });
const rules = resourcesOf(told.cloud, 'alicloud_arms_prometheus_alert_rule').map(attributesOf);
const about = (space: string) => rules.filter(({ expression }) => expression.includes(space));

test('Prometheus measures the cluster, whoever is told of it', () => {
  [told, twoSites()].forEach(({ cloud }) =>
    expect(resourceOf(cloud, 'alicloud_cs_kubernetes_addon', { name: 'arms-prometheus' })).toBeDefined(),
  );
});

test('rules about production are its own: Pods that crash or do not start, a scale at its end, a Job that failed', () => {
  expect(about('production').map(({ prometheus_alert_rule_name: name }) => name.split('-prometheus--')[1])).toEqual(
    expect.arrayContaining([
      'pod-crash-looping',
      'pod-pending',
      'deployment-unavailable',
      'autoscaler-at-max',
      'job-failed',
    ]),
  );
  about('production').forEach(({ notify_type: type }) => expect(type).toBe('DISPATCH_RULE'));
});

test('nobody gets up for a test, unless it is said', () => {
  const name = (one: Record<string, any>): string => one.prometheus_alert_rule_name;
  expect(rules.filter((one) => name(one).includes('sites-test'))).toEqual([]);
  const watched = twoSites({ contacts, environments: { test: aTest({ watched: true }), production: production() } });
  const all = resourcesOf(watched.cloud, 'alicloud_arms_prometheus_alert_rule').map(attributesOf);
  expect(all.filter((one) => name(one).includes('sites-test')).length).toBeGreaterThan(5);
});

test('that nothing is measured any more is told once, however many environments there are', () => {
  expect(rules.filter(({ expression }) => expression.startsWith('absent('))).toHaveLength(1);
});

test('alarms are about the database, the way out and the balancer of production', () => {
  const alarms = resourcesOf(told.cloud, 'alicloud_cms_alarm').map(attributesOf);
  expect(new Set(alarms.map(({ project }) => project))).toEqual(
    new Set(['acs_rds_dashboard', 'acs_nat_gateway', 'acs_slb_dashboard']),
  );
  const fronts = alarms.filter(({ project }) => project === 'acs_slb_dashboard');
  fronts.forEach(({ metric_dimensions: of }) => expect(of).toContain('sites_production_front'));
});

test('and about a database and Redis that an environment has for itself', () => {
  const app = Testing.app();
  everything(app);
  const cloud = app.node.findChild('blog-cloud') as CloudStack;
  const of = resourcesOf(cloud, 'alicloud_cms_alarm').map((one) => String(attributesOf(one).metric_dimensions));
  expect(of.some((text) => text.includes('staging-database'))).toBe(true);
  expect(of.some((text) => text.includes('kvstore'))).toBe(true);
});

test('a balancer that two environments share is watched once', () => {
  const app = Testing.app();
  const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
  const network = new Network(home, 'network', { zones: ZONES });
  const balancer = new ClassicLoadBalancer(home, 'front', { network });
  const environments = { one: production({ balancer, ports: [8080] }), two: production({ balancer, ports: [8081] }) };
  const { cloud } = twoSites({ zones: undefined, network, contacts, environments }, app);
  const of = resourcesOf(cloud, 'alicloud_cms_alarm').map((one) => attributesOf(one).project);
  expect(of.filter((project) => project === 'acs_slb_dashboard')).toHaveLength(
    Object.keys(CLASSIC_BALANCER_ALARMS.rules).length,
  );
});

test('without contacts a warning says that nobody is told, and no alarm is made that nobody would hear', () => {
  const { cloud } = twoSites();
  expect(warningsIn(cloud.node.root).filter(({ text }) => text.includes('[alerts-unheard]'))).not.toEqual([]);
  expect(warningsIn(told.node.root).filter(({ text }) => text.includes('[alerts-unheard]'))).toEqual([]);
  expect(resourcesOf(cloud, 'alicloud_cms_alarm')).toEqual([]);
});

test('contacts that exist are told as well', () => {
  const app: App = Testing.app();
  const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
  const existing = AlertContacts.fromAttributes(home, 'ops', {
    cloudMonitorGroup: 'ops',
    armsGroup: { id: '1234', name: 'ops' },
  });
  const { cloud } = twoSites({ contacts: existing }, app);
  expect(resourcesOf(cloud, 'alicloud_cms_alarm').map((one) => attributesOf(one).contact_groups)[0]).toEqual(['ops']);
});

test('another environment replaces and destroys no rule and no alarm', () => {
  const [old, now] = [Testing.app(), Testing.app()];
  twoSites({ contacts }, old);
  twoSites({ contacts, environments: { test: aTest(), production: production(), shop: production() } }, now);
  const { counts } = diffOf(old, now);
  expect(counts).toMatchObject({ change: 0, replace: 0, destroy: 0, leave: 0 });
});

test('to let an environment go changes the protection of its balancer, and none of its alarms', () => {
  const [old, now] = [Testing.app(), Testing.app()];
  twoSites({ contacts }, old);
  const environments = { test: aTest(), production: production({ protection: 'sandbox' }) };
  twoSites({ contacts, environments }, now);
  expect(diffOf(old, now).changes.map(({ type, action }) => [type, action])).toEqual([
    ['alicloud_slb_load_balancer', 'change'],
  ]);
});
