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
    const places = given(attributes, names);
    if (places.length === 0) {
      found.push(noneOf(type, names, 'one'));
    } else if (known(places).length > 1) {
      told.push(pairKey(names));
      found.push(exclude(type, known(places)));
    }
  }
  for (const names of rules.atLeastOneOf) {
    if (given(attributes, names).length === 0) {
      found.push(noneOf(type, names, 'at least one'));
    }
  }
  for (const [path, names] of rules.conflicts) {
    found.push(...conflicts(type, attributes, path, names, told));
  }
  for (const [path, names] of rules.partners) {
    found.push(...missingPartners(type, attributes, path, names));
  }
  return found;
}

function noneOf(type: string, names: readonly string[], needed: string): Finding {
  const what = `${type} has none of ${names.join(', ')}, of which ${needed} is needed`;
  return { code: 'constraint-missing', what, fix: `write one of ${names.map(propPath).join(', ')}` };
}

/** A pair of attributes that exclude each other is told once, whichever of the two says so. */
function conflicts(type: string, attributes: Attributes, path: string, names: readonly string[], told: string[]) {
  const [own] = known(given(attributes, [path]));
  if (!own) {
    return [];
  }
  return names.flatMap((name): Finding[] => {
    const [other] = known(given(attributes, [name]));
    if (!other || told.includes(pairKey([path, name]))) {
      return [];
    }
    told.push(pairKey([path, name]));
    return [exclude(type, [own, other])];
  });
}

function missingPartners(type: string, attributes: Attributes, path: string, names: readonly string[]): Finding[] {
  const [own] = known(given(attributes, [path]));
  const missing = own ? names.filter((name) => given(attributes, [name]).length === 0) : [];
  return missing.map((name): Finding => {
    const what = `${type}.${own!.path} ${quote(own!.value)} needs ${name}, which is not given`;
    return { code: 'constraint-partner', what, value: own!.value, fix: `write ${propPath(name)} as well` };
  });
}

function exclude(type: string, places: readonly Place[]): Finding {
  const value = Object.fromEntries(places.map((place) => [place.path, place.value]));
  const what = `${type}: ${places.map(({ path }) => path).join(' and ')} exclude each other`;
  const fix = `keep one of ${places.map(({ path }) => propPath(path)).join(', ')}`;
  return { code: 'constraint-conflict', what, value, fix };
}

function given(attributes: Attributes, paths: readonly string[]): Place[] {
  const places: Place[] = [];
  for (const path of paths) {
    for (const place of placesAt(attributes, path)) {
      if (isGiven(place.value)) {
        places.push(place);
      }
    }
  }
  return places;
}

function known(places: readonly Place[]): readonly Place[] {
  return places.filter(({ value }) => !isLater(value));
}

/** Names a pair by its outermost parts: what excludes a block and what is in it is told once. */
function pairKey(names: readonly string[]): string {
  const outer = names.map((name) => name.split('.')[0]!);
  return [...(new Set(outer).size > 1 ? outer : names)].sort().join();
}
