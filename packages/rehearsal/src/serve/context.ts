import type { Cloud } from '../cloud/cloud';
import { decodeValue, encodeValue } from '../cty/msgpack';
import type { Obj, Value } from '../cty/value';
import type { TypeFacts } from '../schema/facts';
import type { SchemaJson } from '../schema/json';
import type { ProviderSource } from '../schema/load';
import { shapeOf, type Shape } from '../schema/shape';
import type { DynamicValue } from '../wire/types';
import type { FaultPlan } from './faults';
import type { Line } from './line';

/** Strict answers only what the protocol allows; `sdk` imitates the defaults of the old SDK, which may break its rules. */
export type Mode = 'strict' | 'sdk';

/** What one connection was configured with; every provider instance of a run has its own connection. */
export interface Session {
  readonly region: string;
  /** Cluster of kubernetes and helm: a simulated cluster's id, or whatever names another one. */
  readonly cluster: string | undefined;
  readonly config: Obj;
}

export const NO_SESSION: Session = Object.freeze({ region: 'cn-hangzhou', cluster: undefined, config: {} });

/** Everything that the calls of one provider share. */
export interface Context {
  readonly source: ProviderSource;
  readonly cloud: Cloud;
  readonly mode: Mode;
  readonly faults: FaultPlan;
  readonly line: Line;
  /** Rules that are not asked, by name. */
  readonly silenced?: readonly string[];
  /** Set by StopProvider: what waits gives up. */
  readonly stopping: { now: boolean };
}

/** A resource type or data source: form, facts, version. */
export interface TypeOf {
  readonly name: string;
  readonly shape: Shape & { kind: 'object' };
  readonly facts: TypeFacts | undefined;
  readonly version: number;
}

const typeOf = (name: string, schema: SchemaJson | undefined, facts: TypeFacts | undefined): TypeOf => {
  if (!schema) {
    throw new Error(`the schema knows no ${name}`);
  }
  return { name, shape: shapeOf(schema.block ?? {}), facts, version: schema.version ?? 0 };
};

export const resourceType = ({ source }: Context, name: string): TypeOf =>
  typeOf(name, source.schema.resource_schemas?.[name], source.facts.resources?.[name]);

export const dataType = ({ source }: Context, name: string): TypeOf =>
  typeOf(name, source.schema.data_source_schemas?.[name], source.facts.dataSources?.[name]);

const JSON_EMPTY = 0;

/** The value of a message; Terraform sends MessagePack. */
export function read(value: DynamicValue | null | undefined): Value {
  if (value?.msgpack && value.msgpack.length > JSON_EMPTY) {
    return decodeValue(value.msgpack);
  }
  return value?.json && value.json.length > JSON_EMPTY
    ? (JSON.parse(Buffer.from(value.json).toString('utf8')) as Value)
    : null;
}

export const readObj = (value: DynamicValue | null | undefined): Obj | null => read(value) as Obj | null;

export const write = (value: Value): DynamicValue => ({ msgpack: encodeValue(value) });
