import { quote } from '../core/errors';
import type { Finding } from './finding';
import { isGiven, isLater } from './later';
import { placesAt, type Place } from './places';
import type { Prepared } from './prepared';
import { propPath } from './prop-path';
import type { Attributes } from './types';

/** What the provider says against attributes of a resource that exclude or need each other. */
export function partnerFindings(type: string, rules: Prepared, attributes: Attributes): Finding[] {
  const found: Finding[] = [];
  const told: string[] = [];
  for (const names of rules.exactlyOneOf) {
    const places = names.flatMap((name) => given(attributes, name) ?? []);
    const known = places.filter(({ value }) => !isLater(value));
    if (places.length === 0) {
      found.push(noneOf(type, names, 'one'));
    } else if (known.length > 1) {
      told.push(pairKey(names));
      found.push(exclude(type, known));
    }
  }
  for (const names of rules.atLeastOneOf) {
    if (names.every((name) => given(attributes, name) === undefined)) {
      found.push(noneOf(type, names, 'at least one'));
    }
  }
  for (const [path, names] of rules.conflicts) {
    const own = known(attributes, path);
    if (own) {
      found.push(...conflicts(type, attributes, own, path, names, told));
    }
  }
  for (const [path, names] of rules.partners) {
    const own = known(attributes, path);
    if (own) {
      found.push(...missingPartners(type, attributes, own, names));
    }
  }
  return found;
}

function noneOf(type: string, names: readonly string[], needed: string): Finding {
  const what = `${type} has none of ${names.join(', ')}, of which ${needed} is needed`;
  return { code: 'constraint-missing', what, fix: `write one of ${names.map(propPath).join(', ')}` };
}

/** A pair of attributes that exclude each other is told once, whichever of the two says so. */
function conflicts(
  type: string,
  attributes: Attributes,
  own: Place,
  path: string,
  names: readonly string[],
  told: string[],
): Finding[] {
  return names.flatMap((name): Finding[] => {
    const other = known(attributes, name);
    if (!other || told.includes(pairKey([path, name]))) {
      return [];
    }
    told.push(pairKey([path, name]));
    return [exclude(type, [own, other])];
  });
}

function missingPartners(type: string, attributes: Attributes, own: Place, names: readonly string[]): Finding[] {
  const missing = names.filter((name) => given(attributes, name) === undefined);
  return missing.map((name): Finding => {
    const what = `${type}.${own.path} ${quote(own.value)} needs ${name}, which is not given`;
    return { code: 'constraint-partner', what, value: own.value, fix: `write ${propPath(name)} as well` };
  });
}

function exclude(type: string, places: readonly Place[]): Finding {
  const value = Object.fromEntries(places.map((place) => [place.path, place.value]));
  const what = `${type}: ${places.map(({ path }) => path).join(' and ')} exclude each other`;
  const fix = `keep one of ${places.map(({ path }) => propPath(path)).join(', ')}`;
  return { code: 'constraint-conflict', what, value, fix };
}

/** The first value under a path that is written. */
function given(attributes: Attributes, path: string): Place | undefined {
  return placesAt(attributes, path).find(({ value }) => isGiven(value));
}

/** The first value under a path that is written and known now. */
function known(attributes: Attributes, path: string): Place | undefined {
  return placesAt(attributes, path).find(({ value }) => isGiven(value) && !isLater(value));
}

/** Names a pair by its outermost parts: what excludes a block and what is in it is told once. */
function pairKey(names: readonly string[]): string {
  const outer = names.map((name) => name.split('.')[0]!);
  return [...(new Set(outer).size > 1 ? outer : names)].sort().join();
}
