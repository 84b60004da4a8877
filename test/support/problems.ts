import { InputError, type LocatedProblem } from '../../lib/core/errors';

/** The problems of the one InputError that `act` must throw. */
export function problemsOf(act: () => unknown): readonly LocatedProblem[] {
  try {
    act();
  } catch (error) {
    if ((error as Error).name === InputError.name) {
      return (error as InputError).problems;
    }
    throw error;
  }
  throw new Error('expected an InputError, nothing was thrown');
}
