import type { NatOptions } from './nat-gateway-props';

/** How a network reaches the internet, as plain data. Create one with {@link Egress}. */
export type EgressData = { readonly kind: 'none' } | { readonly kind: 'nat'; readonly options: NatOptions };

/** The ways out of a network. None of them lets anybody in. */
export const Egress = Object.freeze({
  /** An enhanced NAT gateway with public addresses of its own: the default. Costs by the hour and by traffic. */
  nat: (options: NatOptions = {}): EgressData => Object.freeze({ kind: 'nat', options: Object.freeze({ ...options }) }),
  /**
   * No way out, or one that is made elsewhere, such as a `NatGateway` of its own or a transit router. Nodes then pull
   * images over the VPC only.
   */
  none: (): EgressData => Object.freeze({ kind: 'none' }),
});
