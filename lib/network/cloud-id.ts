import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** Problem when an id is given, is no token, and does not begin as the ids of its kind do: `vpc-bp1...`. */
export function cloudIdProblems(prop: string, id: unknown, prefix: string): Problem[] {
  if (isToken(id) || (typeof id === 'string' && new RegExp(`^${prefix}-[A-Za-z0-9]+$`).test(id))) {
    return [];
  }
  const what = `${prop} ${quote(id)} is not an id that begins with "${prefix}-"`;
  const fix = `write the id as the console shows it, such as ${prop}: "${prefix}-bp1k4n9x2m0d"`;
  return [{ code: 'resource-id-invalid', what, value: id, fix }];
}
