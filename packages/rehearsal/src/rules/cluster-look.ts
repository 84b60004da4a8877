import type { CloudView, Thing } from '../cloud/cloud';
import { text, type Obj } from '../cty/value';
import { metadataOf } from '../values/cluster-objects';
import { isSimulatedCluster } from '../values/ids';

/** Namespaces that every cluster has from the start. */
export const GIVEN_NAMESPACES = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

export { isSimulatedCluster as isSimulated } from '../values/ids';

/**
 * Whether a cluster was reached by credentials that the rehearsal gave: one that it made, or one of the same account that
 * was there before.
 */
export const isReached = (cluster: string | undefined): boolean => /^c[0-9a-f]{32}$/.test(cluster ?? '');

/** Whether a cluster was there before: what else is in it nobody knows. */
export const wasThere = (cluster: string | undefined): boolean => isReached(cluster) && !isSimulatedCluster(cluster);

/** Things of one cluster, by the name of their kind without version: `namespace` finds `kubernetes_namespace_v1` too. */
export const inCluster = (cloud: CloudView, kind: string, cluster: string | undefined): readonly Thing[] =>
  cloud
    .all(...['', '_v1', '_v2'].map((version) => `kubernetes_${kind}${version}`))
    .filter((thing) => thing.cluster === cluster);

/** Name of an object in its metadata. */
export const objectName = (values: Obj): string | undefined => text(metadataOf(values).name);

/** Namespace of an object; releases carry it themselves. `undefined` for what has none. */
export const objectNamespace = (type: string, values: Obj): string | undefined =>
  type === 'helm_release' ? (text(values.namespace) ?? 'default') : text(metadataOf(values).namespace);
