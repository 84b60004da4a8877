import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { KubernetesObject } from '../../../lib/testing/kubernetes';
import { idOf, schemasOf } from './assembly';
import { customResources } from './custom-resources';
import { valueProblems } from './values';

/** Minors whose schemas can be had, the newest last; see docs/decisions/0013-kubernetes-schemas.md. */
export const MINORS = [33, 34] as const;

/** The last minor whose schemas also know values; `kubernetes-models` 4 describes it. */
const VALUES_MINOR = 33;

/** What a validation found. */
export interface Findings {
  /** Empty for an object that the API server would take. */
  readonly problems: readonly string[];
  /** False when nobody publishes a schema for the kind. */
  readonly known: boolean;
}

/** A Terraform expression, whose value nobody knows before the apply. */
const isExpression = (value: unknown): boolean => typeof value === 'string' && /[$%]\{/.test(value);

class Schemas {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
  private readonly kinds = new Map<string, string>();

  constructor(private readonly minor: number) {
    for (const [name, schema] of schemasOf(minor)) {
      this.ajv.addSchema(schema);
      this.kinds.set(name, schema.$id!);
    }
    for (const { apiVersion, kind, spec } of customResources(minor)) {
      const metadata = { $ref: idOf(minor, 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta') };
      const $id = idOf(minor, `${apiVersion}/${kind}`);
      const properties = { apiVersion: { const: apiVersion }, kind: { const: kind }, metadata, spec };
      const required = ['apiVersion', 'kind', 'metadata', 'spec'];
      this.ajv.addSchema({ $id, type: 'object', properties, required, additionalProperties: false });
      this.kinds.set(`${apiVersion}/${kind}`, $id);
    }
  }

  of(object: KubernetesObject): ValidateFunction | undefined {
    const id = this.kinds.get(`${object.apiVersion}/${object.kind}`) ?? this.kinds.get(openApiName(object) ?? '');
    return id === undefined ? undefined : this.ajv.getSchema(id);
  }

  problems(object: KubernetesObject): readonly string[] | undefined {
    const validate = this.of(object);
    if (validate === undefined) {
      return undefined;
    }
    validate(object);
    return (validate.errors ?? [])
      .filter(({ data }) => !isExpression(data))
      .map((error) => `1.${this.minor} ${describe(error)}`);
  }
}

/** Where OpenAPI keeps the kinds that are not in `io.k8s.api`. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  apiextensions: 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions',
  apiregistration: 'io.k8s.kube-aggregator.pkg.apis.apiregistration',
};

function openApiName({ apiVersion, kind }: KubernetesObject): string | undefined {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  // Kubernetes' own groups have one word or end in k8s.io; the same first word may begin anybody's group.
  if (group!.includes('.') && !group!.endsWith('.k8s.io')) {
    return undefined;
  }
  const word = group!.split('.')[0]!;
  return `${ELSEWHERE[word] ?? `io.k8s.api.${word}`}.${version}.${kind}`;
}

function describe({ instancePath, message, keyword, params }: ErrorObject): string {
  const extra = keyword === 'additionalProperties' ? ` (${String(params.additionalProperty)})` : '';
  const allowed = keyword === 'enum' ? ` (${(params.allowedValues as readonly string[]).join(', ')})` : '';
  return `${instancePath || '/'} ${message}${extra}${allowed}`;
}

const schemas = new Map<number, Schemas>();

function schemasFor(minor: number): Schemas {
  const known = schemas.get(minor) ?? new Schemas(minor);
  schemas.set(minor, known);
  return known;
}

/**
 * Holds an object against the schemas of every minor: unknown fields, missing ones, wrong types; and its values
 * (whole numbers, quantities, enumerations) where a schema says them. Terraform expressions are taken for any value.
 */
export function findingsOn(object: KubernetesObject): Findings {
  const byMinor = MINORS.map((minor) => schemasFor(minor).problems(object));
  const known = byMinor.every((problems) => problems !== undefined);
  const values = known ? valueProblems(object, isExpression).map((one) => `1.${VALUES_MINOR} ${one}`) : [];
  return { known, problems: [...new Set([...byMinor.flatMap((problems) => problems ?? []), ...values])] };
}
