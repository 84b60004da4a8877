import { quote, type Problem } from './errors';
import { isToken } from './tokens';

const QUANTITY = /^(\d+(?:\.\d+)?|\.\d+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;

/** Factors in thousandths, so that everything Kubernetes writes with `m` stays a whole number. */
const FACTORS: Readonly<Record<string, number>> = {
  m: 1,
  '': 1000,
  k: 1000 * 1e3,
  M: 1000 * 1e6,
  G: 1000 * 1e9,
  T: 1000 * 1e12,
  P: 1000 * 1e15,
  E: 1000 * 1e18,
  Ki: 1000 * 2 ** 10,
  Mi: 1000 * 2 ** 20,
  Gi: 1000 * 2 ** 30,
  Ti: 1000 * 2 ** 40,
  Pi: 1000 * 2 ** 50,
  Ei: 1000 * 2 ** 60,
};

/** The number that a Kubernetes quantity stands for (`500m` is 0.5, `1Ki` is 1024); `undefined` when it is none. */
export function quantityOf(text: string): number | undefined {
  const match = QUANTITY.exec(text);
  return match ? (Number(match[1]) * FACTORS[match[2] ?? '']!) / 1000 : undefined;
}

/** Problem with a quantity that the user gave; none for `undefined` and tokens. */
export function quantityProblems(prop: string, value: unknown, example: string): Problem[] {
  if (value === undefined || isToken(value)) {
    return [];
  }
  const number = typeof value === 'string' ? quantityOf(value) : undefined;
  if (number !== undefined && number > 0) {
    return [];
  }
  const what = `${prop} ${quote(value)} is not a Kubernetes quantity above zero`;
  return [{ code: 'quantity-invalid', what, value, fix: `write ${prop}: "${example}"` }];
}

/** Nothing that runs or keeps anything has less. */
const LEAST_BYTES = 2 ** 20;

/** Problem with an amount of bytes: no quantity, or so few that the unit was forgotten, or `m`, which is a thousandth, meant. */
export function byteProblems(prop: string, value: unknown, example: string): Problem[] {
  const wrong = quantityProblems(prop, value, example);
  const bytes = typeof value === 'string' && !isToken(value) ? quantityOf(value) : undefined;
  if (wrong.length > 0 || bytes === undefined || bytes >= LEAST_BYTES) {
    return wrong;
  }
  const what = `${prop} ${quote(value)} is ${bytes} bytes`;
  return [{ code: 'quantity-invalid', what, value, fix: `write the unit, such as ${prop}: "${example}"` }];
}
