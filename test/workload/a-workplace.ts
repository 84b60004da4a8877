import { ControlPlane } from '../../lib/cluster/control-plane';
import type { Situation } from '../cluster/a-cluster';
import { aCluster } from '../cluster/a-cluster';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import type { WorkloadStackProps } from '../../lib/stacks/workload-stack-props';

/** The stack `shop` with a cluster, and the stack `shop-apps` of what runs in it. */
export function aWorkplace(
  { virtualNode, ...situation }: Situation & { readonly virtualNode?: true } = {},
  props: Partial<WorkloadStackProps> = {},
) {
  const made = aCluster(situation);
  if (virtualNode) {
    made.cluster.addVirtualNode();
  }
  const apps = new WorkloadStack(made.stack.node.root as never, 'shop-apps', { cluster: made.cluster, ...props });
  return { ...made, apps };
}

/** A cluster in which nothing enforces network policies. */
export const FLANNEL: Situation = {
  around: { podNetwork: { kind: 'flannel', podCidr: '172.20.0.0/16', nodeMask: 25 } },
};

/** The free form of a cluster. */
export const BASIC: Situation = { controlPlane: ControlPlane.basic() };

/** A cluster with a virtual node. */
export const withVirtualNode = (situation: Situation = {}) => ({ ...situation, virtualNode: true as const });
