import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepStateLocal, sampleVariables, type StackJson } from './stack-json';
import type { Stack } from './stacks';

export const STACK_FILE = 'cdk.tf.json';
const OUT = join('project', 'cdktf.out');

/** A copy of the stacks in a folder of its own: same depth as the original, states beside it, nothing of the user's touched. */
export class WorkFolder {
  private readonly jsons = new Map<string, StackJson>();
  private states: ReadonlyMap<string, string> = new Map();

  private constructor(
    readonly root: string,
    private readonly temporary: boolean,
  ) {}

  /** Copies the stacks; `kept` names a folder that stays, so that states and cloud outlive the run. */
  static create(
    out: string,
    stacks: readonly Stack[],
    kept: string | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): WorkFolder {
    const root = kept ?? mkdtempSync(join(tmpdir(), 'rehearsal-'));
    const work = new WorkFolder(root, kept === undefined);
    for (const stack of stacks) {
      const folder = work.folder(stack);
      mkdirSync(folder, { recursive: true });
      cpSync(join(out, stack.folder), folder, {
        recursive: true,
        filter: (path) => !/[\\/]\.terraform(?:[\\/]|$|\.lock)/.test(path),
      });
      const file = join(folder, STACK_FILE);
      if (!existsSync(file)) {
        throw new Error(`stack "${stack.name}" has no ${STACK_FILE}: synthesize JSON, not HCL`);
      }
      work.jsons.set(stack.name, JSON.parse(readFileSync(file, 'utf8')) as StackJson);
    }
    work.states = keepStateLocal(work.jsons);
    for (const stack of stacks) {
      const json = work.jsons.get(stack.name)!;
      work.write(stack, json);
      const set = Object.fromEntries(Object.entries(variables).filter(([name]) => name in (json.variable ?? {})));
      const values = { ...sampleVariables(json, variables), ...set };
      writeFileSync(join(folder(work, stack), 'terraform.tfvars.json'), JSON.stringify(values, null, 2));
    }
    return work;
  }

  folder(stack: Stack): string {
    return join(this.root, OUT, 'stacks', stack.name);
  }

  /** Rewrites a stack by an edit of its JSON; `false` if the edit finds nothing to do. The original stays. */
  edit(stack: Stack, change: (json: StackJson) => number): boolean {
    const copy = structuredClone(this.jsons.get(stack.name)!);
    if (change(copy) === 0) {
      return false;
    }
    this.write(stack, copy);
    return true;
  }

  /** Puts the stack back as it was synthesized. */
  restore(stack: Stack): void {
    this.write(stack, this.jsons.get(stack.name)!);
  }

  /** The stack's JSON as it was synthesized, with its local backend. */
  json(stack: Stack): StackJson {
    return this.jsons.get(stack.name)!;
  }

  /** File of the stack's state. */
  stateFile(stack: Stack): string {
    return join(this.folder(stack), this.states.get(stack.name)!);
  }

  /** Sources of all providers that the stacks ask for, as written there. */
  sources(): string[] {
    const sources = [...this.jsons.values()].flatMap((json) =>
      Object.entries(json.terraform?.required_providers ?? {}).map(([name, one]) => one.source ?? name),
    );
    return [...new Set(sources)];
  }

  /** Every type of resource and data source that the stacks have. */
  types(): string[] {
    const types = [...this.jsons.values()].flatMap(({ resource = {}, data = {} }) => [
      ...Object.keys(resource),
      ...Object.keys(data),
    ]);
    return [...new Set(types)];
  }

  /** Text of the saved cloud, if there is one. */
  cloud(): string | undefined {
    const file = join(this.root, 'cloud.json');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  saveCloud(text: string): void {
    if (!this.temporary) {
      writeFileSync(join(this.root, 'cloud.json'), text);
    }
  }

  /** Removes the folder, unless it is to be kept. */
  close(): void {
    if (this.temporary) {
      rmSync(this.root, { recursive: true, force: true });
    }
  }

  private write(stack: Stack, json: StackJson): void {
    // Indented: a diagnostic prints the line it points at, and one line would be the whole stack.
    writeFileSync(join(this.folder(stack), STACK_FILE), JSON.stringify(json, null, 2));
  }
}

const folder = (work: WorkFolder, stack: Stack): string => work.folder(stack);
