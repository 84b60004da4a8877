import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type CloudOptions, type RunningCloud } from 'alicloud-constructs-rehearsal';
import { Testing, type App } from 'cdktf';
import ts from 'typescript';

/** Something that exists in the simulated cloud. */
export interface Thing {
  readonly type: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a run of Terraform printed. */
export interface Run {
  readonly code: number;
  readonly text: string;
}

/** A program: what it puts into its App, or its text as a document shows it. */
export type Source = string | ((app: App) => void);

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/**
 * One simulated cloud for several programs, with their states, as an account has them: what the rehearsal's own steps do
 * to one program, one by one.
 */
export class SimulatedCloud {
  private constructor(
    private readonly cloud: RunningCloud,
    private readonly root: string,
  ) {}

  static async start(options: CloudOptions = {}): Promise<SimulatedCloud> {
    return new SimulatedCloud(await startCloud(options), mkdtempSync(join(tmpdir(), 'simulated-cloud-')));
  }

  /** Synthesises a program; programs of one name share states, as the versions of one program do. */
  write(program: string, source: Source): string {
    const outdir = join(this.root, program, 'cdktf.out');
    rmSync(outdir, { recursive: true, force: true });
    mkdirSync(outdir, { recursive: true });
    if (typeof source === 'string') {
      runIn(join(this.root, program), source);
    } else {
      // Plain stacks keep their state in the folder in which the program runs.
      inFolder(join(this.root, program), () => {
        const app = Testing.app({ outdir });
        source(app);
        app.synth();
      });
    }
    return outdir;
  }

  /** Applies every stack of a program, those first that others read from. */
  async apply(program: string, source: Source, only?: readonly string[]): Promise<void> {
    const out = this.write(program, source);
    for (const stack of stacksIn(out).filter((name) => only?.includes(name) ?? true)) {
      await this.must(out, stack, ['init', '-input=false']);
      await this.must(out, stack, ['apply', '-input=false', '-auto-approve']);
    }
  }

  /** Terraform's own plan of a stack, as it prints it. */
  async plan(program: string, stack: string, source: Source): Promise<string> {
    const out = this.write(program, source);
    await this.must(out, stack, ['init', '-input=false']);
    return (await this.must(out, stack, ['plan', '-input=false'])).replace(/^.*Refreshing state\.\.\..*\n/gm, '');
  }

  /** Destroys a stack as it was last written. */
  destroy(program: string, stack: string): Promise<Run> {
    return this.terraform(join(this.root, program, 'cdktf.out'), stack, ['destroy', '-input=false', '-auto-approve']);
  }

  /** The text of every state of a program, by its stack. */
  states(program: string): Readonly<Record<string, string>> {
    const folder = join(this.root, program);
    const files = readdirSync(folder).filter((file) => file.endsWith('.tfstate'));
    return Object.fromEntries(
      files.map((file) => [file.replace(/^terraform\.|\.tfstate$/g, ''), readFileSync(join(folder, file), 'utf8')]),
    );
  }

  /** Throws the states of a program away, and nothing else. */
  loseStates(program: string): void {
    const folder = join(this.root, program);
    readdirSync(folder)
      .filter((file) => /\.tfstate(?:\.backup)?$/.test(file))
      .forEach((file) => rmSync(join(folder, file)));
  }

  /** Throws the states of a program away: what it made is from now on something that somebody made by hand. */
  forget(program: string): void {
    rmSync(join(this.root, program), { recursive: true, force: true });
  }

  /** Everything that exists, in order of creation. */
  async things(type?: string): Promise<readonly Thing[]> {
    const { things } = JSON.parse(await this.cloud.save()) as { things: readonly Thing[] };
    return things.filter((one) => type === undefined || one.type === type);
  }

