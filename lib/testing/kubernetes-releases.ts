import { parse } from 'yaml';
import type { KubernetesObject } from './kubernetes-convert';
import type { Attributes } from './synthesized';

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

/**
 * The objects that a Helm release makes of its values alone: those under `resources`, where the library's own chart
 * takes them from. A release of any other chart has none, since what such a chart makes is known to Helm only.
 */
export function objectsOfRelease(release: Attributes): readonly KubernetesObject[] {
  const values: unknown = release.values;
  return (Array.isArray(values) ? values : []).flatMap((text: unknown) => {
    const { resources } = Object(valuesIn(text)) as Plain;
    return Array.isArray(resources) ? resources.filter(isObject).map(withMetadata) : [];
  });
}

const withMetadata = (object: KubernetesObject): KubernetesObject => ({
  ...object,
  metadata: (object.metadata as KubernetesObject['metadata'] | undefined) ?? {},
});
