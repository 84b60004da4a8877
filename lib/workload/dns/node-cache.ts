import { reject } from '../../core/errors';
import { NAMESPACE_FORM } from '../../core/seam-forms';
import { addTreeCheck, byKey, perTree } from '../../core/tree';
import { isWorkload, type INamespace, type IWorkload } from '../../core/workload';
import { cachedOnEciProblems, nodeCacheProblems } from './node-cache-problems';
import { CACHE_LABEL } from './pod-dns';

/** The component that keeps answers on every node. */
export const NODE_CACHE = 'ack-node-local-dns';

/** Workloads by their namespace. */
const workloadsOf = perTree((all) => byKey(all.filter(isWorkload), ({ namespace }: IWorkload) => namespace));

/**
 * Has new Pods of a namespace ask the DNS cache of their node: sets its label, and installs the component where it is missing.
 * A `Namespace` says it by `nodeDnsCache`; this is for one that exists.
 *
 * @throws InputError `dns-cache-eci` where there are no nodes; when the App is synthesised, for workloads that can land on ECI
 *   and do not say otherwise
 */
export function useNodeDnsCache(namespace: INamespace): void {
  reject('useNodeDnsCache', NAMESPACE_FORM('namespace', namespace));
  reject(namespace, nodeCacheProblems(namespace));
  namespace.cluster.requireAddon(NODE_CACHE, `the DNS cache of the namespace "${namespace.namespaceName}"`);
  namespace.addLabel(CACHE_LABEL, 'enabled');
  addTreeCheck(namespace, (all) =>
    (workloadsOf(all).get(namespace) ?? []).flatMap((workload) =>
      cachedOnEciProblems(workload).map((problem) => ({ ...problem, path: workload.node.path })),
    ),
  );
}
