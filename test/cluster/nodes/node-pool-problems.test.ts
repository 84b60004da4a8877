import { NodePool } from '../../../lib/cluster/nodes/node-pool';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { Billing } from '../../../lib/cluster/nodes/billing';
import type { NodePoolProps } from '../../../lib/cluster/nodes/node-pool-props';
import { synthesized } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aPool, aStack, TYPES } from '../a-cluster';
import { AnExistingNetwork, FLANNEL } from '../an-existing-network';

type Props = Partial<Omit<NodePoolProps, 'cluster'>>;

test.each<[string, Props, object]>([
  ['no instance type', { instanceTypes: [] }, { code: 'list-empty', value: [] }],
  ['an instance type named twice', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g7.xlarge'] }, { code: 'list-duplicate' }],
  [
    'a word for an instance type',
    { instanceTypes: ['g7.xlarge', 'ecs.g8i.xlarge'] },
    { code: 'instance-type-invalid', value: 'g7.xlarge', fix: 'write a type such as "ecs.g8i.xlarge"' },
  ],
  [
    'a node of 2 vCPU',
    { instanceTypes: ['ecs.g7.large', 'ecs.g8i.xlarge'] },
    {
      code: 'instance-type-small',
      value: 'ecs.g7.large',
      fix: 'write "ecs.g7.xlarge" or larger, or allowSmallNodes: true',
    },
  ],
  [
    'eleven instance types',
    { instanceTypes: Array.from({ length: 11 }, (_, n) => `ecs.g${n + 5}.xlarge`) },
    { code: 'instance-type-many', fix: 'keep 10 of them' },
  ],
  [
    'Arm and x86 in one pool',
    { instanceTypes: ['ecs.g8y.xlarge', 'ecs.g8i.xlarge'] },
    { code: 'instance-type-mixed', fix: 'make a node pool of each kind' },
  ],
  [
    'types with and without GPU in one pool',
    { instanceTypes: ['ecs.gn7i-c8g1.2xlarge', 'ecs.g8i.xlarge'] },
    { code: 'instance-type-mixed' },
  ],
  [
    'Alibaba Cloud Linux 2',
    { image: 'AliyunLinux' as never },
    {
      code: 'image-retired',
      value: 'AliyunLinux',
      fix: 'write image: "AliyunLinux3ContainerOptimized", or leave it out',
    },
  ],
  ['CentOS', { image: 'CentOS' as never }, { code: 'image-retired', value: 'CentOS' }],
  ['a system nobody knows', { image: 'Debian' as never }, { code: 'choice-invalid', value: 'Debian' }],
  [
    'an x86 image on Arm',
    { image: 'AliyunLinux3', instanceTypes: ['ecs.g8y.xlarge', 'ecs.c8y.xlarge'] },
    { code: 'image-architecture', fix: 'write image: "AliyunLinux3Arm64", or leave it out' },
  ],
  ['an Arm image on x86', { image: 'AliyunLinux3Arm64' }, { code: 'image-architecture', value: 'AliyunLinux3Arm64' }],
  ['half a node', { size: 2.5 }, { code: 'number-invalid', value: 2.5 }],
  ['more nodes than the API takes', { size: { min: 0, max: 2001 } }, { code: 'number-invalid', value: 2001 }],
  [
    'a minimum above the maximum',
    { size: { min: 12, max: 3 } },
    { code: 'size-invalid', fix: 'write size: { min: 3, max: 12 }' },
  ],
  ['a zone without a vSwitch', { zones: ['cn-hangzhou-z'] }, { code: 'vswitch-missing', value: 'cn-hangzhou-z' }],
  ['a system disk of 20 GiB', { systemDisk: { sizeGib: 20 } }, { code: 'number-invalid', value: 20 }],
  [
    'PL2 on a disk that is too small for it',
    { dataDisks: [{ sizeGib: 200, performanceLevel: 'PL2' }] },
    { code: 'disk-invalid', value: 200, fix: 'write sizeGib: 461, or a lower performance level' },
  ],
  [
    'a performance level on cloud_auto',
    { systemDisk: { category: 'cloud_auto', performanceLevel: 'PL1' } },
    { code: 'disk-invalid', fix: 'leave performanceLevel out' },
  ],
  ['a label with a blank', { labels: { 'my key': 'x' } }, { code: 'label-invalid' }],
  ['a label value with a slash', { labels: { key: 'a/b' } }, { code: 'label-invalid' }],
  [
    'a taint with an effect nobody knows',
    { taints: [{ key: 'a', effect: 'Never' as never }] },
    { code: 'choice-invalid', value: 'Never' },
  ],
  ['7 Pods per node', { kubelet: { maxPods: 7 } }, { code: 'number-invalid', value: 7 }],
  [
    'a subscription that the autoscaler would have to give back',
    { billing: Billing.subscription({ months: 1 }) },
    { code: 'choice-conflict', value: 'subscription' },
  ],
  [
    'a subscription of 5 months',
    { size: 3, billing: Billing.subscription({ months: 5 as never }) },
    { code: 'choice-invalid', value: 5 },
  ],
  [
    'a share of 101 percent',
    { billing: Billing.mixed({ onDemandPercent: 101 }) },
    { code: 'number-invalid', value: 101 },
  ],
  [
    'a price limit for a type that is not in the pool',
    { billing: Billing.spot({ priceLimits: { 'ecs.c7.xlarge': 1 } }) },
    { code: 'choice-invalid', value: 'ecs.c7.xlarge' },
  ],
])('%s is refused', (_, props, expected) => {
  const problems = problemsOf(() => aPool(props));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ path: 'shop/cluster/workers', ...expected });
});

