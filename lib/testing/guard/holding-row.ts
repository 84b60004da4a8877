import type { Fields } from './terms';

/**
 * What people lose with an object: data, a secret that others were given, an address that others wrote down, or every Pod on
 * nodes that go at once.
 */
export type HoldingKind = 'data' | 'secret' | 'address' | 'pods';

/** The configurations of every object of a type in the program that is applied. */
export type FieldsOf = (type: string) => readonly Fields[];

/** What a type of resource holds that a new object of it does not. */
export interface HoldingRow {
  /** Type, or several of one nature. */
  readonly types: readonly string[];
  readonly kind: HoldingKind;
  readonly holds: string;
  /** When it holds something; always without. */
  readonly when?: (fields: Fields, all: FieldsOf) => boolean;
  /** What the cloud keeps for a while all the same. */
  readonly kept?: (fields: Fields) => string | undefined;
  readonly source: string;
}

export const docs = (name: string): string =>
  `https://registry.terraform.io/providers/aliyun/alicloud/1.289.0/docs/resources/${name}`;
