import type { ModelCluster, ModelWorkload } from './model';

const GIB = 2 ** 30;

/**
 * What ACK itself runs beside the DaemonSets, CoreDNS above all: nothing of it is in the Terraform. An allowance, as in the
 * sizing of nodes; without nodes it is CoreDNS alone, on ECI.
 */
export function systemPods(cluster: ModelCluster): ModelWorkload {
  const onEci = cluster.kind === 'serverless';
  const pods = onEci ? 2 : 4;
  return {
    id: systemId(cluster),
    namespace: 'kube-system',
    kind: 'ACK',
    cluster: cluster.id,
    each: { cpu: 500, memory: GIB, pods: 1 },
    least: pods,
    most: pods,
    surge: 0,
    unavailable: 0,
    ending: 0,
    place: { kind: onEci ? 'eci' : 'nodes' },
    selects: { labels: {}, terms: [], tolerations: [] },
    hostNetwork: false,
    clusterDns: false,
    hardZones: false,
    onePerNode: false,
    zonal: false,
    oneDisk: false,
    alone: false,
    members: false,
    needs: [],
    eciOrdered: false,
  };
}

/** What people call it. */
export function systemId({ id }: Pick<ModelCluster, 'id'>): string {
  return `${id} CoreDNS and other components`;
}
