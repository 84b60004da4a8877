import { ROLES } from '../roles';
import type { AddonRow } from '../addon-row';

const EVERYWHERE = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;

/** What brings requests from outside to Services. */
export const INGRESS: readonly AddonRow[] = [
  {
    name: 'alb-ingress-controller',
    does: 'makes ALBs for Ingresses',
    kinds: EVERYWHERE,
    excludes: [
      {
        other: 'nginx-ingress-controller',
        kinds: ['serverless'],
        why: 'on Serverless both want to be the one that serves Ingresses without a class',
      },
    ],
    roles: [ROLES.alb],
    // Left to itself it makes an AlbConfig, and with it an ALB.
    needed: { albIngress: { CreateDefaultALBConfig: false } },
    from: '1.18',
    source: 'doc',
  },
  {
    name: 'nginx-ingress-controller',
    does: 'serves Ingresses by Pods behind a classic balancer',
    // Managed and dedicated clusters would have it by themselves; ours are made without.
    kinds: EVERYWHERE,
    warning:
      'ingress-nginx got its last fixes in March 2026 and ACK does not maintain its component either: write Addon.ingressAlb() for anything new',
    source: 'doc',
  },
  {
    name: 'mse-ingress-controller',
    does: 'serves Ingresses by gateways of MSE',
    kinds: EVERYWHERE,
    roles: [ROLES.mse],
    warning:
      'installing mse-ingress-controller makes a gateway at once, mse-ingress-premium-<cluster id>, which is billed by the hour and stays when the component is removed',
    source: 'help',
  },
];
