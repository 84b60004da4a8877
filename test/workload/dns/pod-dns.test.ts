import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { Burst } from '../../../lib/workload/burst/burst';
import { DaemonWorkload } from '../../../lib/workload/daemon/daemon-workload';
import { cacheNamesInPod, type PodDnsCacheProps } from '../../../lib/workload/dns/cache-names-in-pod';
import { useNodeDnsCache } from '../../../lib/workload/dns/node-cache';
import { PodDns, type PodDnsData } from '../../../lib/workload/dns/pod-dns';
import { JobWorkload } from '../../../lib/workload/jobs/job-workload';
import { Namespace } from '../../../lib/workload/namespace';
import { Placement } from '../../../lib/workload/placement';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { problemsOf } from '../../support/problems';
import { RUN } from '../a-namespace';
import { aWebService } from '../a-web-service';
import { aWorkplace, withVirtualNode } from '../a-workplace';
import { aServerless } from '../observability/a-serverless';

const LABEL = 'node-local-dns-injection';
const COREDNS = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/coredns:1.12.1';

const podOf = (apps: Parameters<typeof resourceOf>[0], type = 'kubernetes_deployment_v1') =>
  resourceOf(apps, type).attributes.spec.template as {
    metadata: { labels: Record<string, string>; annotations?: Record<string, string> };
    spec: Record<string, any>;
  };

const optionsOf = (apps: Parameters<typeof resourceOf>[0]) =>
  Object.fromEntries(
    podOf(apps).spec.dns_config.option.map(({ name, value }: { name: string; value?: string }) => [name, value]),
  );

const labelsOf = (apps: Parameters<typeof resourceOf>[0]) =>
  resourceOf(apps, 'kubernetes_namespace_v1').attributes.metadata.labels;

