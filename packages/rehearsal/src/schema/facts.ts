/** What a provider's own validators allow, in the form of the constraints file. */
export interface AttributeFacts {
  readonly forceNew?: boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly ignoreCase?: boolean;
  readonly range?: readonly [number | null, number | null];
  readonly length?: readonly [number | null, number | null];
  readonly pattern?: string | readonly string[];
  readonly default?: string | number | boolean;
  readonly conflictsWith?: readonly string[];
  readonly exactlyOneOf?: readonly string[];
  readonly atLeastOneOf?: readonly string[];
  readonly requiredWith?: readonly string[];
  readonly deprecated?: { readonly since?: string; readonly replacedBy?: string };
}

/** Facts of one resource type or data source: dotted path → facts. */
export interface TypeFacts {
  readonly deprecated?: { readonly since?: string; readonly replacedBy?: string };
  readonly attributes?: Readonly<Record<string, AttributeFacts>>;
}

export interface FactsFile {
  readonly resources?: Readonly<Record<string, TypeFacts>>;
  readonly dataSources?: Readonly<Record<string, TypeFacts>>;
}

export const NO_FACTS: FactsFile = Object.freeze({});
