import { Addon } from '../../../lib/cluster/addons/addon';
import { ControlPlane } from '../../../lib/cluster/control-plane';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import type { ManagedClusterAttributes } from '../../../lib/cluster/cluster-attributes';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { ServiceDiscovery } from '../../../lib/cluster/service-discovery';
import { rolesNeeded } from '../../../lib/core/roles';
import { warningsIn } from '../../../lib/core/warnings';
import { resourceOf, resourcesOf } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aCluster, aPool, aStack, TYPES } from '../a-cluster';
import { AnExistingNetwork, FLANNEL } from '../an-existing-network';
import { aDedicatedCluster, aServerlessCluster } from '../other-kinds';

const ADDON = 'alicloud_cs_kubernetes_addon';
const namesIn = (stack: Parameters<typeof resourcesOf>[0]) =>
  resourcesOf(stack, ADDON).map(({ attributes }) => attributes.name);

const imported = (attributes: Partial<ManagedClusterAttributes> = {}) => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack);
  const clusterId = 'c0000000000000000000000000000000';
  return { stack, cluster: ManagedCluster.fromAttributes(stack, 'cluster', { clusterId, network, ...attributes }) };
};

describe('a cluster of this program', () => {
  test('gets what is missing, once', () => {
    const { stack, cluster } = aCluster();
    cluster.requireAddon('ack-kruise', 'a WorkloadSpread');
    cluster.requireAddon('ack-kruise', 'another one');
    expect(namesIn(stack)).toEqual(['ack-kruise']);
  });

  test('needs nothing for what clusters of its kind have', () => {
    const { stack, cluster } = aCluster();
    const there = [
      'metrics-server',
      'coredns',
      'csi-plugin',
      'csi-provisioner',
      'managed-csiprovisioner',
      'terway-eniip',
    ];
    there.forEach((name) => cluster.requireAddon(name, 'a test'));
    expect(namesIn(stack)).toEqual([]);
  });

  test('of another kind has other defaults', () => {
    const dedicated = aDedicatedCluster();
    dedicated.cluster.requireAddon('metrics-server', 'scaling');
    expect(namesIn(dedicated.stack)).toEqual([]);
    const serverless = aServerlessCluster();
    ['metrics-server', 'csi-provisioner', 'coredns', 'ack-virtual-node'].forEach((name) =>
      serverless.cluster.requireAddon(name, 'a test'),
    );
    expect(namesIn(serverless.stack)).toEqual(['managed-csiprovisioner', 'metrics-server']);
  });

  test('gets CoreDNS when it was made without', () => {
    const { stack, cluster } = aServerlessCluster({ serviceDiscovery: ServiceDiscovery.privateZone() });
    expect(cluster.addons).not.toContain('coredns');
    cluster.requireAddon('coredns', 'names of Services');
    expect(namesIn(stack)).toEqual(['coredns']);
  });

  test('says what it has, by the names of its kind', () => {
    const { cluster } = aCluster();
    cluster.requireAddon('aliyun-acr-credential-helper', 'images');
    expect(cluster.addons).toEqual([...cluster.addons].sort());
    expect(cluster.addons).toEqual(
      expect.arrayContaining(['coredns', 'managed-aliyun-acr-credential-helper', 'metrics-server', 'terway-eniip']),
    );
    expect(cluster.addons).not.toContain('flannel');
    expect(aCluster({ around: { podNetwork: FLANNEL } }).cluster.addons).toContain('flannel');
    expect(aServerlessCluster().cluster.addons).toEqual([
      'ack-virtual-node',
      'cloud-controller-manager',
      'coredns',
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
    ]);
  });

  test('has the autoscaler when a pool has limits', () => {
    const { stack, cluster } = aPool();
    cluster.requireAddon('cluster-autoscaler', 'nodes');
    expect(namesIn(stack)).toEqual([]);
    expect(cluster.addons).toContain('cluster-autoscaler');
  });

  test('is refused the autoscaler when no pool has any', () => {
    const { cluster } = aPool({ size: 3 });
    const [problem] = problemsOf(() => cluster.requireAddon('cluster-autoscaler', 'nodes'));
    expect(problem).toMatchObject({ code: 'addon-elsewhere', fix: 'give a node pool size: { min, max }' });
  });

  test('gets a component that the catalogue does not know', () => {
    const { stack, cluster } = aCluster();
    cluster.requireAddon('ack-cgpu', 'shared GPUs');
    expect(namesIn(stack)).toEqual(['ack-cgpu']);
  });

  test('needs the roles of what was installed', () => {
    const { stack, cluster } = aCluster();
    cluster.requireAddon('migrate-controller', 'backups');
    expect(rolesNeeded(stack).map(({ name }) => name)).toContain('AliyunCSManagedBackupRestoreRole');
  });
});

