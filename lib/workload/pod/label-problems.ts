import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

const NAME = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Problems with the key of a label or an annotation. */
export function keyProblems(prop: string, key: string): Problem[] {
  const [name = '', prefix, more] = key.split('/').reverse();
  const fits = more === undefined && NAME.test(name) && (prefix === undefined || PREFIX.test(prefix));
  if (fits) {
    return [];
  }
  const what = `${prop} key ${quote(key)} is not a name of 1 to 63 letters, digits, "-", "_", ".", with a domain before "/" or none`;
  return [{ code: 'label-invalid', what, value: key, fix: 'write a key such as "team" or "example.com/team"' }];
}

/** Problems with labels, keys and values. */
export function labelProblems(prop: string, labels: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...keyProblems(prop, key),
    ...valueProblems(prop, key, value),
  ]);
}

function valueProblems(prop: string, key: string, value: unknown): Problem[] {
  if (isToken(value) || value === '' || (typeof value === 'string' && NAME.test(value))) {
    return [];
  }
  const what = `${prop} ${quote(key)} has the value ${quote(value)}, which is not at most 63 letters, digits, "-", "_", "."`;
  return [{ code: 'label-invalid', what, value, fix: 'shorten it, or make it an annotation' }];
}
