import { kindOf, objectOf, type KubernetesObject } from '../../core/written/kubernetes-convert';
import type { Element } from './element';

/** Resources that make Kubernetes objects. */
export interface ObjectMakers {
  /** Those whose type tells the kind. */
  readonly byKind: ReadonlyMap<string, readonly Element[]>;
  /** Releases and manifests, of which only what they hold tells. */
  readonly others: readonly Element[];
}

export function objectMakers(elements: readonly Element[]): ObjectMakers {
  const byKind = new Map<string, Element[]>();
  const others: Element[] = [];
  for (const element of elements) {
    if (element.kind === 'resource' && /^(?:kubernetes|helm)_/.test(element.type)) {
      const kind = kindOf(element.type);
      if (kind === undefined) {
        others.push(element);
      } else {
        byKind.set(kind, [...(byKind.get(kind) ?? []), element]);
      }
    }
  }
  return { byKind, others };
}

/** The objects that a resource makes. */
export function objectsOf(element: Element): readonly KubernetesObject[] {
  if (element.type === 'helm_release') {
    return element.carried();
  }
  const object = objectOf(element.type, element.attributes);
  return object ? [object] : [];
}
