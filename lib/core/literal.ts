import { Fn, Token, Tokenization, type IResolvable } from 'cdktf';
import { isToken } from './tokens';

/** What begins a template in Terraform; the framework's own tokens look like one and stay. */
const TEMPLATE = /([$%])\{(?!TfToken\[)/g;

/**
 * Text as Terraform writes it back: `${HOME}` in a script or a configuration file is text and not a reference to
 * something of Terraform's. Tokens in it stay tokens.
 */
export function literal(text: string): string {
  return text.includes('{') ? text.replace(TEMPLATE, '$1$1{') : text;
}

/** A copy of data in which every text is {@link literal}. */
export function literals<T>(data: T): T {
  if (typeof data === 'string') {
    return literal(data) as T;
  }
  // Of lists and maps that are not known yet a copy will do: what stands for them is text, and stays.
  if (typeof data !== 'object' || data === null || Tokenization.isResolvable(data)) {
    return data;
  }
  return (
    Array.isArray(data)
      ? data.map(literals)
      : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, literals(value as unknown)]))
  ) as T;
}

/**
 * Text with tokens in it as one expression, to be the argument of a function; the framework would write quotes in the
 * text as they are.
 */
export function joined(text: string): string {
  const parts = Tokenization.reverseString(text).tokens.map(String);
  const rest = parts.reduce<string[]>(
    (pieces, token) => {
      const last = pieces.pop()!;
      const at = last.indexOf(token);
      return [...pieces, last.slice(0, at), token, last.slice(at + token.length)];
    },
    [text],
  );
  const pieces = rest.filter((piece) => piece !== '');
  return pieces.length === 1
    ? text
    : Fn.join(
        '',
        pieces.map((piece) => (isToken(piece) ? piece : quoted(piece))),
      );
}

/** A text literal of Terraform's language, to be the argument of a function. */
export function quoted(text: string): string {
  const unknown: Readonly<Record<string, string>> = { b: '\\u0008', f: '\\u000c' };
  const json = JSON.stringify(text).replace(/\\(.)/g, (escape, letter: string) => unknown[letter] ?? escape);
  const expression: IResolvable = { creationStack: [], resolve: () => literal(json), toString: () => json };
  return Token.asString(expression);
}
