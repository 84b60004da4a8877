import { wholeNumber } from '../../core/checks';
import type { Problem } from '../../core/errors';

/** How a Pod ends, as plain data. Create one with `Shutdown`. */
export interface ShutdownData {
  readonly kind: 'drain' | 'command';
  /** Command that runs before the application is told to end; absent for none. */
  readonly preStop?: readonly string[];
  /** Seconds in which the Pod still answers while balancers take it off their lists. */
  readonly drainSeconds: number;
  /** Seconds that the application has afterwards to end by itself, before it is killed. */
  readonly graceSeconds: number;
}

/** Seconds of the two parts where nothing is said. */
export const SHUTDOWN_DEFAULTS = Object.freeze({ drainSeconds: 30, graceSeconds: 30 });

/**
 * How a Pod ends: it goes on answering while balancers and kube-proxy forget it, then the application is told to end
 * (SIGTERM), then it is killed.
 */
export const Shutdown = Object.freeze({
  /**
   * Waits with `sleep` of the image. An image without it (distroless) is told to end at once: use `command`.
   *
   * @param options drainSeconds: 0 to 3600, at least the drain of its balancer, 0 for no wait; graceSeconds: 1 to 3600
   */
  drain: (options: { readonly drainSeconds?: number; readonly graceSeconds?: number } = {}): ShutdownData => {
    const { drainSeconds = SHUTDOWN_DEFAULTS.drainSeconds, graceSeconds = SHUTDOWN_DEFAULTS.graceSeconds } = options;
    const preStop = drainSeconds === 0 ? {} : { preStop: Object.freeze(['sleep', String(drainSeconds)]) };
    return Object.freeze({ kind: 'drain', drainSeconds, graceSeconds, ...preStop });
  },
  /** Runs a command of the image, which takes up to `drainSeconds`, such as `['nginx', '-s', 'quit']`. */
  command: (
    preStop: readonly string[],
    options: { readonly drainSeconds?: number; readonly graceSeconds?: number } = {},
  ): ShutdownData => {
    const { drainSeconds = SHUTDOWN_DEFAULTS.drainSeconds, graceSeconds = SHUTDOWN_DEFAULTS.graceSeconds } = options;
    return Object.freeze({ kind: 'command', preStop: Object.freeze([...preStop]), drainSeconds, graceSeconds });
  },
});

/** Seconds from being told to end to being killed: Kubernetes counts the wait before it too. */
export function terminationSeconds({ drainSeconds, graceSeconds }: ShutdownData): number {
  return drainSeconds + graceSeconds;
}

/** Problems with the seconds of an ending. */
export function shutdownProblems({ drainSeconds, graceSeconds }: ShutdownData): Problem[] {
  return [
    ...wholeNumber('shutdown.drainSeconds', drainSeconds, 0, 3600, 'seconds'),
    ...wholeNumber('shutdown.graceSeconds', graceSeconds, 1, 3600, 'seconds'),
  ];
}
