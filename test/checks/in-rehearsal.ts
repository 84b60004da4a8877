import { isList, UNKNOWN, type Obj, type Value } from '../../packages/rehearsal/src/cty/value';
import { validateConfig } from '../../packages/rehearsal/src/engine/validate';
import { loadBuiltIn } from '../../packages/rehearsal/src/schema/load';
import { shapeOf, type Shape } from '../../packages/rehearsal/src/schema/shape';
import type { Diagnostic } from '../../packages/rehearsal/src/wire/types';
import type { Kind } from '../../lib/checks/types';
import type { TerraformJson } from '../../lib/testing/synthesized';

const provider = loadBuiltIn('aliyun/alicloud');

/** What the rehearsal's provider says against one resource of a stack's JSON. */
export function rehearsed(json: TerraformJson, kind: Kind, type: string, name: string): readonly Diagnostic[] {
  const [schemas, facts] =
    kind === 'resource'
      ? [provider.schema.resource_schemas, provider.facts.resources]
      : [provider.schema.data_source_schemas, provider.facts.dataSources];
  const shape = shapeOf(schemas![type]!.block ?? {});
  return validateConfig(shape, facts![type], asSent(shape, json[kind]![type]![name]) as Obj);
}

/** A configuration as Terraform would send it: everything there, expressions unknown, a single block as a list of one. */
function asSent(shape: Shape, value: unknown): Value {
  if (typeof value === 'string' && value.includes('${')) {
    return UNKNOWN;
  }
  if (shape.kind === 'object') {
    const given = (value ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      [...shape.fields].map(([name, field]) => [name, fieldAsSent(field.shape, given[name], field.kind === 'block')]),
    );
  }
  if (shape.kind === 'list' || shape.kind === 'set') {
    return listOf(value).map((one) => asSent(shape.of, one));
  }
  if (shape.kind === 'map') {
    return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, asSent(shape.of, one)]));
  }
  return (value ?? null) as Value;
}

function fieldAsSent(shape: Shape, value: unknown, isBlock: boolean): Value {
  const many = shape.kind === 'list' || shape.kind === 'set';
  return value === undefined || value === null ? (isBlock && many ? [] : null) : asSent(shape, value);
}

function listOf(value: unknown): readonly unknown[] {
  return isList(value as Value) ? (value as unknown[]) : [value];
}
