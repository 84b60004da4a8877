import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A synthesized stack. */
export interface Stack {
  readonly name: string;
  /** Folder of the stack, relative to the output folder. */
  readonly folder: string;
  readonly dependencies: readonly string[];
}

interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      { readonly name: string; readonly workingDirectory: string; readonly dependencies?: readonly string[] }
    >
  >;
}

/** The stacks of an output folder, each after those it depends on. */
export function stacksOf(out: string): Stack[] {
  const file = join(out, 'manifest.json');
  if (!existsSync(file)) {
    throw new Error(`${out} holds no manifest.json: synthesize first, or name the output folder`);
  }
  const { stacks } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const all = Object.values(stacks).map((one) => ({
    name: one.name,
    folder: one.workingDirectory,
    dependencies: one.dependencies ?? [],
  }));
  return inOrder(all);
}

/** Dependencies first; otherwise the given order. */
export function inOrder(stacks: readonly Stack[]): Stack[] {
  const done = new Map<string, Stack>();
  const visit = (stack: Stack): void => {
    if (!done.has(stack.name)) {
      stack.dependencies.forEach((name) => {
        const other = stacks.find((one) => one.name === name);
        if (other) {
          visit(other);
        }
      });
      done.set(stack.name, stack);
    }
  };
  stacks.forEach(visit);
  return [...done.values()];
}

/** The named stacks and all that they depend on, in order. */
export function withDependencies(stacks: readonly Stack[], names: readonly string[]): Stack[] {
  const unknown = names.filter((name) => !stacks.some((stack) => stack.name === name));
  if (unknown.length > 0) {
    throw new Error(`no stack "${unknown.join('", "')}"; there are ${stacks.map(({ name }) => name).join(', ')}`);
  }
  const wanted = new Set<string>(names);
  for (const stack of [...stacks].reverse()) {
    if (wanted.has(stack.name)) {
      stack.dependencies.forEach((name) => wanted.add(name));
    }
  }
  return stacks.filter(({ name }) => wanted.has(name));
}
