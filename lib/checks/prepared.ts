import type { AttributeRules, Deprecation, TypeRules } from './types';

type ByPath<T> = readonly (readonly [path: string, rule: T])[];

/** The rules of a type sorted by what they ask, so that a resource is held against each list once. */
export interface Prepared {
  readonly deprecated?: Deprecation;
  /** Attributes whose own value is ruled. */
  readonly values: ByPath<AttributeRules>;
  /** Attributes and the paths of those that they exclude. */
  readonly conflicts: ByPath<readonly string[]>;
  /** Attributes and the paths of those that they need. */
  readonly partners: ByPath<readonly string[]>;
  readonly deprecations: ByPath<Deprecation>;
  readonly exactlyOneOf: readonly (readonly string[])[];
  readonly atLeastOneOf: readonly (readonly string[])[];
}

export function prepared({ deprecated, attributes, exactlyOneOf = [], atLeastOneOf = [] }: TypeRules): Prepared {
  const rules = Object.entries(attributes);
  const each = <T>(pick: (rule: AttributeRules, path: string) => T | undefined): ByPath<T> =>
    rules.flatMap(([path, rule]) => {
      const picked = pick(rule, path);
      return picked === undefined ? [] : [[path, picked] as const];
    });
  const others = (paths: readonly string[] | undefined, own: string) =>
    paths?.map(withoutIndices).filter((path) => path !== own);
  return {
    deprecated,
    values: each((rule) => (rule.enum || rule.range || rule.length || rule.pattern ? rule : undefined)),
    conflicts: each((rule, path) => others(rule.conflictsWith, path)),
    partners: each((rule, path) => others(rule.requiredWith, path)),
    deprecations: each((rule) => rule.deprecated),
    exactlyOneOf,
    atLeastOneOf,
  };
}

/** `block.0.name` is how the provider names what is in the only block of a list. */
function withoutIndices(path: string): string {
  return path.replace(/\.\d+(?=\.|$)/g, '');
}
