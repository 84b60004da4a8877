import type { ClusterKind } from '../core/cluster';
import { quote, type Problem } from '../core/errors';

const ON_MASTERS = 'its control plane runs on your masters, and the provider has no such setting for it';
const NO_NODES = 'it has no nodes, and Pods on ECI have addresses of the VPC';

/** What props of other kinds mean to this one: why it does not have them. */
const FOREIGN: Readonly<Record<ClusterKind, Readonly<Record<string, string>>>> = Object.freeze({
  managed: {
    masters: 'Alibaba Cloud runs its control plane',
    masterTypes: 'Alibaba Cloud runs its control plane',
    masterDisk: 'Alibaba Cloud runs its control plane',
    login: 'there are no masters; nodes have keyName on their node pool',
    serviceDiscovery: 'CoreDNS is always there',
  },
  dedicated: {
    controlPlane: 'you pay for its masters, not for a control plane',
    encryption: ON_MASTERS,
    logs: ON_MASTERS,
    maintenance: ON_MASTERS,
    dualStack: ON_MASTERS,
    serviceDiscovery: 'CoreDNS is always there',
  },
  serverless: {
    podCidr: NO_NODES,
    proxyMode: NO_NODES,
    masters: NO_NODES,
    masterTypes: NO_NODES,
    masterDisk: NO_NODES,
    login: NO_NODES,
    autoscaler: NO_NODES,
    dualStack: 'nothing shows that ACK takes it there',
  },
});

/** The props without those that only another kind of cluster has. */
export function ownProps(kind: ClusterKind, props: unknown): unknown {
  if (typeof props !== 'object' || props === null || Array.isArray(props)) {
    return props;
  }
  return Object.fromEntries(Object.entries(props).filter(([prop]) => !Object.hasOwn(FOREIGN[kind], prop)));
}

/** Problems of props that only another kind of cluster has; for programs without types, and for the move between kinds. */
export function foreignProps(kind: ClusterKind, props: unknown): Problem[] {
  const given = Object(props) as Readonly<Record<string, unknown>>;
  return Object.entries(FOREIGN[kind])
    .filter(([prop]) => given[prop] !== undefined)
    .map(([prop, why]) => {
      const what = `${prop} ${quote(given[prop])}: a ${kind} cluster has none, ${why}`;
      return { code: 'cluster-kind', what, value: given[prop], fix: `leave ${prop} out` };
    });
}
