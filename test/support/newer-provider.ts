import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../docs/fences';

interface Attribute {
  type?: unknown;
  required?: boolean;
  optional?: boolean;
  computed?: boolean;
  deprecated?: boolean;
}

interface Resource {
  readonly block: { readonly attributes: Record<string, Attribute> };
}

interface Facts {
  readonly resources: Record<string, { attributes?: Record<string, object> }>;
}

const read = <T>(file: string): T =>
  JSON.parse(gunzipSync(readFileSync(join(ROOT, 'packages/rehearsal/schemas', file))).toString('utf8')) as T;

/** Changes that a provider's next version may hold, by what they are to a program of a network and a cluster. */
const CHANGES = {
  'resource-removed': (types: Types) => void delete types.alicloud_eip_association,
  'attribute-removed': (types: Types) => void delete attributesOf(types, 'eip_address').internet_charge_type,
  'reference-broken': (types: Types) => void delete attributesOf(types, 'nat_gateway').snat_table_ids,
  'attribute-read-only': (types: Types) =>
    void (attributesOf(types, 'vpc').vpc_name = { type: 'string', computed: true }),
  'attribute-required': (types: Types) =>
    void (attributesOf(types, 'cs_managed_kubernetes').timezone = { type: 'string', required: true }),
  'type-changed': (types: Types) =>
    void (attributesOf(types, 'cs_kubernetes_node_pool').instance_types = { type: ['map', 'string'], optional: true }),
  deprecated: (types: Types) => void (attributesOf(types, 'snat_entry').snat_ip!.deprecated = true),
} as const;

export type SchemaChange = keyof typeof CHANGES;

export const SCHEMA_CHANGES = Object.keys(CHANGES) as readonly SchemaChange[];

type Types = Record<string, Resource>;

function attributesOf(types: Types, type: string): Record<string, Attribute> {
  return types[`alicloud_${type}`]!.block.attributes;
}

/** The schema of the present provider with some changes, in a file. */
export function writeSchema(folder: string, changes: readonly SchemaChange[]): string {
  const file = read<{ provider_schemas: Record<string, { resource_schemas: Types }> }>('alicloud-1.289.0.json.gz');
  const types = Object.values(file.provider_schemas)[0]!.resource_schemas;
  changes.forEach((change) => CHANGES[change](types));
  const path = join(folder, `newer-${changes.join('-')}.json`);
  writeFileSync(path, JSON.stringify(file));
  return path;
}

/** What the present provider's validators allow, one value less and one replacement more. */
export function writeFacts(folder: string): string {
  const facts = read<Facts>('alicloud-constraints-1.289.0.json.gz');
  const rules = (type: string) => (facts.resources[`alicloud_${type}`]!.attributes ??= {});
  rules('nat_gateway').nat_type = { ...rules('nat_gateway').nat_type, enum: ['Ultimate'] };
  rules('vswitch').vswitch_name = { forceNew: true };
  const path = join(folder, 'newer-facts.json');
  writeFileSync(path, JSON.stringify(facts));
  return path;
}
