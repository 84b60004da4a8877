import type { TolerationData } from '../../core/pod';
import type { Taint } from '../../cluster/nodes/labels';

/** What marks the nodes that Ingress controllers have to themselves. */
export interface NodeMark {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** Where the Pods of an Ingress controller run, as plain data. Create one with `IngressNodes`. */
export type IngressNodesData =
  ({ readonly kind: 'dedicated' } & NodeMark) | { readonly kind: 'shared'; readonly reason: string };

const KEY = 'alicloud-constructs.io/nodes';
const VALUE = 'ingress';

const MARK: NodeMark = Object.freeze({
  labels: Object.freeze({ [KEY]: VALUE }),
  taints: Object.freeze([Object.freeze({ key: KEY, value: VALUE, effect: 'NoSchedule' as const })]),
});

/** Where the Pods of an Ingress controller run: all traffic of a cluster goes through a few of them. */
export const IngressNodes = Object.freeze({
  /**
   * What a node pool says so that these Pods alone land on it:
   * `cluster.addNodePool('ingress', { ...IngressNodes.pool(), instanceTypes, size: 2 })`.
   */
  pool: (): NodeMark => MARK,
  /** Nodes with these labels and taints; those of `IngressNodes.pool()` when nothing is said. */
  dedicated: (mark: NodeMark = MARK): IngressNodesData =>
    Object.freeze({ kind: 'dedicated', labels: mark?.labels, taints: mark?.taints }),
  /** Any node, beside the workloads that it serves, for a reason. */
  shared: (reason: string): IngressNodesData => Object.freeze({ kind: 'shared', reason }),
});

/** How Pods come to their nodes. */
export function placementOf(nodes: IngressNodesData | undefined): {
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly TolerationData[];
} {
  if (nodes?.kind !== 'dedicated') {
    return {};
  }
  const tolerations = nodes.taints.map(({ key, value, effect }) =>
    value === undefined || value === ''
      ? { key, operator: 'Exists' as const, effect }
      : { key, operator: 'Equal' as const, value, effect },
  );
  return { nodeSelector: nodes.labels, tolerations };
}
