import type { NodeAsk } from '../../cluster/sizing/node-ask';
import { planNodes, tryPlanNodes, type NodePlan } from '../../cluster/sizing/plan-nodes';
import type { Problem } from '../../core/errors';
import { quantityOf } from '../../core/quantity';
import type { PodNetworkAsk } from '../../network/cidr-plan';
import type { NamespaceQuota } from '../../workload/namespace-props';
import type { Requests } from '../../workload/pod/pod-props';
import type { AgentPlaceData } from './configuration/agent-place';
import type { AgentSize } from './configuration/agent-size';
import { RELEASES_AT_ONCE } from './configuration/names';
import type { AgentKind } from './configuration/settings';

/** What the sums are made from. */
export interface CapacityAsk {
  readonly zones: readonly string[];
  readonly podNetwork?: PodNetworkAsk;
  readonly controller: { readonly requests: Requests };
  readonly agents: {
    readonly place?: AgentPlaceData;
    readonly cap: number;
    readonly sizes: Readonly<Record<AgentKind, AgentSize>>;
  };
}

/** What of the cluster itself, and of the environments, runs on the nodes beside the controller. */
const BESIDE = Object.freeze({ replicas: 4, requests: Object.freeze({ cpu: '500m', memory: '1Gi' }) });

/** General-purpose nodes. Pinned, so that a new release of this library moves no pool. */
const FAMILIES = Object.freeze(['g8i', 'g7', 'g8a'] as const);

/** The nodes that hold the controller, and the agents where these are on nodes, even when a zone is lost. */
export function nodesFor(ask: CapacityAsk): NodePlan {
  return planNodes(nodeAsk(ask));
}

/** What speaks against a plan of nodes. */
export function nodePlanProblems(ask: CapacityAsk): readonly Problem[] {
  return tryPlanNodes(nodeAsk(ask)).problems;
}

/** Addresses in each zone for the nodes and their Pods; none for Pods that no plan of ours holds. */
export function nodeAddresses(ask: CapacityAsk): Partial<NodePlan['addresses']['perZone']> {
  return tryPlanNodes(nodeAsk(ask)).plan?.addresses.perZone ?? {};
}

function nodeAsk({ zones, podNetwork, controller, agents }: CapacityAsk): NodeAsk {
  const { vcpu, memoryGib } = largest(agents.sizes);
  const requests = { cpu: String(vcpu), memory: `${memoryGib}Gi` };
  const onNodes = agents.place?.kind === 'nodes' ? [{ name: 'agents', replicas: agents.cap, requests }] : [];
  return {
    zones,
    podNetwork,
    families: FAMILIES,
    workloads: [
      { name: 'controller', replicas: 1, requests: controller.requests },
      { name: 'beside', ...BESIDE },
      ...onNodes,
    ],
  };
}

/** The most that one agent takes of each. */
function largest(sizes: Readonly<Record<AgentKind, AgentSize>>): AgentSize {
  const all = Object.values(sizes);
  return {
    vcpu: Math.max(...all.map(({ vcpu }) => vcpu)),
    memoryGib: Math.max(...all.map(({ memoryGib }) => memoryGib)),
  };
}

/**
 * Addresses that each zone must have for agents on ECI: all of them, and as many that are just ending, fit into the zones that are
 * left when one is lost, beside the releases and the controller.
 */
export function eciAddresses({ zones, agents }: Pick<CapacityAsk, 'zones' | 'agents'>): number {
  return Math.ceil((2 * (agents.cap + RELEASES_AT_ONCE) + 2) / Math.max(1, zones.length - 1));
}

/** What all agents may have together: as many as there may be, each as large as the largest, and those that are just ending. */
export function agentQuota({ cap, sizes }: CapacityAsk['agents']): NamespaceQuota {
  return quotaOf(2 * cap, largest(sizes));
}

/** What releases may have together. */
export function releaseQuota({ sizes }: CapacityAsk['agents']): NamespaceQuota {
  return quotaOf(2 * RELEASES_AT_ONCE, sizes.deploy);
}

/**
 * What the namespace of the controller may have: the controller, the one before it that is still ending, and the Job of the home;
 * none of them beside what the builds get.
 */
export function controllerQuota({ requests }: CapacityAsk['controller']): NamespaceQuota {
  const cpu = Math.ceil(3 * Math.max(quantityOf(requests.cpu) ?? 0, 1));
  const memory = Math.ceil((3 * (quantityOf(requests.memory) ?? 0)) / 2 ** 30 + 1);
  return { pods: 4, requests: { cpu: String(cpu), memory: `${memory}Gi` }, loadBalancers: 1 };
}

/** What an environment may have where nobody says otherwise: that a mistake in one does not take the cluster from the other. */
export const ENVIRONMENT_QUOTA: NamespaceQuota = Object.freeze({
  pods: 100,
  requests: Object.freeze({ cpu: '64', memory: '128Gi' }),
  loadBalancers: 5,
});

function quotaOf(pods: number, { vcpu, memoryGib }: AgentSize): NamespaceQuota {
  const amounts = { cpu: String(pods * vcpu), memory: `${pods * memoryGib}Gi` };
  return { pods, requests: amounts, limits: amounts, loadBalancers: 0, claims: 0 };
}
