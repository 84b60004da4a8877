import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Line, LineOf } from '../checks/practices/write-sarif';

/** Says in which line of a stack’s file a resource begins, for the stacks of an output folder. */
export function linesIn(folder: string): LineOf {
  const files = new Map<string, readonly string[]>();
  return (stack, address): Line | undefined => {
    const lines = files.get(stack) ?? linesOf(join(folder, 'stacks', stack, 'cdk.tf.json'));
    files.set(stack, lines);
    const [type, name] = address.replace(/^data\./, '').split('.');
    const found = [type, name].reduce(
      (from, key) => (from < 0 ? from : lines.findIndex((line, at) => at >= from && opens(line, key))),
      0,
    );
    return found < 0 ? undefined : { number: found + 1, length: lines[found]!.length };
  };
}

const linesOf = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

const opens = (line: string, key: string | undefined): boolean => [`"${key}": {`, `"${key}": [`].includes(line.trim());
