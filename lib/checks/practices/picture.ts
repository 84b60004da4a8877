import { objectOf } from '../../core/written/kubernetes-convert';
import { named } from '../../core/written/kubernetes-references';
import type { Element, Source } from './element';
import type { PlacedObject } from './objects';
import { podsOf, type Pod } from './pods';
import { isLater } from './reading';

/** What rules look at: every resource of the App, and what they are to each other. */
export interface Picture {
  readonly elements: readonly Element[];
  /** Resources of a type; of all types that begin so when it ends in `*`. */
  ofType(type: string): readonly Element[];
  /** Resources that an attribute of a resource refers to, in its own stack or in one that is applied before. */
  targets(element: Element, attribute: string): readonly Element[];
  /** Kubernetes objects of a kind. */
  objects(kind: string): readonly PlacedObject[];
  /** Everything that makes Pods. */
  pods(): readonly Pod[];
  /** The cluster that an object is in, where the App makes it. */
  clusterOf(object: PlacedObject): Element | undefined;
  /** The name that a text stands for, where it refers to an object of the same stack. */
  nameIn(element: Element, text: unknown): string | undefined;
}

/** Draws the picture of a source; what no rule asks for is never made. */
export function pictureOf(source: Source): Picture {
  const byType = grouped(source.elements, ({ type }) => type);
  let byKind: ReadonlyMap<string, readonly PlacedObject[]> | undefined;
  let pods: readonly Pod[] | undefined;
  const byAddress = new Map<string, Element>();

  const lookUp = (stack: string) => (type: string, name: string) => {
    if (byAddress.size === 0) {
      source.elements
        .filter((element) => element.type.startsWith('kubernetes_'))
        .forEach((element) => byAddress.set(`${element.stack} ${element.address}`, element));
    }
    return byAddress.get(`${stack} ${type}.${name}`)?.attributes;
  };

  const nameIn = (element: Element, text: unknown): string | undefined => {
    if (typeof text !== 'string') {
      return undefined;
    }
    if (!isLater(text)) {
      return text;
    }
    let written = source.written(element, text);
    // A name leads to a name: what is found is written by another resource of the stack.
    for (let depth = 0; depth < 4 && isLater(written); depth++) {
      const next = source.written(element, named(written, lookUp(element.stack)));
      if (next === written) {
        break;
      }
      written = next;
    }
    return written;
  };

  const placed = (element: Element): readonly PlacedObject[] => {
    const object = objectOf(element.type, element.attributes);
    return [...(object ? [object] : []), ...element.carried()].map((one) => {
      const { name, namespace } = one.metadata ?? {};
      return {
        object: one,
        element,
        kind: one.kind,
        name: nameIn(element, name) ?? '',
        namespace: nameIn(element, namespace) ?? 'default',
        cluster: source.clusterOf(element.stack),
      };
    });
  };

  const picture: Picture = {
    elements: source.elements,
    ofType: (type) =>
      type.endsWith('*')
        ? [...byType].flatMap(([one, elements]) => (one.startsWith(type.slice(0, -1)) ? elements : []))
        : (byType.get(type) ?? []),
    targets: (element, attribute) => source.targets(element, attribute),
    objects: (kind) => {
      byKind ??= grouped(
        source.elements
          .filter(({ kind: of, type }) => of === 'resource' && /^(?:kubernetes|helm)_/.test(type))
          .flatMap(placed),
        (object) => object.kind,
      );
      return byKind.get(kind) ?? [];
    },
    clusterOf: ({ element }) => source.clusterElement(element.stack),
    pods: () => (pods ??= podsOf(picture)),
    nameIn,
  };
  return picture;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const same = groups.get(key);
    if (same) {
      same.push(one);
    } else {
      groups.set(key, [one]);
    }
  }
  return groups;
}
