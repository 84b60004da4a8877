import { ControlPlane } from '../../../lib/cluster/control-plane';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import type { IVirtualNode } from '../../../lib/core/cluster';
import { synthesized } from '../../../lib/testing';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Burst, Overflow, type BurstData } from '../../../lib/workload/burst/burst';
import { Namespace } from '../../../lib/workload/namespace';
import { Placement } from '../../../lib/workload/placement';
import { AnExistingNetwork } from '../../cluster/an-existing-network';
import { aStack } from '../../cluster/a-cluster';
import { problemsOf } from '../../support/problems';
import { aBurstingService, aService } from '../scaling/a-scaled-service';

const wrong = (burst: unknown) => burst as BurstData;

test.each<[string, (eci: IVirtualNode) => BurstData, string, RegExp]>([
  ['no Pod on nodes', (eci) => Burst.afterEcs(0, eci), 'burst-option', /Burst\.everything/],
  ['half a Pod on nodes', (eci) => Burst.afterEcs(2.5, eci), 'number-invalid', /1 to 5000/],
  ['no number', (eci) => Burst.afterEcs(undefined as never, eci), 'number-invalid', /1 to 5000/],
  ['no virtual node', () => Burst.afterEcs(22, undefined as never), 'value-missing', /virtualNode/],
  ['something else as virtual node', () => Burst.afterEcs(22, {} as never), 'type-invalid', /addVirtualNode/],
  ['no way', () => wrong({ kind: 'autoscaler' }), 'choice-invalid', /Burst\.afterEcs/],
  ['two ways in one', (eci) => wrong({ ...Burst.afterEcs(22, eci), onNodes: 3 }), 'prop-unknown', /./],
  ['a wait of one second', (eci) => Burst.afterEcs(22, eci, { overflow: Overflow.after(1) }), 'number-invalid', /30/],
  [
    'another order of priorities',
    (eci) => Burst.afterEcs(22, eci, { preempt: 'never' as never }),
    'choice-invalid',
    /after-eci/,
  ],
  ['labels of nodes that cannot be', (eci) => Burst.afterEcs(22, eci, { nodes: { 'a b': 'c' } }), 'label-invalid', /./],
  ['a share of more than all', (eci) => Burst.workloadSpread(eci, { onNodes: '120%' }), 'burst-option', /60%/],
  ['a share of nothing', (eci) => Burst.workloadSpread(eci, { onNodes: '0%' }), 'burst-option', /60%/],
  [
    'a wait beyond what OpenKruise takes',
    (eci) => Burst.workloadSpread(eci, { onNodes: 22, rescheduleAfterSeconds: 600 }),
    'number-invalid',
    /147/,
  ],
])('%s is refused', (_title, burst, code, fix) => {
  const { web, eci } = aBurstingService();
  expect(problemsOf(() => web.burst(burst(eci)))).toContainEqual(
    expect.objectContaining({ code, path: 'shop-apps/shop/web', fix: expect.stringMatching(fix) }),
  );
});

test('one workload has one way to ECI', () => {
  const { web, eci } = aBurstingService();
  web.burst(Burst.afterEcs(22, eci));
  const [problem] = problemsOf(() => web.burst(Burst.preferEcs(eci)));
  expect(problem).toMatchObject({ code: 'burst-conflict', what: expect.stringContaining('by after-ecs already') });
});

test.each([
  ['afterEcs', (eci: IVirtualNode) => Burst.afterEcs(22, eci)],
  ['workloadSpread', (eci: IVirtualNode) => Burst.workloadSpread(eci, { onNodes: 22 })],
  ['preferEcs', (eci: IVirtualNode) => Burst.preferEcs(eci)],
])('%s on a Basic cluster is answered with the form that has it', (_title, burst) => {
  const { web, eci } = aBurstingService({}, { controlPlane: ControlPlane.basic() });
  const [problem] = problemsOf(() => web.burst(burst(eci)));
  expect(problem).toMatchObject({ code: 'burst-cluster', fix: expect.stringContaining('Burst.everything') });
});

test('the virtual node of another cluster is refused', () => {
  const { web, stack, network } = aBurstingService();
  const other = new ManagedCluster(stack, 'other', { network }).addVirtualNode();
  const [problem] = problemsOf(() => web.burst(Burst.afterEcs(22, other)));
  expect(problem).toMatchObject({ code: 'burst-cluster', what: expect.stringContaining('"shop/other"') });
});

test('on Serverless there is nothing to burst to: every Pod is on ECI', () => {
  const { eci } = aBurstingService();
  const stack = aStack();
  const network = new AnExistingNetwork(stack);
  const cluster = new ServerlessCluster(stack, 'cluster', { network });
  const space = new Namespace(new WorkloadStack(stack.node.root as never, 'shop-apps', { cluster }), 'shop');
  const web = aService(space, 'web');
  expect(web.eci).toBe('all');
  expect(problemsOf(() => web.burst(Burst.everything(eci)))).toEqual([
    expect.objectContaining({ code: 'burst-cluster', what: expect.stringContaining('on ECI already') }),
  ]);
});

test('a label that sends every Pod to ECI makes an order void, whoever set it and when', () => {
  const early = aBurstingService({ podLabels: { 'alibabacloud.com/eci': 'true' } });
  expect(problemsOf(() => early.web.burst(Burst.afterEcs(22, early.eci)))[0]?.code).toBe('burst-conflict');
  const late = aBurstingService();
  late.web.burst(Burst.afterEcs(22, late.eci));
  late.web.pod.addLabel('alibabacloud.com/eci', 'true');
  expect(problemsOf(() => synthesized(late.apps))[0]?.code).toBe('burst-conflict');
});

test('a namespace that sends every Pod to ECI has no burst in it', () => {
  const { apps, cluster } = aBurstingService();
  const space = new Namespace(apps, 'jobs', { placement: Placement.everythingOnEci() });
  const web = aService(space, 'web');
  const [problem] = problemsOf(() => web.burst(Burst.afterEcs(22, cluster.virtualNode!)));
  expect(problem).toMatchObject({ code: 'burst-conflict', fix: expect.stringContaining('Placement.scheduled()') });
});

test('Kubernetes before 1.22 has no scheduler that counts', () => {
  const { web, eci } = aBurstingService();
  Object.defineProperty(web.cluster, 'version', { value: '1.20.11-aliyun.1' });
  expect(problemsOf(() => web.burst(Burst.afterEcs(22, eci)))[0]).toMatchObject({ code: 'burst-cluster' });
});