describe('before or after something was told', () => {
  test('what is needed first and told later has its settings', () => {
    const { stack, cluster } = aCluster();
    cluster.requireAddon('ack-pod-identity-webhook', 'roles of service accounts');
    expect(resourceOf(stack, ADDON).attributes).not.toHaveProperty('config');
    cluster.addAddon(Addon.podIdentity({ stsEnvironment: false }));
    expect(resourceOf(stack, ADDON).attributes.config).toBe('{"AutoInjectSTSEnvVars":false}');
  });

  test('what is told first is not changed by who needs it', () => {
    const { stack, cluster } = aCluster();
    cluster.addAddon(Addon.podIdentity({ stsEnvironment: false }));
    cluster.requireAddon('ack-pod-identity-webhook', 'roles of service accounts');
    expect(resourceOf(stack, ADDON).attributes.config).toBe('{"AutoInjectSTSEnvVars":false}');
  });
});

describe('an imported cluster', () => {
  test('that says it has a component, by any of its names, gets nothing', () => {
    const { stack, cluster } = imported({ addons: ['managed-csiprovisioner', 'ack-kruise'] });
    cluster.requireAddon('csi-provisioner', 'volumes');
    cluster.requireAddon('ack-kruise', 'releases');
    cluster.requireAddon('kube-scheduler', 'bursts');
    expect(namesIn(stack)).toEqual([]);
    expect(warningsIn(cluster)).toEqual([]);
  });

  test('that says nothing is believed, with one warning for each component', () => {
    const { stack, cluster } = imported();
    cluster.requireAddon('ack-kruise', 'a WorkloadSpread');
    cluster.requireAddon('ack-kruise', 'another');
    expect(namesIn(stack)).toEqual([]);
    expect(cluster.addons).toBeUndefined();
    expect(warningsIn(cluster).map(({ text }) => text)).toEqual([
      'cluster "shop/cluster" does not say whether it has the component ack-kruise: a WorkloadSpread; name its components in addons [addon-unseen]',
    ]);
  });

  test('is asked for a component by the name that it has on its kind of cluster', () => {
    const stack = aStack();
    const network = new AnExistingNetwork(stack);
    const clusterId = 'c0000000000000000000000000000000';
    const cluster = ServerlessCluster.fromAttributes(stack, 'cluster', { clusterId, network });
    cluster.requireAddon('loongcollector', 'logs');
    expect(warningsIn(cluster).map(({ text }) => text)).toEqual([
      expect.stringContaining('the component alibaba-log-controller: logs'),
    ]);
  });

  test('that does not list a component is refused what needs it', () => {
    const { cluster } = imported({ addons: ['coredns'] });
    expect(problemsOf(() => cluster.requireAddon('ack-kruise', 'a WorkloadSpread'))).toEqual([
      {
        code: 'addon-missing',
        path: 'shop/cluster',
        what: 'cluster "shop/cluster" does not have the component ack-kruise: a WorkloadSpread',
        value: 'ack-kruise',
        fix: 'install it there and add "ack-kruise" to addons, or have this program install it with addAddon',
      },
    ]);
  });

  test('gets what is added to it in the stack of its import, and what that needs', () => {
    const { stack, cluster } = imported({ addons: ['coredns'] });
    cluster.addAddon(Addon.policies());
    expect(namesIn(stack)).toEqual(['gatekeeper', 'policy-template-controller']);
    expect(cluster.addons).toEqual(['coredns', 'gatekeeper', 'policy-template-controller']);
    cluster.requireAddon('gatekeeper', 'a policy');
  });

  test('that says nothing is taken to have the defaults of its kind', () => {
    const { stack, cluster } = imported();
    cluster.addAddon(Addon.verticalPodAutoscaler());
    expect(namesIn(stack)).toEqual(['ack-vertical-pod-autoscaler']);
  });

  test('has components wait for the pools that this program adds to it', () => {
    const { stack, cluster } = imported();
    cluster.addAddon(Addon.kruise());
    cluster.addNodePool('late', { instanceTypes: TYPES, size: 1 });
    expect(resourceOf(stack, ADDON).attributes.depends_on).toEqual([
      resourceOf(stack, 'alicloud_cs_kubernetes_node_pool').address,
    ]);
  });
});

test('a component that clusters of the kind cannot have is refused whoever asks', () => {
  const { cluster } = aServerlessCluster();
  const [problem] = problemsOf(() => cluster.requireAddon('ack-node-local-dns', 'faster names'));
  expect(problem).toMatchObject({ code: 'addon-kind', value: 'ack-node-local-dns' });
  const basic = aCluster({ controlPlane: ControlPlane.basic() }).cluster;
  expect(problemsOf(() => basic.requireAddon('poseidon', 'isolation'))[0]).toMatchObject({ code: 'tier-basic' });
});
