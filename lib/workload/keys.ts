import type { IConstruct } from 'constructs';
import { quote, reject, type Problem } from '../core/errors';

const KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** Problems with the keys of a Secret or a ConfigMap: there are some, and each can be the name of a file. */
export function keyProblems(prop: string, values: Readonly<Record<string, unknown>>): Problem[] {
  const keys = Object.keys(values);
  if (keys.length === 0) {
    return [
      { code: 'value-missing', what: `${prop} is empty`, value: values, fix: `write at least one key in ${prop}` },
    ];
  }
  const wrong = keys.filter((key) => !KEY.test(key) || key === '.' || key.startsWith('..'));
  return wrong.map((key) => ({
    code: 'secret-key' as const,
    what: `${prop} key ${quote(key)} cannot be the name of a file`,
    value: key,
    fix: 'use 1 to 253 letters, digits, hyphens, dots, underscores, not two dots at the start',
  }));
}

/** A key that is asked for, when it is there. */
export function keyOf(holder: IConstruct, keys: readonly string[], key: string): string {
  const what = `"${holder.node.path}" has no key ${quote(key)}; it has ${keys.join(', ')}`;
  reject(holder, keys.includes(key) ? [] : [{ code: 'secret-key', what, value: key, fix: `write "${keys[0]}"` }]);
  return key;
}
