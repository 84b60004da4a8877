import { expressionParts, templateParts } from '../../core/written/references';
import type { WrittenStack } from '../../core/written/written';
import { at, ABSENT, stepsIn, type Step } from './steps';
import { canonical, isList, isObject, type Value } from './terms';

/** What a traversal stands for: a value that is known, or code that Terraform evaluates later. */
export type Read = { readonly literal: Value } | { readonly code: string };

/** Reads an attribute of a resource or data source; `undefined` for what is none of the stack's. */
export type Lookup = (stack: WrittenStack, address: string, steps: readonly Step[]) => Read | undefined;

/** What `each` and `count` are where a value stands. */
export interface Scope {
  readonly key?: string | number;
  readonly each?: Value;
}

/** A resource, data source, local value, variable or loop value, and the way into it; a place may be computed. */
const TRAVERSAL =
  /(?<![\w.])((?:data\.[a-z]\w*|[a-z][a-z0-9]*_\w+)\.[A-Za-z_][\w-]*|(?:local|var)\.[\w-]+|each\.(?:key|value)|count\.index)((?:\.(?:[\w-]+|\*)|\[(?:[^[\]]|\[[^[\]]*\])*\])*)/g;

const WHOLE = new RegExp(`^${TRAVERSAL.source}$`);

/** `[local.zone]`, but not `[0]`, `["a"]` or `[*]`; quotes of keys are `‹` and `›`. */
const COMPUTED = /\[(?!\s*(?:\d+|\*|‹[^›]*›)\s*\])((?:[^[\]]|\[[^[\]]*\])*)\]/g;

/** `%{ if local.on }` and `%{ for x in local.all }`. */
const DIRECTIVE = /(?<!%)%\{(?=~?\s*(?:if|for)\b)((?:[^{}]|\{[^{}]*\})*)\}/g;

/** Stands for the value of a variable that nobody may see. */
export type Hide = (name: string, value: Value) => string;

/** Reads values of a stack: what is known stands in them, the rest as code in one spelling. */
export class Expressions {
  constructor(
    private readonly stack: WrittenStack,
    private readonly lookup: Lookup,
    private readonly hide?: Hide,
  ) {}

  resolve(value: unknown, scope: Scope = {}): Value {
    if (typeof value === 'string') {
      return this.template(value, scope);
    }
    if (isList(value)) {
      return value.map((one) => this.resolve(one, scope));
    }
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(
          ([key, one]) => [String(this.resolve(key, scope)), this.resolve(one, scope)] as const,
        ),
      );
    }
    return (value ?? null) as Value;
  }

  private template(text: string, scope: Scope): Value {
    const inside = (_: string, code: string): string => `%{${String(inCode(this.expression(code, scope)))}}`;
    const directed = text.replace(DIRECTIVE, inside);
    if (!directed.includes('${')) {
      return directed;
    }
    const parts = templateParts(directed);
    const expressions = parts.filter(({ expression }) => expression !== undefined);
    if (expressions.length === 1 && parts.every((part) => part.expression !== undefined || part.text === '')) {
      const read = this.expression(expressions[0]!.expression!, scope);
      return 'literal' in read ? read.literal : `\${${read.code}}`;
    }
    return parts
      .map((part) => (part.expression === undefined ? part.text : inText(this.expression(part.expression, scope))))
      .join('');
  }

  private expression(raw: string, scope: Scope): Read {
    // Quotes of keys out of the way, so that a traversal is one piece.
    const text = raw.trim().replace(/(?<=[\w\])])\["([^"\\$]*)"\]/g, '[‹$1›]');
    const [, head, rest] = WHOLE.exec(text) ?? [];
    const whole = head === undefined ? undefined : this.traversal(head, rest!, scope);
    if (whole !== undefined) {
      return whole;
    }
    const code = expressionParts(text).map((part) =>
      part.quoted === undefined
        ? part.code.replace(TRAVERSAL, (same, one: string, steps: string) => {
            const read = this.traversal(one, steps, scope);
            return read === undefined ? same : inCode(read);
          })
        : `"${String(this.template(part.quoted, scope))}"`,
    );
    return settled(code.join(''));
  }

  private traversal(head: string, rest: string, scope: Scope): Read | undefined {
    const told = rest.replace(COMPUTED, (_, inner: string) => this.placed(inner, scope));
    const read = this.read(head, told, scope);
    const computed = told.match(COMPUTED)?.join('') ?? '';
    return read !== undefined && 'code' in read && computed !== '' && !read.code.endsWith(told)
      ? { code: `${read.code}${computed}` }
      : read;
  }

  /** A computed place, as a number or a key where it is known. */
  private placed(inner: string, scope: Scope): string {
    const read = this.expression(inner.replace(/‹([^›]*)›/g, '"$1"'), scope);
    if ('code' in read) {
      return `[${read.code}]`;
    }
    return typeof read.literal === 'number' ? `[${read.literal}]` : `[‹${String(read.literal)}›]`;
  }

  private read(head: string, rest: string, scope: Scope): Read | undefined {
    const steps = stepsIn(rest);
    if (head === 'each.key' || head === 'count.index') {
      return scope.key === undefined ? undefined : { literal: scope.key };
    }
    if (head === 'each.value') {
      return scope.each === undefined ? undefined : found(scope.each, steps, rest);
    }
    const [kind, name] = head.split('.') as [string, string];
    if (kind === 'local') {
      const locals = this.stack.json.locals as Readonly<Record<string, unknown>> | undefined;
      return locals?.[name] === undefined ? undefined : found(this.resolve(locals[name]), steps, rest);
    }
    if (kind === 'var') {
      const variables = this.stack.json.variable as Readonly<Record<string, Variable>> | undefined;
      const { default: usual, sensitive } = variables?.[name] ?? {};
      if (usual === undefined) {
        return undefined;
      }
      return sensitive && this.hide ? { code: `${this.hide(name, usual)}${rest}` } : found(usual, steps, rest);
    }
    return this.lookup(this.stack, head, steps);
  }
}

