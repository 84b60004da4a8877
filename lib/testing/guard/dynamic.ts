import { isList, isObject, type Fields, type Value } from './terms';

/** Resolves a value of the stack that the blocks are in. */
type Resolve = (value: unknown) => Value;

/**
 * Attributes with `dynamic` blocks written out, where what they loop over is in the program; where it is not, a text stands for
 * the blocks that is another one when anything about them changes.
 */
export function writtenOut(attributes: Readonly<Record<string, unknown>>, resolve: Resolve): Record<string, unknown> {
  const { dynamic, ...own } = attributes;
  const plain = Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, inside(value, resolve)] as const),
  ) as Record<string, unknown>;
  for (const [name, loop] of loopsIn(dynamic)) {
    const blocks = [loop].flat().map((one) => blocksOf(name, one as Loop, resolve));
    const known = blocks.every((one) => Array.isArray(one));
    const before = plain[name] === undefined ? [] : [plain[name]].flat();
    plain[name] = known
      ? [...before, ...blocks.flat()]
      : `\${concat(${JSON.stringify([...before, ...blocks].map((one) => resolve(one)))})}`;
  }
  return plain;
}

interface Loop {
  readonly for_each?: unknown;
  readonly iterator?: string;
  readonly content?: unknown;
}

const loopsIn = (dynamic: unknown): readonly (readonly [string, unknown])[] =>
  [dynamic ?? []].flat().flatMap((one) => Object.entries(one as object));

function inside(value: unknown, resolve: Resolve): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => inside(one, resolve));
  }
  return isObject(value) && JSON.stringify(value).includes('"dynamic"') ? writtenOut(value, resolve) : value;
}

/** The blocks of one loop, or what goes into them. */
function blocksOf(name: string, { for_each: each, iterator = name, content }: Loop, resolve: Resolve): unknown {
  const over = itemsOf(resolve(each ?? []));
  return over === undefined
    ? { for_each: resolve(each), content }
    : over.map(([key, value]) => inside(put(content, iterator, { key, value }), resolve));
}

function itemsOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  const set = typeof value === 'string' ? /^\$\{\s*to(?:set|list)\((\[[^()]*\])\)\s*\}$/s.exec(value)?.[1] : undefined;
  const all = set === undefined ? value : parsed(set);
  if (isList(all)) {
    return all.map((one, at) => [set === undefined ? at : one, one] as const);
  }
  return isObject(all) ? Object.entries(all) : undefined;
}

function parsed(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** A content with the loop's `key` and `value` put in. */
function put(content: unknown, iterator: string, item: Fields): unknown {
  if (Array.isArray(content)) {
    return content.map((one: unknown) => put(one, iterator, item));
  }
  if (typeof content === 'object' && content !== null) {
    return Object.fromEntries(Object.entries(content).map(([key, one]) => [key, put(one, iterator, item)] as const));
  }
  return typeof content === 'string' ? putInto(content, iterator, item) : content;
}

function putInto(text: string, iterator: string, item: Fields): unknown {
  const mention = new RegExp(`(?<![\\w.])${iterator}\\.(key|value)((?:\\.\\w+|\\["[^"]*"\\])*)`, 'g');
  const read = (name: string, steps: string): Value | undefined =>
    [...steps.matchAll(/\.(\w+)|\["([^"]*)"\]/g)].reduce<Value | undefined>((value, [, dotted, quoted]) => {
      const step = dotted ?? quoted!;
      return isList(value) ? value[Number(step)] : isObject(value) ? value[step] : undefined;
    }, item[name]);
  const whole = new RegExp(`^\\$\\{\\s*${mention.source}\\s*\\}$`).exec(text);
  if (whole !== null) {
    return read(whole[1]!, whole[2]!) ?? null;
  }
  return text.replace(/\$\{[^{}]*\}/g, (expression) =>
    expression.replace(mention, (_, name: string, steps: string) => codeOf(read(name, steps) ?? null)),
  );
}

/** A value in code; a text that is nothing but an expression is that. */
const codeOf = (value: Value): string =>
  typeof value === 'string' && /^\$\{[^{}]*\}$/.test(value) ? value.slice(2, -1) : JSON.stringify(value);
