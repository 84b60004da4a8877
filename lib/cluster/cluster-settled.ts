import type { Construct } from 'constructs';
import type { ICluster } from '../core/cluster';
import type { Code } from '../core/codes';
import { needRoles, type RoleNeeded } from '../core/roles';
import { warn } from '../core/warnings';
import { EVERYTHING } from './endpoint';
import { EndpointAccess } from './endpoint-access';
import { watchEgress } from './egress-watch';
import { ownCluster, type OwnCluster } from './nodes/own-cluster';

/** What a cluster of this program says of itself once it is made. */
export interface Settlement extends OwnCluster {
  readonly roles: readonly RoleNeeded[];
  readonly warnings: readonly (readonly [Code, string])[];
}

/**
 * What every cluster does last: marks itself as this program's own, prepares the access list of a public API server,
 * has its way out watched, and says what it needs of the account and of people.
 */
export function settle(cluster: ICluster & Construct, { roles, warnings, ...facts }: Settlement): void {
  ownCluster(cluster, facts);
  makeEndpointAccess(cluster);
  watchEgress(cluster, cluster.network.egress);
  needRoles(cluster, roles);
  warnings.forEach(([code, text]) => warn(cluster, code, text));
}

function makeEndpointAccess(cluster: ICluster & Construct): void {
  const { endpoint, network, podCidr } = cluster;
  if (endpoint.kind === 'public' && endpoint.allow.includes(EVERYTHING)) {
    warn(cluster, 'endpoint-public', `the API server answers the internet: ${endpoint.reason}`);
  } else if (endpoint.kind === 'public') {
    new EndpointAccess(cluster, 'endpoint-access', { network, podCidr, endpoint });
  }
}
