/** What a newer schema means for a program. The first ones stop an apply, the last two do not. */
export type FindingKind =
  | 'resource-removed'
  | 'attribute-removed'
  | 'attribute-read-only'
  | 'attribute-required'
  | 'type-changed'
  | 'value-refused'
  | 'reference-broken'
  | 'replaces-now'
  | 'deprecated';

/** One thing of the program that a newer schema takes otherwise. */
export interface Finding {
  readonly kind: FindingKind;
  readonly stack: string;
  /** Path of the construct in the program; the address where the stack does not say it. */
  readonly construct: string;
  /** Terraform's address, such as `alicloud_vpc.network`. */
  readonly address: string;
  /** Dotted path of the attribute; empty for the resource itself. */
  readonly attribute: string;
  /** Why, as a sentence. */
  readonly why: string;
}

const HARMLESS: readonly FindingKind[] = ['replaces-now', 'deprecated'];

/** Whether a finding stops an apply of the program as it is. */
export const breaks = ({ kind }: Finding): boolean => !HARMLESS.includes(kind);

/** What tells findings apart, whatever the words. */
export const keyOf = ({ kind, stack, address, attribute }: Finding): string =>
  [kind, stack, address, attribute].join(' ');
