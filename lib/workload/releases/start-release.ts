import type { Construct } from 'constructs';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import type { Dependable } from '../../core/network';
import { putWaitFor } from '../../core/wait-for';
import { warn } from '../../core/warnings';
import type { IWorkload } from '../../core/workload';
import { burstOf } from '../burst/apply-burst';
import { addCompanion } from '../companions';
import { holdAutoscaler } from '../scaling/autoscaler';
import { mostReplicas } from '../scaling/most-pods';
import type { ScaleData } from '../scaling/scale';
import type { ClusterService } from '../service/cluster-service';
import type { ResolvedWebService } from '../web-service-props';
import { canariesOf, rulesOf } from './canary-rules';
import { copyRequests, nginxMirror } from './mirror';
import { NextSet } from './next-set';
import { podNumbers, shareOf, type PodNumbers } from './pod-numbers';
import type { ReleaseData, RunningRelease } from './release';
import { RELEASE_FORM } from './release-forms';
import { releaseProblems } from './release-problems';

/** A web service as far as a release reads it. */
export interface ReleaseOf {
  readonly workload: IWorkload & Construct;
  readonly props: ResolvedWebService;
  /** The name under which the cluster finds its Pods. */
  readonly service: ClusterService;
  /** What its Pods start after. */
  readonly before: readonly Dependable[];
}

/** A release that is under way. */
export interface Running {
  readonly next: NextSet;
  readonly numbers: PodNumbers;
}

/** A way back that an autoscaler may have closed is said from this share on. */
const MUCH = 50;

/**
 * Makes the next version of a web service beside it; nothing for `Release.none()`.
 *
 * @throws InputError with everything that is wrong with the release
 */
export function startRelease(of: ReleaseOf, release: ReleaseData): Running | undefined {
  const { workload, props, service, before } = of;
  const { serviceName } = service;
  reject(workload, formProblems({ release }, { release: RELEASE_FORM }));
  if (release.kind === 'none') {
    return undefined;
  }
  const { image, scale, update } = props;
  reject(workload, releaseProblems(release, { workload, image, scale, update, serviceName }));
  const numbers = podNumbers(release, { most: mostReplicas(scale), image });
  const next = new NextSet(workload, { of: workload, props, before, release, pods: numbers.next });
  const burst = burstOf(workload);
  if (burst) {
    next.burst(burst);
  }
  if (!next.shared) {
    addCompanion(workload, next);
  }
  holdStable(of, release, numbers);
  route(of, release, next);
  sayWhatStands(of, release, numbers);
  return { next, numbers };
}

/** The service keeps so many Pods that all requests can come back at once. */
function holdStable({ workload, props: { scale } }: ReleaseOf, release: RunningRelease, { next }: PodNumbers): void {
  if (release.kind === 'blue-green' && scale.kind === 'auto') {
    holdAutoscaler(workload, scale, next);
  }
}

/** Has requests moved, or copied. */
function route({ service }: ReleaseOf, release: RunningRelease, next: NextSet): void {
  const { serviceName } = service;
  if (release.kind === 'shadow') {
    const { port } = release.through.claims.find((claim) => claim.serviceName === serviceName)!;
    const target = { host: next.service!.hostname, port, bodies: release.bodies ?? true };
    copyRequests(release.through, nginxMirror(target));
    return;
  }
  const rules = rulesOf(release);
  if (release.kind === 'batches' || rules === undefined) {
    return;
  }
  const { through } = release;
  const { kind } = through.ingressClass;
  const to = next.service!;
  for (const { id, by, order, toStable } of canariesOf(kind, rules, next.workloadName, through.order)) {
    // The Pods come first, so that they cannot wait for the ALB to know them.
    const own = { insteadOf: serviceName, by, order, readinessGate: false };
    const canary = through.canary(id, { ...own, to: toStable ? service : to });
    putWaitFor(canary.resource, canary, [through.resource, to.resource, next.resource]);
  }
}

/** A release is something that passes: every synth says what stands beside the service, and what may be forgotten. */
function sayWhatStands({ workload, props }: ReleaseOf, release: RunningRelease, numbers: PodNumbers): void {
  const { next, stable } = numbers;
  const share = Math.round(shareOf(release, numbers) * 100) / 100;
  const own = stable === undefined ? 'all of its own' : `${stable} of its own`;
  const done = release.image === props.image;
  const text = done
    ? `"${workload.workloadName}" has the next image itself, and ${next} Pods of the release stand beside it: write Release.none() when this is applied`
    : `a release of "${workload.workloadName}" is under way: ${next} next Pods beside ${own}, with ${share} % of the requests`;
  warn(workload, 'release-standing', text);
  if (isReturnClosing(release, props.scale.kind, share)) {
    const closed = `with ${share} % of the requests on the next Pods the scale of "${workload.workloadName}" can take its own away: go back in halves, or raise the least of the scale before`;
    warn(workload, 'release-return', closed);
  }
}

/** Whether a scale goes down with the requests: an autoscaler is held in a blue-green release, a schedule is not. */
function isReturnClosing({ kind }: RunningRelease, scale: ScaleData['kind'], share: number): boolean {
  const moves = kind === 'canary' ? scale !== 'fixed' : kind === 'blue-green' && scale === 'schedule';
  return moves && share >= MUCH;
}
