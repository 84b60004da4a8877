import fc from 'fast-check';
import { chooseNodes, cost } from '../../../lib/cluster/sizing/choose-nodes';
import { ECS_FAMILIES, type EcsFamily } from '../../../lib/cluster/sizing/ecs-families';
import { describeNodePlan, tryPlanNodes, type NodeAsk, type NodePlan } from '../../../lib/cluster/sizing/plan-nodes';
import { readNodeAsk } from '../../../lib/cluster/sizing/read-node-ask';

const check = <T>(arb: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 80) =>
  fc.assert(fc.property(arb, property), { numRuns });

const workloadArb = fc
  .record({
    replicas: fc.integer({ min: 0, max: 40 }),
    more: fc.integer({ min: 0, max: 60 }),
    milli: fc.integer({ min: 10, max: 4000 }),
    mebi: fc.integer({ min: 16, max: 12_000 }),
  })
  .map(({ replicas, more, milli, mebi }) => ({
    replicas,
    maxReplicas: replicas + more,
    requests: { cpu: `${milli}m`, memory: `${mebi}Mi` },
  }));

const askArb = fc
  .record({
    workloads: fc.array(workloadArb, { minLength: 1, maxLength: 6 }),
    letters: fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1, maxLength: 4 }),
    loss: fc.constantFrom('default', 'node-loss', 'nothing'),
    network: fc.oneof(
      fc.constant({ kind: 'terway' as const }),
      fc.integer({ min: 24, max: 26 }).map((nodeMask) => ({ kind: 'flannel' as const, nodeMask })),
    ),
    families: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom<EcsFamily[]>(['g7'], ['g8i', 'c8i', 'r8i'], ['g8y', 'r8y'], ['u1-c1m4', 'g7'], ['r7']),
    ),
    maxVcpu: fc.constantFrom(8, 16, 32, 64),
    sparePercent: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ workloads, letters, loss, network, ...rest }): NodeAsk => ({
    ...rest,
    workloads: workloads.map((workload, index) => ({ name: `w${index}`, ...workload })),
    zones: letters.map((letter) => `cn-hangzhou-${letter}`),
    survives: loss === 'default' ? undefined : (loss as 'nothing'),
    podNetwork: network,
  }));

/** Asks that have a plan. */
const plannedArb = askArb
  .map((ask) => ({ ask, plan: tryPlanNodes(ask).plan }))
  .filter((one): one is { ask: NodeAsk; plan: NodePlan } => one.plan !== undefined);

const milli = (text: string) => Number(text.replace('m', '')) / 1000;
const gib = (text: string) => Number(text.replace('Mi', '')) / 1024;

/** A scheduler that lays Pods down as they come, on the first node with room, by arithmetic of its own. */
function scheduled(ask: NodeAsk, plan: NodePlan, nodes: number, of: 'replicas' | 'maxReplicas'): boolean {
  const pods = ask.workloads.flatMap((one) =>
    Array.from({ length: one[of]! }, (_, turn) => ({
      turn,
      cpu: milli(one.requests.cpu),
      memory: gib(one.requests.memory),
    })),
  );
  const orders = [
    pods,
    [...pods].sort((a, b) => a.turn - b.turn),
    [...pods].sort((a, b) => b.cpu - a.cpu || b.memory - a.memory),
  ];
  return orders.some((order) => {
    const free = Array.from({ length: nodes }, () => ({ ...plan.node.room }));
    return order.every(({ cpu, memory }) => {
      // Room is told to two digits, rounded down.
      const node = free.find((one) => one.cpu + 0.011 >= cpu && one.memoryGib + 0.011 >= memory && one.pods >= 1);
      if (node) {
        Object.assign(node, { cpu: node.cpu - cpu, memoryGib: node.memoryGib - memory, pods: node.pods - 1 });
      }
      return node !== undefined;
    });
  });
}

describe('every plan', () => {
  test('holds its workloads, at the base and at the peak', () => {
    check(plannedArb, ({ ask, plan }) => {
      expect(scheduled(ask, plan, plan.base.nodes, 'replicas')).toBe(true);
      expect(scheduled(ask, plan, plan.peak.nodes, 'maxReplicas')).toBe(true);
      for (const fill of [plan.base, plan.peak]) {
        expect(Math.max(...Object.values(fill.percent))).toBeLessThanOrEqual(100);
      }
    });
  });

  test('still holds them when what it survives is lost', () => {
    check(plannedArb, ({ ask, plan }) => {
      const zones = ask.zones.length;
      const left = {
        'zone-loss': (nodes: number) => (nodes / zones) * (zones - 1),
        'node-loss': (nodes: number) => nodes - 1,
        nothing: (nodes: number) => nodes,
      }[plan.survives];
      expect(Number.isInteger(left(plan.base.nodes))).toBe(true);
      expect(plan.afterLoss.nodes).toBe(left(plan.base.nodes));
      expect(scheduled(ask, plan, left(plan.base.nodes), 'replicas')).toBe(true);
      expect(scheduled(ask, plan, left(plan.peak.nodes), 'maxReplicas')).toBe(true);
    });
  });

  test('has nodes of 4 vCPU or more, of types and figures that the table has', () => {
    check(plannedArb, ({ ask, plan }) => {
      expect(plan.node.vcpu).toBeGreaterThanOrEqual(4);
      expect(plan.node.vcpu).toBeLessThanOrEqual(ask.maxVcpu!);
      for (const type of plan.pool.instanceTypes) {
        const [, family, size] = /^ecs\.(.+)\.(\w+)$/.exec(type)!;
        const facts = ECS_FAMILIES[family as EcsFamily];
        const row = facts.sizes.find(([name]) => name === size)!;
        expect(row[1]).toBe(plan.node.vcpu);
        expect(row[1] * facts.gibPerVcpu).toBe(plan.node.memoryGib);
        expect(facts.architecture).toBe(plan.node.architecture);
        expect(plan.node.maxPods).toBeLessThanOrEqual(ask.podNetwork!.kind === 'terway' ? (row[2] - 1) * row[3] : 255);
      }
    });
  });

  test('is the same whatever the order of workloads and zones, and is frozen plain data', () => {
    check(plannedArb, ({ ask, plan }) => {
      const turned = { ...ask, workloads: [...ask.workloads].reverse(), zones: [...ask.zones].reverse() };
      expect(tryPlanNodes(turned).plan).toEqual(plan);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      expect(Object.isFrozen(plan) && Object.isFrozen(plan.pool.instanceTypes) && Object.isFrozen(plan.base.load)).toBe(
        true,
      );
      expect(describeNodePlan(plan)).toBe(describeNodePlan(JSON.parse(JSON.stringify(plan))));
    });
  });
});

