import type { ClusterKind } from '../../core/cluster';
import type { RoleNeeded } from '../../core/roles';
import type { ComponentConfig } from './addon-data';

/**
 * How a component stands with clusters of one kind:
 * `core` is part of the control plane, runs always and cannot be removed; `default` is there without being asked for;
 * `first-boot` is written into the cluster itself, because the first node needs it; `optional` is installed when somebody
 * asks; `never` cannot be had.
 */
export type Standing = 'core' | 'default' | 'first-boot' | 'optional' | Never;

/** Why clusters of a kind cannot have a component, and what to do instead. */
export interface Never {
  readonly never: string;
  readonly instead: string;
}

/** A component that must not be beside another. */
export interface Exclusion {
  /** Key of the other one. */
  readonly other: string;
  readonly why: string;
  /** Kinds of cluster for which it holds. @default all */
  readonly kinds?: readonly ClusterKind[];
}

/** Something that the program writes elsewhere, so that a resource of the catalogue would be a second owner. */
export interface Elsewhere {
  readonly what: string;
  readonly instead: string;
}

/** A row of the catalogue: what is known of one component. */
export interface AddonRow {
  /** Name on most clusters, and the key of the row. */
  readonly name: string;
  /** What it does, in one line. */
  readonly does: string;
  /** How it stands with each kind of cluster. */
  readonly kinds: Readonly<Record<ClusterKind, Standing>>;
  /** Names on kinds where it has another one. */
  readonly named?: Partial<Readonly<Record<ClusterKind, string>>>;
  /** Other names of the same component: whoever asks for one is content with any. */
  readonly aliases?: readonly string[];
  /** Keys of what must be there before it, on the kinds where it is not the default. */
  readonly needs?: readonly string[];
  /** Keys of what it uses where that is installed too: it then waits for it. */
  readonly after?: readonly string[];
  /** What must not be beside it; written once, at one of the two. */
  readonly excludes?: readonly Exclusion[];
  readonly roles?: readonly RoleNeeded[];
  /** Only clusters whose Pods get their addresses so can have it. */
  readonly podNetwork?: 'terway' | 'flannel';
  /** Only Pro clusters can have it. */
  readonly pro?: true;
  /** Lowest Kubernetes version, such as `1.22`. */
  readonly from?: string;
  /** Settings of a `first-boot` component that are not written into the cluster, and may be told later. */
  readonly tellable?: true;
  /** Who installs it, where it is not for the catalogue to do. */
  readonly elsewhere?: Elsewhere;
  /** Whether deleting the resource must take along what the component made in the cloud. */
  readonly cleanup?: true;
  /** What it is told where something only needs it, and its own choice would make things that nobody asked for. */
  readonly needed?: ComponentConfig;
  /** Told to people whenever it is installed. */
  readonly warning?: string;
  /** Where this is from: `doc` the provider's documentation, `help` Alibaba's, `cluster` a live one, `memory` unconfirmed. */
  readonly source: 'doc' | 'help' | 'cluster' | 'memory';
}
