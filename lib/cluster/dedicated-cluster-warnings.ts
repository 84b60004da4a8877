import { clusterWarnings, type ClusterWarning } from './cluster-warnings';
import type { ResolvedDedicatedCluster } from './dedicated-cluster-defaults';
import { masterZones } from './dedicated-cluster-problems';
import { fatalZone } from './masters';

/** What deserves a word about a dedicated cluster though it is allowed. */
export function dedicatedClusterWarnings(p: ResolvedDedicatedCluster): readonly ClusterWarning[] {
  const fatal = p.adopt === undefined ? fatalZone(masterZones(p)) : undefined;
  return [
    CLOSED,
    ...(fatal === undefined ? [] : [quorumWarning(p, fatal)]),
    ...clusterWarnings(p, 'nodes that cannot pull images never become ready'),
  ];
}

const CLOSED: ClusterWarning = Object.freeze([
  'dedicated-closed',
  'Alibaba Cloud creates no new ACK dedicated clusters since 2024-08-21: adopt takes over one that exists; for a new one use a ManagedCluster with controlPlane: ControlPlane.pro()',
]);

function quorumWarning({ masters, network }: ResolvedDedicatedCluster, zone: string): ClusterWarning {
  const text = `without zone "${zone}" fewer than half of the ${masters} masters are left and the cluster stops: give the network "${network.node.path}" three zones`;
  return ['master-quorum', text];
}

/** Methods of other kinds, with what a program without types is told. */
export const NO_VIRTUAL_NODE = Object.freeze({
  addVirtualNode: {
    what: 'a dedicated cluster has no virtual node here: there it would need the access key of an account',
    fix: 'leave the virtual node out, or use a ManagedCluster',
  },
});
