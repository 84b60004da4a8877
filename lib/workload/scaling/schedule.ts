/** One time at which the number of Pods changes. */
export interface ScheduleJob {
  /** Name of the job, unique in its schedule; lower-case letters, digits and hyphens. */
  readonly name: string;
  /**
   * When: six fields, the **second first** (`0 30 8 * * 1-5` is half past eight on working days), or `@every 5m`, or
   * `@date 2026-11-11 00:00:00`. The controller of ACK reads it in its own time zone, which is Asia/Shanghai.
   */
  readonly at: string;
  /** Pods from then on. */
  readonly replicas: number;
  /**
   * Whether the job runs the first time only.
   * @default false
   */
  readonly once?: boolean;
}

/** A plan of how many Pods there are at which time. */
export interface Schedule {
  /** When to have how many Pods; at least one. */
  readonly jobs: readonly ScheduleJob[];
  /**
   * Days without jobs: six fields of which only the day of the month, the month and the day of the week are written, such
   * as `* * * 1 1 *` for New Year.
   * @default none
   */
  readonly excludeDates?: readonly string[];
}
