import { quote } from '../core/errors';
import type { Finding } from './finding';
import { goPattern } from './go-pattern';
import { clamped, cut, mended, nearestOf } from './nearest';
import type { Place } from './places';
import { propPath } from './prop-path';
import type { AttributeRules, Bounds, Scalar } from './types';

/** Longest text that an error repeats; the whole of it is in the problem's `value`. */
const LONGEST = 128;

/** Whether the provider takes a simple value. Asked of every attribute of every resource, so it makes nothing. */
export function isAllowed(rules: AttributeRules, value: unknown): boolean {
  return (
    inEnum(rules, value) &&
    (rules.range === undefined || within(rules.range, numberOf(value))) &&
    (rules.length === undefined || within(rules.length, bytesOf(value))) &&
    (rules.pattern === undefined || missed(rules, value).length === 0)
  );
}

/** What the provider says against a simple value; `type` is the Terraform type, for the sentence. */
export function valueFindings(type: string, rules: AttributeRules, place: Place): Finding[] {
  return [
    ...(inEnum(rules, place.value) ? [] : [outsideEnum(type, rules.enum!, place)]),
    ...(!rules.range || within(rules.range, numberOf(place.value)) ? [] : [outsideRange(type, rules.range, place)]),
    ...(!rules.length || within(rules.length, bytesOf(place.value)) ? [] : [outsideLength(type, rules.length, place)]),
    ...(missed(rules, place.value).length === 0 ? [] : [againstPattern(type, rules, place)]),
  ];
}

function inEnum({ enum: choices, ignoreCase }: AttributeRules, value: unknown): boolean {
  if (choices === undefined || choices.includes(value as Scalar)) {
    return true;
  }
  const fold = (one: unknown): string => (ignoreCase ? String(one).toLowerCase() : String(one));
  return choices.some((choice) => fold(choice) === fold(value));
}

/** True as well for what has no size: such a value breaks another rule, or Terraform's types. */
function within(bounds: Bounds, size: number | undefined): boolean {
  return size === undefined || clamped(size, bounds) === size;
}

function numberOf(value: unknown): number | undefined {
  const size = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof size === 'number' && !Number.isNaN(size) ? size : undefined;
}

/** Lengths are counted in bytes, as the provider does: a Chinese character counts three. */
function bytesOf(value: unknown): number | undefined {
  return typeof value === 'string' ? Buffer.byteLength(value) : undefined;
}

function missed({ pattern }: AttributeRules, value: unknown): string[] {
  return typeof value === 'string' ? listOf(pattern).filter((one) => goPattern(one)?.test(value) === false) : [];
}

function listOf(pattern: AttributeRules['pattern']): readonly string[] {
  return typeof pattern === 'string' ? [pattern] : (pattern ?? []);
}

function outsideEnum(type: string, choices: readonly Scalar[], place: Place): Finding {
  const what = `${said(type, place)} is not one of ${choices.map(quote).join(', ')}`;
  return { code: 'constraint-enum', what, value: place.value, fix: write(place, nearestOf(place.value, choices)) };
}

function outsideRange(type: string, range: Bounds, place: Place): Finding {
  const { value } = place;
  const what = `${said(type, place)} is not ${between(range)}`;
  return { code: 'constraint-range', what, value, fix: write(place, clamped(numberOf(value)!, range)) };
}

function outsideLength(type: string, length: Bounds, place: Place): Finding {
  const { path, value } = place;
  const [size, most] = [bytesOf(value)!, length[1]];
  const what = `${said(type, place)} has ${size} bytes, not ${between(length)}`;
  const fix =
    most !== null && most <= LONGEST && size > most
      ? write(place, cut(value as string, most))
      : `write ${propPath(path)} with ${between(length)} bytes`;
  return { code: 'constraint-length', what, value, fix };
}

function againstPattern(type: string, rules: AttributeRules, place: Place): Finding {
  const { path, value } = place;
  const what = `${said(type, place)} does not match ${missed(rules, value).join(' and ')}`;
  const near = mended(value as string, listOf(rules.pattern));
  const fix = near === undefined ? `write ${propPath(path)} so that it matches` : write(place, near);
  return { code: 'constraint-pattern', what, value, fix };
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
