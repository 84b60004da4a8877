/** How fast an autoscaler may go in one direction. */
export interface ScaleRate {
  /**
   * Seconds over which the autoscaler looks back for the most careful answer, 0 to 3600.
   * @default 0 up, 300 down
   */
  readonly windowSeconds?: number;
  /**
   * Which limit counts when there are several: the one that lets through `most`, the `least`, or `none`, which never
   * scales in this direction.
   * @default 'most'
   */
  readonly take?: 'most' | 'least' | 'none';
  /** Limits of the change in a time. */
  readonly limits?: readonly ScaleLimit[];
}

/** Most change in a time: Pods, or percent of the Pods that are there. */
export type ScaleLimit =
  | {
      /** Pods, from 1. */
      readonly pods: number;
      /** Seconds, 1 to 1800. */
      readonly seconds: number;
    }
  | {
      /** Percent of the present Pods, from 1. */
      readonly percent: number;
      /** Seconds, 1 to 1800. */
      readonly seconds: number;
    };

/** How fast an autoscaler may go up and down. What is left out is {@link BEHAVIOR_DEFAULTS}. */
export interface ScaleBehavior {
  /** Towards more Pods. */
  readonly up?: ScaleRate;
  /** Towards fewer Pods. */
  readonly down?: ScaleRate;
}

/**
 * Doubles every 15 seconds or adds 20 Pods in a minute, whichever is more, and gives back a tenth in a minute once five
 * minutes were quiet: capacity that bursts is there at once and does not flap.
 */
export const BEHAVIOR_DEFAULTS = Object.freeze({
  up: Object.freeze({
    windowSeconds: 0,
    take: 'most',
    limits: Object.freeze([
      Object.freeze({ percent: 100, seconds: 15 }),
      Object.freeze({ pods: 20, seconds: 60 }),
    ]) as readonly ScaleLimit[],
  }),
  down: Object.freeze({
    windowSeconds: 300,
    take: 'most',
    limits: Object.freeze([Object.freeze({ percent: 10, seconds: 60 })]) as readonly ScaleLimit[],
  }),
});
