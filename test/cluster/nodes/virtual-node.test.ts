import { ControlPlane } from '../../../lib/cluster/control-plane';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import type { ManagedClusterAttributes } from '../../../lib/cluster/cluster-attributes';
import { VirtualNode } from '../../../lib/cluster/nodes/virtual-node';
import type { VirtualNodeProps } from '../../../lib/cluster/nodes/virtual-node-props';
import { rolesNeeded } from '../../../lib/core/roles';
import { SecurityGroup } from '../../../lib/network/security-group';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aCluster, aPool, aStack, TYPES } from '../a-cluster';
import { AnExistingNetwork, FLANNEL } from '../an-existing-network';
import { aDedicatedCluster, aServerlessCluster } from '../other-kinds';

const ADDON = 'alicloud_cs_kubernetes_addon';
const RULE = 'alicloud_security_group_rule';

const imported = (attributes: Partial<ManagedClusterAttributes> = {}) => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack);
  const clusterId = 'c0000000000000000000000000000000';
  const securityGroup = SecurityGroup.fromAttributes(stack, 'nodes', {
    securityGroupId: 'sg-nodes1',
    type: 'enterprise',
  });
  const given = { clusterId, network, securityGroup, ...attributes };
  return { stack, network, cluster: ManagedCluster.fromAttributes(stack, 'cluster', given) };
};

describe('the cloud that results', () => {
  test('is one component, which can be removed with what it made', () => {
    const { stack, cluster } = aCluster();
    const node = cluster.addVirtualNode();
    const { address, attributes } = resourceOf(stack, ADDON);
    expect(attributes).toEqual({
      cluster_id: expect.any(String),
      name: 'ack-virtual-node',
      cleanup_cloud_resources: true,
      timeouts: { create: '30m', update: '30m', delete: '30m' },
    });
    expect(address).toContain('cluster_addon-ack-virtual-node_');
    expect(node.resource?.friendlyUniqueId).toBe(address.split('.')[1]);
  });

  test('never has the resource for self-managed clusters', () => {
    const { stack, cluster } = aCluster();
    cluster.addVirtualNode();
    expect(Object.keys(synthesized(stack).resource!)).not.toContain('alicloud_eci_virtual_node');
  });

  test('waits for every node pool, also for one that comes later', () => {
    const { stack, cluster } = aPool();
    cluster.addVirtualNode();
    cluster.addNodePool('late', { instanceTypes: TYPES, size: 1 });
    const pools = resourcesOf(stack, 'alicloud_cs_kubernetes_node_pool').map(({ address }) => address);
    expect(pools).toHaveLength(2);
    expect([...resourceOf(stack, ADDON).attributes.depends_on].sort()).toEqual([...pools].sort());
  });

  test('needs a role for the component, and one of ECI', () => {
    const { stack, cluster } = aCluster();
    cluster.addVirtualNode();
    expect(rolesNeeded(stack)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'AliyunCSManagedVKRole', kind: 'ack-role' }),
        expect.objectContaining({ name: 'eci.aliyuncs.com', kind: 'service-linked-role' }),
      ]),
    );
  });

  test('enforces NetworkPolicy on ECI when asked, once the virtual node is there', () => {
    const { stack, cluster } = aCluster();
    cluster.addVirtualNode({ networkPolicies: true });
    const [node, engine] = resourcesOf(stack, ADDON);
    expect(engine!.attributes).toMatchObject({ name: 'poseidon', depends_on: [node!.address] });
  });

  test('is the same when something asked for the component before', () => {
    const { stack, cluster } = aCluster();
    cluster.requireAddon('poseidon', 'isolation of a namespace');
    const node = cluster.addVirtualNode();
    expect(resourcesOf(stack, ADDON).map(({ attributes }) => attributes.name)).toEqual([
      'ack-virtual-node',
      'poseidon',
    ]);
    expect(node.resource?.cleanupCloudResourcesInput).toBe(true);
  });

  test('is allowed on Basic, where Pods reach it by label', () => {
    const { stack, cluster } = aCluster({ controlPlane: ControlPlane.basic() });
    cluster.addVirtualNode();
    expect(billOf(stack)).toContain(`${ADDON} x1`);
  });
});

