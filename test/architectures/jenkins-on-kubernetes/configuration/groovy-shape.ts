/** A block of Groovy: what stands before its brace, and what is in it. */
export interface Block {
  readonly head: string;
  readonly blocks: readonly Block[];
  /** Statements directly in it, literals included as they are written. */
  readonly statements: readonly string[];
}

/** What a lexer of Groovy has to know of a text: literals, and where brackets open and close. */
const TOKEN = /'''(?:\\[^]|[^\\])*?'''|'(?:\\[^]|[^\\'\n])*'|\/\/[^\n]*|[{}()[\]]|[^'{}()[\]]/g;
const CLOSES: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[' };

/**
 * Reads a declarative pipeline or a script of Job DSL as blocks. Throws where a bracket is not closed, closes another one, or where
 * a literal does not end: what Groovy would refuse before anything else.
 */
export function groovyShape(text: string): Block {
  const open: string[] = [];
  const stack: { head: string; blocks: Block[]; statements: string[]; current: string }[] = [
    { head: '', blocks: [], statements: [], current: '' },
  ];
  let read = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    read += token.length;
    const top = stack.at(-1)!;
    const inCall = open.at(-1) === '(' || open.at(-1) === '[';
    if (token in CLOSES && open.pop() !== CLOSES[token]) {
      throw new Error(`"${token}" closes nothing, after ${text.slice(0, read).split('\n').length} lines`);
    }
    if (token === '{' && !inCall) {
      stack.push({ head: top.current.trim(), blocks: [], statements: [], current: '' });
      top.current = '';
    } else if (token === '}' && !(open.at(-1) === '(' || open.at(-1) === '[')) {
      stack.pop();
      const { head, blocks, statements } = ended(top);
      stack.at(-1)!.blocks.push({ head, blocks, statements });
    } else if (token === '\n' && !inCall) {
      ended(top);
    } else {
      top.current += token;
    }
    if ('{(['.includes(token)) {
      open.push(token);
    }
  }
  if (read !== text.length || open.length > 0) {
    throw new Error(`a literal or a bracket does not end: ${open.join(' ')} ${text.slice(read, read + 60)}`);
  }
  return ended(stack[0]!);
}

function ended<T extends { statements: string[]; current: string }>(block: T): T {
  if (block.current.trim() !== '') {
    block.statements.push(block.current.trim());
  }
  block.current = '';
  return block;
}

/** The block below another one by what stands before its brace; `stage('Approval')`, `agent`. */
export function blockOf(block: Block, ...heads: readonly string[]): Block {
  return heads.reduce((at, head) => {
    const found = at.blocks.find((one) => one.head === head || one.head === `stage('${head}')`);
    if (found === undefined) {
      throw new Error(`no "${head}" in "${at.head}", only ${at.blocks.map((one) => one.head).join(', ')}`);
    }
    return found;
  }, block);
}

/** What an expression of text literals, joined by `+`, is. */
export function groovyValue(expression: string): string {
  const literals = expression.match(/'(?:\\[^]|[^\\'])*'/g) ?? [];
  if (literals.join(' + ') !== expression) {
    throw new Error(`no literals: ${expression}`);
  }
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r' };
  return literals
    .map((one) => one.slice(1, -1).replace(/\\([^])/g, (_, letter: string) => escapes[letter] ?? letter))
    .join('');
}

/** The lines of a script that a seed job holds as a list of literals. */
export function embeddedScript(seedJob: string): string {
  const [, list = ''] = /script\(\[\n([^]*?)\n\s*\]\.join\('\\n'\)\)/.exec(seedJob) ?? [];
  return list
    .split('\n')
    .map((line) => `${groovyValue(line.trim().replace(/,$/, ''))}\n`)
    .join('');
}
