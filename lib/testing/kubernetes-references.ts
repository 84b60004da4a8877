import type { Attributes, TerraformJson } from './synthesized';

/** A reference to the name or namespace of an object in the same stack, in the values of a chart as JSON. */
const REFERENCE =
  /(?<!\$)\$\{(jsonencode\()?(kubernetes_\w+)\.([\w-]+)\.metadata(?:\[0\]|\.0)?\.(name|namespace)\)?\}/g;

/** References lead to references: a claim's namespace is a Namespace's name. */
const DEEPEST = 8;

/**
 * Puts names in the place of references to objects of the same stack, so that manifests read as what will exist. Other
 * expressions stay as Terraform writes them.
 */
export function withNames<T>(value: T, stack: TerraformJson): T {
  if (typeof value === 'string') {
    return text(value, stack) as T;
  }
  if (Array.isArray(value)) {
    return value.map((one: unknown) => withNames(one, stack)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNames(one, stack)])) as T;
  }
  return value;
}

function text(value: string, stack: TerraformJson): string {
  let resolved = value;
  for (let depth = 0; depth < DEEPEST && /\$\{(?:jsonencode\()?kubernetes_/.test(resolved); depth++) {
    resolved = resolved.replace(
      REFERENCE,
      (whole, json: string | undefined, type: string, name: string, field: string) => {
        const metadata = metadataOf(stack.resource?.[type]?.[name]);
        const found: unknown = metadata[field] ?? (field === 'namespace' ? 'default' : undefined);
        return typeof found !== 'string' ? whole : json === undefined ? found : JSON.stringify(found);
      },
    );
  }
  // What is text for Terraform is text here.
  return resolved.replace(/([$%])\1\{/g, '$1{');
}

function metadataOf(resource: Attributes | undefined): Attributes {
  const metadata: unknown = resource?.metadata;
  return ((Array.isArray(metadata) ? metadata[0] : metadata) ?? {}) as Attributes;
}
