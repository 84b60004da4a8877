import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCloud, type RunningCloud } from 'alicloud-constructs-rehearsal';
import { App } from 'cdktf';

const run = promisify(execFile);

/** A stack's JSON, to be edited in place. */
export type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What Terraform itself plans for a resource. */
export interface RealChange {
  readonly address: string;
  readonly action: string;
  readonly previous?: string;
  readonly paths: readonly string[];
}

const ACTIONS: Readonly<Record<string, string>> = {
  'no-op': 'none',
  create: 'add',
  update: 'change',
  delete: 'destroy',
  'delete,create': 'replace',
  'create,delete': 'replace',
  forget: 'forget',
};

/** A program applied to a simulated cloud, from which Terraform plans edited programs. */
export class AppliedProgram {
  private constructor(
    /** The output folder of the program as it was applied. */
    readonly folder: string,
    private readonly cloud: RunningCloud,
    private readonly originals: ReadonlyMap<string, string>,
  ) {}

  /** Applies every stack of a program; the providers' defaults are taken, as the real providers do. */
  static async of(build: (app: App) => void): Promise<AppliedProgram> {
    const folder = join(mkdtempSync(join(tmpdir(), 'plans-')), 'project', 'cdktf.out');
    mkdirSync(folder, { recursive: true });
    const app = new App({ outdir: folder });
    build(app);
    app.synth();
    return AppliedProgram.in(folder);
  }

  /** The same for one stack that is given as JSON. */
  static async written(name: string, json: Json): Promise<AppliedProgram> {
    const folder = join(mkdtempSync(join(tmpdir(), 'plans-')), 'project', 'cdktf.out');
    mkdirSync(join(folder, 'stacks', name), { recursive: true });
    writeFileSync(fileOf(folder, name), JSON.stringify(json, null, 2));
    const stack = { name, synthesizedStackPath: `stacks/${name}/cdk.tf.json`, dependencies: [] };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ stacks: { [name]: stack } }));
    return AppliedProgram.in(folder);
  }

  private static async in(folder: string): Promise<AppliedProgram> {
    const { stacks } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const names = Object.keys(stacks).sort((a, b) => stacks[a].dependencies.length - stacks[b].dependencies.length);
    const originals = new Map(names.map((name) => [name, readFileSync(fileOf(folder, name), 'utf8')] as const));
    const applied = new AppliedProgram(folder, await startCloud({ mode: 'sdk' }), originals);
    for (const name of names) {
      await applied.terraform(name, 'init', '-input=false');
      await applied.terraform(name, 'apply', '-input=false', '-auto-approve', '-refresh=false');
    }
    return applied;
  }

  get stacks(): readonly string[] {
    return [...this.originals.keys()];
  }

  json(stack: string): Json {
    return JSON.parse(this.originals.get(stack)!);
  }

  /** What Terraform would do to a stack if it were written so. */
  async plan(stack: string, json: Json, refresh = false): Promise<readonly RealChange[]> {
    writeFileSync(fileOf(this.folder, stack), JSON.stringify(json, null, 2));
    try {
      await this.terraform(stack, 'plan', '-input=false', '-lock=false', `-refresh=${refresh}`, '-out=edited.plan');
      const shown = JSON.parse(await this.terraform(stack, 'show', '-json', 'edited.plan'));
      return (shown.resource_changes ?? []).filter(({ mode }: Json) => mode === 'managed').map(realChange);
    } finally {
      writeFileSync(fileOf(this.folder, stack), this.originals.get(stack)!);
    }
  }

  /** Applies a stack as it is written from now on. */
  async apply(stack: string, json: Json): Promise<void> {
    writeFileSync(fileOf(this.folder, stack), JSON.stringify(json, null, 2));
    await this.terraform(stack, 'apply', '-input=false', '-auto-approve');
  }

  async end(): Promise<void> {
    await this.cloud.stop();
    rmSync(join(this.folder, '..', '..'), { recursive: true, force: true });
  }

  private async terraform(stack: string, ...args: string[]): Promise<string> {
    const env = { ...process.env, ...this.cloud.env, TF_IN_AUTOMATION: '1', TF_DATA_DIR: undefined };
    const cwd = join(this.folder, 'stacks', stack);
    try {
      return (
        await run('terraform', [...args, ...(args[0] === 'show' ? [] : ['-no-color'])], {
          cwd,
          env,
          maxBuffer: 1 << 28,
        })
      ).stdout;
    } catch (error) {
      throw new Error(`terraform ${args.join(' ')} in ${stack}: ${(error as Json).stdout}${(error as Json).stderr}`);
    }
  }
}

const fileOf = (folder: string, stack: string): string => join(folder, 'stacks', stack, 'cdk.tf.json');

const realChange = ({ address, previous_address, change }: Json): RealChange => ({
  address,
  action: change.importing ? 'adopt' : ACTIONS[change.actions.join()]!,
  ...(previous_address && previous_address !== address ? { previous: previous_address } : {}),
  paths: (change.replace_paths ?? []).map((path: unknown[]) => path.join('.')).sort(),
});
