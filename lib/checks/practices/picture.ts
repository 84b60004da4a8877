import type { KubernetesObject } from '../../core/written/kubernetes-convert';
import { named } from '../../core/written/kubernetes-references';
import type { Element, Source } from './element';
import { grouped } from './grouped';
import { objectMakers, objectsOf } from './object-makers';
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
  const byKind = new Map<string, readonly PlacedObject[]>();
  const makers = objectMakers(source.elements);
  let pods: readonly Pod[] | undefined;

  const lookUp = (stack: string) => (type: string, name: string) =>
    byType.get(type)?.find((element) => element.stack === stack && element.address === `${type}.${name}`)?.attributes;

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

  const placed = (element: Element, object: KubernetesObject): PlacedObject => ({
    object,
    element,
    kind: object.kind,
    name: nameIn(element, object.metadata?.name) ?? '',
    namespace: nameIn(element, object.metadata?.namespace) ?? 'default',
    cluster: source.clusterOf(element.stack),
  });

  /** Objects of releases and manifests. */
  let carried: ReadonlyMap<string, readonly PlacedObject[]> | undefined;
  const carriedOf = (kind: string): readonly PlacedObject[] => {
    carried ??= grouped(
      makers.others.flatMap((element) => objectsOf(element).map((object) => placed(element, object))),
      (object) => object.kind,
    );
    return carried.get(kind) ?? [];
  };

  const picture: Picture = {
    elements: source.elements,
    ofType: (type) =>
      type.endsWith('*')
        ? [...byType].flatMap(([one, elements]) => (one.startsWith(type.slice(0, -1)) ? elements : []))
        : (byType.get(type) ?? []),
    targets: (element, attribute) => source.targets(element, attribute),
    objects: (kind) => {
      let found = byKind.get(kind);
      if (found === undefined) {
        const own = (makers.byKind.get(kind) ?? []).flatMap((one) =>
          objectsOf(one).map((object) => placed(one, object)),
        );
        found = [...own, ...carriedOf(kind)];
        byKind.set(kind, found);
      }
      return found;
    },
    clusterOf: ({ element }) => source.clusterElement(element.stack),
    pods: () => (pods ??= podsOf(picture)),
    nameIn,
  };
  return picture;
}
