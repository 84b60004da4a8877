import { type App, Fn } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { LogProject } from '../../lib/logs/log-project';
import type { LogStoreProps } from '../../lib/logs/log-store-props';
import { AlertContacts } from '../../lib/monitoring/alert-contacts';
import type { AlertPerson } from '../../lib/monitoring/alert-contacts-props';
import { Alarms } from '../../lib/monitoring/alarms';
import { ManagedPrometheus } from '../../lib/monitoring/managed-prometheus';
import type { ManagedPrometheusProps } from '../../lib/monitoring/managed-prometheus-props';
import { PrivateZone } from '../../lib/network/dns-private-zone';
import { DnsValue } from '../../lib/network/dns-value';
import { Network } from '../../lib/network/network';
import { Certificate } from '../../lib/security/certificate';
import { KmsSecret } from '../../lib/security/kms-secret';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { daysAfter, type Deeds } from './second-day';

/** What may be another thing on another day. */
interface Day {
  readonly people?: Readonly<Record<string, AlertPerson>>;
  readonly cpu?: { readonly warn?: number; readonly critical?: number };
  readonly prometheus?: Partial<ManagedPrometheusProps>;
  readonly ownRule?: string;
  readonly store?: Omit<LogStoreProps, 'project'>;
  readonly further?: boolean;
  readonly address?: string;
  readonly bytes?: string;
  readonly rotation?: string;
}

const LI = { email: 'li.wei@example.com' };

const program =
  ({ people = { li: LI }, cpu = {}, prometheus = {}, ownRule, store = {}, ...day }: Day) =>
  (app: App): void => {
    const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
    const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
    const network = new Network(cloud, 'network', { zones });
    const other = new Network(cloud, 'other', { zones });
    const cluster = new ManagedCluster(cloud, 'cluster', { network });
    const contacts = new AlertContacts(cloud, 'oncall', { people });
    new Alarms(cloud, 'alarms', { contacts }).watchDatabase(new MysqlInstance(cloud, 'database', { network }), { cpu });
    const rules = new ManagedPrometheus(cloud, 'prometheus', { cluster, contacts, ...prometheus });
    if (ownRule !== undefined) {
      rules.addRule('own', { expression: ownRule, message: 'It is "wrong":\n{{$value}}' });
    }
    new LogProject(cloud, 'logs').addStore('web', store);
    const internal = new PrivateZone(cloud, 'internal', { zoneName: 'acme.internal', networks: [network] });
    internal.addRecord('git', { name: 'git', value: DnsValue.address(day.address ?? '10.0.1.7') });
    if (day.further) {
      internal.attachTo(other);
    }
    const secret = new KmsSecret(cloud, 'token', { rotation: day.rotation ?? '1' });
    const certificate = new Certificate(cloud, 'front', {
      certificate: `-----BEGIN CERTIFICATE-----\n${day.bytes ?? 'MIIB'}\n-----END CERTIFICATE-----\n`,
      privateKey: Fn.join('\n', ['in the place of a key', network.vpcId]),
    });
    internal.addRecord('id', { name: 'id', value: DnsValue.text(certificate.classicId) });
    internal.addRecord('name', { name: 'name', value: DnsValue.text(secret.secretName) });
  };

const ADA = { email: 'ada@example.com', phone: '13800000000' };
const TWO = { li: LI, ada: ADA };
const OWN = 'sum(rate(http_requests_total{code=~"5.."}[5m])) > 1 # it\'s "5xx"';

type TenDays = [Deeds, Deeds, Deeds, Deeds, Deeds, Deeds, Deeds, Deeds, Deeds, Deeds];
let [told, moved, alone, own, levels, bad, logs, names, uploaded, rotated] = [] as unknown as TenDays;
beforeAll(async () => {
  const end = { ownRule: OWN, cpu: { warn: 70 }, prometheus: { repeatMinutes: 30 } };
  const kept = { ...end, store: { retentionDays: 60, index: { fields: { status: 'long' } } } } as const;
  const seen = { ...kept, further: true, address: '10.0.1.8' };
  [told, moved, alone, own, levels, bad, logs, names, uploaded, rotated] = (await daysAfter(
    program({}),
    program({ people: TWO }),
    program({ people: { ...TWO, li: { email: 'li@example.com' } } }),
    program({}),
    program({ ownRule: OWN }),
    program(end),
    program({ ...end, prometheus: { repeatMinutes: 30, rules: { nodeCpu: { severity: 'critical' } } } }),
    program(kept),
    program(seen),
    program({ ...seen, bytes: 'MIIC' }),
    program({ ...seen, bytes: 'MIIC', rotation: '2' }),
  )) as unknown as TenDays;
}, 600_000);

const CONTACTS = ['alicloud_arms_alert_contact', 'alicloud_cms_alarm_contact'];
const GROUPS = ['alicloud_arms_alert_contact_group', 'alicloud_cms_alarm_contact_group'];

test('one more person is told: their contacts are made, the groups stay', () => {
  expect(told.created).toEqual(CONTACTS);
  expect(told.updated).toEqual(expect.arrayContaining(GROUPS));
  expect(told.deleted).toEqual([]);
});

test('another address is another contact of CloudMonitor', () => {
  expect(moved.created).toEqual(['alicloud_cms_alarm_contact']);
  expect(moved.deleted).toEqual(['alicloud_cms_alarm_contact']);
});

test('a person who is gone is told no more, and the groups stay', () => {
  expect(alone.deleted).toEqual(expect.arrayContaining(CONTACTS));
  expect(alone.deleted).not.toEqual(expect.arrayContaining(GROUPS));
});

test('a rule comes without a change of the others', () => {
  expect(own).toEqual({ created: ['alicloud_arms_prometheus_alert_rule'], updated: [], deleted: [] });
});

test('levels and how often people are told change in place', () => {
  expect(levels).toEqual({
    created: [],
    updated: ['alicloud_arms_dispatch_rule', 'alicloud_cms_alarm'],
    deleted: [],
  });
});

test('how bad a rule is changes in place', () => {
  expect(bad).toEqual({ created: [], updated: ['alicloud_arms_prometheus_alert_rule'], deleted: [] });
});

test('logs are kept for longer and found by more, and none is lost', () => {
  expect([logs.created, logs.deleted]).toEqual([[], []]);
  expect(logs.updated).toEqual(expect.arrayContaining(['alicloud_log_store', 'alicloud_log_store_index']));
});

test('a zone is seen by one more VPC, and a name moves, in place', () => {
  expect(names).toEqual({
    created: [],
    updated: ['alicloud_pvtz_zone_attachment', 'alicloud_pvtz_zone_record'],
    deleted: [],
  });
});

test('another certificate is there before the old one goes', () => {
  const both = ['alicloud_slb_server_certificate', 'alicloud_ssl_certificates_service_certificate'];
  expect(uploaded).toEqual({ created: both, updated: ['alicloud_pvtz_zone_record'], deleted: both });
});

test('a secret that rotates is another version of itself', () => {
  expect(rotated).toEqual({
    created: ['random_password'],
    updated: ['alicloud_kms_secret'],
    deleted: ['random_password'],
  });
});
