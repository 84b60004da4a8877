import { quote, type Problem } from '../../core/errors';
import type { IWorkload } from '../../core/workload';
import type { AutoScale } from './scale';

/**
 * Problems with containers that request nothing of what an autoscaler compares with: it then knows nothing, for all
 * containers of the Pod, and never scales.
 */
export function requestProblems(workload: Pick<IWorkload, 'pod' | 'workloadName'>, { metrics }: AutoScale): Problem[] {
  const compared = metrics.flatMap((metric) => (metric.kind === 'resource' ? [metric.resource] : []));
  return compared.flatMap((resource) =>
    workload.pod.data.containers
      .filter(({ requests }) => requests?.[resource] === undefined)
      .map(({ name }) => ({
        code: 'scale-requests' as const,
        what: `container ${quote(name)} requests no ${resource}, so the autoscaler of "${workload.workloadName}" can never say how much of it is used`,
        value: name,
        fix: `write requests: { ${resource}: "${resource === 'cpu' ? '250m' : '512Mi'}" } for the container`,
      })),
  );
}
