import fc from 'fast-check';
import { Addon } from '../../../lib/cluster/addons/addon';
import { FirstAlb } from '../../../lib/cluster/addons/settings/ingress';
import type { AddonData } from '../../../lib/cluster/addons/addon-data';
import { rolesNeeded } from '../../../lib/core/roles';
import { warningsIn } from '../../../lib/core/warnings';
import { LogProject } from '../../../lib/logs/log-project';
import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { aCluster, aPool, TYPES } from '../a-cluster';
import { aDedicatedCluster, aServerlessCluster } from '../other-kinds';

const ADDON = 'alicloud_cs_kubernetes_addon';
const POOL = 'alicloud_cs_kubernetes_node_pool';

/** What Terraform is given for one component on a managed cluster. */
const written = (addon: AddonData) => {
  const { stack, cluster } = aCluster();
  cluster.addAddon(addon);
  return resourceOf(stack, ADDON).attributes;
};

describe('a component', () => {
  test('is one resource with exactly these attributes', () => {
    expect(written(Addon.kruise())).toEqual({
      cluster_id: expect.stringMatching(/^\$\{alicloud_cs_managed_kubernetes\..*\.id\}$/),
      name: 'ack-kruise',
      timeouts: { create: '30m', update: '30m', delete: '30m' },
    });
  });

  test('has the version that was written', () => {
    expect(written(Addon.kruise({ version: '1.8.4' })).version).toBe('1.8.4');
  });

  test('has an address of its own, which says what it is', () => {
    const { stack, cluster } = aCluster();
    cluster.addAddon(Addon.eciNetworkPolicies());
    expect(resourcesOf(stack, ADDON).map(({ address }) => address.replace(/_[0-9A-F]{8}$/, ''))).toEqual([
      `${ADDON}.cluster_addon-ack-virtual-node`,
      `${ADDON}.cluster_addon-poseidon`,
    ]);
  });

  test('that is there by itself is no resource until it is told something', () => {
    const { stack, cluster } = aCluster();
    expect(cluster.addAddon(Addon.storageOperator())).toEqual({ name: 'storage-operator' });
    expect(resourcesOf(stack, ADDON)).toEqual([]);
    expect(cluster.addAddon(Addon.storageOperator({ cnfsNas: true })).resource).toBeDefined();
    expect(resourceOf(stack, ADDON).attributes).toMatchObject({
      name: 'storage-operator',
      config: '{"CnfsNasEnable":"true"}',
    });
  });

  test('that the cluster was made with can be told what is not decided then: the pool of addresses of Terway', () => {
    const { stack, cluster } = aCluster();
    cluster.addAddon(Addon.terway({ maxPoolSize: 10 }));
    expect(resourceOf(stack, ADDON).attributes).toMatchObject({ name: 'terway-eniip', config: '{"MaxPoolSize":10}' });
  });

  test('may be added twice with the same settings', () => {
    const { stack, cluster } = aCluster();
    const { resource } = cluster.addAddon(Addon.gatekeeper({ admissionPods: 3 }));
    expect(cluster.addAddon(Addon.gatekeeper({ admissionPods: 3 })).resource).toBe(resource);
    expect(cluster.addAddon(Addon.gatekeeper({ mutating: false, admissionPods: 3 })).resource).toBe(resource);
    expect(resourcesOf(stack, ADDON)).toHaveLength(1);
  });

  test('is plain data until it is added', () => {
    const addon = Addon.gatekeeper({ admissionPods: 3 });
    expect(addon).toEqual({ kind: 'known', component: 'gatekeeper', settings: { admissionPods: 3 } });
    expect(Object.isFrozen(addon)).toBe(true);
  });
});

describe('the right name', () => {
  test('for each kind of cluster', () => {
    const registries = [{ instanceId: 'cri-abc123', region: 'cn-hangzhou' }];
    const serverless = aServerlessCluster();
    serverless.cluster.addAddon(Addon.logs());
    serverless.cluster.addAddon(Addon.acrCredentialHelper({ registries }));
    expect(resourcesOf(serverless.stack, ADDON).map(({ attributes }) => attributes.name)).toEqual([
      'alibaba-log-controller',
      'managed-aliyun-acr-credential-helper',
    ]);
    const dedicated = aDedicatedCluster();
    dedicated.cluster.addAddon(Addon.acrCredentialHelper({}));
    expect(resourceOf(dedicated.stack, ADDON).attributes).toMatchObject({
      name: 'aliyun-acr-credential-helper',
      config: '{"tokenMode":"managedRole"}',
    });
  });
});

