import { App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { NodePool } from '../../lib/cluster/nodes/node-pool';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { Network } from '../../lib/network/network';
import type { NetworkProps } from '../../lib/network/network-props';
import { PodNetwork } from '../../lib/network/pod-network';
import { warningsIn } from '../../lib/core/warnings';
import { billOf, resourceOf, resourcesOf, synthesized, type Attributes } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aStack, TYPES } from './a-cluster';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];

const shop = (props: Partial<NetworkProps> = {}, max = 12) => {
  const stack = aStack();
  const network = new Network(stack, 'network', { zones: ZONES, ...props });
  const cluster = new ManagedCluster(stack, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: TYPES, size: { min: 3, max } });
  return stack;
};
const cluster = (stack: ReturnType<typeof shop>) => resourceOf(stack, 'alicloud_cs_managed_kubernetes').attributes;
const pool = (stack: ReturnType<typeof shop>) => resourceOf(stack, 'alicloud_cs_kubernetes_node_pool').attributes;

test('cluster and nodes wait for every SNAT entry of the network', () => {
  const stack = shop();
  const entries = resourcesOf(stack, 'alicloud_snat_entry').map(({ address }) => address);
  expect(entries.length).toBeGreaterThan(0);
  expect(cluster(stack).depends_on).toEqual(expect.arrayContaining(entries));
  expect([...pool(stack).depends_on].sort()).toEqual(entries);
  expect(warningsIn(stack)).toEqual([]);
});

test('control plane and nodes are in the node vSwitches, Pods in the Pod vSwitches', () => {
  const stack = shop();
  const zoneOf = (reference: string) => {
    const { attributes } = resourcesOf(stack, 'alicloud_vswitch').find(({ address }) => reference.includes(address))!;
    return [attributes.zone_id, attributes.vswitch_name];
  };
  expect(cluster(stack).vswitch_ids.map(zoneOf)).toEqual(pool(stack).vswitch_ids.map(zoneOf));
  expect(cluster(stack).vswitch_ids.map((id: string) => zoneOf(id)[0])).toEqual(ZONES);
  expect(cluster(stack).pod_vswitch_ids.map((id: string) => zoneOf(id)[0])).toEqual(ZONES);
  expect(cluster(stack).vswitch_ids).not.toEqual(cluster(stack).pod_vswitch_ids);
});

test('with Flannel the Pod and Service ranges are those of the plan', () => {
  const attributes = cluster(shop({ podNetwork: PodNetwork.flannel() }));
  expect(attributes).toMatchObject({ pod_cidr: '172.20.0.0/16', node_cidr_mask: 24, service_cidr: '172.21.0.0/20' });
});

test('more nodes than the Pod range has parts for are refused before a file is written', () => {
  const problems = problemsOf(() => synthesized(shop({ podNetwork: PodNetwork.flannel() }, 300)));
  expect(problems).toMatchObject([{ code: 'capacity-nodes', path: 'shop/cluster', value: 300 }]);
});

test('a network of another stack is applied before as a whole, so that depends_on names nothing there', () => {
  const app = new App();
  const base = new CloudStack(app, 'base', { region: 'cn-hangzhou' });
  const network = new Network(base, 'network', { zones: ZONES });
  const shopStack = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  new ManagedCluster(shopStack, 'cluster', { network }).addNodePool('workers', { instanceTypes: TYPES, size: 3 });
  expect(cluster(shopStack).depends_on.filter((one: string) => !one.includes('cluster_security-group'))).toEqual([]);
  expect(cluster(shopStack).vswitch_ids[0]).toMatch(/^\$\{data\.terraform_remote_state\./);
  expect(shopStack.dependencies).toEqual([base]);
});

test('a pool in a stack of its own joins the cluster of another one', () => {
  const app = new App();
  const base = new CloudStack(app, 'base', { region: 'cn-hangzhou' });
  const network = new Network(base, 'network', { zones: ZONES });
  const theCluster = new ManagedCluster(base, 'cluster', { network });
  const pools = new CloudStack(app, 'pools', { region: 'cn-hangzhou' });
  new NodePool(pools, 'batch', { cluster: theCluster, instanceTypes: TYPES, size: 3 });
  expect(billOf(pools)).toEqual(['alicloud_cs_kubernetes_node_pool x1']);
  expect(pool(pools)).toMatchObject({ node_pool_name: 'pools-batch' });
  expect(pool(pools)).not.toHaveProperty('depends_on');
});

test('a new zone changes the lists that name it, and nothing else that was there', () => {
  const before = synthesized(shop()).resource!;
  const after = synthesized(shop({ zones: ['cn-hangzhou-j', ...ZONES] })).resource!;
  const lists = ['vswitch_ids', 'pod_vswitch_ids', 'depends_on'];
  for (const [type, byName] of Object.entries(before)) {
    for (const [name, attributes] of Object.entries(byName)) {
      const then = after[type]![name]!;
      expect(without(then, lists)).toEqual(without(attributes, lists));
      for (const list of lists.filter((key) => key in attributes)) {
        expect(then[list].filter((entry: string) => attributes[list].includes(entry))).toEqual(attributes[list]);
      }
    }
  }
});

function without(attributes: Attributes, keys: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !keys.includes(key)));
}

test('a zone that the network gives up keeps its vSwitches by the earlier plan, and gets no nodes', () => {
  const stack = aStack();
  const before = new Network(stack, 'before', { zones: [...ZONES, 'cn-hangzhou-j'] });
  const previousPlan = JSON.parse(before.describe({ format: 'json' }));
  const after = shop({ previousPlan, zones: ['cn-hangzhou-i', 'cn-hangzhou-j'] });
  const names = Object.keys(synthesized(after).resource?.alicloud_vswitch ?? {});
  expect(names.filter((name) => name.includes('nodes-cn-hangzhou-h'))).toHaveLength(1);
  expect(pool(after).vswitch_ids).toEqual([
    expect.stringContaining('nodes-cn-hangzhou-i'),
    expect.stringContaining('nodes-cn-hangzhou-j'),
  ]);
});
