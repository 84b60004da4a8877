import type { Mode } from './context';
import type { Fault } from './faults';
import type { Call } from './log';

/** What the worker is started with. */
export interface WorkerOptions {
  /** Addresses of built-in providers. */
  readonly providers: readonly string[];
  /** Files of `terraform providers schema -json`. */
  readonly schemaFiles: readonly string[];
  readonly mode: Mode;
  readonly faults: readonly Fault[];
  readonly silencedRules: readonly string[];
  /** The only types and data sources that are served. */
  readonly types?: readonly string[];
  /** A saved cloud. */
  readonly cloud?: string;
}

export interface Served {
  readonly address: string;
  /** Version of the provider whose schema this is; empty for a file of the user's. */
  readonly version: string;
  readonly port: number;
}

/** What a cloud is asked for, and with what. */
export interface Asks {
  calls: { readonly with?: undefined; readonly gives: readonly Call[] };
  save: { readonly with?: undefined; readonly gives: string };
  stop: { readonly with?: undefined; readonly gives: null };
  /** Mends every line and starts what has died; the faults stay as they are. */
  mend: { readonly with?: undefined; readonly gives: null };
  /** Other faults from now on; the log begins anew. */
  arm: { readonly with: readonly Fault[]; readonly gives: null };
  /** Becomes another cloud. */
  load: { readonly with: string; readonly gives: null };
  struck: { readonly with?: undefined; readonly gives: number };
}

export type ToWorker = {
  [Name in keyof Asks]: { readonly id: number; readonly ask: Name; readonly with?: Asks[Name]['with'] };
}[keyof Asks];

export type FromWorker =
  | { readonly ready: readonly Served[] }
  | { readonly failed: string }
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly error: string }
  /** Terraform is to be sent this signal. */
  | { readonly signal: Signal };

export type Signal = 'SIGKILL' | 'SIGINT';
