import { deprecationFindings } from './deprecation-rules';
import type { Finding } from './finding';
import { partnerFindings } from './partner-rules';
import { placesAt, scalarsOf } from './places';
import type { Prepared } from './prepared';
import type { Attributes } from './types';
import { isAllowed, valueFindings } from './value-rules';

/** What the provider would refuse, and what it would warn of. */
export interface Judgement {
  readonly refused: readonly Finding[];
  readonly deprecated: readonly Finding[];
}

/** Holds the attributes of one resource against the provider's rules for its type. */
export function judge(type: string, rules: Prepared, attributes: Attributes): Judgement {
  const refused: Finding[] = [];
  for (const [path, rule] of rules.values) {
    for (const place of placesAt(attributes, path)) {
      for (const scalar of scalarsOf(place)) {
        if (!isAllowed(rule, scalar.value)) {
          refused.push(...valueFindings(type, rule, scalar));
        }
      }
    }
  }
  refused.push(...partnerFindings(type, rules, attributes));
  return { refused, deprecated: deprecationFindings(type, rules, attributes) };
}
