import type { JobV1Spec } from '@cdktf/provider-kubernetes/lib/job-v1';
import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { formProblems, type Forms } from '../../core/forms';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import type { PodData } from '../../core/pod';
import type { INamespace } from '../../core/workload';
import type { PlannedFiles } from '../pod/files';
import { imageSourceProblems, podSecurityProblems } from '../pod/pod-in-namespace';
import { podOf } from '../pod/pod-of';
import { podPropProblems } from '../pod/pod-prop-problems';
import { podTemplate } from '../pod/pod-template';
import { labelsOf } from '../workload-labels';
import type { ResolvedRun } from './job-props';

/** The Pod of a run at its beginning: it ends, so nothing asks whether it is well. */
export function runPod(p: ResolvedRun, workloadName: string, files: PlannedFiles): PodData {
  const data = podOf(p, { container: workloadName, labels: labelsOf(workloadName), ports: [], files });
  return { ...data, restartPolicy: p.onFailure === 'restart' ? 'OnFailure' : 'Never' };
}

/** The provider's `spec` of a run. It never removes itself: Terraform would make it, and so run it, again. */
export function jobSpec(p: ResolvedRun, pod: PodData, selector: Readonly<Record<string, string>>): JobV1Spec {
  return {
    completions: p.completions,
    parallelism: p.parallelism,
    completionMode: p.indexed ? 'Indexed' : 'NonIndexed',
    backoffLimit: p.retries,
    activeDeadlineSeconds: p.deadlineSeconds,
    template: podTemplate(pod, selector),
  };
}

/** Everything that is wrong with the props of a run, apart from what its Pod shows. */
export function runProblems(p: ResolvedRun & { readonly name?: string }, namespace: INamespace): Problem[] {
  return [
    ...kubernetesNameProblems('name', p.name),
    ...wholeNumber('completions', p.completions, 1, 10_000, 'Pods'),
    ...wholeNumber('parallelism', p.parallelism, 1, 1000, 'Pods'),
    ...idleProblems(p),
    ...wholeNumber('retries', p.retries, 0, 100),
    ...wholeNumber('deadlineSeconds', p.deadlineSeconds, 10, 86_400, 'seconds'),
    ...oneOf('onFailure', p.onFailure, ['new-pod', 'restart']),
    ...podPropProblems(p),
    ...podSecurityProblems(p, namespace),
    ...imageSourceProblems(p, namespace.cluster),
  ];
}

function idleProblems({ parallelism, completions, indexed }: ResolvedRun): Problem[] {
  const more = `parallelism ${parallelism}: no more than completions ${completions} ever run`;
  const single = 'indexed true with one completion: the only number is 0';
  return [
    ...(parallelism > completions ? [mismatch(more, parallelism, `write completions: ${parallelism}`)] : []),
    ...(indexed && completions === 1 ? [mismatch(single, true, 'leave indexed out, or write completions: 2')] : []),
  ];
}

function mismatch(what: string, value: unknown, fix: string): Problem {
  return { code: 'job-index', what, value, fix };
}

/** Problems with the form of a run's props. */
export function runFormProblems<P>(props: unknown, forms: Forms<P>): Problem[] {
  const early = ttlNames(props);
  const others = Object.entries(Object(props) as object).filter(([name]) => !early.includes(name));
  return [...ttlProblems(early, props), ...formProblems(early.length > 0 ? Object.fromEntries(others) : props, forms)];
}

/** The props that would have a Job removed once it has ended, under any of their names. */
function ttlNames(props: unknown): readonly string[] {
  const given = Object(props) as Readonly<Record<string, unknown>>;
  return Object.keys(given).filter((name) => /^ttl/i.test(name) && given[name] !== undefined);
}

/** What people know from Kubernetes and Terraform turns against them. */
function ttlProblems(names: readonly string[], props: unknown): Problem[] {
  const given = Object(props) as Readonly<Record<string, unknown>>;
  return names.map((name) => ({
    code: 'job-ttl' as const,
    what: `${name} ${quote(given[name])}: Kubernetes would remove the Job, and the next apply would make it and run it again`,
    value: given[name],
    fix: `leave ${name} out; the Job stays until Terraform destroys it, and costs nothing once it has ended`,
  }));
}
