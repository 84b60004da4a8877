import { objectsOfRelease } from '../../core/written/kubernetes-releases';
import { linksOf, type Link } from '../../core/written/links';
import type { Attributes, WrittenResource, WrittenStack } from '../../core/written/written';
import type { Element, Source } from './element';
import { grouped } from './grouped';
import { isOwnChart } from './own-chart';

/** The elements of stacks as they were written. */
export function writtenSource(stacks: readonly WrittenStack[]): Source {
  const byResource = new Map<WrittenResource, Element>();
  const elements = stacks.flatMap((stack) => [
    ...stack.resources.map((resource) => {
      const element = elementOf(resource);
      byResource.set(resource, element);
      return element;
    }),
    ...providersOf(stack),
  ]);
  const resourceOf = new Map([...byResource].map(([resource, element]) => [element, resource]));
  let links: ReadonlyMap<WrittenResource, readonly Link[]> | undefined;
  const clusters = new Map(stacks.map((stack) => [stack.name, clusterOf(stack)]));
  const targets: Source['targets'] = (element, attribute) => {
    links ??= grouped(linksOf(stacks), ({ from }) => from);
    const own = links.get(resourceOf.get(element)!) ?? [];
    const fit = own.filter(({ at }) => at === attribute || at.startsWith(`${attribute}.`));
    return [...new Set(fit.map(({ to }) => byResource.get(to)!))];
  };
  return {
    elements,
    targets,
    written: (_, text) => text,
    clusterOf: (stack) => clusters.get(stack) ?? stack,
    clusterElement: (stack) => {
      const credential = elements.find((one) => one.stack === stack && one.type === CREDENTIAL);
      return credential && targets(credential, 'cluster_id')[0];
    },
  };
}

const CREDENTIAL = 'alicloud_cs_cluster_credential';

function elementOf({ kind, stack, type, address, path, attributes }: WrittenResource): Element {
  return {
    kind,
    stack,
    type,
    address,
    path: path ?? `${stack}/${address}`,
    attributes: withDynamic(attributes),
    carried: () => (isOwnChart(attributes) ? objectsOfRelease(attributes) : []),
  };
}

/** Blocks that Terraform makes of a list are known to it only. */
function withDynamic({ dynamic, ...attributes }: Attributes): Attributes {
  const later = Object.keys(Object(dynamic)).map((name) => [name, '${dynamic}'] as const);
  return { ...attributes, ...Object.fromEntries(later) };
}

/** Providers have no address, and the framework notes no path of theirs. */
function providersOf({ name, json }: WrittenStack): readonly Element[] {
  return Object.entries((json.provider ?? {}) as Record<string, Attributes | readonly Attributes[]>).flatMap(
    ([type, configured]) =>
      [configured].flat().map((attributes): Element => {
        const address = `provider.${type}`;
        return { kind: 'provider', stack: name, type, address, path: `${name}/${type}`, attributes, carried: () => [] };
      }),
  );
}

/** Stacks that ask for the credential of the same cluster are about the same cluster. */
function clusterOf({ name, resources }: WrittenStack): string {
  const credential = resources.find(({ type }) => type === CREDENTIAL);
  return credential ? JSON.stringify(credential.attributes.cluster_id) : name;
}
