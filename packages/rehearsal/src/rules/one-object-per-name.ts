import { objectName, objectNamespace } from './cluster-look';
import type { Rule } from './rule';

/** Two objects of one kind, namespace and name cannot both exist. */
export const oneObjectPerName: Rule = {
  name: 'one-object-per-name',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  types: ['kubernetes_*'],
  on: ['create'],
  check({ type, values, cluster }, cloud) {
    const name = objectName(values);
    // These write into an object that another resource made.
    if (
      name === undefined ||
      /_(?:data|labels|annotations|env|node_taint|default_service_account)(?:_v\d)?$/.test(type)
    ) {
      return [];
    }
    const namespace = objectNamespace(type, values);
    return cloud
      .all(type)
      .filter(
        (thing) =>
          thing.cluster === cluster &&
          objectName(thing.values) === name &&
          objectNamespace(type, thing.values) === namespace,
      )
      .map(() => ({
        what: `${type.slice('kubernetes_'.length)} "${name}" already exists`,
        fix: 'give each object its own name',
      }));
  },
};
