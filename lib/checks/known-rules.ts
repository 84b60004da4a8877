import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepared, type Prepared } from './prepared';
import type { Kind, TypeRules } from './types';

const FILE = 'alicloud-constraints-1.289.0.txt';

/**
 * One line per type, sorted, so that a type is found by halving and only its own line is parsed. `undefined` when the
 * file did not come along, as in a program that was bundled.
 */
const lines = once((): Buffer | undefined => {
  // Beside this module in the sources; one folder down from the bundle of the compiled library.
  const file = [join(__dirname, FILE), join(__dirname, 'checks', FILE)].find(existsSync);
  return file === undefined ? undefined : readFileSync(file);
});

const known = new Map<string, Prepared | undefined>();

/** Whether the rules came along with the library. */
export function haveRules(): boolean {
  return lines() !== undefined;
}

/** The provider's rules for a type, read when the type is first asked for; `undefined` for a type without any. */
export function rulesOf(kind: Kind, type: string): Prepared | undefined {
  const key = `${kind} ${type}`;
  if (!known.has(key)) {
    const json = lineOf(lines(), key);
    known.set(key, json === undefined ? undefined : prepared(JSON.parse(json) as TypeRules));
  }
  return known.get(key);
}

const NEWLINE = 10;

/** What follows a key in sorted lines of key, tab and value. */
function lineOf(text: Buffer | undefined, key: string): string | undefined {
  let [low, high] = [0, text?.length ?? 0];
  while (low < high) {
    const start = text!.lastIndexOf(NEWLINE, ((low + high) >> 1) - 1) + 1;
    const end = text!.indexOf(NEWLINE, start);
    const tab = text!.indexOf('\t', start);
    const found = text!.toString('latin1', start, tab);
    if (found === key) {
      return text!.toString('utf8', tab + 1, end);
    }
    if (found < key) {
      low = end + 1;
    } else {
      high = start;
    }
  }
  return undefined;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
