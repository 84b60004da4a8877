import { isSimulated } from './cluster-look';
import { CLUSTER_TYPES } from './look';
import type { Rule } from './rule';

/** Objects are written to an API server: it must be named, and its cluster must exist. */
export const clusterExists: Rule = {
  name: 'cluster-exists',
  source: 'https://kubernetes.io/docs/concepts/overview/kubernetes-api/',
  types: ['kubernetes_*', 'helm_*'],
  on: ['create', 'update', 'delete'],
  check({ cluster }, cloud) {
    if (cluster === undefined) {
      return [
        {
          what: 'the provider is not configured: it would try localhost and be refused',
          fix: 'set host and credentials from alicloud_cs_cluster_credential',
        },
      ];
    }
    return isSimulated(cluster) && !cloud.all(...CLUSTER_TYPES).some(({ id }) => id === cluster)
      ? [
          {
            what: `no API server answers: cluster ${cluster} does not exist`,
            fix: 'create the cluster first, delete it last',
          },
        ]
      : [];
  },
};
