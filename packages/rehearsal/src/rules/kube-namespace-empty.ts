import { objectName, objectNamespace } from './cluster-look';
import type { Rule } from './rule';

/** Whatever is in a namespace goes with it: Terraform has to know the order. */
export const kubeNamespaceEmpty: Rule = {
  name: 'kube-namespace-empty',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  types: ['kubernetes_namespace', 'kubernetes_namespace_v1'],
  on: ['delete'],
  check({ values, cluster }, cloud) {
    const name = objectName(values);
    const inside = cloud
      .inCluster(cluster)
      .filter((thing) => name !== undefined && objectNamespace(thing.type, thing.values) === name);
    return inside.length === 0
      ? []
      : [
          {
            what: `namespace "${name}" still holds ${inside.map(({ type, id }) => `${type} ${id}`).join(', ')}, which would go with it`,
            fix: "refer to the namespace's name in them, so that Terraform deletes them first",
          },
        ];
  },
};
