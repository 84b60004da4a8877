import { createHash } from 'node:crypto';
import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { any, choiceOf, needed } from '../../core/forms';
import { isToken } from '../../core/tokens';

/** What of a container is collected, as plain data. Create one with {@link LogSource}. */
export type LogSourceData =
  | { readonly kind: 'output' | 'stdout' | 'stderr' }
  | { readonly kind: 'files'; readonly path: string; readonly depth: number };

/** What of a container is collected. */
export const LogSource = Object.freeze({
  /** What it writes to its standard output and to its error output. */
  output: (): LogSourceData => Object.freeze({ kind: 'output' }),
  /** What it writes to its standard output only. */
  stdout: (): LogSourceData => Object.freeze({ kind: 'stdout' }),
  /** What it writes to its error output only. */
  stderr: (): LogSourceData => Object.freeze({ kind: 'stderr' }),
  /**
   * Files that it writes. Their directory becomes an empty volume of the Pod unless one is mounted there already: the
   * agent finds files in volumes, whichever way logs are collected.
   *
   * @param path absolute, such as `/var/log/shop/*.log`; `*` and `?` in the last part
   * @param options depth: how many directories below are looked through, 0 to 1000; 0 when left out. More than 0 needs
   *   `LogCollection.pipeline()`
   */
  files: (path: string, options: { readonly depth?: number } = {}): LogSourceData =>
    Object.freeze({ kind: 'files', path, depth: options?.depth ?? 0 }),
});

/** The form of a source. */
export const LOG_SOURCE_FORM = choiceOf(
  { output: {}, stdout: {}, stderr: {}, files: { path: needed(any, '"/var/log/shop/*.log"'), depth: any } },
  'LogSource.output(), LogSource.stdout(), LogSource.stderr(), LogSource.files("/var/log/shop/*.log")',
);

const PATH = /^(\/[A-Za-z0-9._-]+)+\/[A-Za-z0-9._*?-]+$/;
const MOST_DEPTH = 1000;

/** Everything that is wrong with a source. */
export function logSourceProblems(source: LogSourceData): Problem[] {
  return source.kind === 'files'
    ? [...pathProblems(source.path), ...wholeNumber('from.depth', source.depth, 0, MOST_DEPTH, 'directories')]
    : [];
}

function pathProblems(path: unknown): Problem[] {
  if (typeof path === 'string' && !isToken(path) && PATH.test(path) && !/\/\.\.?\//.test(path)) {
    return [];
  }
  const what = isToken(path)
    ? 'from: the path of the files is known only at apply; their directory becomes a volume'
    : `from: ${quote(path)} is no absolute path of files in a directory, with "*" and "?" in its last part only`;
  return [{ code: 'log-path', what, value: path, fix: 'write from: LogSource.files("/var/log/shop/*.log")' }];
}

/** The directory that files of a path are in. */
export function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** Longest name of a source, so that a volume can be called after it. */
const LONGEST = 40;

/** What a source is called in names: `output`, or the path of files in lower-case words, cut with a hash of the whole. */
export function sourceName(source: LogSourceData): string {
  const words = source.kind === 'files' ? source.path : source.kind;
  const name = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const hash = createHash('sha256').update(words).digest('hex').slice(0, 8);
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}

/** Whether two sources are, in part, the same lines. */
export function overlap(one: LogSourceData, other: LogSourceData): boolean {
  if (one.kind === 'files' || other.kind === 'files') {
    return one.kind === 'files' && other.kind === 'files' && sameFiles(one, other);
  }
  return one.kind === other.kind || one.kind === 'output' || other.kind === 'output';
}

type Files = Extract<LogSourceData, { readonly kind: 'files' }>;

function sameFiles(one: Files, other: Files): boolean {
  const [here, there] = [directoryOf(one.path), directoryOf(other.path)];
  const meet = here === there || isBelow(there, here, one.depth) || isBelow(here, there, other.depth);
  return meet && someNameFits(one.path.slice(here.length + 1), other.path.slice(there.length + 1));
}

/** Whether a directory is among those that are looked through below another. */
function isBelow(directory: string, top: string, depth: number): boolean {
  return directory.startsWith(`${top}/`) && directory.slice(top.length + 1).split('/').length <= depth;
}

/** Whether there is a file name that fits two patterns of `*` and `?`: from the ends to the begins of both. */
function someNameFits(one: string, other: string): boolean {
  const fits: boolean[][] = [];
  for (let i = one.length; i >= 0; i--) {
    const row = (fits[i] = Array<boolean>(other.length + 1).fill(false));
    for (let j = other.length; j >= 0; j--) {
      const [a, b] = [one.charAt(i), other.charAt(j)];
      const next = fits[i + 1] ?? [];
      const alike = a !== '' && b !== '' && (a === b || a === '?' || b === '?') && next[j + 1] === true;
      const byOne = a === '*' && (next[j] === true || (b !== '' && row[j + 1] === true));
      const byOther = b === '*' && (row[j + 1] === true || (a !== '' && next[j] === true));
      row[j] = (a === '' && b === '') || alike || byOne || byOther;
    }
  }
  return fits[0]![0]!;
}
