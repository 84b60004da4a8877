import { quote } from '../core/errors';
import type { Finding } from './finding';
import { goPattern } from './go-pattern';
import { clamped, cut, mended, nearestOf } from './nearest';
import type { Place } from './places';
import { propPath } from './prop-path';
import type { AttributeRules, Bounds, Scalar } from './types';

/** Longest text that an error repeats; the whole of it is in the problem's `value`. */
const LONGEST = 128;

/** What the provider says against one simple value; `type` is the Terraform type, for the sentence. */
export function valueFindings(type: string, rules: AttributeRules, place: Place): Finding[] {
  return [
    ...outsideEnum(type, rules, place),
    ...outsideRange(type, rules, place),
    ...outsideLength(type, rules, place),
    ...againstPattern(type, rules, place),
  ];
}

function outsideEnum(type: string, { enum: choices, ignoreCase }: AttributeRules, place: Place): Finding[] {
  const fold = (one: unknown): string => (ignoreCase ? String(one).toLowerCase() : String(one));
  if (!choices || choices.some((choice) => fold(choice) === fold(place.value))) {
    return [];
  }
  const what = `${said(type, place)} is not one of ${choices.map(quote).join(', ')}`;
  return [{ code: 'constraint-enum', what, value: place.value, fix: write(place, nearestOf(place.value, choices)) }];
}

function outsideRange(type: string, { range }: AttributeRules, place: Place): Finding[] {
  const { value } = place;
  const size = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (!range || typeof size !== 'number' || Number.isNaN(size) || clamped(size, range) === size) {
    return [];
  }
  const what = `${said(type, place)} is not ${between(range)}`;
  return [{ code: 'constraint-range', what, value, fix: write(place, clamped(size, range)) }];
}

/** Lengths are counted in bytes, as the provider does: a Chinese character counts three. */
function outsideLength(type: string, { length }: AttributeRules, place: Place): Finding[] {
  const { path, value } = place;
  const size = typeof value === 'string' ? Buffer.byteLength(value) : undefined;
  if (!length || size === undefined || clamped(size, length) === size) {
    return [];
  }
  const [, most] = length;
  const what = `${said(type, place)} has ${size} bytes, not ${between(length)}`;
  const fix =
    most !== null && most <= LONGEST && size > most
      ? write(place, cut(value as string, most))
      : `write ${propPath(path)} with ${between(length)} bytes`;
  return [{ code: 'constraint-length', what, value, fix }];
}

function againstPattern(type: string, { pattern }: AttributeRules, place: Place): Finding[] {
  const { path, value } = place;
  const patterns = typeof pattern === 'string' ? [pattern] : (pattern ?? []);
  const missed = patterns.filter((one) => typeof value === 'string' && goPattern(one)?.test(value) === false);
  if (missed.length === 0) {
    return [];
  }
  const what = `${said(type, place)} does not match ${missed.join(' and ')}`;
  const near = mended(value as string, patterns);
  const fix = near === undefined ? `write ${propPath(path)} so that it matches` : write(place, near);
  return [{ code: 'constraint-pattern', what, value, fix }];
}

function said(type: string, { path, value }: Place): string {
  const text = typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}...` : value;
  return `${type}.${path} ${quote(text)}`;
}

function write({ path, value }: Place, nearest: Scalar): string {
  const as = typeof value === 'string' ? String(nearest) : nearest;
  return `write ${propPath(path)}: ${quote(as)}`;
}

function between([least, most]: Bounds): string {
  return least === null ? `at most ${most}` : most === null ? `at least ${least}` : `${least} to ${most}`;
}
