import { resourceOf, resourcesOf } from '../../../lib/testing';
import { aCluster, aPool } from '../a-cluster';

const ADDON = 'alicloud_cs_kubernetes_addon';

test('a virtual node is one component, which can be removed with what it made', () => {
  const { stack, cluster } = aCluster();
  const node = cluster.addVirtualNode();
  expect(resourceOf(stack, ADDON).attributes).toMatchObject({
    name: 'ack-virtual-node',
    cleanup_cloud_resources: true,
  });
  expect(cluster.virtualNode).toBe(node);
});

test('it waits for every node pool, also for one that comes later', () => {
  const { stack, cluster } = aPool();
  cluster.addVirtualNode();
  cluster.addNodePool('late', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 1 });
  const pools = resourcesOf(stack, 'alicloud_cs_kubernetes_node_pool').map(({ address }) => address);
  expect(pools).toHaveLength(2);
  expect([...resourceOf(stack, ADDON).attributes.depends_on].sort()).toEqual([...pools].sort());
});

test('what needs a component gets it once', () => {
  const { stack, cluster } = aCluster();
  cluster.requireAddon('ack-kruise', 'a test');
  cluster.requireAddon('ack-kruise', 'another');
  cluster.requireAddon('metrics-server', 'a default');
  expect(resourcesOf(stack, ADDON)).toHaveLength(1);
});
