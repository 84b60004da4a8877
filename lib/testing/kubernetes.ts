import type { IConstruct } from 'constructs';
import { stringify } from 'yaml';
import { objectOf, type KubernetesObject } from '../core/written/kubernetes-convert';
import { withNames } from '../core/written/kubernetes-references';
import { objectsOfRelease } from '../core/written/kubernetes-releases';
import { synthesized, type TerraformJson } from './synthesized';

export type { KubernetesObject };

/**
 * The Kubernetes objects that a stack makes, as manifests write them: from resources of the kubernetes provider (`*_v1`,
 * `*_v2`), and from the custom resources and manifests that our constructs put into Helm values. Not among them: what
 * other charts render, and what changes an object of somebody else (labels, annotations, taints).
 *
 * References to names in the same stack are replaced by the names; other expressions stay as text (`${...}`). A Secret's
 * data is under `stringData`, as Terraform holds it before encoding. Namespaces come first, the rest by kind, namespace
 * and name.
 */
export function kubernetesObjectsOf(stack: IConstruct | TerraformJson): readonly KubernetesObject[] {
  const json = 'node' in stack ? synthesized(stack as IConstruct) : stack;
  const objects = Object.entries(json.resource ?? {}).flatMap(([type, byName]) =>
    Object.values(byName).flatMap((attributes): readonly KubernetesObject[] => {
      const known = withNames(attributes, json);
      if (type === 'helm_release') {
        return objectsOfRelease(known);
      }
      const object = objectOf(type, known);
      return object === undefined ? [] : [object];
    }),
  );
  return objects.sort((a, b) => compare(sortKey(a), sortKey(b)));
}

/** {@link kubernetesObjectsOf} as one YAML text, a document per object: for snapshots, for reading, for `kubectl diff`. */
export function kubernetesYamlOf(stack: IConstruct | TerraformJson): string {
  return kubernetesObjectsOf(stack)
    .map((object) => stringify(object, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false }))
    .join('---\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sortKey = ({ apiVersion, kind, metadata }: KubernetesObject): string =>
  [kind === 'Namespace' ? '0' : '1', kind, apiVersion, metadata.namespace ?? '', metadata.name ?? ''].join('\u0000');