interface Variable {
  readonly default?: Value;
  readonly sensitive?: boolean;
}

/** What is there; where only Terraform can tell, the whole with the way into it, so that a change of either shows. */
function found(value: Value, steps: readonly Step[], rest: string): Read {
  const inner = at(value, steps);
  return inner === ABSENT ? { code: `${wholeCode(value)}${rest}` } : { literal: inner };
}

function wholeCode(value: Value): string {
  return typeof value === 'object' ? canonical(value) : inCode({ literal: value });
}

const inText = (read: Read): string =>
  'code' in read
    ? `\${${read.code}}`
    : typeof read.literal === 'object'
      ? `\${${JSON.stringify(read.literal)}}`
      : String(read.literal);

/** A literal inside of an expression; a text that is nothing but an expression is that. */
function inCode(read: Read): string {
  if ('code' in read) {
    return read.code;
  }
  const [, inner] = typeof read.literal === 'string' ? (/^\$\{([^{}"]*)\}$/.exec(read.literal) ?? []) : [];
  return inner ?? JSON.stringify(read.literal);
}

/** Code that is a literal, or one of two by a condition that is known. */
function settled(code: string): Read {
  const [, truth, yes, no] = CONDITION.exec(code) ?? [];
  const chosen = truth === undefined ? code : truth === 'true' ? yes! : no!;
  // A text without anything in it to evaluate is a literal.
  return /^"[^"\\$]*"$/.test(chosen)
    ? { literal: chosen.slice(1, -1) }
    : /^(?:-?\d+|true|false)$/.test(chosen)
      ? { literal: JSON.parse(chosen) as Value }
      : { code: elementOf(chosen) };
}

const PLAIN = '("[^"\\\\$]*"|-?\\d+|true|false)';
const CONDITION = new RegExp(`^(true|false)\\s*\\?\\s*${PLAIN}\\s*:\\s*${PLAIN}$`);

/** `element([a, b], 1)` is `b`, and so is `[a, b][1]`: what comes after it in the list does not matter. */
function elementOf(code: string): string {
  const [, list, index] = /^(?:element\()?\[([^[\](){}"]*)\](?:,\s*|\[)(\d+)[)\]]$/.exec(code) ?? [];
  const items = list?.split(/,\s*/);
  return items?.[Number(index) % items.length] ?? code;
}
