import type { IConstruct } from 'constructs';
import type { Code } from './codes';

/** Entry type under which the framework's tools look for warnings. */
const WARNING = '@cdktf/warn';

/**
 * Attaches a warning that `cdktf` and our own summary print. Without a stack trace: its machine paths would make the
 * manifest differ between machines.
 */
export function warn(at: IConstruct, code: Code, text: string): void {
  at.node.addMetadata(WARNING, `${text} [${code}]`, { stackTrace: false });
}

const WARNED = Symbol.for('alicloud-constructs/warnedOf');

/** Says of a resource that there is a warning of its type already, in better words than that the provider will drop it. */
export function warnedOf(resource: IConstruct): void {
  Object.defineProperty(resource, WARNED, { value: true });
}

/** Whether there is a warning of a resource's type already. */
export function isWarnedOf(resource: IConstruct): boolean {
  return (resource as { [WARNED]?: true })[WARNED] === true;
}

/** A warning and the path of its construct. */
export interface Warning {
  readonly path: string;
  readonly text: string;
}

/** Every warning in a tree, in tree order. */
export function warningsIn(root: IConstruct): readonly Warning[] {
  return root.node
    .findAll()
    .flatMap((construct) =>
      construct.node.metadata
        .filter((entry) => entry.type === WARNING)
        .map((entry) => ({ path: construct.node.path, text: String(entry.data) })),
    );
}
