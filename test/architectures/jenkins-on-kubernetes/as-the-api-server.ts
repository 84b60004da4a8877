import { runInNewContext } from 'node:vm';
import type { Validation } from '../../../lib/architectures/jenkins-on-kubernetes/admission-rules';

/** A value that may not be there, as the language of policies has it. */
class Maybe {
  constructor(readonly value: unknown) {}

  field(name: string): Maybe {
    return new Maybe((this.value as Record<string, unknown> | undefined)?.[name]);
  }

  orValue(other: unknown): unknown {
    return this.value ?? other;
  }
}

const maybe = (value: unknown): Maybe => (value instanceof Maybe ? value : new Maybe(value));
const plain = (value: unknown): string => JSON.stringify(value instanceof Maybe ? (value.value ?? null) : value);

/** Lists and maps as the language sees them: both are walked through, a map by its keys. */
const walked = (value: object): unknown[] => (Array.isArray(value) ? value : Object.keys(value));

const OPERAND = String.raw`(?:[\w.?[\]@]|\((?:\[\]|\d+|'[^']*')?\))+|'[^']*'`;

/** The part of the language that the rules use, as JavaScript. The whole of it was held against the reference implementation. */
function asJavaScript(expression: string): string {
  return expression
    .replace(new RegExp(`(${OPERAND}) == (${OPERAND})`, 'g'), 'same($1, $2)')
    .replace(/(\bkey) in (\[[^\]]*\])|(\bone) in (\[[^\]]*\])/g, '($2$4).includes($1$3)')
    .replace(/has\((\w+)\.(\w+)\)/g, '($1.$2 !== undefined)')
    .replace(/[\w.]+(?:\.\?\w+)+(?:\[\?key\])?/g, (path) => {
      const [first, ...rest] = path.replace('[?key]', '.?@key').split('.?');
      return rest.reduce((so, name) => `${so}.field(${name === '@key' ? 'key' : `"${name}"`})`, `maybe(${first})`);
    })
    .replace(/\.size\(\)/g, '.length')
    .replace(
      /((?:maybe\([\w.]+\)|\.field\("?\w+"?\)|\.orValue\((?:\[\]|\{\})\))+)\.(all|exists)\((\w+), /g,
      (_, list, how, name) => {
        return `walked(${list}).${how === 'all' ? 'every' : 'some'}((${name}) => `;
      },
    );
}

/** What the API server says to an object that is refused by rules; nothing to one that is let in. */
export function refusedBy(rules: readonly Validation[], object: object, oldObject: object = {}): string[] {
  return rules
    .filter(
      ({ expression }) =>
        runInNewContext(asJavaScript(expression), {
          object,
          oldObject,
          maybe,
          walked,
          same: (one: unknown, other: unknown) => plain(one) === plain(other),
        }) !== true,
    )
    .map(({ message }) => message);
}
