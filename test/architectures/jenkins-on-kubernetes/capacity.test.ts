import fc from 'fast-check';
import {
  agentQuota,
  controllerQuota,
  eciAddresses,
  nodesFor,
  type CapacityAsk,
} from '../../../lib/architectures/jenkins-on-kubernetes/capacity';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { AGENT_SIZES } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-defaults';
import { ZONES } from './a-jenkins';

const ask = (agents: Partial<CapacityAsk['agents']> = {}): CapacityAsk => ({
  zones: ZONES,
  controller: { requests: { cpu: '2', memory: '4Gi' } },
  agents: { cap: 10, sizes: AGENT_SIZES, ...agents },
});

test('the controller has room on the nodes that are left when a zone is lost', () => {
  const plan = nodesFor(ask());
  expect(plan.pool.size).toBe(3);
  expect(plan.afterLoss.nodes).toBe(2);
  expect(plan.afterLoss.percent.cpu).toBeLessThanOrEqual(100);
});

test('agents on ECI take nothing of the nodes, and agents on nodes have room there, however many', () => {
  expect(nodesFor(ask({ cap: 500 })).pool).toEqual(nodesFor(ask()).pool);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (cap) => {
      const plan = nodesFor(ask({ cap, place: AgentPlace.nodes() }));
      // 4 vCPU each where images are built.
      expect(plan.base.load.cpu).toBeGreaterThanOrEqual(4 * cap + 2);
      expect(plan.afterLoss.percent.cpu).toBeLessThanOrEqual(100);
    }),
    { numRuns: 20 },
  );
});

test('every agent, and as many that are just ending, have addresses without one of the zones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 5 }), (cap, many) => {
      const zones = Array.from({ length: many }, (_, index) => `cn-hangzhou-${index}`);
      expect(eciAddresses({ zones, agents: ask({ cap }).agents }) * (many - 1)).toBeGreaterThanOrEqual(2 * cap);
    }),
  );
});

test('the quota of agents holds all of them at their largest, and those that are just ending, and no balancer', () => {
  expect(agentQuota(ask({ cap: 10 }).agents)).toEqual({
    pods: 20,
    requests: { cpu: '80', memory: '160Gi' },
    limits: { cpu: '80', memory: '160Gi' },
    loadBalancers: 0,
    claims: 0,
  });
});

test('the quota of the controller holds it beside the one before it', () => {
  const { pods, requests } = controllerQuota({ requests: { cpu: '4', memory: '8Gi' } });
  expect([pods, requests]).toEqual([4, { cpu: '12', memory: '25Gi' }]);
});
