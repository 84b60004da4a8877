import { describeFailures, describeRehearsal } from './describe';
import type { Rehearsal } from './rehearse';

/** What a matcher of Jest or Vitest returns. */
interface Verdict {
  readonly pass: boolean;
  message(): string;
}

/** Matchers for `expect.extend(rehearsalMatchers)`. */
export const rehearsalMatchers = {
  /** Passes when every step went well and the second plan of every stack was empty. */
  toConverge(rehearsal: Rehearsal): Verdict {
    return {
      pass: rehearsal.ok,
      message: () =>
        rehearsal.ok
          ? `expected not to converge\n${describeRehearsal(rehearsal)}`
          : `expected to converge\n${describeFailures(rehearsal)}`,
    };
  },
};
