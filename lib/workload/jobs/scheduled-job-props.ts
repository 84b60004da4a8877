import type { Resolved } from '../../core/defaults';
import { any, flag, type Forms, needed, word } from '../../core/forms';
import { RUN_FORMS, SCHEDULED_RUN_DEFAULTS, type RunProps } from './job-props';

/** Props of a job by a schedule: those of a run, and these. Everything but the name is changed in place, for runs to come. */
export interface ScheduledJobProps extends RunProps {
  /**
   * When it runs: five cron fields, the minute first (`30 2 * * 1-5` is half past two on working days), a word such as
   * `@daily`, or `@every 6h`.
   * @throws InputError `cron-invalid`
   */
  readonly schedule: string;
  /** In whose time `schedule` is: a name such as `Europe/Berlin`. @default "Asia/Shanghai" */
  readonly timeZone?: string;
  /**
   * What happens when the run before is not over: `skip` this one, run them `together`, or `replace` the old one.
   * @default "skip"
   */
  readonly overlap?: 'skip' | 'together' | 'replace';
  /**
   * Whether it does not run by itself. `kubectl create job --from=cronjob/<name>` runs it by hand: the way to keep a load
   * test or a repair at hand.
   * @default false
   */
  readonly suspended?: boolean;
  /** Seconds by which a run may be late before it is left out, 10 to 86400. @default 600 */
  readonly startWithinSeconds?: number;
  /** Seconds after which a run is ended and has failed, 10 to 86400. @default 3600 */
  readonly deadlineSeconds?: number;
  /** Runs that ended well and are kept, 0 to 100. @default 3 */
  readonly keepSucceeded?: number;
  /** Runs that failed and are kept, 0 to 100. @default 3 */
  readonly keepFailed?: number;
  /** Name of the CronJob, 1 to 52 characters. Replaces it. @default from the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the CronJob that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What a job by a schedule has when a prop is left out. */
export const SCHEDULED_JOB_DEFAULTS = Object.freeze({
  ...SCHEDULED_RUN_DEFAULTS,
  timeZone: 'Asia/Shanghai',
  overlap: 'skip' as 'skip' | 'together' | 'replace',
  suspended: false,
  startWithinSeconds: 600,
  keepSucceeded: 3,
  keepFailed: 3,
});

/** Props of a job by a schedule with every default in place. */
export type ResolvedScheduledJob = Readonly<Resolved<ScheduledJobProps, typeof SCHEDULED_JOB_DEFAULTS>>;

export const SCHEDULED_JOB_FORMS: Forms<ScheduledJobProps> = {
  ...RUN_FORMS,
  schedule: needed(any, '"30 2 * * *"'),
  timeZone: any,
  overlap: any,
  suspended: flag,
  startWithinSeconds: any,
  deadlineSeconds: any,
  keepSucceeded: any,
  keepFailed: any,
  name: any,
  adopt: word,
};
