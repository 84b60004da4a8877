import { wholeNumber } from '../../core/checks';
import type { Problem } from '../../core/errors';
import { podDnsProblems } from '../dns/pod-dns';
import { deadAnnotations, eciConflicts, eciPodProblems } from '../eci/eci-problems';
import { containerUserProblems } from './container-user';
import { fileProblems } from './files';
import type { ResolvedPod } from './pod-props';
import { shutdownProblems } from './shutdown';

/** Labels that are ours: by them a workload finds its Pods. */
const OURS = ['app.kubernetes.io/name', 'app.kubernetes.io/managed-by'];

/** What is wrong with the shared props, apart from what `podProblems` sees in the Pod itself. */
export function podPropProblems(p: ResolvedPod): Problem[] {
  return [
    ...fileProblems(p.files),
    ...containerUserProblems(p.user),
    ...wholeNumber('fsGroup', p.fsGroup, 0, 2 ** 31 - 1),
    ...shutdownProblems(p.shutdown),
    ...podDnsProblems(p.dns),
    ...(p.eci ? eciPodProblems(p.eci) : []),
    ...eciConflicts(p.eci, p.podAnnotations),
    ...deadAnnotations('podAnnotations', p.podAnnotations),
    ...OURS.filter((key) => key in p.podLabels).map((key) => ({
      code: 'pod-conflict' as const,
      what: `podLabels sets ${key}, by which the workload finds its Pods`,
      value: p.podLabels[key],
      fix: 'leave it out',
    })),
  ];
}
