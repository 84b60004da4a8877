import { describeDiff } from './describe';
import { disturbs, loses } from './diff';
import type { Diff, ResourceChange } from './diff-data';

/** What a matcher of Jest or Vitest returns. */
interface Verdict {
  readonly pass: boolean;
  message(): string;
}

/** Matchers for a {@link Diff}: `expect.extend(guardMatchers)` in Vitest; in Jest import `alicloud-constructs/jest`. */
export const guardMatchers = {
  /** Passes when nothing that exists would be replaced, destroyed or left behind; what is not known does not pass. */
  toReplaceNothing(diff: Diff): Verdict {
    return verdict(
      diff,
      'replace nothing',
      diff.changes.filter((one) => disturbs(one) || one.uncertain === true),
    );
  },

  /**
   * Passes when no data and no secret would be lost, whether or not a protection would stop it.
   *
   * @param except addresses that may go
   */
  toLoseNoData(diff: Diff, ...except: readonly string[]): Verdict {
    return verdict(
      diff,
      'lose no data',
      diff.changes.filter((one) => loses(one) && !except.includes(one.address)),
    );
  },

  /** Passes when every planned change in place is one that the cloud makes. */
  toPlanNothingStuck(diff: Diff): Verdict {
    return verdict(
      diff,
      'plan nothing that the cloud does not make',
      diff.changes.filter(({ stuck }) => stuck.length > 0),
    );
  },

  /** Passes when a plan would be empty. */
  toChangeNothing(diff: Diff): Verdict {
    return verdict(diff, 'change nothing', diff.changes);
  },
};

/** The matchers as methods, to declare them to TypeScript. */
export interface GuardMatchers<R = unknown> {
  /** Passes when nothing that exists would be replaced, destroyed or left behind. */
  toReplaceNothing(): R;
  /** Passes when no data and no secret would be lost, except at these addresses. */
  toLoseNoData(...except: readonly string[]): R;
  /** Passes when every planned change in place is one that the cloud makes. */
  toPlanNothingStuck(): R;
  /** Passes when a plan would be empty. */
  toChangeNothing(): R;
}

const verdict = (diff: Diff, what: string, found: readonly ResourceChange[]): Verdict => ({
  pass: found.length === 0,
  message: () => `expected the change ${found.length === 0 ? 'not ' : ''}to ${what}\n\n${describeDiff(diff)}`,
});
