import { distance } from 'fastest-levenshtein';
import { quote, type Problem } from './errors';
import { isToken } from './tokens';

/** Says what is wrong with the form of a value; only asked about values that are given. */
export type Form = (prop: string, value: unknown) => Problem[];

/** The form of every prop of an object; the compiler refuses a prop without one, and one that is no prop. */
export type Forms<P> = { readonly [K in keyof Required<P>]: Form };

/** Anything: what has a check of its own that nothing can break. */
export const any: Form = () => [];

/** Text, or a token that stands for text. */
export const text: Form = (prop, value) => unless(typeof value === 'string', prop, value, 'text', '"..."');

/** Text that is not blank. */
export const word: Form = (prop, value) => {
  const given = typeof value === 'string' && value.trim() !== '';
  return unless(given, prop, value, 'text that says something', '"...", or leave it out');
};

/** True or false, known at synth: the text `"false"` counts as true in JavaScript. */
export const flag: Form = (prop, value) => unless(typeof value === 'boolean', prop, value, 'true or false', 'true');

/** An object with these props and no others. */
export function object<P>(forms: Forms<P>): Form {
  return (prop, value) => {
    const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
    const keys = Object.keys(forms);
    return plain ? membersOf(`${prop}.`, value, forms) : unless(false, prop, value, 'an object', `{ ${keys[0]}: ... }`);
  };
}

/** A list whose elements have a form; a token that stands for the whole list passes. */
export function listOf(element: Form): Form {
  return (prop, value) => {
    if (isToken(value)) {
      return [];
    }
    return Array.isArray(value)
      ? Array.from(value).flatMap((one, index) => element(`${prop}[${index}]`, one))
      : unless(false, prop, value, 'a list', typeof value === 'string' ? `[${quote(value)}]` : '[...]');
  };
}

/** An object whose values, under whatever keys, have a form. */
export function mapOf(element: Form): Form {
  return (prop, value) => {
    if (isToken(value)) {
      return [];
    }
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, one]) => element(`${prop}[${quote(key)}]`, one))
      : unless(false, prop, value, 'an object of texts by name', '{ name: "..." }');
  };
}

/**
 * One of the choices that a factory makes, such as `Egress`: an object whose `kind` says which props it has.
 *
 * @param choices the ways to write one, for the fix
 */
export function choiceOf(
  kinds: Readonly<Record<string, Readonly<Record<string, Form>>>>,
  choices: string,
  tag = 'kind',
): Form {
  return (prop, value) => {
    const { [tag]: kind } = Object(value) as Record<string, unknown>;
    const forms = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (forms === undefined || typeof value !== 'object') {
      const what = `${prop} ${quote(value)} is none of ${choices}`;
      return [{ code: 'choice-invalid', what, value, fix: `write ${prop}: ${firstChoice(choices)}` }];
    }
    return membersOf(`${prop}.`, value!, { [tag]: any, ...forms });
  };
}

/** The first of several ways to write something; a comma inside brackets does not end it. */
function firstChoice(choices: string): string {
  const [first = choices] = /^(?:[^,()]|\([^()]*\))+/.exec(choices) ?? [];
  return first.trim();
}

/** Text, or an object: the short and the long way to say one thing. */
export function textOr(long: Form): Form {
  return (prop, value) => (typeof value === 'string' ? word(prop, value) : long(prop, value));
}

/** A construct, recognised by what it can do, since two copies of the library may meet. */
export function construct(members: readonly string[], example: string): Form {
  return (prop, value) => {
    const fits = typeof value === 'object' && value !== null && members.every((name) => name in value);
    return unless(fits, prop, value, 'a construct of its kind', example);
  };
}

/** A value that must be given. */
export function needed(form: Form, example: string): Form {
  const asked: Form = (prop, value) =>
    value === undefined
      ? [{ code: 'value-missing', what: `${prop} is missing`, value, fix: `write ${prop}: ${example}` }]
      : form(prop, value);
  return Object.assign(asked, { needed: true });
}

/**
 * Problems with the form of a construct's props: no object, a prop that does not exist, a value of another type. To be
 * rejected before anything reads the props, since JavaScript and `any` let everything through.
 *
 * @param elsewhere what to write instead of props that people look for here
 */
export function formProblems<P>(
  props: unknown,
  forms: Forms<P>,
  elsewhere: Readonly<Record<string, string>> = {},
): Problem[] {
  if (typeof props !== 'object' || props === null || Array.isArray(props)) {
    const fix = `write them as an object: { ${Object.keys(forms)[0]}: ... }`;
    return [{ code: 'value-missing', what: `the props are ${quote(props)}`, value: props, fix }];
  }
  return membersOf('', props, forms, elsewhere);
}

function membersOf(
  prefix: string,
  given: object,
  forms: Readonly<Record<string, Form>>,
  elsewhere: Readonly<Record<string, string>> = {},
): Problem[] {
  const values = given as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).filter((key) => values[key] !== undefined && !Object.hasOwn(forms, key));
  const checked = Object.entries(forms).flatMap(([key, form]) =>
    values[key] === undefined && !('needed' in form) ? [] : form(`${prefix}${key}`, values[key]),
  );
  const answered = unknown.map((key) => {
    const problem = noSuchProp(prefix, key, Object.keys(forms));
    return Object.hasOwn(elsewhere, key) ? { ...problem, fix: elsewhere[key]! } : problem;
  });
  return [...answered, ...checked];
}

function noSuchProp(prefix: string, key: string, keys: readonly string[]): Problem {
  const far = (known: string) => distance(known.toLowerCase(), key.toLowerCase());
  const [close] = keys.filter((known) => far(known) <= 2).sort((a, b) => far(a) - far(b));
  const fix = close ? `did you mean ${prefix}${close}?` : `leave it out, or write one of ${keys.join(', ')}`;
  return { code: 'prop-unknown', what: `there is no prop ${prefix}${key}`, value: key, fix };
}

function unless(fits: boolean, prop: string, value: unknown, is: string, example: string): Problem[] {
  const what = `${prop} ${quote(value)} is not ${is}`;
  return fits ? [] : [{ code: 'type-invalid', what, value, fix: `write ${prop}: ${example}` }];
}
