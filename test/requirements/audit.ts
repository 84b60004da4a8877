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
  const declared = new Map<string, readonly DeclaredTest[]>();
  const testsIn = (file: string, code: string): readonly DeclaredTest[] => {
    const known = declared.get(file) ?? declaredTests(code);
    declared.set(file, known);
    return known;
  };
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
      ...(row === undefined || rowsOf(file, code, read).has(row) ? [] : [`${named} has no row "${row}"`]),
    ];
  };
}

const whole = ({ groups, title }: DeclaredTest): string => [...groups, title].join(' > ');

/** The texts and keys from which a file, and those that it imports by path, can make rows. */
function rowsOf(file: string, code: string, read: Repository['read']): ReadonlySet<string> {
  const own = textsIn(code);
  const imported = [...own]
    .filter((text) => text.startsWith('.'))
    .map((path) => `${relative('.', join(dirname(file), path))}.ts`)
    .flatMap((path) => read(path) ?? []);
  return new Set([...own, ...imported.flatMap((one) => [...textsIn(one)])]);
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
