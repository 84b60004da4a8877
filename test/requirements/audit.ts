import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { declaredTests, type DeclaredTest } from '../support/declared-tests';
import type { Family, Shown } from './requirement';

/** The repository, as far as the audit asks it. */
export interface Repository {
  /** Files that Jest runs, from the root. */
  readonly tests: ReadonlySet<string>;
  /** The text of a file; nothing where there is none. */
  readonly read: (file: string) => string | undefined;
}

/** Everything that is wrong with what families say of a repository, a sentence each. */
export function problemsOf(families: readonly Family[], repository: Repository): readonly string[] {
  const showing = checker(repository);
  return families.flatMap((family) => [
    ...numbering(family),
    ...Object.entries(family.requirements).flatMap(([id, { asks, parts }]) => [
      ...(asks.trim() === '' || parts.length === 0 ? [`${id}: asks for nothing`] : []),
      ...parts.flatMap((part) => {
        const at = `${id}, ${part.part}`;
        if ('missing' in part) {
          return part.missing.trim() === '' ? [`${at}: missing without a reason`] : [];
        }
        return part.shown.length === 0
          ? [`${at}: no test and no reason`]
          : part.shown.flatMap((one) => showing(one).map((problem) => `${at}: ${problem}`));
      }),
    ]),
  ]);
}

/**
 * Requirements of which something is built, and none of it is shown by a test that lets Terraform judge: one whose file, or a
 * file that it imports by path, uses the rehearsal.
 */
export function unjudged(families: readonly Family[], { read }: Repository): readonly string[] {
  const judges = (file: string): boolean => {
    const code = read(file) ?? '';
    return [code, ...importedBy(file, code, read)].some((text) => text.includes("'alicloud-constructs-rehearsal'"));
  };
  return families
    .flatMap(({ requirements }) => Object.entries(requirements))
    .filter(([, { parts }]) => {
      const shown = parts.flatMap((part) => ('shown' in part ? part.shown : []));
      return shown.length > 0 && !shown.some(({ file }) => judges(file));
    })
    .map(([id]) => id);
}

/** Ids go from 1 to the last, in order, each once. */
function numbering({ letter, count, requirements }: Family): readonly string[] {
  const ids = Object.keys(requirements);
  const expected = Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
  return [
    ...expected.filter((id) => !ids.includes(id)).map((id) => `${id}: is not in the list`),
    ...ids.filter((id) => !expected.includes(id)).map((id) => `${id}: there is no such requirement`),
  ];
}

function checker({ tests, read }: Repository): (shown: Shown) => readonly string[] {
  const testsIn = once((_file, code) => declaredTests(code));
  const rowsIn = once((file, code) => rowsOf(file, code, read));
  return ({ file, title, row }) => {
    const code = read(file);
    if (code === undefined) {
      return [`${file} does not exist`];
    }
    if (!tests.has(file)) {
      return [`${file} is not run by Jest`];
    }
    const named = `"${title}" in ${file}`;
    const found = testsIn(file, code).filter((one) => one.title === title || whole(one) === title);
    const [test, other] = found;
    if (!test) {
      return [`${named} is no test`];
    }
    return [
      ...(other ? [`${named} is more than one test: name its group too`] : []),
      ...(test.runs ? [] : [`${named} is not run`]),
      ...(test.expects ? [] : [`${named} expects nothing`]),
      ...(row === undefined || rowsIn(file, code).has(row) ? [] : [`${named} has no row "${row}"`]),
    ];
  };
}

/** Reads a file once, however often it is named. */
function once<T>(reading: (file: string, code: string) => T): (file: string, code: string) => T {
  const known = new Map<string, T>();
  return (file, code) => {
    const found = known.get(file) ?? reading(file, code);
    known.set(file, found);
    return found;
  };
}

const whole = ({ groups, title }: DeclaredTest): string => [...groups, title].join(' > ');

/** The texts and keys from which a file, and those that it imports by path, can make rows. */
function rowsOf(file: string, code: string, read: Repository['read']): ReadonlySet<string> {
  return new Set([code, ...importedBy(file, code, read)].flatMap((one) => [...textsIn(one)]));
}

/** The text of files that a file imports by path. */
function importedBy(file: string, code: string, read: Repository['read']): readonly string[] {
  const paths = [...code.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, path]) => path!);
  return paths.flatMap((path) => read(`${relative('.', join(dirname(file), path))}.ts`) ?? []);
}

function textsIn(code: string): ReadonlySet<string> {
  const texts = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent))) {
      texts.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true));
  return texts;
}
