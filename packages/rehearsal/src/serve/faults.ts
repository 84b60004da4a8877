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

/** Waits the fault's delay in small steps, so that a stop is noticed. */
export async function waitFor(fault: Fault | undefined, stopping: { now: boolean }): Promise<boolean> {
  const until = Date.now() + (fault?.delay ?? 0);
  while (Date.now() < until && !stopping.now) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(50, until - Date.now())));
  }
  return !stopping.now || fault?.delay === undefined;
}

export const faultDiagnostic = (type: string, error: string): Diagnostic => ({
  severity: 'error',
  summary: `Simulated failure of ${type}`,
  detail: error,
});
