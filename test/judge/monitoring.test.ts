import { Testing, TerraformVariable, type App } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { ApplicationLoadBalancer } from '../../lib/balancer/application-load-balancer';
import { ClassicLoadBalancer } from '../../lib/balancer/classic-load-balancer';
import { NetworkLoadBalancer } from '../../lib/balancer/network-load-balancer';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { RedisInstance } from '../../lib/database/redis-instance';
import { LogEncryption } from '../../lib/logs/log-encryption';
import { LogProject } from '../../lib/logs/log-project';
import { AlertContacts } from '../../lib/monitoring/alert-contacts';
import { AlertRobot } from '../../lib/monitoring/alert-contacts-props';
import { Alarms } from '../../lib/monitoring/alarms';
import { GrafanaBilling, GrafanaWorkspace } from '../../lib/monitoring/grafana-workspace';
import { ManagedPrometheus } from '../../lib/monitoring/managed-prometheus';
import { Network } from '../../lib/network/network';
import { KmsKey } from '../../lib/security/kms-key';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack } from '../../lib/stacks/cloud-stack';

/** Stores of logs, everything that can be watched outside of clusters, and two clusters that are measured. */
function program(app: App) {
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  addStores(cloud);
  const contacts = addContacts(cloud);
  watchEverything(cloud, network, contacts);
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3 });
  const prometheus = new ManagedPrometheus(cloud, 'prometheus', { cluster, contacts, namespaces: ['shop'] });
  prometheus.addRule('many-errors', {
    expression: 'sum(rate(http_requests_total{code=~"5.."}[5m])) > 1',
    message: 'The shop fails {{$value}} requests a second',
  });
  new GrafanaWorkspace(cloud, 'grafana', { billing: GrafanaBilling.subscription(1) });
  const second = new CloudStack(app, 'jobs-cloud', { region: 'cn-hangzhou' });
  const other = new Network(second, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  new ManagedPrometheus(second, 'prometheus', {
    cluster: new ServerlessCluster(second, 'cluster', { network: other }),
    contacts,
    rules: { podPending: { forMinutes: 30 }, jobFailed: false },
  });
}

function addStores(cloud: CloudStack): void {
  const logs = new LogProject(cloud, 'logs');
  const role = new RamRole(cloud, 'key-user', { trust: Trust.service('log.aliyuncs.com') });
  const writer = new RamRole(cloud, 'writer', { trust: Trust.service('ecs.aliyuncs.com') });
  const web = logs.addStore('web', {
    retentionDays: 180,
    hotDays: 30,
    index: { fields: { status: 'long', body: { type: 'json', keys: { user: 'text' } } } },
  });
  logs.addStore('audit', {
    mode: 'query',
    retentionDays: 'forever',
    encryption: LogEncryption.withKey(new KmsKey(cloud, 'key'), role),
  });
  web.grantWrite(writer);
  web.grantRead(writer);
}

function addContacts(cloud: CloudStack): AlertContacts {
  const robot = new TerraformVariable(cloud, 'robot', {
    type: 'string',
    sensitive: true,
    default: 'https://robots.example.com/room',
  });
  return new AlertContacts(cloud, 'oncall', {
    people: { 'li-wei': { email: 'li.wei@example.com', phone: '13800000000' }, ada: { email: 'ada@example.com' } },
    robots: { room: AlertRobot.dingTalk(robot.stringValue), hall: AlertRobot.weCom(robot.stringValue) },
  });
}

function watchEverything(cloud: CloudStack, network: Network, contacts: AlertContacts): void {
  const alarms = new Alarms(cloud, 'alarms', { contacts });
  const database = new MysqlInstance(cloud, 'database', { network });
  alarms.watchDatabase(database, { cpu: { warn: false }, iops: false });
  alarms.watchReadReplica(database.addReadReplica('reports'));
  alarms.watchRedis(new RedisInstance(cloud, 'cache', { network }));
  alarms.watchBalancer(new ClassicLoadBalancer(cloud, 'front', { network }));
  alarms.watchBalancer(new NetworkLoadBalancer(cloud, 'door', { network }));
  alarms.watchBalancer(new ApplicationLoadBalancer(cloud, 'web', { network }));
  alarms.watchNat(network.natGateway!);
  alarms.add('nodes-cpu', {
    namespace: 'acs_ecs_dashboard',
    metric: 'CPUUtilization',
    dimensions: { instanceId: 'i-bp1a2b3c' },
    statistics: 'Average',
    comparison: '>=',
    warn: 90,
  });
}

test('Terraform builds what watches, plans no change afterwards, and takes it down', async () => {
  const app = Testing.app();
  program(app);
  const rehearsal = await rehearse(app);
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(warningsOf(rehearsal)).toEqual([]);
  const gone = rehearsal.calls.filter(({ action }) => action === 'delete').map(({ type }) => type);
  const last = (type: string) => gone.lastIndexOf(type);
  expect(last('alicloud_arms_prometheus_alert_rule')).toBeLessThan(last('alicloud_cs_kubernetes_addon'));
  expect(last('alicloud_cms_alarm')).toBeLessThan(gone.indexOf('alicloud_cms_alarm_contact_group'));
  expect(last('alicloud_log_store_index')).toBeLessThan(last('alicloud_log_store'));
}, 240_000);
