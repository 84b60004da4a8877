/** Import this file for its effect: it teaches `expect` the matchers `toConverge` and `toSurviveFaults`. */
import { rehearsalMatchers } from './api/matcher';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // The parameters have to be those of Jest's own declaration.
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
    interface Matchers<R, T = {}> {
      /** Passes when every step went well and the second plan of every stack was empty. */
      toConverge(): R;
      /** Passes when the program came to its end after every fault, with nothing made twice and nothing forgotten. */
      toSurviveFaults(): R;
    }
  }
}

(globalThis as unknown as { expect: { extend(matchers: object): void } }).expect.extend(rehearsalMatchers);
