import { clusterWarnings, MAKES_ITS_OWN, type ClusterWarning } from './cluster-warnings';
import type { ResolvedServerlessCluster } from './serverless-cluster-defaults';

/** What deserves a word about a Serverless cluster though it is allowed. */
export function serverlessClusterWarnings(p: ResolvedServerlessCluster): readonly ClusterWarning[] {
  const withoutWayOut = `${MAKES_ITS_OWN} Pods whose images come from the internet never start`;
  return [...(p.adopt === undefined ? [CLOSED] : []), ...clusterWarnings(p, withoutWayOut)];
}

const CLOSED: ClusterWarning = Object.freeze([
  'serverless-closed',
  'since 2025-02-17 Alibaba Cloud creates ACK Serverless clusters only for accounts that have had one before; for others use a ManagedCluster with controlPlane: ControlPlane.pro() and a virtual node',
]);

/** Methods of other kinds, with what a program without types is told. */
export const NO_NODES = Object.freeze({
  addNodePool: {
    what: 'a Serverless cluster has no nodes: every Pod is on ECI',
    fix: 'leave the node pool out, or use a ManagedCluster',
  },
  addVirtualNode: {
    what: 'a Serverless cluster needs no virtual node: every Pod is on ECI already',
    fix: 'leave the virtual node out',
  },
});
