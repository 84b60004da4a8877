import type { DrillModel, ModelWorkload } from './model';

/** What namespaces may still have. */
export interface Quotas {
  /** Takes what a Pod of the workload counts; whether there was so much. */
  take(workload: ModelWorkload): boolean;
}

/** The quotas of all namespaces; a namespace with several has to keep each. */
export function quotasFor({ quotas }: DrillModel): Quotas {
  const left = quotas.map(({ cluster, namespace, pods = Infinity, cpu = Infinity, memory = Infinity }) => ({
    cluster,
    namespace,
    pods,
    cpu,
    memory,
  }));
  return {
    take({ cluster, namespace, each }) {
      const own = left.filter((one) => one.cluster === cluster && one.namespace === namespace);
      const enough = own.every(
        ({ pods, cpu, memory }) => pods >= each.pods && cpu >= each.cpu && memory >= each.memory,
      );
      own.forEach((one) => {
        one.pods -= enough ? each.pods : 0;
        one.cpu -= enough ? each.cpu : 0;
        one.memory -= enough ? each.memory : 0;
      });
      return enough;
    },
  };
}
