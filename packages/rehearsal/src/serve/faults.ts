import { isObj, type Obj } from '../cty/value';
import type { Diagnostic } from '../wire/types';

/** A failure on demand: what a test wants the cloud to do wrong. */
export interface Fault {
  /** Resource type. */
  readonly type: string;
  readonly on: 'create' | 'update' | 'delete' | 'read';
  /** What the cloud says; without it the change succeeds (after the delay). */
  readonly error?: string;
  /** Whether the object exists all the same: then Terraform taints it. */
  readonly halfMade?: boolean;
  /** Milliseconds before the answer; Ctrl-C cuts them short. */
  readonly delay?: number;
}

/** The fault for a change, if one is asked for. */
export const faultFor = (faults: readonly Fault[], type: string, on: Fault['on']): Fault | undefined =>
  faults.find((fault) => fault.type === type && fault.on === on);

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of the `timeouts` block for a change; `undefined` when it says nothing. */
export function timeoutFor(values: Obj, on: Fault['on']): number | undefined {
  const timeouts = isObj(values.timeouts) ? values.timeouts[on] : undefined;
  const parts = typeof timeouts === 'string' ? [...timeouts.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)] : [];
  return parts.length === 0
    ? undefined
    : parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!, 0);
}

/** Waits the fault's delay in small steps; says what cut it short: a stop, or the resource's own timeout. */
export async function waitFor(
  fault: Fault | undefined,
  stopping: { now: boolean },
  timeout: number | undefined,
): Promise<string | undefined> {
  const delay = fault?.delay ?? 0;
  const until = Date.now() + Math.min(delay, timeout ?? delay);
  while (Date.now() < until && !stopping.now) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(50, until - Date.now())));
  }
  if (delay > 0 && stopping.now) {
    return 'interrupted';
  }
  return timeout !== undefined && delay > timeout
    ? `timeout while waiting for ${fault!.type} (after ${timeout} ms)`
    : undefined;
}

export const faultDiagnostic = (type: string, error: string): Diagnostic => ({
  severity: 'error',
  summary: `Simulated failure of ${type}`,
  detail: error,
});
