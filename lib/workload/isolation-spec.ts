import type {
  NetworkPolicyV1Spec,
  NetworkPolicyV1SpecEgress,
  NetworkPolicyV1SpecIngressFrom,
} from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import type { IsolationData } from './isolation';

/** Label that Kubernetes itself puts on every namespace. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Blocks of a policy. */
export interface IsolationSpec {
  readonly peer: NetworkPolicyV1SpecIngressFrom;
}

/** Where Pods ask for names: CoreDNS, the cache on each node, and the resolvers of the VPC. */
const RESOLVERS = Object.freeze(['169.254.20.10/32', '100.100.2.136/30']);

const DNS_PORTS = [
  { port: '53', protocol: 'UDP' },
  { port: '53', protocol: 'TCP' },
];

/** The policy of a whole namespace: its own Pods reach each other, and find names. */
export function isolationSpec(kind: Exclude<IsolationData['kind'], 'open'>): NetworkPolicyV1Spec {
  const ownPods = { podSelector: {} };
  const ingress = [{ from: [ownPods] }];
  return kind === 'deny-ingress'
    ? { podSelector: {}, policyTypes: ['Ingress'], ingress }
    : { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress, egress: [{ to: [ownPods] }, names()] };
}

function names(): NetworkPolicyV1SpecEgress {
  const coreDns = {
    namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: 'kube-system' } },
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  return { ports: DNS_PORTS, to: [coreDns, ...RESOLVERS.map((cidr) => ({ ipBlock: { cidr } }))] };
}
