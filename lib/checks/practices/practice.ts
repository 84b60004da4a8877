import type { Element } from './element';
import type { PlacedObject } from './objects';
import type { Picture } from './picture';
import type { Pod } from './pods';

/** A text in both languages of the documents. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/**
 * How much a finding weighs. An `error` is a hole, a loss or an outage waiting for its day, and ends the synthesis; a
 * `warning` is advice that most programs should follow, and is printed; a `note` is read when somebody asks for it.
 */
export type Severity = 'error' | 'warning' | 'note';

/** What a rule found at one resource. */
export interface Found {
  /** What is the case, as a sentence about the resource: `security_ips has "0.0.0.0/0"`. */
  readonly what: Text;
  /** The value that breaks the rule; absent where nothing is written, and for secrets. */
  readonly value?: unknown;
}

/** What a rule looks at, one by one, and what it finds there. */
export type Look =
  | {
      readonly at: 'resources';
      /** Terraform types; one that ends in `*` stands for all that begin so. */
      readonly types: readonly string[];
      readonly find: (resource: Element, picture: Picture) => readonly Found[];
    }
  | {
      readonly at: 'objects';
      /** Kinds of Kubernetes. */
      readonly kinds: readonly string[];
      readonly find: (object: PlacedObject, picture: Picture) => readonly Found[];
    }
  | { readonly at: 'pods'; readonly find: (pod: Pod, picture: Picture) => readonly Found[] };

/** One practice of the field. */
export interface Practice {
  /** Stable: reports, suppressions and documents name it. */
  readonly id: string;
  readonly severity: Severity;
  /** Whether the profile `sandbox` asks for it too: what costs money or protects from loss it does not. */
  readonly sandbox: boolean;
  /** What is asked for, as a heading. */
  readonly title: Text;
  /** Why. */
  readonly reason: Text;
  /** The edit that mends it. */
  readonly fix: Text;
  /** Where the vendor or the field says so. */
  readonly source: string;
  readonly look: Look;
}

/** A look at resources of Terraform. */
export const resources = (
  types: readonly string[],
  find: (resource: Element, picture: Picture) => readonly Found[],
): Look => ({ at: 'resources', types, find });

/** A look at Kubernetes objects of some kinds, whoever brings them. */
export const objects = (
  kinds: readonly string[],
  find: (object: PlacedObject, picture: Picture) => readonly Found[],
): Look => ({ at: 'objects', kinds, find });

/** A look at everything that makes Pods. */
export const pods = (find: (pod: Pod, picture: Picture) => readonly Found[]): Look => ({ at: 'pods', find });

/** What a rule found, or that it found nothing. */
export const found = (what: Text, value?: unknown): readonly Found[] => [{ what, value }];
export const NOTHING: readonly Found[] = Object.freeze([]);

/** One finding when something is the case. */
export const when = (is: boolean, what: Text, value?: unknown): readonly Found[] => (is ? found(what, value) : NOTHING);
