import type { ICluster } from '../core/cluster';
import type { Problem } from '../core/errors';
import type { Dependable } from '../core/network';
import { addTreeCheck } from '../core/tree';

/**
 * Has the finished tree checked for a way out that was made after the cluster. The cluster could not wait for it: ACK
 * would make a NAT gateway of its own first, and `destroy` would take the way out before the cluster has drained.
 */
export function watchEgress(cluster: ICluster, waitedFor: readonly Dependable[]): void {
  const known = new Set(waitedFor.map(({ fqn }) => fqn));
  addTreeCheck(cluster, () => {
    const late = cluster.network.egress.filter(({ fqn }) => !known.has(fqn));
    return late.length === 0 ? [] : [tooLate(cluster, late)];
  });
}

function tooLate(cluster: ICluster, late: readonly Dependable[]): Problem {
  const what = `the network "${cluster.network.node.path}" was given a way out after the cluster, which therefore does not wait for it`;
  const fix = 'create the NatGateway before the cluster in the program';
  return { code: 'egress-late', what, value: late.length, fix };
}
