import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConstruct } from 'constructs';
import { writtenStack, type StackJson, type WrittenStack } from '../core/written/written';
import { asStack, stacksOf, synthesized } from './synthesized';

/** What `cdktf synth` leaves behind about its stacks. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { name: string; synthesizedStackPath: string; dependencies?: string[] }>>;
}

/**
 * Every stack of an App as Terraform reads it, each after those that it depends on: of a program (nothing is written), or of
 * an output folder (`cdktf.out`).
 *
 * @throws InputError when the program is wrong; Error when the folder holds no manifest
 */
export function writtenStacks(source: IConstruct | string): readonly WrittenStack[] {
  return inOrder(typeof source === 'string' ? fromFolder(source) : fromTree(source));
}

function fromTree(root: IConstruct): readonly WrittenStack[] {
  return stacksOf(root).map((stack) => {
    // Runs the checks and the aspects of the App; its own answer has no paths of constructs.
    synthesized(stack);
    const json = JSON.parse(JSON.stringify(asStack(stack).toTerraform())) as StackJson;
    return writtenStack(stack.node.id, json, stack.dependencies.map(({ node }) => node.id).sort());
  });
}

function fromFolder(folder: string): readonly WrittenStack[] {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) {
    throw new Error(`${folder} holds no manifest.json: synthesise first, or name the output folder (cdktf.out)`);
  }
  const { stacks } = parsed<Partial<Manifest>>(file, 'it is not what the framework writes');
  if (stacks === undefined) {
    throw new Error(`${file} names no stacks: it is not what the framework writes`);
  }
  return Object.values(stacks).map(({ name, synthesizedStackPath, dependencies }) =>
    writtenStack(name, jsonIn(join(folder, synthesizedStackPath)), dependencies),
  );
}

function jsonIn(file: string): StackJson {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: only stacks in JSON can be read, so synthesise without --hcl`);
  }
  return parsed(file, 'only stacks in JSON can be read, so synthesise without --hcl');
}

function parsed<T>(file: string, otherwise: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    throw new Error(`${file} is no JSON: ${otherwise}`);
  }
}

/** Dependencies first; otherwise the given order. */
function inOrder(stacks: readonly WrittenStack[]): readonly WrittenStack[] {
  const byName = new Map(stacks.map((stack) => [stack.name, stack] as const));
  const done = new Set<WrittenStack>();
  const visit = (stack: WrittenStack | undefined): void => {
    if (stack !== undefined && !done.has(stack)) {
      stack.dependencies.forEach((name) => visit(byName.get(name)));
      done.add(stack);
    }
  };
  stacks.forEach(visit);
  return [...done];
}
