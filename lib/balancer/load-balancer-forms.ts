import { any, listOf, needed, text, word, type Forms } from '../core/forms';
import type { ClassicListeners, NetworkListeners } from './listener-settings';
import type {
  ClassicLoadBalancerAttributes,
  ClassicLoadBalancerProps,
  NetworkLoadBalancerAttributes,
  NetworkLoadBalancerProps,
} from './load-balancer-props';
import { CLASSIC_FORMS, NETWORK_FORMS } from './service-balancer-forms';

const { network, address: _classicAddress, ...CLASSIC } = CLASSIC_FORMS;
const { network: _network, address: _address, securityGroupIds: _groups, ...NETWORK } = NETWORK_FORMS;

/** The form of what a Service may say of its listeners on a CLB. */
export const CLASSIC_LISTENER_FORMS: Forms<ClassicListeners> = CLASSIC;

/** The form of what a Service may say of its listeners on an NLB. */
export const NETWORK_LISTENER_FORMS: Forms<NetworkListeners> = NETWORK;

/** The form of every prop of a CLB of Terraform's. */
export const CLASSIC_LOAD_BALANCER_FORMS: Forms<ClassicLoadBalancerProps> = {
  ...CLASSIC_FORMS,
  balancerName: text,
  adopt: word,
};

/** The form of every prop of an NLB of Terraform's. */
export const NETWORK_LOAD_BALANCER_FORMS: Forms<NetworkLoadBalancerProps> = {
  ...NETWORK_FORMS,
  balancerName: text,
  adopt: word,
};

/** The form of what is said about a CLB that exists. */
export const CLASSIC_ATTRIBUTES_FORMS: Forms<ClassicLoadBalancerAttributes> = {
  ...CLASSIC,
  balancerId: needed(word, '"lb-..."'),
  network,
  scheme: needed(any, '"intranet"'),
  address: word,
  aclId: word,
  clients: listOf(word),
};

/** The form of what is said about an NLB that exists. */
export const NETWORK_ATTRIBUTES_FORMS: Forms<NetworkLoadBalancerAttributes> = {
  ...NETWORK,
  balancerId: needed(word, '"nlb-..."'),
  network,
  scheme: needed(any, '"intranet"'),
  dnsName: word,
  clients: listOf(word),
};
