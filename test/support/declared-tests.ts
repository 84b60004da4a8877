import ts from 'typescript';

/** A test as a file declares it, read without running it. */
export interface DeclaredTest {
  /** As written: the placeholders of `each` and of a template (`${...}`) stay. */
  readonly title: string;
  /** The titles of the groups around it, the outermost first. */
  readonly groups: readonly string[];
  /** It runs: neither it nor a group around it is skipped, to be done, or expected to fail. */
  readonly runs: boolean;
  /** Its body expects something, itself or by a function whose name says so. */
  readonly expects: boolean;
}

const MAKERS = /^(?:it|test)$/;
const LEFT_OUT_MAKERS = /^(?:xit|xtest)$/;
const GROUPS = /^(?:describe|xdescribe)$/;
/** What the linter takes for an assertion too (`jest/expect-expect`). */
const ASSERTIONS = /^(?:expect\w*|check\w*|succeeds)$|^fc\.assert$/;
const NOT_RUN = new Set(['skip', 'todo', 'failing']);

/** The tests of a file, in its order. */
export function declaredTests(code: string): readonly DeclaredTest[] {
  const source = ts.createSourceFile('a.test.ts', code, ts.ScriptTarget.Latest, true);
  return testsIn(source, source, { groups: [], runs: true });
}

interface Around {
  readonly groups: readonly string[];
  readonly runs: boolean;
}

function testsIn(node: ts.Node, source: ts.SourceFile, around: Around): DeclaredTest[] {
  const made = ts.isCallExpression(node) ? declaration(node) : undefined;
  const inside = (within: Around): DeclaredTest[] => {
    const found: DeclaredTest[] = [];
    ts.forEachChild(node, (child) => void found.push(...testsIn(child, source, within)));
    return found;
  };
  if (!made) {
    return inside(around);
  }
  const runs = around.runs && made.runs;
  if (made.group) {
    return inside({ groups: [...around.groups, made.title], runs });
  }
  return [{ title: made.title, groups: around.groups, runs, expects: made.body !== undefined && expects(made.body) }];
}

interface Declaration {
  readonly group: boolean;
  readonly title: string;
  readonly runs: boolean;
  readonly body: ts.Node | undefined;
}

/** What `test('title', body)`, `test.each(rows)('title', body)` and their like declare; nothing for other calls. */
function declaration(call: ts.CallExpression): Declaration | undefined {
  const [maker, ...words] = wordsOf(call.expression);
  const [first, body] = call.arguments;
  // The call that takes the rows of `each` has no title: the call of what it returns has.
  if (!maker || !first || words.at(-1) === 'each') {
    return undefined;
  }
  const group = GROUPS.test(maker);
  if (!group && !MAKERS.test(maker) && !LEFT_OUT_MAKERS.test(maker)) {
    return undefined;
  }
  const runs = !maker.startsWith('x') && !words.some((word) => NOT_RUN.has(word));
  return { group, title: titleOf(first), runs, body };
}

/** `test.skip.each(rows)` and `` test.each`rows` `` as test, skip, each and as test, each, with what stands between left out. */
function wordsOf(callee: ts.Expression): readonly string[] {
  if (ts.isIdentifier(callee)) {
    return [callee.text];
  }
  if (ts.isPropertyAccessExpression(callee)) {
    const before = wordsOf(callee.expression);
    return before.length === 0 ? [] : [...before, callee.name.text];
  }
  const called = ts.isCallExpression(callee) ? callee.expression : ts.isTaggedTemplateExpression(callee) && callee.tag;
  const words = called ? wordsOf(called) : [];
  return words.at(-1) === 'each' ? [...words, ''] : [];
}

function titleOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  // The marks around a template are no part of its title; any other expression is its own title.
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : node.getText();
}

function expects(body: ts.Node): boolean {
  if (ts.isCallExpression(body) && ASSERTIONS.test(body.expression.getText())) {
    return true;
  }
  return ts.forEachChild(body, (child) => expects(child) || undefined) ?? false;
}
