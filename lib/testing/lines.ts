import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says in which line of a stack’s file a resource begins, from 1, for the stacks of an output folder. */
export function linesIn(folder: string): (stack: string, address: string) => number | undefined {
  const files = new Map<string, readonly string[]>();
  return (stack, address) => {
    const lines = files.get(stack) ?? linesOf(join(folder, 'stacks', stack, 'cdk.tf.json'));
    files.set(stack, lines);
    const [type, name] = address.replace(/^data\./, '').split('.');
    const found = [type, name].reduce(
      (from, key) => (from < 0 ? from : lines.findIndex((line, at) => at >= from && opens(line, key))),
      0,
    );
    return found < 0 ? undefined : found + 1;
  };
}

const linesOf = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

const opens = (line: string, key: string | undefined): boolean => [`"${key}": {`, `"${key}": [`].includes(line.trim());
