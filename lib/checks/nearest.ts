import { distance } from 'fastest-levenshtein';
import { goPattern } from './go-pattern';
import { isLater } from './later';
import type { Bounds, Scalar } from './types';

/** The choice that is most likely meant. */
export function nearestOf(value: unknown, choices: readonly Scalar[]): Scalar {
  const number = Number(value);
  const away = (choice: Scalar): number =>
    typeof choice === 'number' && !Number.isNaN(number) ? Math.abs(choice - number) : unlike(String(value), choice);
  // One list holds "${protocol}" of the cloud's own language, which Terraform would take for an expression.
  const written = choices.filter((choice) => !isLater(choice));
  return written.reduce((best, choice) => (away(choice) < away(best) ? choice : best));
}

/** How different a choice is from what was written: case counts least, then what is left out. */
function unlike(written: string, choice: Scalar): number {
  const [a, b] = [written.toLowerCase(), String(choice).toLowerCase()];
  if (a === b) {
    return 0;
  }
  const part = a.length > 2 && b.includes(a);
  return part ? 1 + Math.abs(a.length - b.length) / 100 : 1 + distance(a, b);
}

/** The number within the bounds that is closest. */
export function clamped(value: number, [least, most]: Bounds): number {
  return Math.min(most ?? Infinity, Math.max(least ?? -Infinity, value));
}

/** The text cut to a number of bytes, without breaking a character. */
export function cut(value: string, most: number): string {
  const bytes = Buffer.from(value);
  let end = Math.min(most, bytes.length);
  // A byte that continues a character begins with the bits 10.
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) {
    end--;
  }
  return bytes.toString('utf8', 0, end);
}

/** Small edits that people make when a name is refused, most careful first. */
const EDITS: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  (text) => text.toLowerCase(),
  (text) => text.replace(/[^A-Za-z0-9]+/g, '-'),
  (text) => text.replace(/[^A-Za-z0-9]+/g, '_'),
  (text) => text.replace(/[^A-Za-z0-9]+/g, ''),
  (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
  (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, ''),
  (text) => text.replace(/\D+/g, ''),
];

const TRIMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/^[^A-Za-z]+|[^A-Za-z0-9]+$/g, ''),
  ...[16, 32, 64, 128].map((most) => (text: string) => text.slice(0, most).replace(/[^A-Za-z0-9]+$/, '')),
];

/** The text with a small edit after which all patterns match; `undefined` when none does. */
export function mended(value: string, patterns: readonly string[]): string | undefined {
  const fits = (text: string) => text !== '' && patterns.every((pattern) => goPattern(pattern)?.test(text) ?? true);
  for (const trim of TRIMS) {
    for (const edit of EDITS) {
      const text = trim(edit(value));
      if (text !== value && fits(text)) {
        return text;
      }
    }
  }
  return undefined;
}
