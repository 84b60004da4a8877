/** Text, number or flag as an attribute holds it. */
export type Scalar = string | number | boolean;

/** What is known of something the provider will drop. */
export interface Deprecation {
  readonly since?: string;
  readonly replacedBy?: string;
}

/** What the provider's own validators allow for one attribute. */
export interface AttributeRules {
  readonly enum?: readonly Scalar[];
  /** The provider compares the values of `enum` without regard to case. */
  readonly ignoreCase?: true;
  /** Least and most; `null` is open. */
  readonly range?: Bounds;
  /** Least and most bytes; `null` is open. */
  readonly length?: Bounds;
  /** Regular expressions in Go's syntax, all of which must match somewhere in the text. */
  readonly pattern?: string | readonly string[];
  /** Paths, from the root of the resource, of attributes that exclude this one. */
  readonly conflictsWith?: readonly string[];
  /** Paths, from the root of the resource, of attributes that this one needs. */
  readonly requiredWith?: readonly string[];
  readonly deprecated?: Deprecation;
}

export type Bounds = readonly [least: number | null, most: number | null];

/** What the provider's own validators say about one resource type or data source. */
export interface TypeRules {
  readonly deprecated?: Deprecation;
  /** By the attribute's path without indices, such as `data_disks.category`. */
  readonly attributes: Readonly<Record<string, AttributeRules>>;
  readonly exactlyOneOf?: readonly (readonly string[])[];
  readonly atLeastOneOf?: readonly (readonly string[])[];
}

export type Kind = 'resource' | 'data';

/** Attributes of a resource under their Terraform names. */
export type Attributes = Readonly<Record<string, unknown>>;
