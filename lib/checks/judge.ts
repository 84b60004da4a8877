import { deprecationFindings } from './deprecation-rules';
import type { Finding } from './finding';
import { partnerFindings } from './partner-rules';
import { placesAt, scalarsOf } from './places';
import type { Attributes, TypeRules } from './types';
import { valueFindings } from './value-rules';

/** What the provider would refuse, and what it would warn of. */
export interface Judgement {
  readonly refused: readonly Finding[];
  readonly deprecated: readonly Finding[];
}

/** Holds the attributes of one resource against the provider's rules for its type. */
export function judge(type: string, rules: TypeRules, attributes: Attributes): Judgement {
  const values = Object.entries(rules.attributes).flatMap(([path, rule]) =>
    placesAt(attributes, path)
      .flatMap(scalarsOf)
      .flatMap((place) => valueFindings(type, rule, place)),
  );
  return {
    refused: [...values, ...partnerFindings(type, rules, attributes)],
    deprecated: deprecationFindings(type, rules, attributes),
  };
}
