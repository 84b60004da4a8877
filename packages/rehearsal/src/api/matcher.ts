import { describeFailures, describeRehearsal } from './describe';
import { describeFaults } from '../faults/describe';
import type { FaultRehearsal } from '../faults/rehearse-faults';
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
  /** Passes when the program came to its end after every fault, with nothing made twice and nothing forgotten. */
  toSurviveFaults(rehearsal: FaultRehearsal): Verdict {
    const pass = rehearsal.ok && rehearsal.trials.length > 0;
    return {
      pass,
      message: () => `expected ${pass ? 'not ' : ''}to end well after every fault\n${describeFaults(rehearsal)}`,
    };
  },
};
