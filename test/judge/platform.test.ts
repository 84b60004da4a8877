import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { App, Fn } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../lib/cluster/serverless-cluster';
import { LogProject } from '../../lib/logs/log-project';
import { LogStore } from '../../lib/logs/log-store';
import { PrivateZone } from '../../lib/network/dns-private-zone';
import { DnsValue } from '../../lib/network/dns-value';
import { DnsZone } from '../../lib/network/dns-zone';
import { Network } from '../../lib/network/network';
import { Certificate } from '../../lib/security/certificate';
import { KmsKey } from '../../lib/security/kms-key';
import { KmsSecret } from '../../lib/security/kms-secret';
import { KmsSecretValue } from '../../lib/security/kms-secret-value';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { kubernetesObjectsOf, practicesOf } from '../../lib/testing';
import { ServiceAccount } from '../../lib/workload/access/service-account';
import { Burst } from '../../lib/workload/burst/burst';
import { cacheNamesInPod } from '../../lib/workload/dns/cache-names-in-pod';
import { PodDns } from '../../lib/workload/dns/pod-dns';
import { Namespace } from '../../lib/workload/namespace';
import { collectLogs } from '../../lib/workload/observability/collect-logs';
import { LogCollection } from '../../lib/workload/observability/log-collection';
import { LogSource } from '../../lib/workload/observability/log-source';
import { monitorApplication } from '../../lib/workload/observability/monitor-application';
import { scrape } from '../../lib/workload/observability/scrape';
import { ScrapeBy } from '../../lib/workload/observability/scrape-monitor';
import { Scale } from '../../lib/workload/scaling/scale';
import { Secret } from '../../lib/workload/secret';
import { WebService } from '../../lib/workload/web-service';
import { findingsOn } from '../support/kubernetes-schemas/validator';
import { RUN } from '../workload/a-namespace';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const COREDNS = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/coredns:1.12.1';
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** An App whose output is read by nobody else. */
const anApp = () => new App({ outdir: join(mkdtempSync(join(tmpdir(), 'platform-')), 'out') });

/** What a stack of the cloud holds beside network and cluster: names, certificates, secrets, logs. */
function services(cloud: CloudStack, network: Network) {
  const key = new KmsKey(cloud, 'key');
  const drawn = new KmsSecret(cloud, 'token', { rotation: '2026-11', encryptionKey: key });
  const fields = { user: 'shop', password: drawn.value };
  const database = new KmsSecret(cloud, 'database', { value: KmsSecretValue.fields(fields), rotation: '3' });
  const certificate = new Certificate(cloud, 'front', {
    certificate: PEM,
    privateKey: Fn.join('\n', [drawn.value, 'in the place of a key']),
  });
  const domain = new DnsZone(cloud, 'domain', { domainName: 'example.com' });
  domain.addRecord('www', { name: 'www', value: DnsValue.alias('alb-1.cn-hangzhou.alb.aliyuncs.com') });
  domain.addRecord('classic', { name: '_classic', value: DnsValue.text(certificate.classicId) });
  domain.addRecord('mail', { name: '@', value: DnsValue.mail('mx.example.net', 5), line: 'oversea' });
  const internal = new PrivateZone(cloud, 'internal', { zoneName: 'acme.internal', networks: [network] });
  internal.addRecord('git', { name: 'git', value: DnsValue.address('10.0.1.7') });
  const project = new LogProject(cloud, 'logs');
  const store = new LogStore(cloud, 'web', { project });
  const audit = new LogStore(cloud, 'audit', { project, retentionDays: 180 });
  return { database, drawn, store, audit };
}

/** Everything of it on nodes and, by burst, on ECI. */
function onNodes(app: App): WorkloadStack {
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ZONES });
  const cluster = new ManagedCluster(cloud, 'cluster', { network, version: '1.34.1-aliyun.1' });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g8i.xlarge', 'ecs.g7.xlarge'], size: { min: 3, max: 6 } });
  const eci = cluster.addVirtualNode();
  const { database, drawn, store, audit } = services(cloud, network);
  const forwarders = { 'corp.example.com': ['10.8.0.53', '10.8.0.54:5353'] };
  const coreDns = { forwarders, hosts: { 'git.corp.example.com': '10.8.1.7' }, autopath: true, replicas: { max: 10 } };
  const apps = new WorkloadStack(app, 'shop-apps', { cluster, baseline: { dns: { nodeCache: true, coreDns } } });
  const space = new Namespace(apps, 'shop');
  const service = { ...RUN, port: 8080, ports: { metrics: 9113 }, scale: Scale.fixed(4) };
  const web = new WebService(space, 'web', { ...service, dns: PodDns.cluster({ nodeCache: false }) });
  web.burst(Burst.afterEcs(2, eci));
  collectLogs(web, { to: store });
  collectLogs(web, { to: audit, from: LogSource.files('/var/log/shop/*.log') });
  scrape(web, { port: 'metrics' });
  scrape(web, { port: 8080, by: ScrapeBy.service(), path: '/stats' });
  monitorApplication(web, { language: 'java' });
  const api = new WebService(space, 'api', service);
  const by = LogCollection.pipeline({ firstLine: '\\d{4}-\\d{2}.*', format: 'json' });
  collectLogs(api, { to: store, from: LogSource.stdout(), by });
  collectLogs(api, { to: audit, from: LogSource.files('/data/log/api.log', { depth: 3 }), by });
  cacheNamesInPod(api, { image: COREDNS });
  new Secret(space, 'token', { values: { token: drawn.value } });
  database.grantRead(new ServiceAccount(space, 'reader'));
  return apps;
}

/** The same where there are no nodes. */
function onServerless(app: App): WorkloadStack {
  const cloud = new CloudStack(app, 'blog-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ZONES });
  const cluster = new ServerlessCluster(cloud, 'cluster', { network, version: '1.34.1-aliyun.1' });
  const { store } = services(cloud, network);
  const apps = new WorkloadStack(app, 'blog-apps', { cluster, baseline: { dns: { coreDns: { cacheSeconds: 60 } } } });
  const space = new Namespace(apps, 'blog');
  const web = new WebService(space, 'web', { ...RUN, port: 8080, scale: Scale.fixed(2) });
  collectLogs(web, { to: store });
  scrape(web, { port: 8080 });
  cacheNamesInPod(web, { image: COREDNS });
  return apps;
}

describe.each<[string, (app: App) => WorkloadStack]>([
  ['on nodes and ECI', onNodes],
  ['on Serverless', onServerless],
])('names, logs, metrics, secrets and certificates %s', (_, program) => {
  test('are accepted by Terraform, applied, planned again without a change, and destroyed', async () => {
    const app = anApp();
    program(app);
    const rehearsal = await rehearse(app);
    expect(describeFailures(rehearsal)).toBe('');
    expect(warningsOf(rehearsal)).toEqual([]);
  }, 180_000);

  test('are objects that Kubernetes takes', () => {
    const objects = kubernetesObjectsOf(program(anApp()));
    expect(objects.length).toBeGreaterThan(3);
    expect(objects.flatMap((object) => findingsOn(object).problems)).toEqual([]);
    expect(objects.filter((object) => !findingsOn(object).known)).toEqual([]);
  });

  test('keep to the practices about secrets', () => {
    const found = practicesOf(program(anApp()).node.root as App);
    const named = found.findings.map(({ practice }) => practice);
    expect(named.filter((practice) => practice.startsWith('secret-'))).toEqual([]);
  });
});
