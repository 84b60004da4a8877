import type { ClusterKind, EndpointData } from '../core/cluster';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { parseCidr } from '../network/cidr';
import { apiServerProblems } from './api-server';
import type {
  DedicatedClusterAttributes,
  ManagedClusterAttributes,
  ServerlessClusterAttributes,
} from './cluster-attributes';
import { clusterIdProblems } from './cluster-id';
import { endpointProblems } from './endpoint';
import { versionProblems } from './version';

/** What is known of a cluster that exists, whatever its kind. */
export type Attributes = ManagedClusterAttributes & DedicatedClusterAttributes & ServerlessClusterAttributes;

/** The class of each kind, for fixes. */
export const CLASSES: Readonly<Record<ClusterKind, string>> = Object.freeze({
  managed: 'ManagedCluster',
  dedicated: 'DedicatedCluster',
  serverless: 'ServerlessCluster',
});

/** Everything that is wrong with the attributes of a cluster that exists, at once. */
export function importedProblems(p: Attributes & { readonly endpoint: EndpointData }): Problem[] {
  return [
    ...endpointProblems(p.endpoint),
    ...podRangeProblems(p),
    ...clusterIdProblems('clusterId', p.clusterId),
    ...versionProblems(p.version),
    ...apiServerProblems(p.apiServer),
  ];
}

/** Problem of a `kind` among the attributes: the class says it, and only that class knows what the kind can do. */
export function kindProblems(own: ClusterKind, attributes: unknown): Problem[] {
  const { kind } = Object(attributes) as { readonly kind?: unknown };
  if (kind === undefined) {
    return [];
  }
  const known = typeof kind === 'string' && Object.hasOwn(CLASSES, kind) && kind !== own;
  const what = `kind ${quote(kind)}: ${CLASSES[own]}.fromAttributes is for ${own} clusters`;
  const fix = known ? `write ${CLASSES[kind as ClusterKind]}.fromAttributes, without kind` : 'leave kind out';
  return [{ code: 'cluster-kind', what, value: kind, fix }];
}

function podRangeProblems({ network, podCidr }: Attributes): Problem[] {
  if (podCidr === undefined || isToken(podCidr)) {
    return [];
  }
  if (network.podNetwork.kind === 'terway') {
    const what = `podCidr ${quote(podCidr)}: with Terway Pods take addresses of the network's Pod vSwitches`;
    return [{ code: 'pod-range-terway', what, value: podCidr, fix: 'leave podCidr out' }];
  }
  const parsed = parseCidr(podCidr, 'podCidr');
  return parsed.ok ? [] : [parsed.problem];
}
