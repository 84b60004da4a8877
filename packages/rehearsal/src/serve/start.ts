import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BUILT_IN, withoutHost } from '../schema/load';
import type { Mode } from './context';
import { FaultPlan, type Fault } from './faults';
import type { Call } from './log';
import type { Asks, FromWorker, Served, Signal, ToWorker, WorkerOptions } from './protocol';

/** How to start a simulated cloud. */
export interface CloudOptions {
  /** @default all four built-in providers */
  readonly providers?: readonly string[];
  /** Further providers: files of `terraform providers schema -json`. */
  readonly schemaFiles?: readonly string[];
  /** Sources as configurations write them, when they name a host of their own: Terraform then asks for that host's provider. */
  readonly sources?: readonly string[];
  /** @default 'strict' */
  readonly mode?: Mode;
  /** Failures on demand. */
  readonly faults?: readonly Fault[];
  /** Names of rules that this cloud does not have; each refusal shows the name of its rule. */
  readonly silencedRules?: readonly string[];
  /** The only types and data sources to serve: a small schema makes Terraform faster. @default all */
  readonly types?: readonly string[];
  /** A cloud saved by {@link RunningCloud.save}. */
  readonly cloud?: string;
}

/** A simulated cloud that Terraform can attach to. */
export interface RunningCloud {
  /** Set these for every Terraform that shall attach. */
  readonly env: Readonly<Record<string, string>>;
  readonly served: readonly Served[];
  /** Every call so far. */
  calls(): Promise<readonly Call[]>;
  /** The cloud as JSON text. */
  save(): Promise<string>;
  /** Other faults from now on; they count from the start, and so does the log. */
  arm(faults: readonly Fault[]): Promise<void>;
  /** How many calls a fault has struck since then. */
  struck(): Promise<number>;
  /** Becomes a cloud saved before. */
  load(cloud: string): Promise<void>;
  /** Starts what a fault has killed. Needed before the next Terraform after a cut. */
  mend(): Promise<void>;
  /** What to do when a fault wants Terraform to get a signal. One listener; the last one counts. */
  onSignal(listener: (signal: Signal) => void): void;
  stop(): Promise<void>;
}

const PROTOCOL_VERSION = 6;

/** The worker is compiled; next to sources (under a test runner) it is found in the build output. */
function workerFile(): string {
  const here = join(__dirname, 'worker.js');
  const built = join(__dirname, '..', '..', 'dist', 'serve', 'worker.js');
  const file = [here, built].find(existsSync);
  if (!file) {
    throw new Error('the rehearsal is not built: run its build script first');
  }
  return file;
}

function reattach(served: readonly Served[], sources: readonly string[]): string {
  const entries = served.flatMap(({ address, port }) => {
    const reattachment = {
      Protocol: 'grpc',
      ProtocolVersion: PROTOCOL_VERSION,
      // Terraform watches this process; the thread lives in ours.
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'tcp', String: `127.0.0.1:${port}` },
    };
    const names = [address, ...sources.filter((source) => hasHost(source) && withoutHost(source) === address)];
    return names.map((name) => [name, reattachment] as const);
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/** `host/namespace/type`. */
const hasHost = (source: string): boolean => source.split('/').length === 3;

/** Starts the providers in a thread of their own. */
export async function startCloud(options: CloudOptions = {}): Promise<RunningCloud> {
  const workerData: WorkerOptions = {
    providers: options.providers ?? Object.keys(BUILT_IN),
    schemaFiles: options.schemaFiles ?? [],
    mode: options.mode ?? 'strict',
    faults: options.faults ?? [],
    silencedRules: options.silencedRules ?? [],
    types: options.types,
    cloud: options.cloud,
  };
  // Wrong faults are refused here, where the caller sees them.
  new FaultPlan(workerData.faults);
  const worker = new Worker(workerFile(), { workerData });
  const waiting = new Map<number, (value: unknown, error?: string) => void>();
  let signalled = (_signal: Signal): void => undefined;
  const served = await new Promise<readonly Served[]>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) {
        resolve(message.ready);
      } else if ('failed' in message) {
        reject(new Error(message.failed));
      } else if ('signal' in message) {
        signalled(message.signal);
      } else {
        const answered = waiting.get(message.answer);
        waiting.delete(message.answer);
        if ('error' in message) {
          answered?.(undefined, message.error);
        } else {
          answered?.(message.value);
        }
      }
    });
  });
  // An idle cloud keeps nobody from ending.
  worker.unref();
  let next = 0;
  const ask = <Name extends keyof Asks>(name: Name, given?: Asks[Name]['with']): Promise<Asks[Name]['gives']> =>
    new Promise((resolve, reject) => {
      const id = next++;
      worker.ref();
      waiting.set(id, (value, error) => {
        worker.unref();
        if (error === undefined) {
          resolve(value as Asks[Name]['gives']);
        } else {
          reject(new Error(error));
        }
      });
      worker.postMessage({ id, ask: name, with: given } as ToWorker);
    });
  return {
    env: {
      TF_REATTACH_PROVIDERS: reattach(served, options.sources ?? []),
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: devNull,
    },
    served,
    calls: () => ask('calls'),
    save: () => ask('save'),
    arm: async (faults) => void (await ask('arm', faults)),
    struck: () => ask('struck'),
    load: async (cloud) => void (await ask('load', cloud)),
    mend: async () => void (await ask('mend')),
    onSignal: (listener) => void (signalled = listener),
    stop: async () => {
      await ask('stop');
      await worker.terminate();
    },
  };
}
