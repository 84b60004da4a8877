import type { AddonRow } from '../addon-row';

const CORE = { managed: 'core', dedicated: 'core', serverless: 'core' } as const;

const NO_NODES = { never: 'it works on nodes, and there are none', instead: 'leave it out' } as const;

/** What Kubernetes itself consists of: there before anybody can ask, and what ACK puts beside it. */
export const CONTROL_PLANE: readonly AddonRow[] = [
  { name: 'kube-apiserver', does: 'answers kubectl and every controller', kinds: CORE, source: 'cluster' },
  { name: 'kube-scheduler', does: 'places Pods', kinds: CORE, aliases: ['ack-scheduler'], source: 'cluster' },
  { name: 'kube-controller-manager', does: 'runs the controllers of Kubernetes', kinds: CORE, source: 'cluster' },
  {
    name: 'cloud-controller-manager',
    does: 'makes balancers for Services and routes for nodes',
    kinds: CORE,
    source: 'cluster',
  },
  {
    name: 'managed-kube-proxy',
    does: 'forwards traffic of Services on nodes',
    kinds: { managed: 'core', dedicated: 'core', serverless: NO_NODES },
    named: { dedicated: 'dedicated-kube-proxy' },
    source: 'cluster',
  },
  {
    name: 'pod-readinessgate-webhook',
    does: 'keeps Pods from being ready before a balancer knows them',
    kinds: { managed: 'default', dedicated: 'optional', serverless: 'optional' },
    source: 'cluster',
  },
  {
    name: 'ack-nvidia-device-plugin',
    does: 'gives Pods GPUs',
    kinds: { managed: 'default', dedicated: 'optional', serverless: NO_NODES },
    source: 'cluster',
  },
];
