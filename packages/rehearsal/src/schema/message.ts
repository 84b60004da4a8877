import { encodeMessage } from '../wire/codec';
import type { AttributeJson, BlockJson, FunctionJson, ProviderJson, SchemaJson, TypeJson } from './json';

const NESTING: Readonly<Record<string, number>> = { single: 1, list: 2, set: 3, map: 4, group: 5 };
const MARKDOWN = 1;

const types = new Map<string, Buffer>();

/** A type travels as its JSON text. */
function typeBytes(type: TypeJson): Buffer {
  const key = typeof type === 'string' ? type : JSON.stringify(type);
  let bytes = types.get(key);
  if (bytes === undefined) {
    bytes = Buffer.from(JSON.stringify(type));
    types.set(key, bytes);
  }
  return bytes;
}

const kind = (text: 'plain' | 'markdown' | undefined): number | undefined =>
  text === 'markdown' ? MARKDOWN : undefined;

const attributeMessage = ([name, from]: [string, AttributeJson]): object => ({
  name,
  type: from.type === undefined ? undefined : typeBytes(from.type),
  description: from.description,
  required: from.required,
  optional: from.optional,
  computed: from.computed,
  sensitive: from.sensitive,
  descriptionKind: kind(from.description_kind),
  deprecated: from.deprecated,
  nestedType: from.nested_type && {
    attributes: Object.entries(from.nested_type.attributes ?? {}).map(attributeMessage),
    nesting: NESTING[from.nested_type.nesting_mode],
  },
  writeOnly: from.write_only,
});

const blockMessage = (block: BlockJson): object => ({
  attributes: Object.entries(block.attributes ?? {}).map(attributeMessage),
  blockTypes: Object.entries(block.block_types ?? {}).map(([typeName, nested]) => ({
    typeName,
    block: blockMessage(nested.block ?? {}),
    nesting: NESTING[nested.nesting_mode],
    minItems: nested.min_items,
    maxItems: nested.max_items,
  })),
  description: block.description,
  descriptionKind: kind(block.description_kind),
  deprecated: block.deprecated,
});

const schemaMessage = (schema: SchemaJson = {}): object => ({
  version: schema.version,
  block: blockMessage(schema.block ?? {}),
});

const mapOf = <T>(from: Readonly<Record<string, T>> | undefined, convert: (one: T) => object): object =>
  Object.fromEntries(Object.entries(from ?? {}).map(([name, one]) => [name, convert(one)] as const));

const functionMessage = (from: FunctionJson): object => ({
  parameters: (from.parameters ?? []).map(({ name, type }) => ({ name, type: typeBytes(type) })),
  return: { type: typeBytes(from.return_type) },
  summary: from.summary,
});

/** The functions of a provider, as messages. */
export const functionMessages = (provider: ProviderJson): object => mapOf(provider.functions, functionMessage);

/** What the server can do beyond the minimum: fetching the schema once per command is enough. */
export const CAPABILITIES = { planDestroy: true, getProviderSchemaOptional: true };

/** The answer to GetProviderSchema, ready to be sent. */
export const schemaBytes = (provider: ProviderJson): Buffer =>
  encodeMessage('SchemaResponse', {
    provider: schemaMessage(provider.provider),
    resourceSchemas: mapOf(provider.resource_schemas, schemaMessage),
    dataSourceSchemas: mapOf(provider.data_source_schemas, schemaMessage),
    capabilities: CAPABILITIES,
    functions: functionMessages(provider),
  });
