import type { ScaleBehavior } from './behavior';
import type { MetricData } from './metric';
import type { Schedule, ScheduleJob } from './schedule';

/** How many Pods a workload has, as plain data. Create one with {@link Scale}. */
export type ScaleData = FixedScale | AutoScale | ScheduledScale;

/** A number that Terraform keeps. */
export interface FixedScale {
  readonly kind: 'fixed';
  readonly replicas: number;
}

/** Limits between which a HorizontalPodAutoscaler decides. */
export interface AutoScale {
  readonly kind: 'auto';
  readonly min: number;
  readonly max: number;
  readonly metrics: readonly MetricData[];
  readonly behavior?: ScaleBehavior;
}

/** Numbers by the clock, alone or over the limits of an autoscaler. */
export interface ScheduledScale {
  readonly kind: 'schedule';
  readonly jobs: readonly ScheduleJob[];
  readonly excludeDates: readonly string[];
  readonly start?: number;
  readonly over?: AutoScale;
}

/** Between how many Pods an autoscaler decides, and how fast. */
export interface ScaleLimits {
  /** Fewest Pods, from 1. */
  readonly min: number;
  /** Most Pods, from `min`. */
  readonly max: number;
  /**
   * How fast to go up and down.
   * @default BEHAVIOR_DEFAULTS
   */
  readonly behavior?: ScaleBehavior;
}

/** Scaling on the use of what containers request. */
export interface UtilizationScale extends ScaleLimits {
  /** Percent of the requests to hold, on average over the Pods, 1 to 100; above 100 where limits leave room. */
  readonly target: number;
}

/** Scaling on one metric. */
export interface MetricScale extends ScaleLimits {
  /** What to look at: one of `ScaleMetric`. */
  readonly metric: MetricData;
}

/** Scaling on several metrics: the one that asks for most Pods counts. */
export interface CombinedScale extends ScaleLimits {
  /** What to look at: at least one of `ScaleMetric`. */
  readonly metrics: readonly MetricData[];
}

/** Scaling by the clock. */
export interface ScheduleScale extends Schedule {
  /**
   * The autoscaler whose limits the schedule moves; it goes on deciding between them.
   * @default none - the schedule sets the number of Pods itself
   */
  readonly over?: AutoScale;
  /**
   * Pods until the first job runs, when the workload is created; a later change has no effect. Of no meaning over an
   * autoscaler.
   * @default 1
   */
  readonly start?: number;
}

/** How many Pods a workload has: a number, an autoscaler's decision, or by the clock; never two of them at odds. */
export const Scale = Object.freeze({
  /** Always so many Pods. */
  fixed: (replicas: number): FixedScale => Object.freeze({ kind: 'fixed', replicas }),
  /** As many as keep the use of cpu at a target, in percent of what the containers request. */
  onCpu: (props: UtilizationScale): AutoScale => onUse('cpu', props),
  /** As many as keep the use of memory at a target. For programs that give memory back; most do not. */
  onMemory: (props: UtilizationScale): AutoScale => onUse('memory', props),
  /** As many as one metric asks for: requests per second, latency, a figure of your own. */
  onMetric: (props: MetricScale): AutoScale => {
    const { metric, ...limits } = given(props);
    return auto([metric], limits);
  },
  /** As many as the hungriest of several metrics asks for. */
  on: (props: CombinedScale): AutoScale => {
    const { metrics, ...limits } = given(props);
    return auto(metrics, limits);
  },
  /** By the clock: CronHPA, alone or over an autoscaler, whose limits it moves. */
  onSchedule: (props: ScheduleScale): ScheduledScale => Object.freeze({ excludeDates: [], ...props, kind: 'schedule' }),
});

function onUse(resource: 'cpu' | 'memory', props: UtilizationScale): AutoScale {
  const { target: percent, ...limits } = given(props);
  return auto([{ kind: 'resource', resource, percent }], limits);
}

function auto(metrics: readonly MetricData[], limits: ScaleLimits): AutoScale {
  return Object.freeze({ ...limits, kind: 'auto', metrics });
}

/** Props as an object even when a program without types gives none; their form is checked later. */
function given<P extends object>(props: P): P {
  return Object(props) as P;
}
