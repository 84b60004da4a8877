/** What the configuration of a component can hold. */
export type ComponentValue =
  string | number | boolean | readonly ComponentValue[] | { readonly [key: string]: ComponentValue | undefined };

/**
 * The configuration of a component as the provider reads it back: compact, keys sorted, and `<`, `>`, `&` and the two
 * line separators escaped, as Go's encoder does. Any other spelling of the same value would be a difference in every
 * plan. A key whose value is `undefined` is left out; tokens stay tokens.
 */
export function componentJson(value: ComponentValue): string {
  if (Array.isArray(value)) {
    return `[${value.map(componentJson).join(',')}]`;
  }
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter((member): member is [string, ComponentValue] => member[1] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${text(key)}:${componentJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return typeof value === 'string' ? text(value) : JSON.stringify(value);
}

function text(value: string): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