describe('settings, as the component spells them', () => {
  const vswitches = aCluster().network.vswitches('nodes');

  test.each<[string, AddonData, string | undefined]>([
    ['ALB without a balancer', Addon.ingressAlb(), '{"albIngress":{"CreateDefaultALBConfig":false}}'],
    [
      'a new ALB over the zones',
      Addon.ingressAlb({ balancer: FirstAlb.create({ address: 'internet', vswitches }) }),
      '{"albIngress":{"AddressType":"Internet","CreateDefaultALBConfig":true,"ZoneMappings":{"cn-hangzhou-h":["vsw-nodesh"],"cn-hangzhou-i":["vsw-nodesi"],"cn-hangzhou-j":["vsw-nodesj"]}}}',
    ],
    [
      'an ALB that exists',
      Addon.ingressAlb({ balancer: FirstAlb.withId('alb-abc123') }),
      '{"albIngress":{"CreateDefaultALBConfig":true,"LoadBalancerId":"alb-abc123"}}',
    ],
    ['nginx, inside the VPC', Addon.ingressNginx(), '{"IngressSlbNetworkType":"intranet"}'],
    [
      'nginx on the internet',
      Addon.ingressNginx({ address: 'internet', size: 'slb.s2.small' }),
      '{"IngressSlbNetworkType":"internet","IngressSlbSpec":"slb.s2.small"}',
    ],
    ['no file system by surprise', Addon.cnfs(), '{"CreateDefaultCNFS":false}'],
    [
      'switches of the storage operator as text',
      Addon.storageOperator({ cnfsNas: true, cnfsOss: false }),
      '{"CnfsNasEnable":"true","CnfsOssEnable":"false"}',
    ],
    ['Prometheus', Addon.prometheus(), '{"prometheusMode":"default"}'],
    ['logs', Addon.logs(), '{"IngressDashboardEnabled":"false"}'],
    [
      'contact groups as text, sorted',
      Addon.monitorController({ contactGroups: [200, 30] }),
      '{"group_contact_ids":"[30,200]"}',
    ],
    [
      'a gatekeeper, numbers and switches as such',
      Addon.gatekeeper({ admissionPods: 3, auditSeconds: 1800 }),
      '{"AdmissionPodNumber":3,"AuditInterval":1800,"EnableAuditPod":true,"EnableMutatingWebhook":false}',
    ],
    ['RAM roles of Pods', Addon.podIdentity(), '{"AutoInjectSTSEnvVars":true}'],
    [
      'registries',
      Addon.acrCredentialHelper({
        registries: [{ instanceId: 'cri-abc123', region: 'cn-beijing' }],
        namespaces: ['shop', 'blog'],
        serviceAccounts: 'all',
      }),
      '{"AcrInstanceInfo":[{"instanceId":"cri-abc123","regionId":"cn-beijing"}],"serviceAccount":"*","watchNamespace":"blog,shop"}',
    ],
    ['nothing', Addon.knative(), undefined],
  ])('%s', (_, addon, config) => {
    expect(written(addon).config).toBe(config);
  });

  // Encoded by Terraform, with the same text as the result: HCL would not escape the quotes around a reference.
  test('a log project is named by reference, so that it outlives the cluster', () => {
    const { stack, cluster } = aCluster();
    const project = new LogProject(stack, 'logs');
    cluster.addAddon(Addon.nodeProblemDetector({ project }));
    cluster.addAddon(Addon.logs({ project, ingressDashboard: true }));
    const [detector, logs] = resourcesOf(stack, ADDON);
    const address = resourcesOf(stack, 'alicloud_log_project').find((one) => one.address.includes('.logs_'))!.address;
    expect(detector!.attributes.config).toBe(`\${jsonencode({"sls_project_name" = ${address}.project_name})}`);
    expect(logs!.attributes.config).toBe(
      `\${jsonencode({"IngressDashboardEnabled" = "true", "sls_project_name" = ${address}.project_name})}`,
    );
  });
});

