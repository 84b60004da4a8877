import type { Finding } from './finding';
import { isGiven } from './later';
import { placesAt } from './places';
import type { Prepared } from './prepared';
import { propPath } from './prop-path';
import type { Attributes, Deprecation } from './types';

/** What the provider will drop and a resource still uses: the type itself, or attributes that are given. */
export function deprecationFindings(type: string, rules: Prepared, attributes: Attributes): Finding[] {
  const found = rules.deprecated ? [dropped(type, type, rules.deprecated)] : [];
  for (const [path, deprecation] of rules.deprecations) {
    const place = placesAt(attributes, path).find(({ value }) => isGiven(value));
    if (place) {
      found.push(dropped(`${type}.${place.path}`, place.path, deprecation));
    }
  }
  return found;
}

function dropped(name: string, own: string, { since, replacedBy }: Deprecation): Finding {
  const what = `${name} is deprecated${since === undefined ? '' : ` since provider ${since}`}`;
  return { code: 'constraint-deprecated', what, fix: replacement(own, replacedBy) };
}

function replacement(own: string, replacedBy: string | undefined): string {
  if (replacedBy === undefined || replacedBy === own) {
    const instead = own.startsWith('alicloud_') ? 'keep what exists and make no new one' : 'leave it out';
    return `${instead}; the provider names no replacement`;
  }
  return `use ${replacedBy.startsWith('alicloud_') ? replacedBy : propPath(replacedBy)}`;
}
