/** How many Pods of a workload can come to be on ECI. */
export interface EciDemand {
  /** At the most that its scale asks for. */
  readonly pods: number;
  /** More of them while a template changes. */
  readonly surge: number;
}

const DEMAND = Symbol.for('alicloud-constructs/eciDemand');
type Demanding = { [DEMAND]?: () => EciDemand };

/** Has a workload say, once the tree is complete, how many of its Pods can be on ECI. */
export function provideEciDemand(workload: object, demand: () => EciDemand): void {
  Object.defineProperty(workload, DEMAND, { value: demand });
}

/** What a workload says about it; nothing when it does not. */
export function eciDemandOf(workload: object): EciDemand {
  return (workload as Demanding)[DEMAND]?.() ?? { pods: 0, surge: 0 };
}
