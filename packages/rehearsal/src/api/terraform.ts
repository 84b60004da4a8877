import { spawn, type ChildProcess } from 'node:child_process';

/** A message of Terraform's to the user. */
export interface Message {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource. */
  readonly address?: string;
}

export interface PlannedChange {
  readonly address: string;
  readonly action: string;
}

/** What a run of Terraform came to. */
export interface Outcome {
  readonly code: number;
  readonly messages: readonly Message[];
  readonly planned: readonly PlannedChange[];
  readonly drift: readonly PlannedChange[];
  readonly counts: { readonly add: number; readonly change: number; readonly remove: number };
}

/** One line of `-json` output. */
interface Line {
  readonly type?: string;
  readonly diagnostic?: Message;
  readonly change?: { readonly resource: { readonly addr: string }; readonly action: string };
  readonly changes?: { readonly add: number; readonly change: number; readonly remove: number };
}

/** Variables of the user's shell that would lead a run astray. */
const ASTRAY = /^TF_(?:DATA_DIR|WORKSPACE|CLI_ARGS.*|PLUGIN_CACHE_DIR|LOG.*|REATTACH_PROVIDERS|INPUT|CLI_CONFIG_FILE)$/;

const clean = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !ASTRAY.test(name)));

/** Runs `terraform` in a folder. */
export function terraform(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  started: (child: ChildProcess) => void = () => undefined,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.TERRAFORM_BINARY_NAME ?? 'terraform', args, {
      cwd: folder,
      env: { ...clean(process.env), TF_IN_AUTOMATION: '1', TF_INPUT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started(child);
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error) =>
      reject((error as NodeJS.ErrnoException).code === 'ENOENT' ? new Error('terraform is not on the PATH') : error),
    );
    child.on('close', (code, signal) =>
      resolve(outcome(code ?? 1, signal, Buffer.concat(out).toString('utf8'), Buffer.concat(errors).toString('utf8'))),
    );
  });
}

function outcome(code: number, signal: string | null, out: string, errors: string): Outcome {
  const messages: Message[] = [];
  const planned: PlannedChange[] = [];
  const drift: PlannedChange[] = [];
  let counts = { add: 0, change: 0, remove: 0 };
  for (const line of linesOf(out)) {
    if (line.diagnostic) {
      messages.push(line.diagnostic);
    } else if (line.type === 'change_summary' && line.changes) {
      counts = line.changes;
    } else if (line.change && (line.type === 'planned_change' || line.type === 'resource_drift')) {
      const change = { address: line.change.resource.addr, action: line.change.action };
      (line.type === 'planned_change' ? planned : drift).push(change);
    }
  }
  if (signal !== null) {
    messages.push({ severity: 'error', summary: 'terraform was killed', detail: signal });
  }
  if (code !== 0 && messages.every(({ severity }) => severity !== 'error') && errors.trim() !== '') {
    messages.push({ severity: 'error', summary: 'terraform failed', detail: errors.trim() });
  }
  return { code, messages, planned, drift, counts };
}

function linesOf(out: string): Line[] {
  // validate prints one object, the others one line per event.
  if (out.startsWith('{\n')) {
    const { diagnostics = [] } = JSON.parse(out) as { diagnostics?: Message[] };
    return diagnostics.map((diagnostic) => ({ diagnostic }));
  }
  return out.split('\n').flatMap((text) => {
    try {
      return text.startsWith('{') ? [JSON.parse(text) as Line] : [];
    } catch {
      return [];
    }
  });
}