describe('what others ask it', () => {
  test('the cluster knows it', () => {
    const { cluster } = aCluster();
    expect(cluster.virtualNode).toBeUndefined();
    const node = cluster.addVirtualNode();
    expect(cluster.virtualNode).toBe(node);
    expect(cluster.addons).toContain('ack-virtual-node');
  });

  test('the vSwitches are those for ECI of every zone', () => {
    const { cluster, network } = aCluster();
    const node = cluster.addVirtualNode();
    expect(node.vswitches).toEqual(network.vswitches('eci'));
    expect(node.securityGroup).toBe(cluster.securityGroup);
    expect(node.cluster).toBe(cluster);
  });

  test('or of some zones, whatever their order', () => {
    const node = aCluster().cluster.addVirtualNode({ zones: ['cn-hangzhou-j', 'cn-hangzhou-h'] });
    expect(node.vswitches.map(({ vswitchId }) => vswitchId)).toEqual(['vsw-ecih', 'vsw-ecij']);
  });

  test('it tells how many Pods there are addresses for', () => {
    const node = aCluster().cluster.addVirtualNode({ zones: ['cn-hangzhou-h', 'cn-hangzhou-i'], maxPods: 16_376 });
    expect(node.maxPods).toBe(2 * (8192 - 4));
    expect(node.describe()).toBe(
      [
        'cn-hangzhou-h  10.107.0.0/19  8188 addresses',
        'cn-hangzhou-i  10.108.0.0/19  8188 addresses',
        'ECI can run 16376 Pods at the same time',
      ].join('\n'),
    );
  });
});

describe('a security group of its own', () => {
  const withGroup = () => {
    const made = aCluster();
    const group = new SecurityGroup(made.stack, 'eci', {
      network: made.network,
      type: 'enterprise',
      purposes: ['eci'],
    });
    const node = made.cluster.addVirtualNode({ securityGroup: group, zones: ['cn-hangzhou-h'] });
    return { ...made, group, node };
  };
  const ids = (stack: ReturnType<typeof aStack>) =>
    resourcesOf(stack, RULE).map(({ attributes }) => [attributes.security_group_id, attributes.cidr_ip]);

  test('is let in by the nodes, and lets the network in', () => {
    const { stack, group, cluster } = withGroup();
    expect(group).not.toBe(cluster.securityGroup);
    const groups = resourcesOf(stack, 'alicloud_security_group');
    const own = groups.find(({ address }) => address.includes('eci'));
    const nodes = groups.find(({ address }) => !address.includes('eci'));
    expect(ids(stack)).toEqual(
      expect.arrayContaining([
        [`\${${nodes!.address}.id}`, '10.107.0.0/19'],
        [`\${${own!.address}.id}`, '10.0.0.0/8'],
      ]),
    );
  });

  test('is what the Pods have', () => {
    const { node, group } = withGroup();
    expect(node.securityGroup).toBe(group);
  });
});

describe('a cluster that exists', () => {
  test('gets the component in the stack of its import', () => {
    const { stack, cluster } = imported();
    cluster.addVirtualNode();
    expect(resourceOf(stack, ADDON).attributes.cluster_id).toBe('c0000000000000000000000000000000');
  });

  test('keeps the one that it says to have', () => {
    const { stack, cluster } = imported({ addons: ['ack-virtual-node', 'coredns'] });
    const node = cluster.addVirtualNode();
    expect(node.resource).toBeUndefined();
    expect(resourcesOf(stack, ADDON)).toEqual([]);
    expect(cluster.virtualNode).toBe(node);
  });

  test('can have its virtual node named, which creates nothing', () => {
    const { stack, cluster } = imported();
    const node = VirtualNode.fromAttributes(stack, 'eci', { cluster, zones: ['cn-hangzhou-i'] });
    expect(cluster.virtualNode).toBe(node);
    expect(node.vswitches.map(({ zone }) => zone)).toEqual(['cn-hangzhou-i']);
    expect(node.securityGroup).toBe(cluster.securityGroup);
    cluster.requireAddon('ack-virtual-node', 'a burst');
    expect(synthesized(stack).resource).toBeUndefined();
  });
});

