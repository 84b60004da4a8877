/**
 * Import this file for its effect: it teaches Jest's `expect` the matchers of the replacement guard. Vitest takes them by
 * `expect.extend(guardMatchers)`.
 */
import { guardMatchers } from './testing/guard/matchers';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // The parameters have to be those of Jest's own declaration.
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
    interface Matchers<R, T = {}> {
      /** Passes when nothing that exists would be replaced, destroyed or left behind. */
      toReplaceNothing(): R;
      /** Passes when no data and no secret would be lost, except at these addresses. */
      toLoseNoData(...except: readonly string[]): R;
      /** Passes when every planned change in place is one that the cloud makes. */
      toPlanNothingStuck(): R;
      /** Passes when a plan would be empty. */
      toChangeNothing(): R;
    }
  }
}

(globalThis as unknown as { expect: { extend(matchers: object): void } }).expect.extend(guardMatchers);