describe('Pods ask', () => {
  test('as Kubernetes has them unless they say otherwise', () => {
    const { spec } = podOf(aWebService().apps);
    expect([spec.dns_policy, spec.dns_config]).toEqual([undefined, undefined]);
  });

  test('the cluster, less often and for a shorter time', () => {
    const dns = PodDns.cluster({
      ndots: 2,
      timeoutSeconds: 2,
      attempts: 3,
      searches: ['corp.example.com'],
      others: { 'use-vc': '' },
    });
    const { apps } = aWebService({ dns });
    const { spec } = podOf(apps);
    expect(spec.dns_policy).toBeUndefined();
    expect(spec.dns_config.searches).toEqual(['corp.example.com']);
    expect(optionsOf(apps)).toEqual({ ndots: '2', timeout: '2', attempts: '3', 'use-vc': undefined });
  });

  test('the VPC alone', () => {
    expect(podOf(aWebService({ dns: PodDns.vpc() }).apps).spec.dns_policy).toBe('Default');
  });

  test('servers of their own', () => {
    const { spec } = podOf(aWebService({ dns: PodDns.own(['10.8.0.53', 'fd00::53']) }).apps);
    expect([spec.dns_policy, spec.dns_config.nameservers]).toEqual(['None', ['10.8.0.53', 'fd00::53']]);
  });

  test('the cluster, also on the network of their node', () => {
    const { namespace, apps } = aWebService({}, {}, { podSecurity: 'privileged' });
    new DaemonWorkload(namespace, 'agent', { ...RUN, hostNetwork: true, dns: PodDns.cluster({ ndots: 2 }) });
    const { spec } = podOf(apps, 'kubernetes_daemon_set_v1');
    expect(spec.dns_policy).toBe('ClusterFirstWithHostNet');
    expect(spec.dns_config.option).toEqual([{ name: 'ndots', value: '2' }]);
  });

  test.each<[string, PodDnsData | object, string]>([
    ['too many dots', PodDns.cluster({ ndots: 16 }), 'number-invalid'],
    ['no time', PodDns.cluster({ timeoutSeconds: 0 }), 'number-invalid'],
    ['too many attempts', PodDns.vpc({ attempts: 6 }), 'number-invalid'],
    ['a search domain that is none', PodDns.cluster({ searches: ['a b'] }), 'dns-name'],
    ['no servers', PodDns.own([]), 'list-empty'],
    ['too many servers', PodDns.own(['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4']), 'list-too-long'],
    ['a server by name', PodDns.own(['ns.example.com']), 'dns-address'],
    ['a policy that is none', { kind: 'ClusterFirst' }, 'choice-invalid'],
    ['servers of the cluster', { kind: 'cluster', nameservers: ['10.0.0.1'] }, 'prop-unknown'],
  ])('%s is refused', (_, dns, code) => {
    const problems = problemsOf(() => aWebService({ dns: dns as PodDnsData }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('the cache of the node', () => {
  test('is asked in a namespace that says so, with the component in the cluster', () => {
    const { apps, stack } = aWebService({}, {}, { nodeDnsCache: true });
    expect(labelsOf(apps)).toMatchObject({ [LABEL]: 'enabled' });
    const names = resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
    expect(names).toContain('ack-node-local-dns');
  });

  test('is asked in every namespace of a cluster whose baseline says so, except where it cannot or shall not', () => {
    const { apps } = aWorkplace(withVirtualNode(), { baseline: { dns: { nodeCache: true } } });
    new Namespace(apps, 'usual');
    new Namespace(apps, 'bare', { nodeDnsCache: false });
    new Namespace(apps, 'burst', { placement: Placement.everythingOnEci() });
    const labels = resourcesOf(apps, 'kubernetes_namespace_v1').map(({ attributes }) => [
      attributes.metadata.name,
      attributes.metadata.labels[LABEL],
    ]);
    expect(Object.fromEntries(labels)).toEqual({ usual: 'enabled', bare: undefined, burst: undefined });
  });

  test('is asked in a namespace that exists, by its label', () => {
    const { apps } = aWorkplace();
    useNodeDnsCache(Namespace.fromAttributes(apps, 'old', { name: 'old' }));
    expect(resourceOf(apps, 'kubernetes_labels').attributes.labels).toEqual({ [LABEL]: 'enabled' });
  });

  test('is left alone by Pods that say so, which then ask as often as those that have it', () => {
    const { apps } = aWebService({ dns: PodDns.cluster({ nodeCache: false }) }, {}, { nodeDnsCache: true });
    expect(podOf(apps).metadata.labels).toMatchObject({ [LABEL]: 'disabled' });
    expect(optionsOf(apps)).toEqual({ ndots: '3', timeout: '1', attempts: '2' });
  });

  test('is refused for Pods that can land on ECI, until they leave it alone', () => {
    const burst = (dns?: PodDnsData) => {
      const { apps, cluster } = aWorkplace(withVirtualNode());
      const namespace = new Namespace(apps, 'shop', { nodeDnsCache: true });
      const web = new WebService(namespace, 'web', { ...RUN, port: 80, scale: Scale.fixed(3), dns });
      web.burst(Burst.afterEcs(2, cluster.virtualNode!));
      return () => synthesized(apps);
    };
    const [problem] = problemsOf(burst());
    expect(problem).toMatchObject({ code: 'dns-cache-eci', path: 'shop-apps/shop/web', value: 'some' });
    expect(problem!.fix).toContain('PodDns.cluster({ nodeCache: false })');
    expect(burst(PodDns.cluster({ nodeCache: false }))).not.toThrow();
    expect(burst(PodDns.vpc())).not.toThrow();
  });

  test('is refused where every Pod is on ECI', () => {
    const { apps } = aWorkplace(withVirtualNode());
    const wrong = () => new Namespace(apps, 'burst', { placement: Placement.everythingOnEci(), nodeDnsCache: true });
    expect(problemsOf(wrong)).toMatchObject([{ code: 'dns-cache-eci', path: 'shop-apps/burst' }]);
    const serverless = aServerless();
    const there = () => new Namespace(serverless.apps, 'cached', { nodeDnsCache: true });
    expect(problemsOf(there).map(({ code }) => code)).toEqual(['dns-cache-eci']);
  });
});

describe('a cache in the Pod', () => {
  test('is a container that the others ask first, and the cluster while it does not answer', () => {
    const { apps, web } = aWebService();
    cacheNamesInPod(web, { image: COREDNS, cacheSeconds: 60 });
    const { metadata, spec } = podOf(apps);
    expect([spec.dns_policy, spec.dns_config.nameservers]).toEqual(['None', ['127.0.0.1', '172.21.0.10']]);
    expect(spec.dns_config.searches).toEqual(['shop.svc.cluster.local', 'svc.cluster.local', 'cluster.local']);
    expect(optionsOf(apps)).toEqual({ ndots: '3', timeout: '1', attempts: '2' });
    const cache = spec.container[1];
    expect(cache).toMatchObject({
      name: 'dns-cache',
      image: COREDNS,
      args: ['-conf', '/etc/coredns/Corefile'],
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '50m', memory: '64Mi' } },
      volume_mount: [{ name: 'dns-cache', mount_path: '/etc/coredns', read_only: true }],
    });
    expect(cache.security_context).toMatchObject({
      allow_privilege_escalation: false,
      read_only_root_filesystem: true,
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
    });
    const { data, metadata: own } = resourceOf(apps, 'kubernetes_config_map_v1').attributes;
    expect(own.name).toBe('web-dns-cache');
    expect(data.Corefile).toContain('forward . 172.21.0.10 {');
    expect(metadata.annotations!['alicloud-constructs.io/dns-cache']).toMatch(/^[0-9a-f]{16}$/);
  });

  test('is another one with another file, so that the Pods are replaced', () => {
    const checksum = (props: Partial<PodDnsCacheProps>) => {
      const { apps, web } = aWebService();
      cacheNamesInPod(web, { image: COREDNS, ...props });
      return podOf(apps).metadata.annotations!['alicloud-constructs.io/dns-cache'];
    };
    expect(checksum({ cacheSeconds: 30 })).toBe(checksum({}));
    expect(checksum({ cacheSeconds: 31 })).not.toBe(checksum({}));
  });

  test('works on ECI, where Pods burst to', () => {
    const { apps, cluster } = aWorkplace(withVirtualNode());
    const namespace = new Namespace(apps, 'shop', { nodeDnsCache: true });
    const web = new WebService(namespace, 'web', { ...RUN, port: 80, scale: Scale.fixed(3) });
    cacheNamesInPod(web, { image: COREDNS });
    web.burst(Burst.afterEcs(2, cluster.virtualNode!));
    expect(() => synthesized(apps)).not.toThrow();
  });

  test('asks servers of the user’s instead', () => {
    const { apps, web } = aWebService();
    cacheNamesInPod(web, {
      image: COREDNS,
      servers: ['100.100.2.136', '100.100.2.138'],
      clusterDomain: 'acme.internal',
    });
    const { dns_config: dns } = podOf(apps).spec;
    expect(dns.nameservers).toEqual(['127.0.0.1', '100.100.2.136', '100.100.2.138']);
    expect(dns.searches.at(-1)).toBe('acme.internal');
  });

  test.each<[string, Partial<PodDnsCacheProps> | object, string]>([
    ['no version', { image: 'acme/coredns' }, 'image-untagged'],
    ['a cache of nothing', { cacheSeconds: 0 }, 'number-invalid'],
    ['a server that is no address', { servers: ['kube-dns'] }, 'dns-address'],
    ['the cache itself', { servers: ['127.0.0.1'] }, 'dns-address'],
    ['three servers beside the cache', { servers: ['10.0.0.1', '10.0.0.2', '10.0.0.3'] }, 'dns-cache-sidecar'],
    ['no servers', { servers: [] }, 'dns-cache-sidecar'],
    ['an unknown prop', { upstream: '10.0.0.1' }, 'prop-unknown'],
  ])('%s is refused', (_, props, code) => {
    const { web } = aWebService();
    const problems = problemsOf(() => cacheNamesInPod(web, { image: COREDNS, ...props }));
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  test.each([53, 18_080])('is refused beside a container that listens on its port %i', (port) => {
    const { namespace } = aWebService();
    const resolver = new WebService(namespace, 'resolver', { ...RUN, port, scale: Scale.fixed(2) });
    expect(problemsOf(() => cacheNamesInPod(resolver, { image: COREDNS }))).toMatchObject([
      { code: 'dns-cache-sidecar', what: expect.stringContaining(`port ${port}`) },
    ]);
  });

  test('is refused for a Job, which would never be done, and for Pods that ask others already', () => {
    const { namespace, web } = aWebService({ dns: PodDns.vpc() });
    const job = new JobWorkload(namespace, 'report', { ...RUN, command: ['report'] });
    expect(problemsOf(() => cacheNamesInPod(job, { image: COREDNS })).map(({ code }) => code)).toEqual([
      'dns-cache-sidecar',
    ]);
    expect(problemsOf(() => cacheNamesInPod(web, { image: COREDNS })).map(({ code }) => code)).toEqual([
      'pod-conflict',
    ]);
  });
});
