import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export type AttributeType = string | [string, AttributeType | Record<string, AttributeType>];

export interface Attribute {
  readonly type: AttributeType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

export interface Block {
  readonly attributes?: Record<string, Attribute>;
  readonly block_types?: Record<string, NestedBlock>;
}

export interface NestedBlock {
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: Block;
}

export interface ProviderSchema {
  readonly provider: { readonly block: Block };
  readonly resource_schemas: Record<string, { readonly block: Block }>;
  readonly data_source_schemas: Record<string, { readonly block: Block }>;
}

export const packageDir = path.resolve(__dirname, '../..');

export function schemaFile(): string {
  const [name] = readdirSync(path.join(packageDir, 'schema'));
  if (name === undefined) throw new Error('the package has no schema');
  return path.join(packageDir, 'schema', name);
}

export function readDocument(): { provider_schemas: Record<string, ProviderSchema> } {
  return JSON.parse(gunzipSync(readFileSync(schemaFile())).toString('utf8'));
}

export function readProvider(): ProviderSchema {
  const provider = readDocument().provider_schemas['registry.terraform.io/aliyun/alicloud'];
  if (provider === undefined) throw new Error('the schema does not describe alicloud');
  return provider;
}
