import { factOf, is, isBlock, usualOf, type BlockFact, type Names } from './facts';
import { canonical, canonicalSet, isList, isObject, type Fields, type Value } from './terms';

/** Where an attribute is: names, and places in lists. It ends at a set, whose elements have no place. */
export type Path = readonly (string | number)[];

/** An attribute, or a number of blocks, that will not be what it was. */
export interface ValueChange {
  readonly path: Path;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** Whether the provider makes a new object for it. */
  readonly makesNew: boolean;
  readonly sensitive: boolean;
}

/** A configuration with every block as a list, and without what says nothing or is never kept. */
export function normalised(names: Names, fields: Fields): Fields {
  const entries = Object.entries(fields).flatMap(([name, value]): [string, Value][] => {
    const fact = factOf(names, name);
    if (value === null || value === undefined || is('writeOnly', fact)) {
      return [];
    }
    if (!isBlock(fact)) {
      return [[name, value]];
    }
    const inner = (one: Value): Value => (isObject(one) ? normalised(fact.b, one) : one);
    if (!repeats(fact)) {
      return [[name, inner(isList(value) && value.length === 1 ? value[0]! : value)]];
    }
    const list = isList(value) ? value : isObject(value) ? [value] : undefined;
    return list === undefined ? [[name, value]] : list.length === 0 && !fact.a ? [] : [[name, list.map(inner)]];
  });
  return Object.fromEntries(entries);
}

const repeats = ({ n }: BlockFact): boolean => n === 'list' || n === 'set';

/** What an object will be: what is written, and what was there where nothing is written and the provider keeps it. */
export function merged(names: Names, written: Fields, prior: Fields): Fields {
  const kept = Object.entries(prior).filter(
    ([name]) => !Object.hasOwn(written, name) && is('kept', factOf(names, name)),
  );
  const own = Object.entries(written).map(([name, value]) => {
    const fact = factOf(names, name);
    return [name, isBlock(fact) ? mergedBlock(fact, value, prior[name]) : value] as const;
  });
  return Object.fromEntries([...own, ...kept]);
}

function mergedBlock(fact: BlockFact, value: Value, prior: Value | undefined): Value {
  if (isObject(value)) {
    return fact.n === 'map' ? value : merged(fact.b, value, isObject(prior) ? prior : {});
  }
  const before = isList(prior) ? prior : [];
  return isList(value)
    ? value.map((one, place) => {
        const mate = fact.n === 'set' ? before.find((other) => agrees(one, other)) : before[place];
        return isObject(one) && isObject(mate) ? merged(fact.b, one, mate) : one;
      })
    : value;
}

/** Whether an element of a set is the same as far as it is written. */
const agrees = (written: Value, prior: Value): boolean =>
  isObject(written) &&
  isObject(prior) &&
  Object.entries(written).every(([name, value]) => canonical(value) === canonical(prior[name]));

/** What differs between two normalised configurations. */
export function compared(names: Names, before: Fields, after: Fields, path: Path = []): readonly ValueChange[] {
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return all.flatMap((name) => {
    const fact = factOf(names, name);
    const place = [...path, name];
    if (isBlock(fact) && !fact.a) {
      return comparedBlock(fact, before[name], after[name], place);
    }
    const usual = usualOf(fact) as Value | undefined;
    const [one, other] = [before[name] ?? usual, after[name] ?? usual];
    const text = is('set', fact) || (isBlock(fact) && fact.n === 'set') ? canonicalSet : canonical;
    const sensitive = is('sensitive', fact) || (isBlock(fact) && holdsSecrets(fact));
    return text(one) === text(other)
      ? []
      : [{ path: place, before: one, after: other, makesNew: is('makesNew', fact), sensitive }];
  });
}

function comparedBlock(
  fact: BlockFact,
  before: Value | undefined,
  after: Value | undefined,
  path: Path,
): readonly ValueChange[] {
  const whole = (makesNew: boolean): readonly ValueChange[] => [
    { path, before, after, makesNew, sensitive: holdsSecrets(fact) },
  ];
  if (canonical(before) === canonical(after)) {
    return [];
  }
  if (!repeats(fact)) {
    return isObject(before) && isObject(after) && fact.n !== 'map'
      ? compared(fact.b, before, after, path)
      : whole(is('makesNew', fact));
  }
  const [old, now] = [before ?? [], after ?? []];
  if (!isList(old) || !isList(now)) {
    // How many blocks there are, and what is in them, is computed: the worse case counts.
    return whole(is('makesNew', fact) || holdsFixed(fact));
  }
  if (fact.n === 'set') {
    const counts = is('makesNew', fact) && old.length !== now.length;
    const fixed = (list: readonly Value[]): string => canonicalSet(list.map((one) => fixedIn(fact.b, one)));
    return canonicalSet(old) === canonicalSet(now) ? [] : whole(counts || fixed(old) !== fixed(now));
  }
  const common = Math.min(old.length, now.length);
  const beyond = [...old.slice(common), ...now.slice(common)];
  const inner = Array.from({ length: common }, (_, at) =>
    compared(fact.b, asFields(old[at]), asFields(now[at]), [...path, at]),
  ).flat();
  const fixed = is('makesNew', fact) || beyond.some((one) => canonical(fixedIn(fact.b, one)) !== '{}');
  return beyond.length === 0 ? inner : [...inner, ...whole(fixed)];
}

const asFields = (value: Value | undefined): Fields => (isObject(value) ? value : {});

/** The part of a block that cannot change. */
function fixedIn(names: Names, value: Value): Value {
  if (!isObject(value)) {
    return value;
  }
  const entries = Object.entries(value).flatMap(([name, one]): [string, Value][] => {
    const fact = factOf(names, name);
    if (isBlock(fact) && !fact.a) {
      const inner = isList(one) ? one.map((each) => fixedIn(fact.b, each)) : fixedIn(fact.b, one);
      const empty = isList(inner) ? inner.every((each) => canonical(each) === '{}') : canonical(inner) === '{}';
      return empty && !is('makesNew', fact) ? [] : [[name, inner]];
    }
    return is('makesNew', fact) ? [[name, one]] : [];
  });
  return Object.fromEntries(entries);
}

const holdsFixed = ({ b }: BlockFact): boolean =>
  Object.values(b).some((fact) => is('makesNew', fact) || (isBlock(fact) && holdsFixed(fact)));

const holdsSecrets = ({ b }: BlockFact): boolean =>
  Object.values(b).some((fact) => is('sensitive', fact) || (isBlock(fact) && holdsSecrets(fact)));
