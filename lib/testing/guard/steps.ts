import { canonical, isFresh, isList, isObject, type Value } from './terms';

/** One step into a value: a name, a place in a list, or something that only Terraform can tell. */
export type Step = string | number | typeof ANY;

/** `[*]`, `.*` and computed places. */
export const ANY = Symbol('any');

const STEP = /\.([\w-]+|\*)|\[\s*(?:["‹]([^"›]*)["›]|(\d+)|[^\]]*)\s*\]/g;

/** The steps in what follows an address: `.metadata[0].name`, `["a"].id`, `[*].id`; quotes may be `‹` and `›`. */
export const stepsIn = (rest: string): readonly Step[] =>
  [...rest.matchAll(STEP)].map(([, name, key, index]) =>
    index !== undefined ? Number(index) : (key ?? (name === undefined || name === '*' ? ANY : asStep(name))),
  );

/** Steps as people write them. */
export const textOf = (steps: readonly Step[]): string =>
  steps
    .map((step, at) => (typeof step === 'string' ? `${at > 0 ? '.' : ''}${step}` : `[${step === ANY ? '*' : step}]`))
    .join('');

/** The old form `list.0.name` counts too. */
const asStep = (name: string): Step => (/^\d+$/.test(name) ? Number(name) : name);

/** What is not there, as opposed to `null`. */
export const ABSENT = Symbol('absent');

/** What a value holds at some steps; {@link ABSENT} where they lead nowhere that is known. */
export function at(value: Value | undefined, steps: readonly Step[]): Value | typeof ABSENT {
  let here: Value | undefined = value;
  for (const step of steps) {
    if (isList(here) && typeof step === 'number') {
      here = here[step];
    } else if (isObject(here) && typeof step === 'string' && Object.hasOwn(here, step)) {
      here = here[step];
    } else {
      return ABSENT;
    }
  }
  return here === undefined || here === null ? ABSENT : here;
}

/** Whether what is at the same steps of two objects differs; of one that is made anew, what is not known does. */
export function differs(before: unknown, after: unknown, anew: boolean): boolean {
  if (after === ABSENT || before === ABSENT) {
    return anew || before !== after;
  }
  return isFresh(after as string) || canonical(before as string) !== canonical(after as string);
}
