const cache = new Map<string, RegExp | undefined>();

/**
 * A pattern of Go's regular expressions as one of JavaScript: scripts are spelled out (`\p{Han}`), and escapes that
 * JavaScript's Unicode mode refuses lose their backslash. `undefined` when it cannot be said: then nothing is judged.
 */
export function goRegExp(pattern: string): RegExp | undefined {
  if (!cache.has(pattern)) {
    cache.set(pattern, translate(pattern));
  }
  return cache.get(pattern);
}

function translate(pattern: string): RegExp | undefined {
  const [, flags = '', body = ''] = /^(?:\(\?([is]+)\))?([\s\S]*)$/.exec(pattern)!;
  const source = body
    .replace(/\\p\{([A-Z][a-z]{2,})\}/g, '\\p{Script=$1}')
    .replace(/\\z/g, '$')
    .replace(/\\A/g, '^')
    .replace(/\(\?P</g, '(?<')
    .replace(/\\([^\w\s\\^$.*+?()[\]{}|/-])/g, '$1')
    .replace(/\\([_'"])/g, '$1');
  try {
    return new RegExp(source, `u${flags}`);
  } catch {
    // Outside of a class, Unicode mode refuses an escaped dash.
    try {
      return new RegExp(source, flags);
    } catch {
      return undefined;
    }
  }
}
