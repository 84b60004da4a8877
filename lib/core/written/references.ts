/** A mention of a resource or data source in an expression of Terraform. */
export interface Reference {
  /** Address within the stack, such as `alicloud_vpc.main` or `data.alicloud_zones.all`. */
  readonly address: string;
  /** What is read of it, indices included, such as `id` or `metadata[0].name`; empty for the whole. */
  readonly attribute: string;
}

/** A reference and the attribute that holds it, as `vpc_id` or `rules.0.cidr`. */
export interface PlacedReference extends Reference {
  readonly at: string;
}

/** A resource's address followed by what is read of it; functions, locals and variables have no underscore and a dot. */
const TRAVERSAL = /(?<![\w.])((?:data\.[a-z]\w*|[a-z][a-z0-9]*_\w+)\.[A-Za-z_][\w-]*)((?:\.[\w-]+|\[[^\]]*\])*)/g;

/** Every reference in the expressions of a value, in the order of its attributes; each place once per reference. */
export function referencesIn(value: unknown, at = ''): readonly PlacedReference[] {
  if (typeof value === 'string') {
    return inText(value).map((reference) => ({ ...reference, at }));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => referencesIn(one, at === '' ? key : `${at}.${key}`));
  }
  return [];
}

/** References in a text of Terraform's JSON, where `${...}` is an expression and `$${` is not. */
function inText(text: string): readonly Reference[] {
  return expressionsIn(text).flatMap((expression) => {
    const { code, texts } = apart(expression);
    const own = [...code.matchAll(TRAVERSAL)].map(([, address, rest]) => ({
      address: address!,
      attribute: rest!.replace(/^\./, ''),
    }));
    return [...own, ...texts.flatMap(inText)];
  });
}

/** The outermost expressions of a template. */
function expressionsIn(text: string): readonly string[] {
  return templateParts(text).flatMap(({ expression }) => (expression === undefined ? [] : [expression]));
}

/** A template in parts: what stands as it is, and what is between `${` and `}`. */
export function templateParts(
  text: string,
): readonly ({ readonly text: string; readonly expression?: undefined } | { readonly expression: string })[] {
  const parts: ({ text: string } | { expression: string })[] = [];
  let kept = 0;
  for (let from = text.indexOf('${'); from >= 0; from = text.indexOf('${', from)) {
    if (text[from - 1] === '$') {
      from += 2;
      continue;
    }
    const end = endOf(text, from + 2);
    parts.push({ text: text.slice(kept, from) }, { expression: text.slice(from + 2, end) });
    from = end;
    kept = end + 1;
  }
  return [...parts, { text: text.slice(kept) }];
}

/** An expression in parts: code, and the texts in it between quotes. */
export function expressionParts(
  expression: string,
): readonly ({ readonly code: string; readonly quoted?: undefined } | { readonly quoted: string })[] {
  const parts: ({ code: string } | { quoted: string })[] = [];
  let from = 0;
  for (let at = expression.indexOf('"'); at >= 0; at = expression.indexOf('"', from)) {
    const end = endOfText(expression, at + 1);
    parts.push({ code: expression.slice(from, at) }, { quoted: expression.slice(at + 1, end) });
    from = end + 1;
  }
  return [...parts, { code: expression.slice(from) }];
}

/** Where the brace closes that was open before `from`; texts within are skipped with the templates in them. */
function endOf(text: string, from: number): number {
  let at = from;
  for (let depth = 1; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfText(text, at + 1);
    } else if (character === '{') {
      depth++;
    } else if (character === '}' && --depth === 0) {
      return at;
    }
  }
  return at;
}

/** Where the quote closes that was open before `from`. */
function endOfText(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text.startsWith('${', at) && text[at - 1] !== '$') {
      at = endOf(text, at + 2);
    } else if (text[at] === '"') {
      return at;
    }
  }
  return text.length;
}

/** An expression without its quoted texts, and these. */
function apart(expression: string): { readonly code: string; readonly texts: readonly string[] } {
  const parts = expressionParts(expression);
  return {
    code: parts.map((part) => (part.quoted === undefined ? (part as { code: string }).code : '""')).join(''),
    texts: parts.flatMap((part) => part.quoted ?? []),
  };
}
