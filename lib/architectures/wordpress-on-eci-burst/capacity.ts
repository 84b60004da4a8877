import type { NodeAsk } from '../../cluster/sizing/node-ask';
import { planNodes, tryPlanNodes, type NodePlan } from '../../cluster/sizing/plan-nodes';
import type { Problem } from '../../core/errors';
import { quantityOf } from '../../core/quantity';
import type { PodNetworkAsk } from '../../network/cidr-plan';
import type { NamespaceQuota } from '../../workload/namespace-props';
import type { Requests } from '../../workload/pod/pod-props';

/** What the sums are made from. */
export interface CapacityAsk {
  readonly zones: readonly string[];
  readonly podNetwork?: PodNetworkAsk;
  readonly requests: Requests;
  /** Pods that always run, on nodes. */
  readonly onNodes: number;
  /** Most Pods. */
  readonly max: number;
}

/** What of the cluster itself and of the site's jobs runs on the nodes beside the Pods. */
const BESIDE = Object.freeze({ replicas: 4, requests: Object.freeze({ cpu: '500m', memory: '1Gi' }) });

/** Pods of the namespace that are no web servers: installation, schedule and load test. */
const JOBS = Object.freeze({ pods: 6, cores: 6, gib: 12 });

/** General-purpose nodes, with memory for caches. Pinned, so that a new release of this library moves no pool. */
const FAMILIES = Object.freeze(['g8i', 'g7', 'g8a'] as const);

/** Most Pods at once, those of an update included. */
export function mostPods(max: number): number {
  return max + Math.ceil(max / 10);
}

/** The nodes that hold the Pods that always run, even when a zone is lost. */
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

function nodeAsk({ zones, podNetwork, requests, onNodes }: CapacityAsk): NodeAsk {
  return {
    zones,
    podNetwork,
    families: FAMILIES,
    workloads: [
      { name: 'web', replicas: onNodes, requests },
      { name: 'beside', ...BESIDE },
    ],
  };
}

/**
 * Addresses that each zone must have for Pods on ECI: all Pods and those that an update is still ending fit into the zones
 * that are left when one is lost.
 */
export function eciAddresses({ zones, max }: Pick<CapacityAsk, 'zones' | 'max'>): number {
  return Math.ceil((2 * mostPods(max)) / Math.max(1, zones.length - 1));
}

/** Addresses for ECI that a VPC of /16 has in each zone. */
const ECI_OF_A_RANGE = 1016;

/** Ranges that the VPC needs besides its first, `10.0.0.0/16`, when one does not hold all addresses for ECI. */
export function furtherRanges(eci: number): readonly string[] {
  return Array.from({ length: Math.ceil(eci / ECI_OF_A_RANGE) - 1 }, (_, index) => `10.${index + 1}.0.0/16`);
}

/**
 * What the namespace may have: every Pod at the most of the scale, the jobs beside them, and three times what an update adds:
 * the new Pods, those that end meanwhile, and those that still ended before. Kubernetes counts a Pod until it is gone.
 */
export function quotaFor({ requests, max }: Pick<CapacityAsk, 'requests' | 'max'>): NamespaceQuota {
  const pods = max + 3 * (mostPods(max) - max);
  const cores = pods * (quantityOf(requests.cpu) ?? 0);
  const gib = (pods * (quantityOf(requests.memory) ?? 0)) / 2 ** 30;
  return {
    pods: pods + JOBS.pods,
    requests: { cpu: String(Math.ceil(cores + JOBS.cores)), memory: `${Math.ceil(gib + JOBS.gib)}Gi` },
    loadBalancers: 1,
  };
}
