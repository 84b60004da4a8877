const compiled = new Map<string, RegExp | undefined>();

/**
 * A regular expression of Go as one of JavaScript. `undefined` when it cannot be said there: nothing is judged by it
 * then (a test says that every pattern of the data can be said).
 */
export function goPattern(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) {
    compiled.set(pattern, translated(pattern));
  }
  return compiled.get(pattern);
}

function translated(pattern: string): RegExp | undefined {
  const [, flags = '', body = ''] = /^(?:\(\?([is]+)\))?([\s\S]*)$/.exec(pattern)!;
  const source = body
    .replace(/\\p\{([A-Z][a-z]{2,})\}/g, '\\p{Script=$1}')
    .replace(/\\A/g, '^')
    .replace(/\\z/g, '$')
    .replace(/\(\?P</g, '(?<');
  // Unicode mode knows scripts and counts characters as Go does; it refuses some escapes that the older mode takes.
  return tried(withoutNeedlessEscapes(source), `u${flags}`) ?? tried(source, flags);
}

/** Go takes a backslash before any punctuation; Unicode mode only before what has a meaning. */
function withoutNeedlessEscapes(source: string): string {
  return source.replace(/\\([\s\S])/g, (whole, character: string) =>
    /[\w\\^$.*+?()[\]{}|/-]/.test(character) ? whole : character,
  );
}

function tried(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
