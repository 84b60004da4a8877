import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SchemaObject } from 'ajv';

/** A type in a jsii assembly, as far as it matters here. */
interface AssemblyType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'interface' | 'class' | 'enum';
  readonly datatype?: boolean;
  readonly docs?: { readonly custom?: { readonly schema?: string } };
  readonly properties?: readonly AssemblyProperty[];
}

interface AssemblyProperty {
  readonly name: string;
  readonly optional?: boolean;
  readonly type: TypeReference;
  readonly docs?: { readonly custom?: { readonly schema?: string } };
}

interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: 'string' | 'number' | 'boolean' | 'date' | 'any' | 'json';
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

/** Quantities and ports by number or name: classes of cdk8s, plain values in a manifest. */
const VALUES: Readonly<Record<string, SchemaObject>> = {
  IntOrString: { type: ['integer', 'string'] },
  Quantity: { type: ['number', 'string'] },
};

/**
 * The API of one Kubernetes minor as JSON schemas that know every field, which is required, and that there is no other.
 * Read from `cdk8s-plus-<minor>`, whose assembly describes that minor's OpenAPI document type by type.
 *
 * @returns schemas by their OpenAPI name, such as `io.k8s.api.apps.v1.Deployment`
 */
export function schemasOf(minor: number): ReadonlyMap<string, SchemaObject> {
  const types = assembly(`cdk8s-plus-${minor}`);
  const schemas = new Map<string, SchemaObject>();
  for (const type of Object.values(types)) {
    const schema = type.docs?.custom?.schema;
    if (type.datatype && schema !== undefined) {
      schemas.set(schema, { $id: idOf(minor, schema), ...objectSchema(minor, type, types) });
    }
  }
  return schemas;
}

/** The name under which a schema of a minor is kept. */
export const idOf = (minor: number, schema: string): string => `https://kubernetes.invalid/1.${minor}/${schema}`;

function assembly(name: string): Readonly<Record<string, AssemblyType>> {
  const file = join(dirname(require.resolve(`${name}/package.json`)), '.jsii');
  return (JSON.parse(readFileSync(file, 'utf8')) as { types: Record<string, AssemblyType> }).types;
}

/** Kinds carry `apiVersion` and `kind`, which cdk8s writes by itself and so has no property for. */
const isKind = ({ name }: AssemblyType): boolean => name.startsWith('Kube') && name.endsWith('Props');

function objectSchema(minor: number, type: AssemblyType, types: Readonly<Record<string, AssemblyType>>): SchemaObject {
  const own = (type.properties ?? []).filter(({ docs }) => docs?.custom?.schema !== undefined);
  const fields = own.map((one) => [fieldOf(one), referenceSchema(minor, one.type, types)] as const);
  const required = own.filter(({ optional }) => !optional).map(fieldOf);
  // cdk8s lists no `status`: nobody writes one.
  const typed = isKind(type) ? { apiVersion: { type: 'string' }, kind: { type: 'string' } } : {};
  return {
    // JSON in CustomResourceDefinitions may be anything.
    ...(own.length === 0 && !isKind(type) ? {} : { type: 'object', additionalProperties: false }),
    properties: { ...typed, ...Object.fromEntries(fields) },
    required,
  };
}

/** The name on the wire; jsii allows no `clusterIP`. */
const fieldOf = ({ docs }: AssemblyProperty): string => docs!.custom!.schema!.split('#')[1]!;

function referenceSchema(
  minor: number,
  reference: TypeReference,
  types: Readonly<Record<string, AssemblyType>>,
): SchemaObject {
  const { fqn, primitive, collection, union } = reference;
  if (collection !== undefined) {
    const of = referenceSchema(minor, collection.elementtype, types);
    return collection.kind === 'array' ? { type: 'array', items: of } : { type: 'object', additionalProperties: of };
  }
  if (union !== undefined) {
    return { anyOf: union.types.map((one) => referenceSchema(minor, one, types)) };
  }
  if (fqn !== undefined) {
    const type = types[fqn];
    const schema = type?.docs?.custom?.schema;
    const value = VALUES[type?.name ?? ''];
    return value ?? (type?.datatype && schema !== undefined ? { $ref: idOf(minor, schema) } : {});
  }
  switch (primitive) {
    case 'date':
      return { type: 'string' };
    case 'string':
    case 'number':
    case 'boolean':
      return { type: primitive };
    default:
      return {};
  }
}
