import { wholeNumber } from '../core/checks';
import type { Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** Problem when `value` is no whole number from `min` to `max` that is known before Terraform runs: it is counted with. */
export function knownWholeNumber(prop: string, value: unknown, min: number, max: number, unit: string): Problem[] {
  return isToken(value) ? [unknownNumber(prop, min)] : wholeNumber(prop, value, min, max, unit);
}

/** Problem with a number that only Terraform will know. */
export function unknownNumber(prop: string, example: number): Problem {
  const what = `${prop} is known to Terraform alone, and is counted with before`;
  return { code: 'number-invalid', what, fix: `write the number itself: ${prop.split('.').at(-1)}: ${example}` };
}
