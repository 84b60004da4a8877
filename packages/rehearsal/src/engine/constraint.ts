import { isList, number, text, type Value } from '../cty/value';
import type { AttributeFacts } from '../schema/facts';
import { goRegExp } from './go-regexp';

const quote = (value: Value): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));

/** What a known value violates, as sentences; lists are judged element by element. */
export function violations(facts: AttributeFacts, value: Value): string[] {
  if (isList(value)) {
    return value.flatMap((one) => violations(facts, one));
  }
  if (value === null || typeof value === 'object') {
    return [];
  }
  return [
    outOfEnum(facts, value),
    outOfRange(facts, value),
    outOfLength(facts, value),
    ...offPattern(facts, value),
  ].filter((sentence): sentence is string => sentence !== undefined);
}

function outOfEnum(facts: AttributeFacts, value: Value): string | undefined {
  if (!facts.enum) {
    return undefined;
  }
  const fold = (one: unknown): string => (facts.ignoreCase ? String(one).toLowerCase() : String(one));
  return facts.enum.some((one) => fold(one) === fold(value))
    ? undefined
    : `expected one of ${facts.enum.map((one) => JSON.stringify(one)).join(', ')}, got ${quote(value)}`;
}

function outOfRange(facts: AttributeFacts, value: Value): string | undefined {
  const [low, high] = facts.range ?? [null, null];
  const size = number(value);
  return size === undefined || ((low === null || size >= low) && (high === null || size <= high))
    ? undefined
    : `expected a number in the range ${low ?? '…'} to ${high ?? '…'}, got ${quote(value)}`;
}

function outOfLength(facts: AttributeFacts, value: Value): string | undefined {
  const [low, high] = facts.length ?? [null, null];
  // The provider counts bytes, as Go's len does.
  const size = text(value) === undefined ? undefined : Buffer.byteLength(value as string);
  return size === undefined || ((low === null || size >= low) && (high === null || size <= high))
    ? undefined
    : `expected a length of ${low ?? '…'} to ${high ?? '…'}, got ${quote(value)} of ${size}`;
}

function offPattern(facts: AttributeFacts, value: Value): string[] {
  const patterns = typeof facts.pattern === 'string' ? [facts.pattern] : (facts.pattern ?? []);
  const subject = text(value);
  return subject === undefined
    ? []
    : patterns
        .filter((pattern) => !(goRegExp(pattern)?.test(subject) ?? true))
        .map((pattern) => `expected something like ${pattern}, got ${quote(value)}`);
}
