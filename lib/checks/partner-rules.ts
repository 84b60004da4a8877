import { quote } from '../core/errors';
import type { Finding } from './finding';
import { isGiven, isLater } from './later';
import { placesAt, type Place } from './places';
import { propPath } from './prop-path';
import type { AttributeRules, Attributes, TypeRules } from './types';

/** What the provider says against attributes of a resource that exclude or need each other. */
export function partnerFindings(type: string, rules: TypeRules, attributes: Attributes): Finding[] {
  const groups = [
    ...(rules.exactlyOneOf ?? []).flatMap((names) => oneOf(type, attributes, names, true)),
    ...(rules.atLeastOneOf ?? []).flatMap((names) => oneOf(type, attributes, names, false)),
  ];
  const told = new Set((groups.length > 0 ? rules.exactlyOneOf : undefined)?.map(pairKey));
  const single = Object.entries(rules.attributes).flatMap(([path, rule]) => [
    ...conflicts(type, attributes, path, rule, told),
    ...missingPartners(type, attributes, path, rule),
  ]);
  return [...groups, ...single];
}

function oneOf(type: string, attributes: Attributes, names: readonly string[], exactly: boolean): Finding[] {
  const places = names.flatMap((name) => given(attributes, name));
  const known = places.filter(({ value }) => !isLater(value));
  const list = names.map(propPath).join(', ');
  if (places.length === 0) {
    const what = `${type} has none of ${names.join(', ')}, of which ${exactly ? 'one' : 'at least one'} is needed`;
    return [{ code: 'constraint-missing', what, fix: `write one of ${list}` }];
  }
  return exactly && known.length > 1 ? [exclude(type, known)] : [];
}

/** A pair of attributes that exclude each other is told once, whichever of the two says so. */
function conflicts(type: string, attributes: Attributes, path: string, rule: AttributeRules, told: Set<string>) {
  if (!rule.conflictsWith) {
    return [];
  }
  const [own] = known(attributes, path);
  return rule.conflictsWith.flatMap((name): Finding[] => {
    const [other] = own ? known(attributes, withoutIndices(name)) : [];
    const key = pairKey([path, withoutIndices(name)]);
    if (!own || !other || own.path === other.path || told.has(key)) {
      return [];
    }
    told.add(key);
    return [exclude(type, [own, other])];
  });
}

function missingPartners(type: string, attributes: Attributes, path: string, rule: AttributeRules): Finding[] {
  if (!rule.requiredWith) {
    return [];
  }
  const [own] = known(attributes, path);
  const missing = own ? rule.requiredWith.filter((name) => given(attributes, withoutIndices(name)).length === 0) : [];
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

function given(attributes: Attributes, path: string): Place[] {
  return placesAt(attributes, path).filter(({ value }) => isGiven(value));
}

function known(attributes: Attributes, path: string): Place[] {
  return given(attributes, path).filter(({ value }) => !isLater(value));
}

/** `block.0.name` is how the provider names what is in the only block of a list. */
function withoutIndices(path: string): string {
  return path.replace(/\.\d+(?=\.|$)/g, '');
}

/** Names a pair by its outermost parts: what excludes a block and what is in it is told once. */
function pairKey(names: readonly string[]): string {
  const outer = names.map((name) => name.split('.')[0]!);
  return [...(new Set(outer).size > 1 ? outer : names)].sort().join();
}
