import type { AddonRow } from '../addon-row';

const CORE = { managed: 'core', dedicated: 'core', serverless: 'core' } as const;

/** What Kubernetes itself consists of: there before anybody can ask. */
export const CONTROL_PLANE: readonly AddonRow[] = [
  { name: 'kube-apiserver', does: 'answers kubectl and every controller', kinds: CORE, source: 'help' },
  { name: 'kube-scheduler', does: 'places Pods', kinds: CORE, source: 'help' },
  { name: 'kube-controller-manager', does: 'runs the controllers of Kubernetes', kinds: CORE, source: 'help' },
  {
    name: 'cloud-controller-manager',
    does: 'makes balancers for Services and routes for nodes',
    kinds: CORE,
    source: 'help',
  },
];
