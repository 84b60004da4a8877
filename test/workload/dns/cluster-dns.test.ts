import { Testing } from 'cdktf';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { ServiceDiscovery } from '../../../lib/cluster/service-discovery';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { billOf, kubernetesObjectsOf, resourceOf, resourcesOf } from '../../../lib/testing';
import type { CoreDnsSettings, DnsSettings } from '../../../lib/workload/dns/core-dns-props';
import { corefileText, serverBlocks } from '../../../lib/workload/dns/corefile';
import { CORE_DNS_DEFAULTS } from '../../../lib/workload/dns/core-dns-props';
import { findingsOn } from '../../support/kubernetes-schemas/validator';
import { problemsOf } from '../../support/problems';
import { aWorkplace } from '../a-workplace';

const PATCH = 'kubernetes_config_map_v1_data';

const withDns = (dns: DnsSettings) => aWorkplace({}, { baseline: { dns } });

/** A Serverless cluster with the DNS settings. */
function serverless(dns: DnsSettings, serviceDiscovery = ServiceDiscovery.coreDns()) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ServerlessCluster(cloud, 'cluster', { network, serviceDiscovery });
  return new WorkloadStack(app, 'shop-apps', { cluster, baseline: { dns } });
}

describe('CoreDNS', () => {
  test('has its whole file from the program, which owns that one key of what the component made', () => {
    const forwarders = { 'corp.example.com': ['10.8.0.53', '10.8.0.54:5353'] };
    const { apps } = withDns({ coreDns: { forwarders, cacheSeconds: 60, hosts: { 'git.example.com': '10.8.1.7' } } });
    const { data, ...rest } = resourceOf(apps, PATCH).attributes;
    expect(rest).toEqual({
      metadata: { name: 'coredns', namespace: 'kube-system' },
      force: true,
      field_manager: 'alicloud-constructs',
    });
    const meant = { ...CORE_DNS_DEFAULTS, forwarders, cacheSeconds: 60, hosts: { 'git.example.com': '10.8.1.7' } };
    expect(data).toEqual({ Corefile: corefileText(serverBlocks(meant)) });
  });

  test('stays as the component has it unless something is said', () => {
    expect(billOf(aWorkplace().apps)).toEqual([]);
    expect(billOf(withDns({}).apps)).toEqual([]);
  });

  test('gets more Pods with more nodes by a controller that may do that and nothing else', () => {
    const { apps } = withDns({ coreDns: { replicas: { nodesPerReplica: 4, max: 20 } } });
    const rules = resourceOf(apps, 'kubernetes_config_map_v1').attributes.data;
    expect(JSON.parse(rules.linear)).toEqual({
      coresPerReplica: 64,
      nodesPerReplica: 4,
      min: 2,
      max: 20,
      preventSinglePointFailure: true,
    });
    const { spec } = resourceOf(apps, 'kubernetes_deployment_v1').attributes;
    const [container] = spec.template.spec.container;
    expect(container.image).toBe('registry-vpc.cn-hangzhou.aliyuncs.com/acs/cluster-proportional-autoscaler:1.8.4');
    expect(container.command).toEqual(
      expect.arrayContaining(['--nodelabels=type!=virtual-kubelet', '--target=Deployment/coredns']),
    );
    const verbs = ['kubernetes_cluster_role_v1', 'kubernetes_role_v1'].flatMap((type) =>
      resourceOf(apps, type).attributes.rule.map((one: Record<string, unknown>) => [
        one.resources,
        one.resource_names,
        one.verbs,
      ]),
    );
    expect(verbs).toEqual([
      [['nodes'], undefined, ['list', 'watch']],
      [['deployments/scale'], ['coredns'], ['get', 'update']],
      [['configmaps'], ['dns-autoscaler'], ['get']],
    ]);
    expect(kubernetesObjectsOf(apps).flatMap((object) => findingsOn(object).problems)).toEqual([]);
  });

  test.each<[string, CoreDnsSettings | object, string]>([
    ['a forwarder for everything', { forwarders: { '.': ['10.8.0.53'] } }, 'dns-name'],
    ['a forwarder for databases', { forwarders: { 'rds.aliyuncs.com': ['10.8.0.53'] } }, 'dns-cloud-names'],
    ['a forwarder above the cloud’s names', { forwarders: { com: ['10.8.0.53'] } }, 'dns-cloud-names'],
    ['a forwarder for the cluster', { forwarders: { 'svc.cluster.local': ['10.8.0.53'] } }, 'choice-conflict'],
    ['a forwarder above the cluster', { forwarders: { local: ['10.8.0.53'] } }, 'choice-conflict'],
    ['a forwarder to a name', { forwarders: { 'corp.example.com': ['ns.example.com'] } }, 'dns-address'],
    ['a forwarder to a range', { forwarders: { 'corp.example.com': ['10.8.0.0/24'] } }, 'dns-address'],
    ['a forwarder to nobody', { forwarders: { 'corp.example.com': [] } }, 'list-empty'],
    ['a forwarder to one twice', { forwarders: { 'a.example.com': ['10.0.0.1', '10.0.0.1'] } }, 'list-duplicate'],
    [
      'a domain in two spellings',
      { forwarders: { 'a.example.com': ['10.0.0.1'], 'A.example.com': ['10.0.0.2'] } },
      'list-duplicate',
    ],
    ['a host in two spellings', { hosts: { 'a.b': '10.0.0.1', 'A.b': '10.0.0.2' } }, 'list-duplicate'],
    ['a forwarder to CoreDNS itself', { forwarders: { 'a.example.com': ['127.0.0.53'] } }, 'dns-address'],
    ['the same with a port', { forwarders: { 'a.example.com': ['[::1]:53'] } }, 'dns-address'],
    ['a line break', { forwarders: { 'a.example.com {\n}': ['10.8.0.53'] } }, 'dns-name'],
    ['a host without an address', { hosts: { 'git.example.com': 'git' } }, 'dns-address'],
    ['a host that is no name', { hosts: { '*.example.com': '10.0.0.1' } }, 'dns-name'],
    ['a cache of days', { cacheSeconds: 86_400 }, 'number-invalid'],
    ['a domain with a dot at its end', { clusterDomain: 'cluster.local.' }, 'dns-name'],
    ['one Pod', { replicas: { min: 1 } }, 'number-invalid'],
    ['most below fewest', { replicas: { min: 5, max: 3 } }, 'number-invalid'],
    ['a controller of the latest version', { replicas: { image: 'acme/scaler:latest' } }, 'image-untagged'],
    ['a log that is no flag', { log: 'yes' }, 'type-invalid'],
    ['another way upstream', { upstream: ['8.8.8.8'] }, 'prop-unknown'],
  ])('%s is refused', (_, coreDns, code) => {
    const problems = problemsOf(() => withDns({ coreDns: coreDns as CoreDnsSettings }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('on Serverless is configured where it runs, and refused where a private zone stands for it', () => {
    expect(resourceOf(serverless({ coreDns: {} }), PATCH).attributes.metadata.name).toBe('coredns');
    const [problem] = problemsOf(() => serverless({ coreDns: {} }, ServiceDiscovery.privateZone()));
    expect(problem).toMatchObject({ code: 'core-dns-absent', path: 'shop-apps/baseline' });
    const counted = () => serverless({ coreDns: { replicas: {} } });
    expect(problemsOf(counted).map(({ code }) => code)).toEqual(['cluster-kind']);
  });
});

describe('the cache of nodes', () => {
  test('is a component of the cluster', () => {
    const { stack } = withDns({ nodeCache: true });
    const names = resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
    expect(names).toContain('ack-node-local-dns');
  });

  test('asks CoreDNS by TCP, which must not ask the VPC so', () => {
    const both = () => withDns({ nodeCache: true, coreDns: { preferUdp: false } });
    expect(problemsOf(both)).toMatchObject([{ code: 'choice-conflict', fix: 'leave preferUdp out' }]);
  });

  test('is refused on Serverless with the reason and what to do instead', () => {
    const [problem] = problemsOf(() => serverless({ nodeCache: true }));
    expect(problem).toMatchObject({ code: 'dns-cache-eci' });
    expect(problem!.what).toContain('has no nodes');
    expect(problem!.fix).toContain('cacheNamesInPod(workload, { image })');
  });
});
