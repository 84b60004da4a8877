import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BUILT_IN, withoutHost } from '../schema/load';
import type { Mode } from './context';
import type { Fault } from './faults';
import type { Call } from './log';
import type { FromWorker, Served, ToWorker, WorkerOptions } from './protocol';

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
    cloud: options.cloud,
  };
  const worker = new Worker(workerFile(), { workerData });
  const waiting = new Map<number, (value: unknown) => void>();
  const served = await new Promise<readonly Served[]>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) {
        resolve(message.ready);
      } else if ('failed' in message) {
        reject(new Error(message.failed));
      } else {
        waiting.get(message.answer)?.(message.value);
        waiting.delete(message.answer);
      }
    });
  });
  // An idle cloud keeps nobody from ending.
  worker.unref();
  let next = 0;
  const ask = <T>(what: ToWorker['ask']): Promise<T> =>
    new Promise((resolve) => {
      const id = next++;
      worker.ref();
      waiting.set(id, (value) => {
        worker.unref();
        resolve(value as T);
      });
      worker.postMessage({ id, ask: what } satisfies ToWorker);
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
    stop: async () => {
      await ask('stop');
      await worker.terminate();
    },
  };
}
