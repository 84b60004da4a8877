import type { ICluster } from '../../core/cluster';
import { quote, type Problem } from '../../core/errors';
import type { INamespace } from '../../core/workload';

/** Problems with namespaces that are in another cluster than the rights. */
export function otherClusters(prop: string, namespaces: readonly INamespace[], cluster: ICluster): Problem[] {
  return namespaces
    .filter((namespace) => namespace.cluster !== cluster)
    .map((namespace) => ({
      code: 'choice-conflict' as const,
      what: `${prop} ${quote(namespace.namespaceName)} is in the cluster "${namespace.cluster.node.path}", the rights in "${cluster.node.path}"`,
      value: namespace.node.path,
      fix: 'create it in the WorkloadStack of that cluster',
    }));
}

/** Problems with the namespaces of a team: none, one twice, one elsewhere. */
export function teamNamespaces(namespaces: readonly INamespace[], cluster: ICluster): Problem[] {
  const names = namespaces.map(({ namespaceName }) => namespaceName);
  const fix = 'write namespaces: [shop], or namespaces: "all" for the whole cluster';
  return [
    ...(names.length === 0
      ? [{ code: 'list-empty' as const, what: 'namespaces is empty: the team could do nothing', value: names, fix }]
      : []),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => ({
        code: 'list-duplicate' as const,
        what: `namespaces names ${quote(name)} twice`,
        value: name,
        fix: `name ${quote(name)} once`,
      })),
    ...otherClusters('namespaces', namespaces, cluster),
  ];
}

/** What a warning says about rights that are not bound to namespaces. */
export function everywhereText(who: string): string {
  return `${who} may change things in every namespace, kube-system and those to come included: name the namespaces where that is enough`;
}
