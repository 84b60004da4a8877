import type { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { JobV1 } from '@cdktf/provider-kubernetes/lib/job-v1';
import type { TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { checkedId } from '../../core/ids';
import { kubernetesName } from '../../core/kubernetes-names';
import type { Dependable } from '../../core/network';
import type { PodData } from '../../core/pod';
import { waitFor } from '../../core/wait-for';
import { namespaceOf, type EciUse, type INamespace, type IWorkload } from '../../core/workload';
import { applyBurst, burstOf, useOf } from '../burst/apply-burst';
import type { BurstData } from '../burst/burst';
import { provideEciDemand } from '../eci/eci-demand';
import { eciUse } from '../eci/eci-use';
import { placeFiles } from '../pod/placed-files';
import { providePodDemand } from '../pod-demand';
import { Pod, ROTATION } from '../pod/pod';
import { rejectTogether } from '../pod/problems-together';
import { selectorOf } from '../workload-labels';
import { metadataOf, putAfter, warnOfImages, podsOnEci, waitable } from '../workload-parts';
import { jobSpec, runPod, runFormProblems, runProblems } from './job-config';
import {
  JOB_WORKLOAD_DEFAULTS,
  JOB_WORKLOAD_FORMS,
  type JobWorkloadProps,
  type ResolvedJobWorkload,
} from './job-props';

/** Minutes that Terraform waits beyond the deadline: for the Pod to be scheduled, and for the failure to be told. */
const BEYOND = 5;

/**
 * A program that runs to its end once: a migration, an installation. It runs when it is made, and again whenever what it
 * runs changes, since Kubernetes changes no Job.
 *
 * Creates `kubernetes_job_v1`, and `kubernetes_config_map_v1` for `files` written as text. Costs what its Pods take while
 * they run. Must bear to run twice: a Pod that is lost is started again.
 *
 * @throws InputError with everything that is wrong with the props; `job-ttl`
 */
export class JobWorkload extends Construct implements IWorkload {
  readonly workloadKind = 'Job';
  readonly apiVersion = 'batch/v1';
  readonly resource: JobV1;
  readonly workloadName: string;
  readonly namespace: INamespace;
  readonly cluster: ICluster;
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: Pod;
  readonly mostPods: number;
  private readonly before: Dependable[];
  private readonly props: ResolvedJobWorkload;

  constructor(scope: Construct, id: string, props: JobWorkloadProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    this.cluster = this.namespace.cluster;
    reject(this, runFormProblems(props, JOB_WORKLOAD_FORMS));
    const p = withDefaults(props, JOB_WORKLOAD_DEFAULTS);
    this.props = p;
    this.mostPods = p.parallelism;
    this.workloadName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    rejectTogether(this, p, runProblems(p, this.namespace), runPod);
    this.selector = selectorOf(this.workloadName);
    const files = placeFiles(this, this, p.files);
    this.before = [...this.namespace.ready, ...files.made];
    this.pod = new Pod(this, runPod(p, this.workloadName, files), () => this.resource.putSpec(this.spec()));
    const wait = `${Math.ceil(p.deadlineSeconds / 60) + BEYOND}m`;
    this.resource = new JobV1(this, 'Resource', {
      metadata: metadataOf(this),
      spec: this.spec(),
      waitForCompletion: p.waitForCompletion,
      timeouts: { create: wait, update: wait, delete: '10m' },
      dependsOn: waitFor(this, this.before),
      lifecycle: runAgainFor(files.made),
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
    return jobSpec(this.props, withoutTurns(this.pod.data), this.selector);
  }
}

/** Other files are another run: the provider sends no other annotation to a Job that is there, so a checksum makes none. */
function runAgainFor(files: readonly ConfigMapV1[]): TerraformResourceLifecycle | undefined {
  const replaceTriggeredBy = files.map((file) => `${file.terraformResourceType}.${file.friendlyUniqueId}.data`);
  return files.length > 0 ? { replaceTriggeredBy } : undefined;
}

/** Another password is no other run, and what a Job that is there is told of it would never arrive. */
function withoutTurns(data: PodData): PodData {
  const annotations = Object.entries(data.annotations).filter(([key]) => !key.startsWith(ROTATION));
  return { ...data, annotations: Object.fromEntries(annotations) };
}
