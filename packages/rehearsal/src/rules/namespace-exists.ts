import { GIVEN_NAMESPACES, inCluster, objectName, objectNamespace, wasThere } from './cluster-look';
import type { Rule } from './rule';

/** An object is created in a namespace that exists. */
export const namespaceExists: Rule = {
  name: 'namespace-exists',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  types: ['kubernetes_*', 'helm_release'],
  on: ['create'],
  check({ type, values, cluster }, cloud) {
    const namespace = objectNamespace(type, values);
    const own = type === 'helm_release' && values.create_namespace === true;
    if (namespace === undefined || own || wasThere(cluster) || GIVEN_NAMESPACES.includes(namespace)) {
      return [];
    }
    const made = inCluster(cloud, 'namespace', cluster).some((thing) => objectName(thing.values) === namespace);
    const byRelease = cloud
      .all('helm_release')
      .some(
        (thing) =>
          thing.cluster === cluster && thing.values.create_namespace === true && thing.values.namespace === namespace,
      );
    return made || byRelease
      ? []
      : [
          {
            what: `namespaces "${namespace}" not found`,
            fix: 'create the namespace first and refer to its name, so that Terraform knows the order',
          },
        ];
  },
};
