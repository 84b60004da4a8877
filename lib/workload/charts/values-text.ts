import { Fn } from 'cdktf';
import { Document, visit, type Scalar } from 'yaml';
import { joined, literal } from '../../core/literal';
import { isToken } from '../../core/tokens';

/** Data as YAML holds it; a token may stand for any part of it. */
export type PlainData =
  string | number | boolean | null | readonly PlainData[] | { readonly [key: string]: PlainData | undefined };

/** A word that YAML writes bare, and that no data holds. */
const mark = (index: number) => `__value_known_at_apply_${index}__`;
const MARK = /__value_known_at_apply_(\d+)__/g;

/**
 * Data as the YAML text that a chart takes as its values: readable in a plan line by line. Tokens become JSON when they are
 * known, which YAML reads as the value it is, whatever is in it. What looks like a template of Terraform's stays text.
 */
export function valuesText(data: PlainData): string {
  const tokens: string[] = [];
  const marked = replaceTokens(data, (token) => {
    tokens.push(Fn.jsonencode(token));
    return mark(tokens.length - 1);
  });
  // YAML 1.1 is what helm reads: there `no`, `on` and 012 have to stand in quotes to be text.
  const document = new Document(marked, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, { Scalar: (_, node) => quoteSpecial(node) });
  const text = document.toString({ lineWidth: 0 });
  return literal(text.trimEnd()).replace(MARK, (_, index: string) => tokens[Number(index)]!);
}

/** Quotes what the writer leaves bare: a key that reads as a merge, and white space at the end of a block of lines. */
function quoteSpecial(node: Scalar): void {
  const { value } = node;
  if (value === '<<') {
    node.tag = 'tag:yaml.org,2002:str';
  }
  if (typeof value === 'string' && (value === '<<' || (value.includes('\n') && !/\S\n?$/.test(value)))) {
    node.type = 'QUOTE_DOUBLE';
  }
}

/** A copy of the data with something else in the place of every token; members that are `undefined` are left out. */
function replaceTokens(data: unknown, replace: (token: unknown) => unknown): unknown {
  if (typeof data === 'string' && isToken(data)) {
    return replace(joined(data));
  }
  if (isToken(data) || isMapToken(data)) {
    return replace(data);
  }
  if (Array.isArray(data)) {
    return data.map((one) => replaceTokens(one, replace));
  }
  if (typeof data === 'object' && data !== null) {
    const members = Object.entries(data).filter(([, value]) => value !== undefined);
    return Object.fromEntries(members.map(([key, value]) => [key, replaceTokens(value, replace)]));
  }
  return data;
}

/** A token that stands for a whole map is an object whose one key is the token. */
function isMapToken(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.keys(data).some(isToken);
}
