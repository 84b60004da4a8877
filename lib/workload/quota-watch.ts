import { addTreeCheck, byKey, perTree } from '../core/tree';
import { isWorkload, type INamespace, type IWorkload } from '../core/workload';
import { warnOnce } from './eci/warn-once';
import type { NamespaceQuota } from './namespace-props';
import { podDemandOf } from './pod-demand';
import { passingTexts, quotaRoomProblems, type QuotaAsker } from './quota-room';

/** Workloads by the name of their namespace; an imported namespace may be another one's. */
const workloadsOf = perTree((all) =>
  byKey(all.filter(isWorkload), ({ namespace }: IWorkload) => namespace.namespaceName),
);

/** Has a quota held against the most Pods of the workloads in its namespace, once the tree is complete. */
export function watchQuota(namespace: INamespace, quota: NamespaceQuota): void {
  addTreeCheck(namespace, (all) => {
    const own = (workloadsOf(all).get(namespace.namespaceName) ?? []).filter((one) => isIn(one, namespace));
    const askers = own.map((one): QuotaAsker => ({ path: one.node.path, data: one.pod.data, ...podDemandOf(one) }));
    const problems = quotaRoomProblems(namespace.namespaceName, quota, askers);
    if (problems.length === 0) {
      passingTexts(namespace.namespaceName, quota, askers).forEach((text) =>
        warnOnce(namespace, 'quota-passing', text),
      );
    }
    return problems;
  });
}

function isIn({ namespace: { cluster } }: IWorkload, namespace: INamespace): boolean {
  return cluster === namespace.cluster || cluster.clusterId === namespace.cluster.clusterId;
}
