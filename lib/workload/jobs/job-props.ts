import type { Resolved } from '../../core/defaults';
import { any, flag, type Forms, word } from '../../core/forms';
import { POD_FORMS } from '../pod/pod-forms';
import { POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import { Shutdown } from '../pod/shutdown';

/** What a run to an end takes, once or by a schedule. */
export interface RunProps extends PodProps {
  /** How many Pods must end well, 1 to 10000. @default 1 */
  readonly completions?: number;
  /** How many run at once, 1 to 1000. @default 1 */
  readonly parallelism?: number;
  /**
   * Whether each Pod has a number of its own, in `JOB_COMPLETION_INDEX`, and each number must end well.
   * @default false
   */
  readonly indexed?: boolean;
  /** Bad ends after which the run has failed, 0 to 100. @default 3 */
  readonly retries?: number;
  /**
   * What a bad end leads to: a new Pod, which keeps the old one and its log to look at, or a restart in the same Pod,
   * which keeps its address and its local files.
   * @default "new-pod"
   */
  readonly onFailure?: 'new-pod' | 'restart';
}

/** Props of a job: the Pods', and these. Changing what runs replaces the Job, which then runs again. */
export interface JobWorkloadProps extends RunProps {
  /**
   * Seconds after which the run is ended and has failed, 10 to 86400. Terraform waits a little longer than that.
   * Changed in place.
   * @default 600
   */
  readonly deadlineSeconds?: number;
  /**
   * Whether an apply ends only when the run has, and fails with it. What comes after the Job then finds its work done.
   * @default true
   */
  readonly waitForCompletion?: boolean;
  /** Name of the Job, 1 to 63 characters. Replaces it. @default from the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the Job that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

const RUN_DEFAULTS = Object.freeze({
  ...POD_DEFAULTS,
  completions: 1,
  parallelism: 1,
  indexed: false,
  retries: 3,
  onFailure: 'new-pod' as 'new-pod' | 'restart',
  // No balancer has to forget it.
  shutdown: Shutdown.drain({ drainSeconds: 0 }),
});

/** What a job has when a prop is left out. */
export const JOB_WORKLOAD_DEFAULTS = Object.freeze({ ...RUN_DEFAULTS, deadlineSeconds: 600, waitForCompletion: true });

/** Props of a job with every default in place. */
export type ResolvedJobWorkload = Readonly<Resolved<JobWorkloadProps, typeof JOB_WORKLOAD_DEFAULTS>>;

/** What a run has when a prop is left out, for a job by a schedule. */
export const SCHEDULED_RUN_DEFAULTS = Object.freeze({ ...RUN_DEFAULTS, deadlineSeconds: 3600 });

/** Props of a run with every default in place. */
export type ResolvedRun = Readonly<
  Resolved<RunProps & { readonly deadlineSeconds?: number }, typeof SCHEDULED_RUN_DEFAULTS>
>;

/** The forms of what a run takes. */
export const RUN_FORMS: Forms<RunProps> = {
  ...POD_FORMS,
  completions: any,
  parallelism: any,
  indexed: flag,
  retries: any,
  onFailure: any,
};

export const JOB_WORKLOAD_FORMS: Forms<JobWorkloadProps> = {
  ...RUN_FORMS,
  deadlineSeconds: any,
  waitForCompletion: flag,
  name: any,
  adopt: word,
};
