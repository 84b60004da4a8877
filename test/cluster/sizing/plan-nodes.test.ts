import { App } from 'cdktf';
import { instanceType } from '../../../lib/cluster/nodes/instance-types';
import { ECS_FAMILIES, type EcsFamily } from '../../../lib/cluster/sizing/ecs-families';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { describeNodePlan, planNodes, tryPlanNodes, type NodeAsk } from '../../../lib/cluster/sizing/plan-nodes';
import { planCidrs } from '../../../lib/network/cidr-plan';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { resourceOf } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
const WEB = { name: 'web', replicas: 12, requests: { cpu: '500m', memory: '1Gi' } };
const ask = (rest: Partial<NodeAsk> = {}): NodeAsk => ({ zones: ZONES, workloads: [WEB], ...rest });

describe('a proposal', () => {
  test('names one size of several families, in every zone, with at least 4 vCPU', () => {
    const { pool, node } = planNodes(ask());
    expect(pool).toEqual({
      instanceTypes: ['ecs.g8i.xlarge', 'ecs.g7.xlarge', 'ecs.g9i.xlarge', 'ecs.g8a.xlarge'],
      size: 3,
      zones: ZONES,
    });
    expect(node).toMatchObject({ vcpu: 4, memoryGib: 16, architecture: 'x86', maxPods: 45 });
  });

  test('makes the pool that it proposes, in a network with the addresses that it asks for', () => {
    const plan = planNodes(ask({ workloads: [{ ...WEB, maxReplicas: 60 }] }));
    const stack = new CloudStack(new App(), 'shop', { region: 'cn-hangzhou' });
    const network = new Network(stack, 'network', { vpcCidr: '10.0.0.0/14', ...plan.addresses });
    new ManagedCluster(stack, 'cluster', { network }).addNodePool('workers', { ...plan.pool });
    expect(resourceOf(stack, 'alicloud_cs_kubernetes_node_pool').attributes).toMatchObject({
      instance_types: [...plan.pool.instanceTypes],
      scaling_config: { enable: true, min_size: plan.base.nodes, max_size: plan.peak.nodes },
    });
  });

  test('takes nodes with much memory for workloads with much memory, and with little for those with little', () => {
    const typed = (memory: string) =>
      planNodes(ask({ workloads: [{ name: 'w', replicas: 40, requests: { cpu: '1', memory } }] })).pool
        .instanceTypes[0];
    expect(typed('512Mi')).toMatch(/^ecs\.c/);
    expect(typed('2Gi')).toMatch(/^ecs\.[cg]/);
    expect(typed('7Gi')).toMatch(/^ecs\.r/);
  });

  test('is for Arm when asked, and for the families that are named, the first one first', () => {
    expect(planNodes(ask({ architecture: 'arm' })).pool.instanceTypes).toEqual(['ecs.g8y.xlarge']);
    expect(planNodes(ask({ families: ['u1-c1m4', 'g7'] })).pool.instanceTypes[0]).toMatch(/^ecs\.(u1-c1m4|g7)\./);
    expect(planNodes(ask({ families: ['g8y'] })).node.architecture).toBe('arm');
  });

  test('has limits for the autoscaler only when a workload scales', () => {
    expect(planNodes(ask({ workloads: [{ ...WEB, maxReplicas: 12 }] })).pool.size).toBe(3);
    expect(planNodes(ask({ workloads: [{ ...WEB, maxReplicas: 120 }] })).pool.size).toMatchObject({
      min: expect.any(Number),
      max: expect.any(Number),
    });
  });

  test('counts the Pods of a node by the network: interfaces with Terway, the mask with Flannel', () => {
    const small = { name: 'small', replicas: 300, requests: { cpu: '10m', memory: '16Mi' } };
    const terway = planNodes(ask({ workloads: [small], families: ['g8i'], maxVcpu: 4 }));
    const flannel = planNodes(
      ask({ workloads: [small], families: ['g8i'], maxVcpu: 4, podNetwork: { kind: 'flannel', nodeMask: 26 } }),
    );
    expect(terway.node.maxPods).toBe((4 - 1) * 15);
    expect(flannel.node.maxPods).toBe(63);
    expect(flannel.base.nodes).toBeLessThan(terway.base.nodes);
    expect(flannel.addresses).toMatchObject({ podNetwork: { kind: 'flannel' }, maxNodes: flannel.peak.nodes + 1 });
    expect(flannel.addresses.perZone.pods).toBeUndefined();
  });

  test('passes on what was said of the kubelet, and counts with it', () => {
    const kubelet = { maxPods: 30, systemReserved: { cpu: '200m', memory: '2Gi' } };
    const plan = planNodes(ask({ kubelet }));
    expect(plan.pool.kubelet).toEqual(kubelet);
    expect(plan.node.maxPods).toBe(30);
    expect(plan.node.room.memoryGib).toBeLessThan(planNodes(ask()).node.room.memoryGib);
  });

  test('has room in the other zones for the nodes of a lost one', () => {
    const { peak, addresses } = planNodes(ask());
    expect(addresses.perZone.nodes).toBe(Math.ceil(peak.nodes / 2) + 1);
    expect(addresses.perZone.pods).toBe(addresses.perZone.nodes * 45);
    expect(
      planCidrs({ vpc: '10.0.0.0/16', ...addresses }).capacity.perZone['cn-hangzhou-h']!.nodes!.free,
    ).toBeGreaterThan(0);
  });

  test('in one zone survives the loss of a node, and nothing when told so', () => {
    const one = { zones: ['cn-hangzhou-h'] };
    expect(planNodes(ask(one))).toMatchObject({ survives: 'node-loss' });
    expect(planNodes(ask({ ...one, survives: 'nothing' })).base.nodes).toBeLessThan(planNodes(ask(one)).base.nodes);
  });

  test('warns of a type that stands alone and of a workload that does', () => {
    const { warnings } = planNodes(ask({ families: ['g7'], workloads: [{ ...WEB, replicas: 1 }] }));
    expect(warnings.map(({ code }) => code)).toEqual(['instance-type-few', 'sizing-single-replica']);
  });

  test('prints as a small table with its reasons', () => {
    expect(describeNodePlan(planNodes(ask({ workloads: [{ ...WEB, maxReplicas: 60 }] })))).toMatchInlineSnapshot(`
     "Nodes      3 to 15 of 4 vCPU, 16 GiB, x86, in cn-hangzhou-h, cn-hangzhou-i, cn-hangzhou-j
     Types      ecs.g8i.xlarge, ecs.g7.xlarge, ecs.g9i.xlarge, ecs.g8a.xlarge (figures of 2026-11-21)
     Room       3.32 cores, 12.32 GiB, 37 Pods on each, system apart
     Addresses  in each zone 9 for nodes, 405 for Pods

                  nodes  Pods  cpu requested  memory requested  Pods of room
     base             3    12        6 (61%)      12 GiB (33%)           11%
     a zone lost      2    12        6 (91%)      12 GiB (49%)           17%
     peak            15    60       30 (61%)      60 GiB (33%)           11%

     Why
       3 nodes of 4 vCPU and 16 GiB hold the 12 Pods that always run, for the least money by a rough measure (a vCPU counts as 9 GiB).
       With one of 3 zones away the 2 nodes of the others still hold every Pod.
       10 percent of every node stays free while nothing is lost, for rolling updates and use beyond requests.
       A node runs 45 Pods, as many as its network interfaces have addresses for with Terway, 8 of them DaemonSets.
       4 families offer this size, so one may be sold out.
       Up to 15 nodes hold as many Pods as can come and what is lost with a zone; the autoscaler adds a node once a Pod finds no room, so Pods beyond the base wait for it."
    `);
  });
});

