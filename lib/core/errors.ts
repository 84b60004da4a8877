import type { IConstruct } from 'constructs';
import type { Code } from './codes';

/**
 * One thing that is wrong with the input, as plain data. Pure planners return these; constructs and the App throw
 * them, all at once, as one {@link InputError}.
 */
export interface Problem {
  /** Stable code, listed in `docs/errors.md`; branch on this, never on the text. */
  readonly code: Code;
  /** What is wrong, as a sentence that names the prop: `vpcCidr "10.0.3.1/16" has host bits set`. */
  readonly what: string;
  /** The value that was given. */
  readonly value?: unknown;
  /** The edit that mends it, in the words of the program: `write vpcCidr: "10.0.0.0/16"`. */
  readonly fix: string;
  /** Path of the construct in the tree; filled in from the construct that throws when it is left out. */
  readonly path?: string;
  /** Id of the practice, for the code `practice`; `docs/practices.md` lists them. */
  readonly practice?: string;
}

/** A {@link Problem} whose construct is known. */
export interface LocatedProblem extends Problem {
  readonly path: string;
}

/**
 * The one error that this library throws for wrong input. It is raised before any file is written and carries every
 * problem that was found, each with a code, the construct's path, the value and the edit that mends it.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly LocatedProblem[];

  constructor(path: string, problems: readonly Problem[]) {
    const located = problems.map((problem) => Object.freeze({ ...problem, path: problem.path ?? path }));
    super(message(located));
    this.problems = Object.freeze(located);
  }

  /** Code of the first problem. */
  get code(): Code {
    return this.problems[0]!.code;
  }

  /** Path of the construct with the first problem. */
  get path(): string {
    return this.problems[0]!.path;
  }
}

function message(problems: readonly LocatedProblem[]): string {
  const lines = problems.map(({ code, path, what, fix }) => `${path}: ${what} [${code}]\n  fix: ${fix}`);
  return problems.length === 1 ? lines[0]! : [`${problems.length} problems`, ...lines].join('\n');
}

/**
 * Throws one {@link InputError} with all the problems, or does nothing when there are none.
 *
 * @param at the construct that was asked for the impossible, or its path while it does not exist yet
 */
export function reject(at: IConstruct | string, problems: readonly Problem[]): void {
  if (problems.length > 0) {
    throw new InputError(typeof at === 'string' ? at : at.node.path, problems);
  }
}

/** What the framework writes in the place of a value that only Terraform knows. */
const TOKEN = /\$\{TfToken\[[^\]]*\]\}/g;

/** A value as it should be quoted in an error: JSON where that says it, otherwise the value's own text, or its type. */
export function quote(value: unknown): string {
  if (typeof value === 'number' || value === undefined) {
    return String(value);
  }
  try {
    return typeof value === 'function'
      ? `function ${value.name}`
      : (JSON.stringify(value) ?? String(value)).replace(TOKEN, '<known at apply>');
  } catch {
    // A construct, which holds itself; a number of another kind.
    const { path } = (Object(value) as { node?: { path?: unknown } }).node ?? {};
    return typeof value === 'bigint'
      ? `${value}n`
      : path === undefined
        ? 'of a type of its own'
        : `construct "${path}"`;
  }
}
