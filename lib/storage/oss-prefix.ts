import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** Problem with text that object names are to begin with; none for `undefined` and tokens. */
export function prefixProblems(prop: string, prefix: string | undefined): Problem[] {
  if (prefix === undefined || isToken(prefix)) {
    return [];
  }
  const wrong =
    typeof prefix !== 'string' || prefix === ''
      ? 'is empty'
      : /^[/\\]/.test(prefix)
        ? 'begins with a slash; names of objects do not'
        : /[*?]/.test(prefix)
          ? 'holds a wildcard'
          : /["\\\p{Cc}]|[$%]\{/u.test(prefix)
            ? 'holds a quote, a backslash, a control character or the beginning of a template'
            : prefix.length > 1023
              ? 'has more than 1023 characters'
              : undefined;
  const what = `${prop} ${quote(prefix)} ${wrong}`;
  const fix = `write ${prop}: "uploads/", or leave it out`;
  return wrong === undefined ? [] : [{ code: 'prefix-invalid', what, value: prefix, fix }];
}