test.each<[EcsFamily, string, number, number, number, number]>([
  // Read off Alibaba Cloud's pages, a line of each kind.
  ['g7', 'xlarge', 4, 16, 4, 15],
  ['c7', '3xlarge', 12, 24, 8, 15],
  ['r8i', '16xlarge', 64, 512, 8, 30],
  ['g9i', '12xlarge', 48, 192, 8, 30],
  ['c8a', '4xlarge', 16, 32, 8, 30],
  ['r8y', '8xlarge', 32, 256, 8, 30],
  ['u1-c1m4', '2xlarge', 8, 32, 4, 10],
  ['u1-c1m8', '8xlarge', 32, 256, 8, 20],
])('the figures of %s.%s are those that ECS publishes', (family, size, vcpu, gib, enis, addresses) => {
  const { sizes, gibPerVcpu } = ECS_FAMILIES[family];
  expect(sizes.find(([name]) => name === size)).toEqual([size, vcpu, enis, addresses]);
  expect(vcpu * gibPerVcpu).toBe(gib);
  expect(instanceType(`ecs.${family}.${size}`)).toMatchObject({ vcpu, arm: family.endsWith('y'), gpu: false });
});

describe('refusals', () => {
  const refused = (rest: unknown) => tryPlanNodes({ ...ask(), ...(rest as object) }).problems;

  test('throws all of them at once, or returns them', () => {
    const wrong = ask({ sparePercent: 80, families: ['g8' as 'g7'] });
    expect(problemsOf(() => planNodes(wrong)).map(({ code, path }) => [code, path])).toEqual([
      ['sizing-family-unknown', 'planNodes'],
      ['number-invalid', 'planNodes'],
    ]);
    expect(tryPlanNodes(wrong).plan).toBeUndefined();
  });

  test('a Pod that no node has room for is told what nodes have', () => {
    const [problem] = refused({ workloads: [{ name: 'db', replicas: 2, requests: { cpu: '40', memory: '1Gi' } }] });
    expect(problem).toMatchObject({ code: 'sizing-pod-too-big', value: 'db' });
    expect(problem!.what).toMatch(/40 cores .* at most 28\.\d cores/);
    expect(problem!.fix).toMatch(/maxVcpu: 64/);
  });

  test.each<[string, unknown, string]>([
    ['no workloads', { workloads: [] }, 'list-empty'],
    ['two of one name', { workloads: [WEB, WEB] }, 'list-duplicate'],
    ['a misspelt prop', { zone: ['cn-hangzhou-h'] }, 'prop-unknown'],
    ['a GPU', { workloads: [{ ...WEB, requests: { ...WEB.requests, gpu: '1' } }] }, 'prop-unknown'],
    [
      'cpu that is no quantity',
      { workloads: [{ ...WEB, requests: { cpu: 'half', memory: '1Gi' } }] },
      'quantity-invalid',
    ],
    ['no memory', { workloads: [{ ...WEB, requests: { cpu: '1' } }] }, 'value-missing'],
    ['half a replica', { workloads: [{ ...WEB, replicas: 0.5 }] }, 'number-invalid'],
    ['fewer at most than always', { workloads: [{ ...WEB, maxReplicas: 3 }] }, 'number-invalid'],
    [
      'more Pods than one plan is for',
      { workloads: Array.from({ length: 6 }, (_, i) => ({ ...WEB, name: `w${i}`, replicas: 10_000 })) },
      'sizing-pool-too-large',
    ],
    [
      'more nodes than a pool has',
      { workloads: [{ name: 'w', replicas: 5000, requests: { cpu: '25', memory: '1Gi' } }] },
      'sizing-pool-too-large',
    ],
    ['zones of two regions', { zones: ['cn-hangzhou-h', 'cn-beijing-h'] }, 'zone-region'],
    ['a zone twice', { zones: ['cn-hangzhou-h', 'cn-hangzhou-h'] }, 'list-duplicate'],
    ['the loss of the only zone', { zones: ['cn-hangzhou-h'], survives: 'zone-loss' }, 'choice-conflict'],
    ['another kind of loss', { survives: 'region-loss' }, 'choice-invalid'],
    ['Arm and x86 together', { families: ['g8y', 'g7'] }, 'instance-type-mixed'],
    ['x86 families for Arm', { architecture: 'arm', families: ['g7'] }, 'instance-type-mixed'],
    ['nodes below the floor', { maxVcpu: 2 }, 'number-invalid'],
    ['a node mask that Flannel does not have', { podNetwork: { kind: 'flannel', nodeMask: 20 } }, 'number-invalid'],
    ['a network that ACK does not have', { podNetwork: { kind: 'calico' } }, 'choice-invalid'],
    ['room for DaemonSets only', { kubelet: { maxPods: 8 } }, 'sizing-pod-too-big'],
  ])('%s', (_, rest, code) => {
    const problems = refused(rest);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]!.fix.length).toBeGreaterThan(5);
  });

  test('something that is no ask', () => {
    expect(tryPlanNodes(undefined as unknown as NodeAsk).problems[0]).toMatchObject({ code: 'value-missing' });
  });
});
