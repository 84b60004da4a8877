import { oneOf } from '../core/checks';
import type { Cloud } from '../core/cloud';
import type { Problem } from '../core/errors';
import { NAME_RULES, nameProblems, type NameRule } from '../core/names';
import { cloudIdProblems } from '../network/cloud-id';
import { regionMismatch } from '../network/in-region';
import { rangeListProblems } from '../network/security-group-props';
import type { BalancerAddressData } from './balancer-address';
import type { ResolvedListeners } from './listener-settings';
import type {
  ClassicLoadBalancerAttributes,
  ClassicLoadBalancerProps,
  NetworkLoadBalancerAttributes,
  NetworkLoadBalancerProps,
} from './load-balancer-props';
import {
  classicListenerProblems,
  classicProblems,
  networkListenerProblems,
  networkProblems,
} from './service-balancer-problems';

/** Names of balancers in the console. */
export const BALANCER_NAME: NameRule = {
  ...NAME_RULES.network,
  max: 80,
  says: '2 to 80 letters, digits, dots, hyphens, underscores, a letter first',
};

type Resolved<P> = P & ResolvedListeners & { readonly address: BalancerAddressData };

/** Everything that is wrong with the props of a CLB of Terraform's. */
export function classicLoadBalancerProblems(p: Resolved<ClassicLoadBalancerProps>, cloud: Cloud): Problem[] {
  const { zones = [] } = p.address;
  const what = `address.zones names ${zones.length} zones (${zones.join(', ')}); a CLB has one and a spare`;
  return [
    ...classicProblems(p),
    ...(zones.length > 2
      ? [{ code: 'balancer-zones' as const, what, value: zones, fix: 'name two of them, or use an NLB' }]
      : []),
    ...standingProblems(p, cloud),
    ...(p.adopt === undefined ? [] : cloudIdProblems('adopt', p.adopt, 'lb')),
  ];
}

/** Everything that is wrong with the props of an NLB of Terraform's. */
export function networkLoadBalancerProblems(p: Resolved<NetworkLoadBalancerProps>, cloud: Cloud): Problem[] {
  const groups = p.securityGroupIds ?? [];
  const limited = p.address.kind === 'internet' && groups.length === 4;
  const what = 'securityGroupIds has 4 groups, and address.allow makes one more; an NLB takes at most 4';
  return [
    ...networkProblems(p),
    ...(limited ? [{ code: 'number-invalid' as const, what, value: 5, fix: 'keep 3 of them' }] : []),
    ...groups.flatMap((id, index) => cloudIdProblems(`securityGroupIds[${index}]`, id, 'sg')),
    ...standingProblems(p, cloud),
    ...(p.adopt === undefined ? [] : cloudIdProblems('adopt', p.adopt, 'nlb')),
  ];
}

function standingProblems(p: ClassicLoadBalancerProps | NetworkLoadBalancerProps, cloud: Cloud): Problem[] {
  return [...nameProblems('balancerName', p.balancerName, BALANCER_NAME), ...regionMismatch(p.network, cloud)];
}

/** Everything that is wrong with what is said about a CLB that exists. */
export function classicAttributesProblems(p: ClassicLoadBalancerAttributes & ResolvedListeners): Problem[] {
  return [
    ...classicListenerProblems(p),
    ...cloudIdProblems('balancerId', p.balancerId, 'lb'),
    ...(p.aclId === undefined ? [] : cloudIdProblems('aclId', p.aclId, 'acl')),
    ...attributesProblems(p),
  ];
}

/** Everything that is wrong with what is said about an NLB that exists. */
export function networkAttributesProblems(p: NetworkLoadBalancerAttributes & ResolvedListeners): Problem[] {
  return [
    ...networkListenerProblems(p),
    ...cloudIdProblems('balancerId', p.balancerId, 'nlb'),
    ...attributesProblems(p),
  ];
}

function attributesProblems({ scheme, clients = [] }: Pick<ClassicLoadBalancerAttributes, 'scheme' | 'clients'>) {
  return [...oneOf('scheme', scheme, ['internet', 'intranet']), ...rangeListProblems('clients', clients)];
}
