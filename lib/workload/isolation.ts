/** Which traffic the Pods of a namespace take that nobody asked for. Create one with {@link Isolation}. */
export type IsolationData = { readonly kind: 'open' | 'deny-ingress' | 'deny-all' };

/** Which traffic the Pods of a namespace take that nobody asked for. Changed in place. */
export const Isolation = Object.freeze({
  /** Everything is let in and out. */
  open: (): IsolationData => Object.freeze({ kind: 'open' }),
  /**
   * Pods take traffic from their own namespace and from what `allowFrom` names, balancers included; they reach
   * everything.
   */
  denyIngress: (): IsolationData => Object.freeze({ kind: 'deny-ingress' }),
  /**
   * Like `denyIngress`, and Pods reach only their own namespace, the cluster's DNS and what `allowTo` names. Databases,
   * registries of running programs and the cloud's interfaces have to be named by their ranges.
   */
  denyAll: (): IsolationData => Object.freeze({ kind: 'deny-all' }),
});
