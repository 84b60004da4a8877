import type { BalancedService, IBalancer } from '../core/balancer';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { balancerAnnotations, healthFlags, listenerKeys, POD_BACKENDS, tagText } from './annotations';
import { balancerVswitches, clientsOf, type BalancerAddressData } from './balancer-address';
import { healthKeys } from './balancer-health';
import { CLASSIC_FORMS, NETWORK_FORMS } from './service-balancer-forms';
import { classicProblems, networkProblems } from './service-balancer-problems';
import {
  SERVICE_BALANCER_DEFAULTS,
  type ClassicBalancerProps,
  type NetworkBalancerProps,
  type ServiceBalancerOptions,
} from './service-balancer-props';

/**
 * Balancers that the cluster itself makes for a Service, from its annotations: nothing of them is in Terraform, and they
 * come and go with the Service. The cloud controller manager owns their listeners; leave them alone elsewhere.
 */
export const ServiceBalancer = Object.freeze({
  /**
   * A CLB, paid by use (CLCU), in one zone with a spare.
   *
   * @throws InputError with everything that is wrong with the props
   */
  classic: (props: ClassicBalancerProps): IBalancer => {
    reject('ServiceBalancer.classic', formProblems(props, CLASSIC_FORMS));
    const p = withDefaults(props, SERVICE_BALANCER_DEFAULTS);
    reject('ServiceBalancer.classic', classicProblems(p));
    const { acl } = internetOf(p.address);
    return Object.freeze({
      ...shared(p),
      kind: 'classic',
      sourceRanges: false,
      ...(acl === undefined ? {} : { aclId: acl }),
      annotations: (service: BalancedService, made?: string) => classicAnnotations(p, service, acl ?? made),
    });
  },
  /**
   * An NLB, in at least two zones of the network at once.
   *
   * @throws InputError with everything that is wrong with the props; `balancer-zones` in a network of one zone
   */
  network: (props: NetworkBalancerProps): IBalancer => {
    reject('ServiceBalancer.network', formProblems(props, NETWORK_FORMS));
    const p = withDefaults(props, SERVICE_BALANCER_DEFAULTS);
    reject('ServiceBalancer.network', networkProblems(p));
    return Object.freeze({
      ...shared(p),
      kind: 'network',
      loadBalancerClass: 'alibabacloud.com/nlb',
      sourceRanges: true,
      annotations: (service: BalancedService) => networkAnnotations(p, service),
    });
  },
});

type Full<P> = P & typeof SERVICE_BALANCER_DEFAULTS;

function shared(p: ServiceBalancerOptions & Pick<Full<object>, 'name' | 'address' | 'traffic' | 'drainSeconds'>) {
  const clients = clientsOf(p.address);
  return {
    owns: 'cluster' as const,
    name: p.name,
    scheme: p.address.kind,
    network: p.network,
    externalTrafficPolicy: p.traffic === 'local' ? ('Local' as const) : ('Cluster' as const),
    drainSeconds: p.drainSeconds,
    ...(clients === undefined ? {} : { clients }),
  };
}

function internetOf(address: BalancerAddressData): { readonly acl?: string } {
  return address.kind === 'internet' ? address : {};
}

/** What both kinds say of the balancer itself. */
function ownKeys({ balancerName, tags }: BalancedService): Record<string, string | undefined> {
  return { name: balancerName, 'additional-resource-tags': tagText(tags).text };
}

function classicAnnotations(
  p: ClassicBalancerProps & Pick<Full<object>, 'address' | 'health' | 'drainSeconds'>,
  service: BalancedService,
  aclId: string | undefined,
) {
  const inside = p.address.kind === 'intranet';
  return {
    ...(p.network.podNetwork.kind === 'terway' ? POD_BACKENDS : {}),
    ...balancerAnnotations({
      ...ownKeys(service),
      ...listenerKeys({ ...p, aclId }),
      // Left out, it would be the internet.
      'address-type': p.address.kind,
      // Left out, the cloud would draw lots.
      'vswitch-id': inside ? balancerVswitches(p.network, p.address.zones)[0]?.vswitchId : undefined,
      'instance-charge-type': 'PayByCLCU',
      'delete-protection': service.deleteProtection ? 'on' : 'off',
      ...healthKeys(p.health, healthFlags('classic', p.protocols)),
    }),
  };
}

function networkAnnotations(
  p: NetworkBalancerProps & Pick<Full<object>, 'address' | 'health' | 'drainSeconds'>,
  service: BalancedService,
) {
  const vswitches = balancerVswitches(p.network, p.address.zones);
  return {
    ...(p.network.podNetwork.kind === 'terway' ? POD_BACKENDS : {}),
    ...balancerAnnotations({
      ...ownKeys(service),
      ...listenerKeys(p),
      'address-type': p.address.kind,
      'zone-maps': vswitches.map(({ zone, vswitchId }) => `${zone}:${vswitchId}`).join(','),
      'security-group-ids': p.securityGroupIds?.join(',') || undefined,
      ...healthKeys(p.health, healthFlags('network')),
    }),
  };
}
