import { PROVIDER, alicloudIn } from './schema.mjs';

/** The schema reduced to what the bindings are made of: alicloud only, no descriptions. */
export function stripSchema(schema) {
  const { provider, resource_schemas, data_source_schemas } = alicloudIn(schema);
  return {
    format_version: schema.format_version,
    provider_schemas: {
      [PROVIDER]: {
        provider: stripResource(provider),
        resource_schemas: mapValues(resource_schemas, stripResource),
        data_source_schemas: mapValues(data_source_schemas, stripResource),
      },
    },
  };
}

function stripResource({ version, block }) {
  return { version, block: stripBlock(block) };
}

function stripBlock(block) {
  const stripped = withoutDescription(block);
  if (block.attributes) stripped.attributes = mapValues(block.attributes, withoutDescription);
  if (block.block_types) {
    stripped.block_types = mapValues(block.block_types, (nested) => ({ ...nested, block: stripBlock(nested.block) }));
  }
  return stripped;
}

function withoutDescription({ description, description_kind, ...rest }) {
  return rest;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
