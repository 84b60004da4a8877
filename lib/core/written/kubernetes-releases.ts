import { parse } from 'yaml';
import type { KubernetesObject } from './kubernetes-convert';
import type { Attributes } from './written';

type Plain = { readonly [name: string]: unknown };

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObject = (value: unknown): value is KubernetesObject =>
  isPlain(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';

/** Values of a chart: text in YAML 1.1, as helm reads it, or JSON; an expression of Terraform's is no values yet. */
function valuesIn(text: unknown): unknown {
  if (typeof text !== 'string') {
    return undefined;
  }
  try {
    return parse(text, { version: '1.1' });
  } catch {
    return undefined;
  }
}

/** Kinds outside of namespaces among those that people put into values; names that begin with `Cluster` are others. */
const CLUSTER_WIDE: ReadonlySet<string> = new Set([
  'AlbConfig',
  'ContainerNetworkFileSystem',
  'CustomResourceDefinition',
  'ImageCache',
  'IngressClass',
  'MseIngressConfig',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
]);

/**
 * The objects that a Helm release makes of its values alone: those under `resources`, where the library's own chart
 * takes them from. A release of any other chart has none, since what such a chart makes is known to Helm only. Helm puts
 * what names no namespace into that of the release.
 */
export function objectsOfRelease({ values, namespace }: Attributes): readonly KubernetesObject[] {
  return (Array.isArray(values) ? values : []).flatMap((text: unknown) => {
    const { resources } = Object(valuesIn(text)) as Plain;
    return Array.isArray(resources) ? resources.filter(isObject).map((one) => placed(one, namespace)) : [];
  });
}

/** An object of a release where Helm puts it: in the namespace of the release, unless it names one or can have none. */
export function placed(object: KubernetesObject, namespace: unknown): KubernetesObject {
  const { apiVersion, kind, metadata, ...rest } = object;
  const wide = CLUSTER_WIDE.has(kind) || kind.startsWith('Cluster');
  const place = wide || typeof namespace !== 'string' ? {} : { namespace };
  return { apiVersion, kind, metadata: { ...place, ...(metadata as object | undefined) }, ...rest };
}
