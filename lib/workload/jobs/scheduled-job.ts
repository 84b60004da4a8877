import { CronJobV1 } from '@cdktf/provider-kubernetes/lib/cron-job-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { oneOf, wholeNumber } from '../../core/checks';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { reject, type Problem } from '../../core/errors';
import { checkedId } from '../../core/ids';
import { kubernetesName } from '../../core/kubernetes-names';
import type { Dependable } from '../../core/network';
import { waitFor } from '../../core/wait-for';
import { namespaceOf, type EciUse, type INamespace, type IWorkload } from '../../core/workload';
import { applyBurst, burstOf, useOf } from '../burst/apply-burst';
import type { BurstData } from '../burst/burst';
import { provideEciDemand } from '../eci/eci-demand';
import { eciUse } from '../eci/eci-use';
import { placeFiles } from '../pod/placed-files';
import { providePodDemand } from '../pod-demand';
import { Pod } from '../pod/pod';
import { rejectTogether } from '../pod/problems-together';
import { labelsOf, selectorOf } from '../workload-labels';
import { longNameProblems, metadataOf, putAfter, warnOfImages, podsOnEci, waitable } from '../workload-parts';
import { cronProblems, timeZoneProblems } from './cron';
import { jobSpec, runPod, runFormProblems, runProblems } from './job-config';
import {
  SCHEDULED_JOB_DEFAULTS,
  SCHEDULED_JOB_FORMS,
  type ResolvedScheduledJob,
  type ScheduledJobProps,
} from './scheduled-job-props';

/** Kubernetes adds the minute of the run, eleven characters, and wants both within 63. */
const LONGEST_NAME = 52;

const POLICIES = Object.freeze({ skip: 'Forbid', together: 'Allow', replace: 'Replace' });

/**
 * A program that runs to its end by a schedule, or only when somebody asks for it.
 *
 * Creates `kubernetes_cron_job_v1`, and `kubernetes_config_map_v1` for `files` written as text. Costs what its Pods take
 * while they run. A run may be left out or, rarely, happen twice: it must bear both.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class ScheduledJob extends Construct implements IWorkload {
  readonly workloadKind = 'CronJob';
  readonly apiVersion = 'batch/v1';
  readonly resource: CronJobV1;
  readonly workloadName: string;
  readonly namespace: INamespace;
  readonly cluster: ICluster;
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: Pod;
  readonly mostPods: number;
  private readonly before: Dependable[];
  private readonly props: ResolvedScheduledJob;

  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    this.cluster = this.namespace.cluster;
    reject(this, runFormProblems(props, SCHEDULED_JOB_FORMS));
    const p = withDefaults(props, SCHEDULED_JOB_DEFAULTS);
    this.workloadName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    const tooLong = longNameProblems(this.workloadName, LONGEST_NAME, 'every run is named after it');
    rejectTogether(this, p, [...tooLong, ...scheduleProblems(p), ...runProblems(p, this.namespace)], runPod);
    this.props = p;
    this.mostPods = p.overlap === 'together' ? Infinity : p.parallelism;
    this.selector = selectorOf(this.workloadName);
    const files = placeFiles(this, this, p.files);
    this.before = [...this.namespace.ready, ...files.made];
    this.pod = new Pod(this, runPod(p, this.workloadName, files), () => this.resource.putSpec(this.spec()));
    this.resource = new CronJobV1(this, 'Resource', {
      metadata: metadataOf(this),
      spec: this.spec(),
      timeouts: { delete: '10m' },
      dependsOn: waitFor(this, this.before),
    });
    adopt(this.resource, p.adopt);
    warnOfImages(this, p);
    providePodDemand(this, () => ({ pods: 0, passing: p.parallelism }));
    provideEciDemand(this, () => ({ pods: podsOnEci(this, p.parallelism), surge: 0 }));
  }

  get eci(): EciUse {
    return eciUse(this, this.pod.data, useOf(burstOf(this)));
  }

  /**
   * Gives the Pods a way to ECI: one of `Burst`, once. Pods that run already stay where they are.
   *
   * @throws InputError `burst-cluster`, `burst-workload`, `burst-conflict`, `burst-option`
   */
  burst(burst: BurstData): void {
    applyBurst(this, burst);
  }

  /** Has the Pods started after other things of this stack, and ended before them. */
  after(...things: readonly Dependable[]): void {
    this.before.push(...waitable(this, things));
    putAfter(this, this.before);
  }

  private spec() {
    const p = this.props;
    return {
      schedule: p.schedule,
      timezone: p.timeZone,
      concurrencyPolicy: POLICIES[p.overlap],
      suspend: p.suspended,
      startingDeadlineSeconds: p.startWithinSeconds,
      successfulJobsHistoryLimit: p.keepSucceeded,
      failedJobsHistoryLimit: p.keepFailed,
      jobTemplate: {
        metadata: { labels: { ...labelsOf(this.workloadName) } },
        spec: jobSpec(p, this.pod.data, this.selector),
      },
    };
  }
}

function scheduleProblems(p: ResolvedScheduledJob): Problem[] {
  return [
    ...cronProblems('schedule', p.schedule),
    ...timeZoneProblems('timeZone', p.timeZone),
    ...oneOf('overlap', p.overlap, ['skip', 'together', 'replace']),
    ...wholeNumber('startWithinSeconds', p.startWithinSeconds, 10, 86_400, 'seconds'),
    ...wholeNumber('keepSucceeded', p.keepSucceeded, 0, 100, 'runs'),
    ...wholeNumber('keepFailed', p.keepFailed, 0, 100, 'runs'),
  ];
}
