/** A test that shows something of a requirement. */
export interface Shown {
  /** From the root of the repository. */
  readonly file: string;
  /** As the file has it; `group > title` where the file has the title more than once. */
  readonly title: string;
  /** Of a test of many rows, the one that shows it: a text that the file, or a file that it reads its rows from, holds. */
  readonly row?: string;
}

/** A part of what a requirement asks for: shown by tests, or missing for a reason. */
export type Part =
  { readonly part: string; readonly shown: readonly Shown[] } | { readonly part: string; readonly missing: string };

export interface Requirement {
  /** What is asked for, in one sentence of our own. */
  readonly asks: string;
  readonly parts: readonly Part[];
}

/** Requirements of one letter, numbered without a gap. */
export interface Family {
  readonly title: string;
  /** `N` in `N1`. */
  readonly letter: string;
  /** How many there are: the numbers go from 1 to this. */
  readonly count: number;
  readonly requirements: Readonly<Record<string, Requirement>>;
}

/** The tests of a file: `const cidr = testsOf('test/network/cidr.test.ts')`, then `cidr('a title')`. */
export const testsOf =
  (file: string) =>
  (title: string, row?: string): Shown => ({ file, title, ...(row === undefined ? {} : { row }) });

export const missing = (reason: string) => ({ missing: reason }) as const;

type Showing = Shown | readonly Shown[] | { readonly missing: string };

/** A requirement by its parts: each with the tests that show it. */
export function asks(what: string, parts: Readonly<Record<string, Showing>>): Requirement {
  return {
    asks: what,
    parts: Object.entries(parts).map(([part, showing]) =>
      'missing' in showing ? { part, missing: showing.missing } : { part, shown: [showing].flat() },
    ),
  };
}

/** A requirement of which nothing is built. */
export const notBuilt = (what: string): Requirement => asks(what, { all: missing('not built yet') });

const examples = testsOf('test/judge/examples.test.ts');
const beside = testsOf('test/judge/beside-a-cluster.test.ts');

/** The real Terraform accepts an example, applies it, plans again without a change, and destroys it. */
export const judgedExample = (name: string): Shown =>
  examples('Terraform accepts, applies, plans again without a change, and destroys the example %s', name);

/** The same of what stands in no example. */
export const judgedBeside = (what: string): Shown =>
  beside('Terraform accepts, applies, plans again without a change, and destroys %s', what);
