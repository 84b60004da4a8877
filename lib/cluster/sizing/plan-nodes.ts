import { reject, type Problem } from '../../core/errors';
import { chooseNodes, type Choice } from './choose-nodes';
import { ECS_FAMILIES_DATE } from './ecs-families';
import type { NodeAsk } from './node-ask';
import type { Fill, Load, NodePlan, ProposedPool } from './node-plan-data';
import { reasonsOf, warningsOf } from './node-reasons';
import type { Amount } from './packing';
import { readNodeAsk, type WantedNodes } from './read-node-ask';

/**
 * Proposes a pool of nodes for workloads: instance types of several families, a number or limits, the addresses that
 * the network needs for it, and why. Pure: the same ask gives the same plan, whatever the order of its workloads and
 * zones, and creates nothing. No plan has a node below 4 vCPU. More load never gives a cheaper plan, nor fewer nodes of
 * one size.
 *
 * It knows requests, not prices, stock or usage: look at what the workloads use before you buy ahead.
 *
 * @throws InputError with everything that is wrong with the ask; `sizing-pod-too-big`, `sizing-pool-too-large`
 */
export function planNodes(ask: NodeAsk): NodePlan {
  const { plan, problems } = tryPlanNodes(ask);
  reject('planNodes', problems);
  return plan!;
}

/** Like {@link planNodes}, without throwing: no plan when there are problems. */
export function tryPlanNodes(ask: NodeAsk): { readonly plan?: NodePlan; readonly problems: readonly Problem[] } {
  const { wanted, problems: misread } = readNodeAsk(ask);
  if (wanted === undefined) {
    return { problems: misread };
  }
  const { choice, problems } = chooseNodes(wanted);
  return choice === undefined ? { problems } : { plan: deepFreeze(planOf(wanted, choice)), problems };
}

function planOf(wanted: WantedNodes, choice: Choice): NodePlan {
  const { shape, base, peak } = choice;
  const lost = { 'zone-loss': base / wanted.zones.length, 'node-loss': 1, nothing: 0 }[wanted.survives];
  return {
    version: 1,
    pool: poolOf(wanted, choice),
    node: {
      vcpu: shape.vcpu,
      memoryGib: shape.memoryGib,
      architecture: wanted.architecture,
      maxPods: shape.maxPods,
      room: loadOf(shape.room, Math.floor),
    },
    survives: wanted.survives,
    base: fillOf(wanted, choice, 'replicas', base),
    peak: fillOf(wanted, choice, 'maxReplicas', peak),
    afterLoss: fillOf(wanted, choice, 'replicas', base - lost),
    addresses: addressesOf(wanted, choice),
    reasons: reasonsOf(wanted, choice),
    warnings: warningsOf(wanted, choice),
    figuresOf: ECS_FAMILIES_DATE,
  };
}

function poolOf(wanted: WantedNodes, { shape, base, peak }: Choice): ProposedPool {
  const { maxPods, kubeReserved, systemReserved } = wanted.kubelet;
  const kubelet = {
    ...(maxPods === undefined ? {} : { maxPods: shape.maxPods }),
    ...(kubeReserved && { kubeReserved: { ...kubeReserved } }),
    ...(systemReserved && { systemReserved: { ...systemReserved } }),
  };
  return {
    instanceTypes: shape.instanceTypes,
    size: peak > base ? { min: base, max: peak } : base,
    zones: wanted.zones,
    ...(Object.keys(kubelet).length > 0 && { kubelet }),
  };
}

/**
 * Addresses of each zone: when a zone is lost its nodes come back in the others, and an upgrade may add a node before it
 * takes one.
 */
function addressesOf({ zones, podNetwork, survives }: WantedNodes, { shape, peak }: Choice): NodePlan['addresses'] {
  const holding = survives === 'zone-loss' ? zones.length - 1 : zones.length;
  const nodes = Math.ceil(peak / holding) + 1;
  return podNetwork.kind === 'terway'
    ? { zones, podNetwork, perZone: { nodes, pods: nodes * shape.maxPods } }
    : { zones, podNetwork, perZone: { nodes }, maxNodes: peak + 1 };
}

function fillOf({ workloads }: WantedNodes, { shape }: Choice, of: 'replicas' | 'maxReplicas', nodes: number): Fill {
  const sum = (part: keyof Amount) => workloads.reduce((total, one) => total + one[of] * one.each[part], 0);
  const load = { cpu: sum('cpu'), memory: sum('memory'), pods: sum('pods') };
  const percent = (part: keyof Amount) => Math.ceil((100 * load[part]) / (shape.room[part] * nodes));
  return {
    nodes,
    load: loadOf(load, Math.ceil),
    percent: { cpu: percent('cpu'), memory: percent('memory'), pods: percent('pods') },
  };
}

/** Cores and GiB, to two digits. */
function loadOf({ cpu, memory, pods }: Amount, round: (value: number) => number): Load {
  return { cpu: round(cpu / 10) / 100, memoryGib: round((memory / 2 ** 30) * 100) / 100, pods };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

export { describeNodePlan } from './describe-node-plan';
export { SIZING_DEFAULTS } from './node-ask';
export type * from './node-ask';
export type * from './node-plan-data';
export type { EcsFamily } from './ecs-families';
