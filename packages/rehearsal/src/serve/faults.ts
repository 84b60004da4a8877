import { isList, isObj, type Obj, type Value } from '../cty/value';
import type { Diagnostic } from '../wire/types';
import { timeoutFor } from './timeouts';

/** What is lost of a change before anybody hears how it went. */
export type Cut =
  /** The cloud's answer: the provider reports an error and knows no id. */
  | 'answer'
  /** The provider's process: Terraform loses the connection in the middle of the call. */
  | 'connection'
  /** Terraform itself, by SIGKILL: what was not in the state yet never gets there. */
  | 'kill'
  /** Nothing: Terraform gets SIGINT, and the call ends as usual. */
  | 'interrupt';

/** A failure on demand: what a test wants to go wrong. */
export interface Fault {
  /** Resource type; a trailing `*` stands for any ending. @default any */
  readonly type?: string;
  readonly on: 'create' | 'update' | 'delete' | 'read';
  /** Which of the calls that fit, counted from 1. @default every one */
  readonly nth?: number;
  /** Attributes that the object must have, as they are once it is there; blocks and maps may be given in part. */
  readonly where?: Readonly<Record<string, unknown>>;
  /** Id of the object. */
  readonly id?: string;
  /** Fingerprint of the configuration that creates the object, from a call of an earlier run. */
  readonly fingerprint?: string;
  /** What the cloud says; without it the change succeeds (after the delay). */
  readonly error?: string;
  /** With an error: a creation is there all the same, and Terraform taints it; an update is recorded though the cloud knows nothing of it. */
  readonly halfMade?: boolean;
  /** Milliseconds before the answer; Ctrl-C cuts them short. */
  readonly delay?: number;
  /** How often the cloud answers `Throttling.User` before it lets the call pass. The provider asks again while its time lasts. */
  readonly throttled?: number;
  readonly cut?: Cut;
  /** With `cut`: whether the cloud did what it was asked for. @default true */
  readonly made?: boolean;
}

/** One change or reading that faults are held against. */
export interface Target {
  readonly type: string;
  readonly on: Fault['on'];
  readonly id: string;
  readonly fingerprint?: string;
  readonly values: Obj;
}

/** Why a fault can never do what it says; `undefined` for a good one. */
export function faultProblem(fault: Fault): string | undefined {
  if (fault.nth !== undefined && !(Number.isInteger(fault.nth) && fault.nth > 0)) {
    return `nth counts from 1, not ${fault.nth}`;
  }
  if (fault.cut !== undefined && fault.on === 'read') {
    return 'only changes can be cut, no reading';
  }
  if (fault.cut !== undefined && (fault.error !== undefined || fault.throttled !== undefined)) {
    return 'a call that is cut has no error of its own';
  }
  if (fault.made !== undefined && fault.cut === undefined) {
    return 'made says what a cut call did: give cut';
  }
  return fault.halfMade && fault.error === undefined ? 'halfMade needs an error' : undefined;
}

/** The faults that a cloud is armed with. They count, so that the second of two can fail. */
export class FaultPlan {
  private armed: { readonly fault: Fault; seen: number }[] = [];
  private hits = 0;

  constructor(faults: readonly Fault[] = []) {
    this.arm(faults);
  }

  /** How many calls a fault has struck since it was armed. */
  get struck(): number {
    return this.hits;
  }

  arm(faults: readonly Fault[]): void {
    for (const fault of faults) {
      const problem = faultProblem(fault);
      if (problem !== undefined) {
        throw new Error(`fault on ${fault.on} of ${fault.type ?? 'anything'}: ${problem}`);
      }
    }
    this.armed = faults.map((fault) => ({ fault, seen: 0 }));
    this.hits = 0;
  }

  /** The first fault that strikes; every one that fits counts the call. */
  strike(target: Target): Fault | undefined {
    const due = this.armed.filter((one) => fits(one.fault, target) && isDue(one));
    this.hits += due.length > 0 ? 1 : 0;
    return due[0]?.fault;
  }
}

function isDue(one: { readonly fault: Fault; seen: number }): boolean {
  one.seen++;
  return one.fault.nth === undefined || one.fault.nth === one.seen;
}

function fits(fault: Fault, { type, on, id, fingerprint, values }: Target): boolean {
  const named = fault.type ?? '*';
  return (
    fault.on === on &&
    (named.endsWith('*') ? type.startsWith(named.slice(0, -1)) : named === type) &&
    (fault.id === undefined || fault.id === id) &&
    (fault.fingerprint === undefined || fault.fingerprint === fingerprint) &&
    (fault.where === undefined || holds(values, fault.where))
  );
}

/** Whether everything that is asked for is so; a single block may be asked for without its list. */
function holds(value: Value | undefined, asked: unknown): boolean {
  if (Array.isArray(asked)) {
    return isList(value) && value.length === asked.length && asked.every((one, at) => holds(value[at], one));
  }
  if (typeof asked === 'object' && asked !== null) {
    const one = isList(value) && value.length === 1 ? value[0] : value;
    return isObj(one) && Object.entries(asked).every(([name, part]) => holds(one[name], part));
  }
  // Terraform turns 1 into "1" where a text belongs.
  return String(value ?? null) === String(asked ?? null);
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

/** The least time that the provider's own creations, changes and deletions last before they give up. */
const LEAST_TIME = 60_000;
/** The longest that the provider waits before it asks a throttled cloud again. */
const LONGEST_WAIT = 20_000;

/** How often the provider asks again within the time of a change, at the least. */
export const retriesWithin = (values: Obj, on: Fault['on']): number =>
  Math.floor((timeoutFor(values, on) ?? LEAST_TIME) / LONGEST_WAIT);

export const THROTTLED = 'Throttling.User: Request was denied due to user flow control.';

/** What the cloud says to a change that a fault has struck, the provider's own repetitions behind it. */
export function errorOf(fault: Fault | undefined, values: Obj): string | undefined {
  if (fault?.throttled !== undefined) {
    return fault.throttled > retriesWithin(values, fault.on) ? THROTTLED : undefined;
  }
  return fault?.error;
}

export const faultDiagnostic = (type: string, error: string): Diagnostic => ({
  severity: 'error',
  summary: `Simulated failure of ${type}`,
  detail: error,
});
