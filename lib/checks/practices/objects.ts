import type { KubernetesObject } from '../../core/written/kubernetes-convert';
import type { Element } from './element';

/** A Kubernetes object and what makes it. */
export interface PlacedObject {
  readonly object: KubernetesObject;
  readonly element: Element;
  readonly kind: string;
  /** Its name; with `${` when it is known later, empty when the cluster draws it. */
  readonly name: string;
  /** Its namespace, `default` when it names none; with `${` when it is known later. */
  readonly namespace: string;
  /** Something that is the same for all objects of one cluster. */
  readonly cluster: string;
}

/** How a text names an object: `Deployment web`. */
export const called = ({ kind, name }: PlacedObject): string => (name === '' ? kind : `${kind} ${name}`);

/** Whether two objects may see each other by name: of one cluster and one namespace. What is known later may be the same. */
export function besides(one: PlacedObject, other: PlacedObject): boolean {
  return one.cluster === other.cluster && one.namespace === other.namespace;
}