  /** Id of the one thing of a type. */
  async idOf(type: string): Promise<string> {
    const [first, ...more] = await this.things(type);
    if (first === undefined || more.length > 0) {
      throw new Error(`${more.length + (first ? 1 : 0)} things of type ${type}, expected one`);
    }
    return first.id;
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
    rmSync(this.root, { recursive: true, force: true });
  }

  private async must(out: string, stack: string, args: readonly string[]): Promise<string> {
    const { code, text } = await this.terraform(out, stack, args);
    if (code !== 0) {
      throw new Error(`terraform ${args[0]} of ${stack}:\n${text}`);
    }
    return text;
  }

  private terraform(out: string, stack: string, args: readonly string[]): Promise<Run> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.env.TERRAFORM_BINARY_NAME ?? 'terraform', [...args, '-no-color'], {
        cwd: join(out, 'stacks', stack),
        env: { ...process.env, TF_IN_AUTOMATION: '1', ...this.cloud.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(said).toString('utf8') }));
    });
  }
}

/** Runs the text of a program in a folder, as `npx tsx main.ts` there would. */
function runIn(folder: string, code: string): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  inFolder(folder, () =>
    new Function('require', 'exports', 'process', outputText)(require, {}, { ...process, env: {} }),
  );
}

function inFolder(folder: string, act: () => void): void {
  const cwd = process.cwd();
  process.chdir(folder);
  try {
    act();
  } finally {
    process.chdir(cwd);
  }
}

/** The lines of a plan that say what becomes of what, and its sum. */
export function sumOf(plan: string): string {
  return [...plan.matchAll(/^ {2}# .*$|^Plan: .*$|^No changes\..*$/gm)].map(([line]) => line).join('\n');
}

/** Names of the stacks in a folder, each after what it depends on. */
function stacksIn(out: string): readonly string[] {
  const { stacks } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  const ordered: string[] = [];
  const take = (name: string): void => {
    if (!ordered.includes(name)) {
      stacks[name]!.dependencies.forEach(take);
      ordered.push(name);
    }
  };
  readdirSync(join(out, 'stacks')).sort().forEach(take);
  return ordered;
}

/** What a plan would do to each thing: its lines that change something, and the sum. */
export function changesIn(plan: string): string {
  const start = plan.indexOf('Terraform will perform the following actions:');
  return plan
    .slice(start < 0 ? 0 : plan.indexOf('\n', start) + 1)
    .split('\n')
    .filter((line) => /^ {2}# | {2}[~+-] |^ +[-~+/]+ resource |^ +}$|^Plan: |^No changes/.test(line))
    .filter((line) => !/\(known after apply\)$/.test(line))
    .filter(
      (line, index, lines) => !(/^ {8,}}$/.test(line) && !/{$/.test(lines[index - 1] ?? '') && !opened(lines, index)),
    )
    .join('\n')
    .trim();
}

/** Whether a closing brace closes a block that is shown. */
function opened(lines: readonly string[], index: number): boolean {
  const depth = /^ */.exec(lines[index]!)![0].length;
  const before = lines.slice(0, index).reverse();
  const opening = before.find((line) => /{$/.test(line) && /^ */.exec(line)![0].length <= depth);
  return opening !== undefined && /^ */.exec(opening)![0].length >= depth - 2 && !/ resource /.test(opening);
}

/** The errors of a run, each once and without its ids, sorted: what Terraform does side by side has no order. */
export function errorsIn(text: string): string {
  const errors = [
    ...text.matchAll(
      /Error: ([^\n]*)\n[\s\S]*?\n(?:│ )?\s*(\w[^\n]*(?:DependencyViolation|OperationDenied)[^\n]*|(?:DependencyViolation|OperationDenied)[^\n]*)/g,
    ),
  ];
  const lines = errors.map(([, what, why]) => `Error: ${what}: ${why!.trim()}`);
  return [...new Set(lines.map((line) => line.replace(/\b([a-z]+)-[a-z0-9]{15,}\b|\bc5eed[0-9a-f]{28}\b/g, '$1...')))]
    .sort()
    .join('\n');
}
