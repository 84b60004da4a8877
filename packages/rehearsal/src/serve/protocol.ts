import type { Mode } from './context';
import type { Fault } from './faults';

/** What the worker is started with. */
export interface WorkerOptions {
  /** Addresses of built-in providers. */
  readonly providers: readonly string[];
  /** Files of `terraform providers schema -json`. */
  readonly schemaFiles: readonly string[];
  readonly mode: Mode;
  readonly faults: readonly Fault[];
  /** A saved cloud. */
  readonly cloud?: string;
}

export interface Served {
  readonly address: string;
  /** Version of the provider whose schema this is; empty for a file of the user's. */
  readonly version: string;
  readonly port: number;
}

export interface ToWorker {
  readonly id: number;
  readonly ask: 'calls' | 'save' | 'stop';
}

export type FromWorker =
  | { readonly ready: readonly Served[] }
  | { readonly failed: string }
  | { readonly answer: number; readonly value: unknown };
