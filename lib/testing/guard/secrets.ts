import { factOf, is, isBlock, type Names } from './facts';
import { isList, isObject, type Fields, type Value } from './terms';
import type { Path } from './compare';

/** What stands in the place of a secret. */
export const HIDDEN = '(sensitive)';

/** Names of what is secret though no schema says so, in the spellings of attributes, variables and keys of charts. */
const SECRET =
  /(?:^|[^a-z])(?:password|passwd|pwd|passphrase|secret|token|credentials?|api[-_]?key|private[-_]?key|access[-_]?key)s?(?:$|[^a-z])/i;

/** Attributes whose whole text may hold secrets of any name. */
const WHOLE = ['user_data', 'environment_variables', 'set_sensitive', 'command_content'];

/** What something secret is called or is known by is none. */
const LABEL = /[_.-](?:name|id|arn|type|version)$/i;

function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2');
  return SECRET.test(words) && !LABEL.test(words);
}

/** `user:password@` in addresses. */
const ADDRESS = /(:\/\/[^\s/:@]*:)[^\s/@]+@/g;

/** The fact about an attribute at a path. */
export function factAt(names: Names, path: Path): ReturnType<typeof factOf> {
  const [name, ...rest] = path.filter((step) => typeof step === 'string');
  const fact = name === undefined ? undefined : factOf(names, name);
  return rest.length > 0 && isBlock(fact) ? factAt(fact.b, rest) : fact;
}

/** Whether what is at a path must not be shown: by the schema, by its name, or by the name that stands beside it. */
export function isSecret(names: Names, path: Path, ...whole: readonly Fields[]): boolean {
  const called = (step: Path[number]): boolean =>
    typeof step === 'string' && (isSecretName(step) || WHOLE.includes(step));
  const beside = whole.map((fields) => path.slice(0, -1).reduce<Value | undefined>(into, fields));
  return (
    is('sensitive', factAt(names, path)) ||
    path.some(called) ||
    beside.some((one) => isObject(one) && typeof one.name === 'string' && 'value' in one && isSecretName(one.name))
  );
}

const into = (value: Value | undefined, step: Path[number]): Value | undefined =>
  isList(value) ? value[Number(step)] : isObject(value) ? value[String(step)] : undefined;

/** A value without the secrets in it, as far as names give them away. */
export function withoutSecrets(value: Value): Value {
  if (isList(value)) {
    return value.map(withoutSecrets);
  }
  if (isObject(value)) {
    const named = typeof value.name === 'string' && isSecretName(value.name);
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const hide = isSecretName(key) || WHOLE.includes(key) || (named && key === 'value');
        return [key, hide ? HIDDEN : withoutSecrets(one)] as const;
      }),
    );
  }
  return typeof value === 'string' ? textWithout(value) : value;
}

const textWithout = (text: string): string =>
  text
    .split('\n')
    .map((line) => withoutIn(line).replace(ADDRESS, `$1${HIDDEN}@`))
    .join('\n');

/** From the first secret name with a value behind it on, a line is not shown. */
function withoutIn(line: string): string {
  for (const { 0: head, 1: name, index } of line.matchAll(/([\w.-]+)["'\\]*\s*[:=]\s*(?=\S)/g)) {
    if (isSecretName(name!)) {
      return `${line.slice(0, index + head.length)}${HIDDEN}`;
    }
  }
  return line;
}
