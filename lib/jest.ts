/**
 * Import this file for its effect: it teaches Jest's `expect` the matchers of the replacement guard and of drills. Vitest
 * takes them by `expect.extend(guardMatchers)` and `expect.extend(drillMatchers)`.
 */
import { drillMatchers, type DrillMatchers } from './testing/drill/drill-matchers';
import { guardMatchers, type GuardMatchers } from './testing/guard/matchers';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // The parameters have to be those of Jest's own declaration.
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
    interface Matchers<R, T = {}> extends GuardMatchers<R>, DrillMatchers<R> {}
  }
}

(globalThis as unknown as { expect: { extend(matchers: object): void } }).expect.extend({
  ...guardMatchers,
  ...drillMatchers,
});
