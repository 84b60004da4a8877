/** How many Pods of a workload there can be at once. */
export interface PodDemand {
  /** At the most that its scale asks for. */
  readonly pods: number;
  /** More of them for a time: while a template changes, or until a job has ended. */
  readonly passing: number;
}

const DEMAND = Symbol.for('alicloud-constructs/podDemand');
type Demanding = { [DEMAND]?: () => PodDemand };

/** Has a workload say, once the tree is complete, how many of its Pods there can be. */
export function providePodDemand(workload: object, demand: () => PodDemand): void {
  Object.defineProperty(workload, DEMAND, { value: demand });
}

/** What a workload says about it; nothing when it does not, like a daemon, of which there are as many as nodes. */
export function podDemandOf(workload: object): PodDemand {
  return (workload as Demanding)[DEMAND]?.() ?? { pods: 0, passing: 0 };
}