describe('refused', () => {
  const broken = (props: Partial<VirtualNodeProps>) =>
    problemsOf(() => aCluster().cluster.addVirtualNode(props as Omit<VirtualNodeProps, 'cluster'>));

  test('on kinds that are not managed, with the reason of each', () => {
    const onKind = (made: { stack: ReturnType<typeof aStack>; cluster: VirtualNodeProps['cluster'] }) =>
      problemsOf(() => new VirtualNode(made.stack, 'eci', { cluster: made.cluster }))[0];
    expect(onKind(aDedicatedCluster())).toMatchObject({
      code: 'cluster-kind',
      what: expect.stringContaining('access key'),
      path: 'shop/eci',
    });
    expect(onKind(aServerlessCluster())).toMatchObject({
      code: 'cluster-kind',
      what: expect.stringContaining('on ECI already'),
    });
  });

  test('a second one', () => {
    const { cluster, stack } = aCluster();
    cluster.addVirtualNode();
    const [problem] = problemsOf(() => new VirtualNode(stack, 'second', { cluster }));
    expect(problem).toMatchObject({ code: 'virtual-node-second', fix: 'name all zones in the first one' });
    expect(problemsOf(() => cluster.addVirtualNode())[0]).toMatchObject({ code: 'virtual-node-second' });
  });

  test('a zone without a vSwitch for ECI', () => {
    expect(broken({ zones: ['cn-hangzhou-x'] })).toEqual([
      expect.objectContaining({
        code: 'vswitch-missing',
        value: 'cn-hangzhou-x',
        fix: 'write zones out of ["cn-hangzhou-h","cn-hangzhou-i","cn-hangzhou-j"]',
      }),
    ]);
  });

  test('a network without vSwitches for ECI', () => {
    const { cluster, network } = aCluster();
    network.vswitches = () => [];
    expect(problemsOf(() => cluster.addVirtualNode())).toEqual([
      expect.objectContaining({ code: 'vswitch-missing', what: 'the network "shop/network" has no vSwitch for ECI' }),
    ]);
  });

  test('no zone, and one zone twice', () => {
    expect(broken({ zones: [] })[0]).toMatchObject({ code: 'list-empty' });
    expect(broken({ zones: ['cn-hangzhou-h', 'cn-hangzhou-h'] })[0]).toMatchObject({ code: 'list-duplicate' });
  });

  test('more Pods than there are addresses', () => {
    expect(broken({ zones: ['cn-hangzhou-h'], maxPods: 8189 })).toEqual([
      expect.objectContaining({ code: 'capacity-addresses', what: expect.stringContaining('have 8188 addresses') }),
    ]);
    expect(broken({ maxPods: 0 })[0]).toMatchObject({ code: 'number-invalid' });
  });

  test('more Pods than a basic group holds', () => {
    const { cluster } = aCluster({ around: { podNetwork: FLANNEL } });
    expect(problemsOf(() => cluster.addVirtualNode({ maxPods: 2001 }))).toEqual([
      expect.objectContaining({ code: 'capacity-addresses', fix: expect.stringContaining('type: "enterprise"') }),
    ]);
    const other = aCluster({ around: { podNetwork: FLANNEL } }).cluster;
    expect(other.addVirtualNode({ maxPods: 2000 })).toBeDefined();
  });

  test('a cluster that does not say which group its nodes have', () => {
    const { cluster } = imported({ securityGroup: undefined });
    expect(problemsOf(() => cluster.addVirtualNode())[0]).toMatchObject({
      code: 'value-missing',
      fix: expect.stringContaining('SecurityGroup.fromAttributes'),
    });
  });

  test('NetworkPolicy on Basic', () => {
    const { cluster } = aCluster({ controlPlane: ControlPlane.basic() });
    expect(problemsOf(() => cluster.addVirtualNode({ networkPolicies: true }))[0]).toMatchObject({
      code: 'tier-basic',
    });
  });

  test('props of another form', () => {
    expect(broken({ networkPolicies: 'yes' as never })[0]).toMatchObject({ code: 'type-invalid' });
    expect(broken({ vswitch: 'vsw-1' } as never)[0]).toMatchObject({ code: 'prop-unknown' });
    expect(broken({ securityGroup: 'sg-1' as never })[0]).toMatchObject({ code: 'type-invalid' });
  });
});
