import { quote, type Problem } from './errors';
import { isToken } from './tokens';

/** Problem when `value` is neither undefined, a token nor a whole number from `min` to `max`. */
export function wholeNumber(prop: string, value: unknown, min: number, max: number, unit = ''): Problem[] {
  if (value === undefined || isToken(value)) {
    return [];
  }
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) {
    return [];
  }
  const of = unit && ` ${unit}`;
  return [
    {
      code: 'number-invalid',
      what: `${prop} ${quote(value)} is not a whole number from ${min} to ${max}${of}`,
      value,
      fix: `write ${prop}: ${nearest(value, min, max)}, or another whole number from ${min} to ${max}`,
    },
  ];
}

function nearest(value: unknown, min: number, max: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(max, Math.max(min, Math.round(value))) : min;
}

/** Problem when `value` is given and not one of `choices`. */
export function oneOf(prop: string, value: unknown, choices: readonly unknown[]): Problem[] {
  if (value === undefined || isToken(value) || choices.includes(value)) {
    return [];
  }
  const list = choices.map(quote).join(', ');
  return [
    {
      code: 'choice-invalid',
      what: `${prop} ${quote(value)} is not one of ${list}`,
      value,
      fix: `write one of ${list}`,
    },
  ];
}

/** Problem when a list is missing, empty, or holds an element twice. */
export function distinctList(prop: string, value: unknown, example: string): Problem[] {
  if (isToken(value)) {
    return [];
  }
  if (!Array.isArray(value) || value.length === 0) {
    const what = `${prop} ${quote(value)} is not a list with at least one element`;
    return [{ code: 'list-empty', what, value, fix: `write ${prop}: ${example}` }];
  }
  const twice = value.filter((element, index) => value.indexOf(element) !== index);
  return twice.map((element) => ({
    code: 'list-duplicate' as const,
    what: `${prop} names ${quote(element)} twice`,
    value: element,
    fix: `name ${quote(element)} once in ${prop}`,
  }));
}