test('with Terway, Pods take addresses of their node’s zone: a zone with nodes and no vSwitch for Pods is refused', () => {
  const around = { podZones: ['cn-hangzhou-h', 'cn-hangzhou-i'] };
  expect(problemsOf(() => aPool({}, { around }))).toMatchObject([
    {
      code: 'vswitch-missing',
      value: 'cn-hangzhou-j',
      fix: 'write zones out of ["cn-hangzhou-h","cn-hangzhou-i"], or give the network the zone',
    },
  ]);
  expect(() => aPool({ zones: ['cn-hangzhou-h'] }, { around })).not.toThrow();
});

test('small nodes can be asked for', () => {
  const { stack } = aPool({ instanceTypes: ['ecs.g7.large', 'ecs.t6-c1m2.large'], allowSmallNodes: true });
  expect(() => synthesized(stack)).not.toThrow();
});

test('a serverless cluster has no nodes', () => {
  const stack = aStack();
  const network = new AnExistingNetwork(stack);
  const cluster = ServerlessCluster.fromAttributes(stack, 'ask', { clusterId: 'c1', network });
  const problems = problemsOf(() => new NodePool(stack, 'workers', { cluster, instanceTypes: TYPES, size: 1 }));
  expect(problems).toMatchObject([{ code: 'cluster-kind', value: 'serverless', path: 'shop/workers' }]);
});

describe('capacity of the finished tree', () => {
  test('/20 with 24 bits per node is 16 nodes: more are refused with the mask that would do', () => {
    const podNetwork = { ...FLANNEL, podCidr: '172.20.0.0/16', nodeMask: 24 } as const;
    const { stack, cluster } = aPool({ size: { min: 3, max: 200 } }, { around: { podNetwork } });
    cluster.addNodePool('batch', { instanceTypes: TYPES, size: 100 });
    expect(problemsOf(() => synthesized(stack))).toMatchObject([
      {
        code: 'capacity-nodes',
        path: 'shop/cluster',
        value: 300,
        what: 'the node pools can come to have 300 nodes (shop/cluster/workers 200, shop/cluster/batch 100); podCidr 172.20.0.0/16 with /24 per node has room for 256',
        fix: 'lower the sizes to 256 in all, or plan the network with a Pod range of mask /15 or a longer node mask',
      },
    ]);
  });

  test('nodes that fit are not refused', () => {
    const { stack } = aPool({ size: 256 }, { around: { podNetwork: FLANNEL } });
    expect(() => synthesized(stack)).not.toThrow();
  });

  test('the last address of a zone counts, and the node that is left over by an even spread', () => {
    const full = aPool({ size: 84 }, { around: { nodeMask: 27 } });
    expect(() => synthesized(full.stack)).not.toThrow();
    const over = aPool({ size: 85 }, { around: { nodeMask: 27 } });
    expect(problemsOf(() => synthesized(over.stack)).map(({ code, value }) => [code, value])).toEqual(
      ['h', 'i', 'j'].map(() => ['capacity-addresses', 29]),
    );
  });

  test('a Pod vSwitch has addresses for the Pods of every node, where a pool says how many those are', () => {
    const fits = aPool({ size: 3 * 127, kubelet: { maxPods: 64 } });
    expect(() => synthesized(fits.stack)).not.toThrow();
    const { stack } = aPool({ size: 3 * 128, kubelet: { maxPods: 64 } });
    expect(problemsOf(() => synthesized(stack)).map(({ code, value }) => [code, value])).toEqual(
      ['h', 'i', 'j'].map(() => ['capacity-addresses', 128 * 64]),
    );
    expect(() => synthesized(aPool({ size: 3 * 128 }).stack)).not.toThrow();
  });

  test('more nodes in a zone than its vSwitch has addresses are refused', () => {
    const { stack, cluster } = aPool({ size: { min: 3, max: 60 } }, { around: { nodeMask: 27 } });
    expect(() => synthesized(stack)).not.toThrow();
    cluster.addNodePool('batch', { instanceTypes: TYPES, size: 9, zones: ['cn-hangzhou-i'] });
    expect(problemsOf(() => synthesized(stack))).toMatchObject([
      {
        code: 'capacity-addresses',
        path: 'shop/cluster',
        value: 29,
        what: '29 nodes can come to be in zone "cn-hangzhou-i"; its node vSwitches 10.8.0.0/27 have 28 addresses',
      },
    ]);
  });
});
