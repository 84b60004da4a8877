import type { Path } from '../cty/path';

/** A value on the wire. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

/** What Terraform prints. A path, where there is one, marks the exact line of the configuration. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly path?: Path;
}

/** Integers arrive as `number` or as a Long-like object, depending on their size. */
export type WireInt = number | { toNumber(): number };

export const toNumber = (value: WireInt): number => (typeof value === 'number' ? value : value.toNumber());

const wirePath = (path: Path): object => ({
  steps: path.map((step) =>
    typeof step === 'number'
      ? { elementKeyInt: step }
      : typeof step === 'string'
        ? { attributeName: step }
        : { elementKeyString: step.key },
  ),
});

/** Paths as attribute paths of the wire. */
export const wirePaths = (paths: readonly Path[]): object[] => paths.map(wirePath);

/** Diagnostics as messages of the wire. */
export const wireDiagnostics = (diagnostics: readonly Diagnostic[]): object[] =>
  diagnostics.map((one) => ({
    severity: one.severity === 'error' ? 1 : 2,
    summary: one.summary,
    detail: one.detail,
    attribute: one.path === undefined || one.path.length === 0 ? undefined : wirePath(one.path),
  }));
