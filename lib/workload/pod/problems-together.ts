import type { IConstruct } from 'constructs';
import { reject, type Problem } from '../../core/errors';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import type { PodData } from '../../core/pod';
import type { IWorkload } from '../../core/workload';
import { planFiles, type PlannedFiles } from './files';
import { podProblems } from './pod-problems';
import { POD_DEFAULTS, type ResolvedPod } from './pod-props';
import { fileSecretProblems, podSecretProblems } from './secrets-in-pod';
import { shutdownProblems } from './shutdown';

/** The Pod of a workload by its props, under a name. */
type Draw<P> = (p: P, name: string, files: PlannedFiles) => PodData;

/**
 * Rejects the props of a workload together with the Pod that they would make, in one error. What is wrong with a prop is not
 * said again of the Pod. Nothing is drawn where the props are right: a Pod says what is wrong with itself.
 *
 * @param own what is wrong with the props, apart from what the Pod shows
 */
export function rejectTogether<P extends ResolvedPod & { readonly name?: string }>(
  workload: IConstruct & Pick<IWorkload, 'namespace' | 'workloadName'>,
  p: P,
  own: readonly Problem[],
  draw: Draw<P>,
): void {
  const said = [...own, ...fileSecretProblems(workload, p.files)];
  if (said.length === 0) {
    return;
  }
  const name =
    kubernetesNameProblems('name', p.name).length > 0
      ? kubernetesName(workload, workload.namespace)
      : workload.workloadName;
  const shutdown = shutdownProblems(p.shutdown).length > 0 ? POD_DEFAULTS.shutdown : p.shutdown;
  const pod = draw({ ...p, shutdown }, name, planFiles(p.files, name));
  const more = [...podSecretProblems(workload, pod), ...podProblems(pod)];
  reject(workload, [...said, ...more.filter((problem) => !own.some((one) => isSame(one, problem)))]);
}

/** Whether two problems are about one value, once as it was written and once where it went. */
function isSame(a: Problem, b: Problem): boolean {
  return a.value !== undefined && a.code === b.code && Object.is(a.value, b.value);
}
