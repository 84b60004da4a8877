import type { IBalancer } from '../core/balancer';
import type { INetwork } from '../core/network';
import { balancerAnnotations, healthFlags, listenerKeys, POD_BACKENDS } from './annotations';
import { healthKeys } from './balancer-health';
import {
  SERVICE_BALANCER_DEFAULTS,
  type ClassicBalancerProps,
  type NetworkBalancerProps,
} from './service-balancer-props';

/** How a CLB listens for one Service. What is left out is as the balancer itself says. */
export type ClassicListeners = Omit<ClassicBalancerProps, 'network' | 'address'>;

/** How an NLB listens for one Service. What is left out is as the balancer itself says. */
export type NetworkListeners = Omit<NetworkBalancerProps, 'network' | 'address' | 'securityGroupIds'>;

const { address: _, ...LISTENERS } = SERVICE_BALANCER_DEFAULTS;

/** How a balancer listens when nothing is said. */
export const LISTENER_DEFAULTS = Object.freeze(LISTENERS);

/** Settings of listeners with their defaults filled in. */
export type ResolvedListeners = (ClassicListeners | NetworkListeners) &
  Pick<typeof LISTENER_DEFAULTS, 'name' | 'traffic' | 'health' | 'drainSeconds'>;

/** A balancer that exists before any Service asks for it. */
export interface StandingBalancer {
  readonly kind: 'classic' | 'network';
  readonly balancerId: string;
  readonly network: INetwork;
  readonly scheme: 'internet' | 'intranet';
  /** Ranges that clients come from; every address when left out. */
  readonly clients?: readonly string[];
  /** Access control list for the listeners of a CLB. */
  readonly aclId?: string;
}

/** A balancer that exists, as Services see it that make their listeners on it. */
export function standing(balancer: StandingBalancer, p: ResolvedListeners): IBalancer {
  const { kind, balancerId, network, scheme, clients, aclId } = balancer;
  return Object.freeze({
    kind,
    owns: 'terraform',
    balancerId,
    network,
    scheme,
    name: p.name,
    externalTrafficPolicy: p.traffic === 'local' ? 'Local' : 'Cluster',
    drainSeconds: p.drainSeconds,
    // The cloud controller manager heeds ranges of the Service on NLBs of its own making only.
    sourceRanges: false,
    ...(kind === 'network' ? { loadBalancerClass: 'alibabacloud.com/nlb' } : {}),
    ...(clients === undefined ? {} : { clients }),
    ...(aclId === undefined ? {} : { aclId }),
    annotations: () => listenerAnnotations(balancer, p),
  } satisfies IBalancer);
}

/** Settings with what one Service says differently. */
export function listening<P extends ClassicListeners | NetworkListeners>(usual: P, own: P): P & ResolvedListeners {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...LISTENER_DEFAULTS, ...usual, ...given } as P & ResolvedListeners;
}

function listenerAnnotations({ kind, balancerId, network, aclId }: StandingBalancer, p: ResolvedListeners) {
  return {
    ...(network.podNetwork.kind === 'terway' ? POD_BACKENDS : {}),
    // Nothing of the balancer itself: it is not the Service's.
    ...balancerAnnotations({
      id: balancerId,
      // Left out, the Service would take the listeners as it finds them, and make none.
      'force-override-listeners': 'true',
      ...listenerKeys({ ...p, aclId }),
      ...healthKeys(p.health, healthFlags(kind, p.protocols)),
    }),
  };
}
