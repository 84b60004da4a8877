/** Where the Pods of a namespace go. Create one with {@link Placement}. */
export type PlacementData = { readonly kind: 'scheduled' | 'everything-on-eci' };

/** Where the Pods of a namespace go. */
export const Placement = Object.freeze({
  /** Where the scheduler and what each workload says put them. */
  scheduled: (): PlacementData => Object.freeze({ kind: 'scheduled' }),
  /**
   * All of them go to ECI, through the cluster's virtual node: no selector, affinity or spread of a Pod is heard, and
   * nodes stay unused however empty they are. There is no order in it, "nodes first" is `Burst`. Pods that run already
   * stay where they are; the next update of their workload moves every one of them.
   */
  everythingOnEci: (): PlacementData => Object.freeze({ kind: 'everything-on-eci' }),
});
