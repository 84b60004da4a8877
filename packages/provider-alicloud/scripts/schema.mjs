import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { schemaDir } from './paths.mjs';

export const PROVIDER = 'registry.terraform.io/aliyun/alicloud';
export const SOURCE = 'aliyun/alicloud';

const FILE_NAME = /^alicloud-(\d+\.\d+\.\d+)\.json\.gz$/;
const GZIP_OS_BYTE = 9;
const GZIP_OS_UNKNOWN = 255;

/** The one schema file of the package: `{ file, version }`. */
export function findSchema(dir = schemaDir) {
  const found = readdirSync(dir).filter((name) => FILE_NAME.test(name));
  if (found.length !== 1) {
    throw new Error(`${dir} must hold exactly one alicloud-<version>.json.gz, found: ${found.join(', ') || 'none'}`);
  }
  return { file: path.join(dir, found[0]), version: FILE_NAME.exec(found[0])[1] };
}

export function schemaFileName(version) {
  return `alicloud-${version}.json.gz`;
}

export function readSchema(file) {
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
}

/** Compresses so that the same schema gives the same bytes on every machine: sorted keys, no time, no operating system. */
export function packSchema(schema) {
  const packed = gzipSync(JSON.stringify(sortKeys(schema)), { level: 9 });
  packed[GZIP_OS_BYTE] = GZIP_OS_UNKNOWN;
  return packed;
}

/** The part of a `providers schema -json` document that describes alicloud; throws if it is not there. */
export function alicloudIn(schema) {
  const provider = schema?.provider_schemas?.[PROVIDER];
  if (!provider?.provider || !provider.resource_schemas || !provider.data_source_schemas) {
    const names = Object.keys(schema?.provider_schemas ?? {}).join(', ') || 'nothing';
    throw new Error(`the schema has no complete ${PROVIDER}; it describes: ${names}`);
  }
  return provider;
}

function sortKeys(value) {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key])]),
  );
}
