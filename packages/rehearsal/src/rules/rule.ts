import type { CloudView } from '../cloud/cloud';
import type { Path } from '../cty/path';
import type { Obj } from '../cty/value';

/** One change that reaches the cloud. Everything is known by now. */
export interface Change {
  readonly action: 'create' | 'update' | 'delete';
  readonly type: string;
  /** What will be; when deleting, what was. */
  readonly values: Obj;
  /** What is configured; empty when deleting. */
  readonly config: Obj;
  readonly prior: Obj | null;
  /** Cluster that the provider is configured for, by id or host; `undefined` when it is not configured at all. */
  readonly cluster: string | undefined;
  /** Whether something of this type and id exists already. */
  readonly taken?: boolean;
}

/** Why the cloud says no. */
export interface Refusal {
  /** What the cloud would say, in its terms where they are known. */
  readonly what: string;
  /** What to change. */
  readonly fix: string;
  readonly path?: Path;
}

/** Something that the cloud refuses and the schema does not say. */
export interface Rule {
  /** Kebab-case name, shown with every refusal. */
  readonly name: string;
  /** Where the rule is written down. */
  readonly source: string;
  /** Types it looks at; a trailing `*` stands for any ending. */
  readonly types: readonly string[];
  readonly on: readonly Change['action'][];
  check(change: Change, cloud: CloudView): readonly Refusal[];
}
