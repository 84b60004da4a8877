import type { Attributes, StackJson } from './written';

/** A reference to the name or namespace of an object in the same stack, in the values of a chart as JSON. */
const REFERENCE =
  /(?<!\$)\$\{(jsonencode\()?(kubernetes_\w+)\.([\w-]+)\.metadata(?:\[0\]|\.0)?\.(name|namespace)\)?\}/g;

/** References lead to references: a claim's namespace is a Namespace's name. */
const DEEPEST = 8;

/** The attributes of a resource of the stack, by its type and its name within Terraform. */
export type LookUp = (type: string, name: string) => Attributes | undefined;

/**
 * Puts names in the place of references to objects of the same stack, so that manifests read as what will exist. Other
 * expressions stay as Terraform writes them.
 */
export function withNames<T>(value: T, stack: Pick<StackJson, 'resource'>): T {
  if (typeof value === 'string') {
    return unescaped(named(value, (type, name) => stack.resource?.[type]?.[name])) as T;
  }
  if (Array.isArray(value)) {
    return value.map((one: unknown) => withNames(one, stack)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNames(one, stack)])) as T;
  }
  return value;
}

/** A text with names in the place of references to objects of the same stack, and otherwise as it was. */
export function named(value: string, lookUp: LookUp): string {
  let resolved = value;
  for (let depth = 0; depth < DEEPEST && /\$\{(?:jsonencode\()?kubernetes_/.test(resolved); depth++) {
    resolved = resolved.replace(
      REFERENCE,
      (whole, json: string | undefined, type: string, name: string, field: string) => {
        const metadata = metadataOf(lookUp(type, name));
        const found: unknown = metadata[field] ?? (field === 'namespace' ? 'default' : undefined);
        return typeof found !== 'string' ? whole : json === undefined ? found : JSON.stringify(found);
      },
    );
  }
  return resolved;
}

/** What is text for Terraform as the text that it stands for. */
const unescaped = (text: string): string => text.replace(/([$%])\1\{/g, '$1{');

function metadataOf(resource: Attributes | undefined): Attributes {
  const metadata: unknown = resource?.metadata;
  return ((Array.isArray(metadata) ? metadata[0] : metadata) ?? {}) as Attributes;
}
