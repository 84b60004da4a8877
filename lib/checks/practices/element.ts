import type { KubernetesObject } from '../../core/written/kubernetes-convert';
import type { Attributes } from '../../core/written/written';

/** A resource, data source or provider as a rule sees it, from a tree of constructs or from a folder alike. */
export interface Element {
  readonly kind: 'resource' | 'data' | 'provider';
  /** Name of its stack. */
  readonly stack: string;
  /** Terraform type; that of a provider is its name. */
  readonly type: string;
  /** Terraform address within its stack. */
  readonly address: string;
  /** Path of the construct that made it, or its address when no construct did. */
  readonly path: string;
  /** Attributes under their Terraform names; what Terraform will only know later is text with `${` in it. */
  readonly attributes: Attributes;
  /** Kubernetes objects that it carries, for a release of the library's own chart. */
  carried(): readonly KubernetesObject[];
}

/** Where a picture comes from. */
export interface Source {
  readonly elements: readonly Element[];
  /** What an attribute of an element refers to, by its path as in `vswitch_ids` or `spec.0.server`. */
  targets(element: Element, attribute: string): readonly Element[];
  /** A text of an element, with references as Terraform writes them. */
  written(element: Element, text: string): string;
  /** Something that is the same for all stacks of what runs in one cluster. */
  clusterOf(stack: string): string;
  /** The cluster that a stack’s objects are in, where the App makes it. */
  clusterElement(stack: string): Element | undefined;
}
