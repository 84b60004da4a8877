import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { NO_FACTS, type FactsFile } from './facts';
import { builtInFacts } from './built-in-facts';
import type { ProviderJson, SchemaFileJson } from './json';

/** A provider that can be served. */
export interface ProviderSource {
  /** `namespace/type`, such as `aliyun/alicloud`. */
  readonly address: string;
  /** Version the schema was read from; empty for a schema file of the user's. */
  readonly version: string;
  readonly schema: ProviderJson;
  readonly facts: FactsFile;
}

/** The providers whose schemas come with the package. */
export const BUILT_IN: Readonly<Record<string, string>> = Object.freeze({
  'aliyun/alicloud': 'alicloud',
  'hashicorp/kubernetes': 'kubernetes',
  'hashicorp/helm': 'helm',
  'hashicorp/random': 'random',
});

const FOLDER = join(__dirname, '..', '..', 'schemas');

const readJson = <T>(file: string): T => {
  const bytes = readFileSync(file);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return JSON.parse((packed ? gunzipSync(bytes) : bytes).toString('utf8')) as T;
};

/** A source's address without its host: Terraform's default host is understood. */
export const withoutHost = (source: string): string =>
  source.includes('/') ? source.split('/').slice(-2).join('/') : `hashicorp/${source}`;

/** One of the four providers of the package. */
export function loadBuiltIn(address: string): ProviderSource {
  const name = BUILT_IN[address]!;
  const file = readdirSync(FOLDER).find((one) => new RegExp(`^${name}-\\d.*\\.json\\.gz$`).test(one))!;
  const version = file.slice(name.length + 1, -'.json.gz'.length);
  const schema = Object.values(readJson<SchemaFileJson>(join(FOLDER, file)).provider_schemas ?? {})[0]!;
  const facts =
    name === 'alicloud'
      ? readJson<FactsFile>(join(FOLDER, `alicloud-constraints-${version}.json.gz`))
      : builtInFacts(name, schema);
  return { address, version, schema, facts };
}

/** Every provider in the output of `terraform providers schema -json`, plain or gzipped. */
export const loadFile = (file: string): ProviderSource[] =>
  Object.entries(readJson<SchemaFileJson>(file).provider_schemas ?? {}).map(([source, schema]) => ({
    address: withoutHost(source),
    version: '',
    schema,
    facts: NO_FACTS,
  }));

/** A provider with some of its types. */
export function onlyTypes(source: ProviderSource, types: ReadonlySet<string>): ProviderSource {
  const some = <T>(all: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => types.has(name)));
  const { resource_schemas: resources, data_source_schemas: data, ...rest } = source.schema;
  return { ...source, schema: { ...rest, resource_schemas: some(resources), data_source_schemas: some(data) } };
}
