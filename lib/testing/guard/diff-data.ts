import type { Holding } from './holdings';
import type { Stuck } from './stuck';

/** An attribute before and after, as text that may be shown: what is secret never stands in it. */
export interface AttributeChange {
  /** `vpc_id`, `spec.0.selector.0.match_labels`. */
  readonly attribute: string;
  readonly before: string;
  readonly after: string;
  /** Whether the provider makes a new object for it. */
  readonly forcesNew: boolean;
  /** Whether only the apply will tell the new value. */
  readonly unknown: boolean;
  /** Ids of resources of whose change it is a consequence. */
  readonly follows: readonly string[];
  /** Set when the cloud chose the old value, so that the new one may be the same. */
  readonly chosen?: true;
}

/**
 * What becomes of a resource: `leave` is what Terraform will look for in another cluster or region, not find, and make
 * there, while the old one stays behind; `forget` is what stays in the cloud and leaves the state.
 */
export type ChangeAction = 'add' | 'adopt' | 'change' | 'replace' | 'leave' | 'destroy' | 'forget' | 'move';

/** What becomes of a resource. */
export interface ResourceChange {
  /** Stack and address. */
  readonly id: string;
  readonly stack: string;
  readonly type: string;
  /** Its address from now on; of what goes, the one that it has. */
  readonly address: string;
  /** Path of the construct that writes it. */
  readonly path?: string;
  readonly action: ChangeAction;
  /** The address that a `moved` block leads away from. */
  readonly previousAddress?: string;
  readonly attributes: readonly AttributeChange[];
  /** Ids of resources without whose replacement this one would stay. */
  readonly causes: readonly string[];
  /** Why it is replaced other than for an attribute of its own. */
  readonly because: readonly string[];
  /** What is lost when it goes, or by a change in place; absent for what loses nothing. */
  readonly holds?: Holding;
  /** What makes the apply fail rather than lose it. */
  readonly heldBy: readonly string[];
  /** Whether the new one is made before the old one goes. */
  readonly newFirst: boolean;
  /** Changes that Terraform plans in place and that the cloud does not make. */
  readonly stuck: readonly Stuck[];
  /** Set where the programs do not tell whether something is replaced or destroyed: a type without a schema, a computed number. */
  readonly uncertain?: true;
}

/** A resource that is what it was, under another address. */
export interface SuggestedMove {
  readonly type: string;
  readonly from: { readonly stack: string; readonly address: string; readonly path?: string };
  readonly to: { readonly stack: string; readonly address: string; readonly path?: string };
  /** The blocks that say so: `moved` in one stack; `removed` and `import` across two. */
  readonly hcl: string;
}

/** How many of each. */
export type Counts = Readonly<Record<ChangeAction, number>>;

/** What the difference of two programs does to what exists. */
export interface Diff {
  /** In the order of stacks and addresses; what stays as it is is left out. */
  readonly changes: readonly ResourceChange[];
  readonly counts: Counts;
  /** Changes that lose data or a secret, those too that a protection stops. */
  readonly lost: readonly ResourceChange[];
  readonly moves: readonly SuggestedMove[];
  /** How many there would be, and what would still be lost, if the `moved` blocks were in the program. */
  readonly withMoves?: { readonly counts: Counts; readonly lost: readonly ResourceChange[] };
  /** What else a reader should know. */
  readonly notes: readonly string[];
}
