import { isList, isObj, text, type Value } from '../cty/value';
import { inCluster, objectName, objectNamespace, wasThere } from './cluster-look';
import type { Rule } from './rule';

/** Every claim that a pod template mounts. */
function claims(value: Value): string[] {
  if (isList(value)) {
    return value.flatMap(claims);
  }
  if (!isObj(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'persistent_volume_claim' && isList(one)
      ? one.flatMap((claim) => (isObj(claim) ? (text(claim.claim_name) ?? []) : []))
      : claims(one),
  );
}

/** Pods wait for ever for a claim that nobody made. */
export const claimExists: Rule = {
  name: 'claim-exists',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes',
  types: [
    'kubernetes_deployment*',
    'kubernetes_stateful_set*',
    'kubernetes_daemon*',
    'kubernetes_pod*',
    'kubernetes_job*',
    'kubernetes_cron_job*',
  ],
  on: ['create', 'update'],
  check({ type, values, cluster }, cloud) {
    const namespace = objectNamespace(type, values);
    if (wasThere(cluster)) {
      return [];
    }
    const known = inCluster(cloud, 'persistent_volume_claim', cluster)
      .filter((thing) => objectNamespace(thing.type, thing.values) === namespace)
      .map((thing) => objectName(thing.values));
    return [...new Set(claims(values.spec ?? null))]
      .filter((name) => !known.includes(name))
      .map((name) => ({
        what: `persistentvolumeclaim "${name}" not found in namespace "${namespace}"`,
        fix: 'create the claim first and refer to its name',
      }));
  },
};
