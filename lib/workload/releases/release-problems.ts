import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { IWorkload } from '../../core/workload';
import { imageProblems } from '../pod/image';
import { mostReplicas } from '../scaling/most-pods';
import type { ScaleData } from '../scaling/scale';
import type { UpdateData } from '../update';
import { longNameProblems } from '../workload-parts';
import { batchesProblems } from './batches-problems';
import { podNumbers, podsFor, shareOf } from './pod-numbers';
import type { ReleaseData, RunningRelease } from './release';
import { routeProblems } from './route-problems';

/** What is asked about the service that a release is of. */
export interface Released {
  readonly workload: Pick<IWorkload, 'workloadName' | 'namespace' | 'node'>;
  readonly image: string;
  readonly scale: ScaleData;
  readonly update: UpdateData;
  /** Name of the Service inside the cluster. */
  readonly serviceName: string;
}

/** What follows the name of a service in the names of its next Pods. */
export const NEXT = 'next';
const MOST_PODS = 5000;
const LONGEST_NAME = 63;

/** Everything that is wrong with a release, whose form is right. */
export function releaseProblems(release: RunningRelease, of: Released): Problem[] {
  const why = `the next Pods are called "<name>-${NEXT}"`;
  const said = [
    ...imageProblems('image', release.image),
    ...longNameProblems(of.workload.workloadName, LONGEST_NAME - NEXT.length - 1, why),
    ...updateProblems(of),
    ...optionProblems(release, of),
    ...(release.kind === 'batches' ? [] : routeProblems(release, of)),
  ];
  return said.length > 0 ? said : capacityProblems(release, of);
}

/** Programs that cannot run twice have no next version beside them. */
function updateProblems({ update, workload }: Released): Problem[] {
  const what = `"${workload.workloadName}" has Update.recreate(): its program cannot run twice, and a release runs two versions at once`;
  const fix = 'write Update.rolling(), or change the image without a release';
  return update.kind === 'recreate' ? [{ code: 'release-update', what, value: 'recreate', fix }] : [];
}

function optionProblems(release: RunningRelease, of: Released): Problem[] {
  switch (release.kind) {
    case 'batches':
      return batchesProblems(release, of);
    case 'canary':
      return [...podsProblems(release.pods ?? null), ...weightProblems(release.weight)];
    case 'blue-green':
      return [...podsProblems(release.pods), ...oneOf('traffic', release.traffic, ['stable', 'next'])];
    case 'shadow':
      return podsProblems(release.pods ?? null);
  }
}

/** Pods decide about others at synth, so that their number must be known then. */
function podsProblems(pods: unknown): Problem[] {
  const what = 'pods is known only at apply; whether they are enough must be known before';
  return isToken(pods)
    ? [{ code: 'type-invalid', what, value: pods, fix: 'write pods: 2' }]
    : wholeNumber('pods', pods, 1, MOST_PODS, 'Pods');
}

function weightProblems(weight: unknown): Problem[] {
  const fits = typeof weight === 'number' && !isToken(weight) && weight >= 0 && weight <= 100;
  const what = `weight ${quote(weight)} is not a percentage from 0 to 100`;
  return weight === undefined || fits ? [] : [{ code: 'release-weight', what, value: weight, fix: 'write weight: 10' }];
}

/** The Pods of a share must be there before the share. */
function capacityProblems(release: RunningRelease, { scale, image, workload }: Released): Problem[] {
  const most = mostReplicas(scale);
  if (release.kind === 'batches' || isToken(most)) {
    return [];
  }
  // A blue-green release without a number has them all. With one, an autoscaler's most may be more than is needed today.
  const needs = release.kind === 'blue-green' ? (scale.kind === 'fixed' ? 100 : 0) : shareOf(release, { next: 0 });
  const { next } = podNumbers(release, { most, image });
  const pods = podsFor(needs, most);
  const what = `${needs} % of the requests need ${pods} of the ${most} Pods of "${workload.workloadName}"; there are ${next} next Pods`;
  const fix = `write pods: ${pods}${release.kind === 'canary' ? ', apply it, and raise the weight after that' : ''}`;
  return next < pods ? [{ code: 'release-capacity', what, value: next, fix }] : [];
}

/** The problem of a second release of one service. */
export function releasedTwice({ workloadName }: Pick<IWorkload, 'workloadName'>, first: ReleaseData): Problem {
  const what = `"${workloadName}" has a release of the kind ${first.kind} already`;
  return { code: 'release-twice', what, value: first.kind, fix: 'call release(...) once for a service' };
}