describe('order', () => {
  test('what a component needs is installed with it, and waited for', () => {
    const { stack, cluster } = aCluster();
    cluster.addAddon(Addon.policies());
    const [gatekeeper, policies] = resourcesOf(stack, ADDON);
    expect([gatekeeper!.attributes.name, policies!.attributes.name]).toEqual([
      'gatekeeper',
      'policy-template-controller',
    ]);
    expect(policies!.attributes.depends_on).toEqual([gatekeeper!.address]);
  });

  test('what it only uses is waited for when it is there, before or after', () => {
    for (const addons of [
      [Addon.metricsAdapter(), Addon.prometheus()],
      [Addon.prometheus(), Addon.metricsAdapter()],
    ]) {
      const { stack, cluster } = aCluster();
      addons.forEach((addon) => cluster.addAddon(addon));
      const [adapter, prometheus] = resourcesOf(stack, ADDON);
      expect(adapter!.attributes.name).toBe('ack-alibaba-cloud-metrics-adapter');
      expect(adapter!.attributes.depends_on).toEqual([prometheus!.address]);
      expect(prometheus!.attributes).not.toHaveProperty('depends_on');
    }
  });

  test('every component waits for every node pool, whenever it was added', () => {
    const { stack, cluster } = aPool({ size: 3 });
    cluster.addAddon(Addon.policies());
    cluster.addNodePool('late', { instanceTypes: TYPES, size: 1 });
    cluster.addAddon(Addon.kruise());
    const pools = resourcesOf(stack, POOL).map(({ address }) => address);
    expect(pools).toHaveLength(2);
    for (const { attributes } of resourcesOf(stack, ADDON)) {
      expect(attributes.depends_on).toEqual(expect.arrayContaining(pools));
    }
  });

  test('whatever the order of the program, the Terraform is the same', () => {
    type Cluster = ReturnType<typeof aCluster>['cluster'];
    const steps: readonly ((cluster: Cluster) => unknown)[] = [
      (cluster) => cluster.addVirtualNode(),
      (cluster) => cluster.addNodePool('workers', { instanceTypes: TYPES, size: 3 }),
      (cluster) => cluster.addNodePool('batch', { instanceTypes: TYPES, size: 1 }),
      (cluster) => cluster.addAddon(Addon.policies()),
      (cluster) => cluster.addAddon(Addon.gatekeeper({ admissionPods: 3 })),
      (cluster) => cluster.requireAddon('gatekeeper', 'a test'),
      (cluster) => cluster.requireAddon('poseidon', 'a test'),
      (cluster) => cluster.addAddon(Addon.metricsAdapter()),
      (cluster) => cluster.addAddon(Addon.prometheus()),
    ];
    const result = (order: readonly number[]) => {
      const { stack, cluster } = aCluster();
      order.forEach((step) => steps[step]!(cluster));
      const found = resourcesOf(stack, ADDON).map(({ address, attributes }) => [
        address,
        { ...attributes, depends_on: [...(attributes.depends_on ?? [])].sort() },
      ]);
      return { found: Object.fromEntries(found), addons: cluster.addons, roles: rolesNeeded(stack) };
    };
    const numbers = steps.map((_, index) => index);
    const expected = result(numbers);
    expect(Object.keys(expected.found)).toHaveLength(6);
    fc.assert(
      fc.property(fc.shuffledSubarray(numbers, { minLength: numbers.length }), (order) => {
        expect(result(order)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('the same components in another order are the same Terraform', () => {
    const addons = [Addon.policies(), Addon.logs(), Addon.metricsAdapter(), Addon.kruise(), Addon.eciNetworkPolicies()];
    const [one, other] = [addons, [...addons].reverse()].map((list) => {
      const { stack, cluster } = aCluster();
      list.forEach((addon) => cluster.addAddon(addon));
      return synthesized(stack).resource![ADDON];
    });
    expect(other).toEqual(one);
  });
});

describe('what is told to people', () => {
  const warned = (addon: AddonData) => {
    const { stack, cluster } = aCluster();
    cluster.addAddon(addon);
    return warningsIn(stack).map(({ text }) => text);
  };

  test('that nginx is at its end, and what a gateway of MSE costs', () => {
    expect(warned(Addon.ingressNginx())).toEqual([
      expect.stringMatching(/March 2026.*Addon\.ingressAlb.*\[addon-discouraged\]$/),
    ]);
    expect(warned(Addon.ingressMse())).toEqual([expect.stringContaining('billed by the hour')]);
    expect(warned(Addon.logtail())).toEqual([expect.stringContaining('Addon.logs()')]);
  });

  test('that nothing checks settings in the component’s own words', () => {
    expect(warned(Addon.other('ack-cgpu', { gpu: true }))).toEqual([expect.stringContaining('[addon-unchecked]')]);
    expect(written(Addon.other('ack-cgpu', { b: 'true', a: true }, '1.5.1'))).toMatchObject({
      name: 'ack-cgpu',
      config: '{"a":true,"b":"true"}',
      version: '1.5.1',
    });
  });

  test('nothing about the others', () => {
    expect(warned(Addon.ingressAlb())).toEqual([]);
  });

  test('which roles the account needs for them', () => {
    const { stack, cluster } = aCluster();
    cluster.addAddon(Addon.ingressAlb());
    cluster.addAddon(Addon.costExporter());
    expect(rolesNeeded(stack).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['AliyunCSManagedCostRole', 'alb.aliyuncs.com']),
    );
  });
});
