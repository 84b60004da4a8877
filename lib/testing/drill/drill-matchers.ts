import type { Drill } from './drill';
import type { Outcome } from './outcome';
import type { Level } from './scenarios';

/** What a matcher answers, for Jest and for Vitest. */
interface Answer {
  readonly pass: boolean;
  message(): string;
}

/** Which scenarios a matcher looks at. */
export interface DrillMatcherOptions {
  /**
   * How many Pods there are: those that always run (`least`), the most of every scale (`most`), an update of these
   * (`update`).
   * @default all of them
   */
  readonly levels?: readonly Level[];
}

/** Matchers for `expect.extend(drillMatchers)`; what they look at is the answer of `drillOf`. */
export const drillMatchers = Object.freeze({
  /** Every Pod has a place and nothing is lost, whichever zone goes. What is not known does not pass. */
  toSurviveLossOfAnyZone: (drill: Drill, options: DrillMatcherOptions = {}): Answer =>
    answer('the loss of any zone', drill, options, ({ lost }) => lost !== undefined && lost !== 'nodes'),
  /** The same for one zone. */
  toSurviveLossOfZone: (drill: Drill, zone: string, options: DrillMatcherOptions = {}): Answer =>
    answer(`the loss of ${zone}`, drill, options, ({ lost }) => lost === zone),
  /** The same when every ECS node is gone. */
  toSurviveLossOfNodes: (drill: Drill, options: DrillMatcherOptions = {}): Answer =>
    answer('the loss of all nodes', drill, options, ({ lost }) => lost === 'nodes'),
  /** Every Pod has a place and an address when nothing is lost, at the most of every scale and in an update of it. */
  toHaveRoomForItsMost: (drill: Drill, options: DrillMatcherOptions = {}): Answer =>
    answer('its own most', drill, options, ({ lost }) => lost === undefined),
});

/** The matchers as methods, to declare them to TypeScript; the guide "Drill" shows how. */
export interface DrillMatchers<R = unknown> {
  toSurviveLossOfAnyZone(options?: DrillMatcherOptions): R;
  toSurviveLossOfZone(zone: string, options?: DrillMatcherOptions): R;
  toSurviveLossOfNodes(options?: DrillMatcherOptions): R;
  toHaveRoomForItsMost(options?: DrillMatcherOptions): R;
}

function answer(
  what: string,
  { outcomes }: Drill,
  { levels }: DrillMatcherOptions,
  chosen: (outcome: Outcome) => boolean,
): Answer {
  const looked = outcomes.filter((outcome) => chosen(outcome) && (levels ?? [outcome.level]).includes(outcome.level));
  const bad = looked.filter(({ verdict }) => verdict !== 'survives');
  return {
    pass: looked.length > 0 && bad.length === 0,
    message: () => (bad.length > 0 ? complaint(what, bad) : looked.length > 0 ? `survives ${what}` : nothing(what)),
  };
}

const nothing = (what: string): string => `the drill has no scenario for ${what}: it knows of no zone, or of no nodes`;

function complaint(what: string, outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ scenario, failures, unknown }) => [
    ...failures.map((one) => `  ${scenario}: ${one.what}: ${one.why}`),
    ...unknown.map((one) => `  ${scenario}: not known: ${one.what}: ${one.why}`),
  ]);
  return [`does not survive ${what}`, ...lines].join('\n');
}
