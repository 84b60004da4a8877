import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { providersFor } from '../api/rehearse';
import type { StackJson } from '../api/stack-json';
import type { Stack } from '../api/stacks';
import type { Outcome } from '../api/terraform';
import { Terraforms } from '../api/terraforms';
import { WorkFolder } from '../api/work-folder';
import { Cloud } from '../cloud/cloud';
import { livesInStateOnly } from '../serve/identity';
import type { Call } from '../serve/log';
import { startCloud, type RunningCloud } from '../serve/start';
import type { Inventory } from './inventory';
import { typesOf, type TypeOf } from './little-changes';
import { recordedIn, type Recorded, type StateJson } from './state-file';

/** Cloud and states at one moment. */
export interface Moment {
  readonly cloud: string;
  /** Text of each state file, by stack; nothing for stacks that have none. */
  readonly states: Readonly<Record<string, string>>;
}

export interface LaneOptions {
  readonly schemaFiles?: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
}

const APPLY = ['apply', '-json', '-input=false', '-auto-approve'];
const DESTROY = ['destroy', '-json', '-input=false', '-auto-approve'];
const PLAN = ['plan', '-json', '-input=false', '-detailed-exitcode', '-lock=false'];

/** How long a kill waits at the longest for Terraform to write down what it was told. */
const PATIENCE = 5000;
const STEP = 20;
const REST = 80;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A cloud, a folder with the stacks, and the Terraforms between them: one thing after the other. */
export class Lane {
  private constructor(
    readonly stacks: readonly Stack[],
    readonly work: WorkFolder,
    readonly cloud: RunningCloud,
    private readonly terraforms: Terraforms,
    private readonly schemaFiles: readonly string[],
  ) {
    terraforms.settled = () => this.settle();
  }

  static async open(out: string, stacks: readonly Stack[], options: LaneOptions): Promise<Lane> {
    const work = WorkFolder.create(out, stacks, undefined, options.variables ?? {});
    try {
      const cloud = await startCloud({
        providers: providersFor(work.sources(), options.schemaFiles ?? []),
        schemaFiles: options.schemaFiles,
        sources: work.sources(),
        types: work.types(),
      });
      return new Lane(stacks, work, cloud, new Terraforms(cloud), options.schemaFiles ?? []);
    } catch (error) {
      work.close();
      throw error;
    }
  }

  private types: TypeOf | undefined;

  /** The types of the providers that the stacks ask for. */
  readonly typeOf: TypeOf = (type) => (this.types ??= typesOf(this.work.sources(), this.schemaFiles))(type);

  async close(): Promise<void> {
    await this.cloud.stop();
    this.work.close();
  }

  run(stack: Stack, ...args: string[]): Promise<Outcome> {
    return this.terraforms.run(this.work.folder(stack), args);
  }

  readonly init = (stack: Stack): Promise<Outcome> => this.run(stack, 'init', '-json', '-input=false', '-no-color');
  readonly apply = (stack: Stack): Promise<Outcome> => this.run(stack, ...APPLY);
  readonly destroy = (stack: Stack): Promise<Outcome> => this.run(stack, ...DESTROY);
  readonly plan = (stack: Stack): Promise<Outcome> => this.run(stack, ...PLAN);

  /** Writes a stack's JSON. */
  write(stack: Stack, json: StackJson): void {
    this.work.edit(stack, (copy) => {
      Object.keys(copy).forEach((name) => delete copy[name as keyof StackJson]);
      Object.assign(copy, json);
      return 1;
    });
  }

  async now(): Promise<Moment> {
    const states = this.stacks.flatMap((stack) => {
      const text = this.stateText(stack);
      return text === undefined ? [] : [[stack.name, text] as const];
    });
    return { cloud: await this.cloud.save(), states: Object.fromEntries(states) };
  }

  /** Goes to a moment; files that Terraform leaves behind when it is killed are gone. */
  async goTo({ cloud, states }: Moment): Promise<void> {
    await this.cloud.load(cloud);
    for (const stack of this.stacks) {
      const file = this.work.stateFile(stack);
      const left = [`${file}.backup`, join(dirname(file), `.${basename(file)}.lock.info`)];
      left.forEach((one) => rmSync(one, { force: true }));
      if (states[stack.name] === undefined) {
        rmSync(file, { force: true });
      } else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, states[stack.name]!);
      }
    }
  }

  recorded(): Recorded[] {
    return this.stacks.flatMap((stack) => {
      const text = this.stateText(stack);
      return recordedIn(stack.name, text === undefined ? undefined : (JSON.parse(text) as StateJson));
    });
  }

  async inventory(): Promise<Inventory> {
    return { things: Cloud.load(await this.cloud.save()).everything(), recorded: this.recorded() };
  }

  private stateText(stack: Stack): string | undefined {
    const file = this.work.stateFile(stack);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /**
   * Waits until the states hold all that Terraform was told, and rest: it writes a local state in place, and a kill in
   * the middle of that would leave half a file.
   */
  private async settle(): Promise<void> {
    const calls = await this.cloud.calls();
    let rests = 0;
    let last: string | undefined;
    for (let waited = 0; waited < PATIENCE && rests < REST; waited += STEP) {
      await wait(STEP);
      const text = this.stacks.map((stack) => this.stateText(stack) ?? '-').join('\n');
      rests = text === last && this.holds(calls) ? rests + STEP : 0;
      last = text;
    }
  }

  private holds(calls: readonly Call[]): boolean {
    let recorded: Set<string>;
    try {
      recorded = new Set(this.recorded().map(({ type, id }) => `${type} ${id}`));
    } catch {
      // Read while it was being written.
      return false;
    }
    const last = new Map<string, boolean>();
    for (const { type, id, action, lost, provider } of calls) {
      if (id !== undefined && action !== undefined && !lost && !livesInStateOnly(provider)) {
        last.set(`${type} ${id}`, action !== 'delete');
      }
    }
    return [...last].every(([name, there]) => recorded.has(name) === there);
  }
}
