import type { Finding } from './finding';
import { isGiven } from './later';
import { placesAt } from './places';
import { propPath } from './prop-path';
import type { Attributes, Deprecation, TypeRules } from './types';

/** What the provider will drop and a resource still uses: the type itself, or attributes that are given. */
export function deprecationFindings(type: string, rules: TypeRules, attributes: Attributes): Finding[] {
  const whole = rules.deprecated ? [dropped(type, type, rules.deprecated)] : [];
  const parts = Object.entries(rules.attributes).flatMap(([path, { deprecated }]) => {
    const [place] = deprecated ? placesAt(attributes, path).filter(({ value }) => isGiven(value)) : [];
    return place ? [dropped(`${type}.${place.path}`, place.path, deprecated!)] : [];
  });
  return [...whole, ...parts];
}

function dropped(name: string, own: string, { since, replacedBy }: Deprecation): Finding {
  const what = `${name} is deprecated${since === undefined ? '' : ` since provider ${since}`}`;
  return { code: 'constraint-deprecated', what, fix: replacement(own, replacedBy) };
}

function replacement(own: string, replacedBy: string | undefined): string {
  if (replacedBy === undefined || replacedBy === own) {
    return 'leave it out; the provider names no replacement';
  }
  return `use ${replacedBy.startsWith('alicloud_') ? replacedBy : propPath(replacedBy)}`;
}
