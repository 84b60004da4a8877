import type { WrittenResource, WrittenStack } from '../../core/written/written';
import { referencesIn } from '../../core/written/references';
import { objectOf, type KubernetesObject } from '../../core/written/kubernetes-convert';
import { withNames } from '../../core/written/kubernetes-references';
import { objectsOfRelease } from '../../core/written/kubernetes-releases';
import type { TerraformJson } from '../synthesized';
import type { ReadCluster } from './read-clusters';
import { blocksOf, type WrittenIndex } from './written-index';

/** An object of Kubernetes, with the resource that makes it and the cluster that it is in. */
export interface PlacedObject {
  readonly object: KubernetesObject;
  readonly resource: WrittenResource;
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}

/** Cluster of objects whose provider speaks to a cluster that the Terraform does not make. */
export const ELSEWHERE = 'a cluster elsewhere';

/** The objects that an App makes; none of what charts of others render. */
export function readObjects(index: WrittenIndex, clusters: readonly ReadCluster[]): readonly PlacedObject[] {
  return index.stacks.flatMap((stack) => {
    const clusterOf = clustersOfProviders(index, stack, clusters);
    return stack.resources
      .filter(({ kind, type }) => kind === 'resource' && (type.startsWith('kubernetes_') || type === 'helm_release'))
      .flatMap((resource) =>
        objectsOf(resource, stack).map((object) => ({
          object,
          resource,
          cluster: clusterOf(resource),
          namespace: object.metadata.namespace ?? 'default',
          name: object.metadata.name ?? object.metadata.generateName ?? '',
        })),
      );
  });
}

function objectsOf({ type, attributes }: WrittenResource, stack: WrittenStack): readonly KubernetesObject[] {
  const known = withNames(attributes, stack.json as TerraformJson);
  if (type === 'helm_release') {
    return objectsOfRelease(known);
  }
  // Types without a version are older names of the same objects.
  const object = objectOf(type, known) ?? objectOf(`${type}_v1`, known);
  return object === undefined ? [] : [object];
}

/** Follows the settings of a stack's providers to the clusters that they speak to. */
function clustersOfProviders(index: WrittenIndex, stack: WrittenStack, clusters: readonly ReadCluster[]) {
  const providers = stack.json.provider as Readonly<Record<string, unknown>> | undefined;
  const byAddress = new Map(stack.resources.map((one) => [one.address, one] as const));
  const reached = (address: string): readonly ReadCluster[] => {
    const resource = byAddress.get(address);
    const targets = resource ? [resource, ...index.linksAt(resource).map(({ to }) => to)] : [];
    return clusters.filter((cluster) => targets.includes(cluster.resource));
  };
  const found = new Map<string, string>();
  for (const kind of ['kubernetes', 'helm']) {
    for (const settings of blocksOf(providers?.[kind])) {
      const [cluster] = referencesIn(settings).flatMap(({ address }) => reached(address));
      const name = typeof settings.alias === 'string' ? `${kind}.${settings.alias}` : kind;
      found.set(name, cluster?.id ?? (clusters.length === 1 ? clusters[0]!.id : ELSEWHERE));
    }
  }
  const only = clusters.length === 1 ? clusters[0]!.id : ELSEWHERE;
  return ({ type, attributes }: WrittenResource): string => {
    const usual = type === 'helm_release' ? 'helm' : 'kubernetes';
    const said = typeof attributes.provider === 'string' ? attributes.provider : usual;
    return found.get(said) ?? only;
  };
}