describe('more load', () => {
  const more = fc.record({
    which: fc.nat(),
    replicas: fc.integer({ min: 0, max: 20 }),
    milli: fc.integer({ min: 0, max: 300 }),
    mebi: fc.integer({ min: 0, max: 600 }),
    another: fc.boolean(),
  });
  const grown = (
    ask: NodeAsk,
    by: { which: number; replicas: number; milli: number; mebi: number; another: boolean },
  ): NodeAsk => ({
    ...ask,
    workloads: [
      ...ask.workloads.map((one, index) =>
        index !== by.which % ask.workloads.length
          ? one
          : {
              ...one,
              replicas: one.replicas + by.replicas,
              maxReplicas: one.maxReplicas! + by.replicas,
              requests: {
                cpu: `${Number(one.requests.cpu.slice(0, -1)) + by.milli}m`,
                memory: `${Number(one.requests.memory.slice(0, -2)) + by.mebi}Mi`,
              },
            },
      ),
      ...(by.another ? [{ name: 'w3x', replicas: 1, requests: { cpu: '100m', memory: '100Mi' } }] : []),
    ],
  });

  test('never gives a cheaper plan', () => {
    const costOf = (ask: NodeAsk) => {
      const { choice } = chooseNodes(readNodeAsk(ask).wanted!);
      return choice && cost(choice);
    };
    check(fc.tuple(plannedArb, more), ([{ ask }, by]) => {
      const after = costOf(grown(ask, by));
      expect(after === undefined || after >= costOf(ask)!).toBe(true);
    });
  });

  test('never gives fewer nodes of one size', () => {
    const oneSize = plannedArb.map(({ ask }) => ({ ...ask, families: ['r7' as const], maxVcpu: 4 }));
    check(fc.tuple(oneSize, more), ([ask, by]) => {
      const [before, after] = [tryPlanNodes(ask).plan, tryPlanNodes(grown(ask, by)).plan];
      if (before && after) {
        expect(after.base.nodes).toBeGreaterThanOrEqual(before.base.nodes);
        expect(after.peak.nodes).toBeGreaterThanOrEqual(before.peak.nodes);
      } else {
        expect(after).toBeUndefined();
      }
    });
  });
});

test('nothing makes it throw: whatever JavaScript passes is planned, or refused with code, text and fix', () => {
  const loose = fc.record(
    {
      workloads: fc.oneof(
        fc.anything(),
        fc.array(
          fc.oneof(
            fc.anything(),
            fc.record({
              name: fc.anything(),
              replicas: fc.anything(),
              requests: fc.oneof(fc.anything(), fc.record({ cpu: fc.anything(), memory: fc.anything() })),
            }),
          ),
        ),
      ),
      zones: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), fc.constantFrom('cn-hangzhou-h', 'us-east-1a')))),
      survives: fc.anything(),
      podNetwork: fc.oneof(fc.anything(), fc.record({ kind: fc.anything(), nodeMask: fc.anything() })),
      architecture: fc.anything(),
      families: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), fc.constantFrom('g7', 'g8y')))),
      maxVcpu: fc.anything(),
      sparePercent: fc.anything(),
      daemonSets: fc.oneof(
        fc.anything(),
        fc.record({ cpu: fc.anything(), memory: fc.anything(), pods: fc.anything() }),
      ),
      kubelet: fc.oneof(fc.anything(), fc.record({ maxPods: fc.anything(), kubeReserved: fc.anything() })),
    },
    { requiredKeys: [] },
  );
  const right = {
    workloads: [{ name: 'w', replicas: 2, requests: { cpu: '1', memory: '1Gi' } }],
    zones: ['cn-hangzhou-h'],
  };
  const single = fc.tuple(loose).map(([wrong]) => {
    const key = Object.keys(wrong)[0] as keyof typeof wrong | undefined;
    return key ? { ...right, [key]: wrong[key] } : right;
  });
  check(
    fc.oneof(loose, single, fc.anything()),
    (ask) => {
      const { plan, problems } = tryPlanNodes(ask as NodeAsk);
      expect(plan === undefined).toBe(problems.length > 0);
      problems.forEach((problem) =>
        expect([problem.code, problem.what, problem.fix].every((part) => part.length > 3)).toBe(true),
      );
    },
    1000,
  );
});
