import type { Construct } from 'constructs';
import type { BalancerAddressData } from '../../balancer/balancer-address';
import { ClassicLoadBalancer } from '../../balancer/classic-load-balancer';
import { NetworkLoadBalancer } from '../../balancer/network-load-balancer';
import { cloudOf } from '../../core/cloud';
import type { INetwork } from '../../core/network';

/** The default balancer of an architecture: a CLB, or an NLB where accounts of the international site are not sold CLBs by use. */
export function newFront(
  scope: Construct,
  props: { readonly network: INetwork; readonly address: BalancerAddressData },
): ClassicLoadBalancer | NetworkLoadBalancer {
  const Kind = cloudOf(scope).site === 'intl' ? NetworkLoadBalancer : ClassicLoadBalancer;
  return new Kind(scope, 'front', props);
}
