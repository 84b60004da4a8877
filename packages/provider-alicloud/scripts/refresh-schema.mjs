/*
 * npm run refresh-schema [-- --provider-version X] [--from schema.json] [--dry-run]
 *
 * Replaces the schema by that of the provider that Terraform finds on this machine, or by a file written by
 * `terraform providers schema -json`, and reports what that changes.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installedSchema } from './installed-schema.mjs';
import { root, schemaDir } from './paths.mjs';
import { alicloudIn, findSchema, packSchema, readSchema, schemaFileName } from './schema.mjs';
import { diffSchemas, formatDiff } from './schema-diff.mjs';
import { stripSchema } from './strip-schema.mjs';

const VERSION = /^\d+\.\d+\.\d+$/;

function refresh() {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, 'provider-version': { type: 'string' }, 'dry-run': { type: 'boolean' } },
  });
  const wanted = values['provider-version'];
  if (wanted && !VERSION.test(wanted))
    throw new Error(`--provider-version ${wanted}: expected three numbers such as 1.289.0`);
  const current = findSchema();
  const found = values.from ? fromFile(values.from, wanted ?? current.version) : installedSchema(wanted);
  const schema = stripSchema(found.schema);

  console.log(`schema ${current.version} -> ${found.version}`);
  console.log(formatDiff(diffSchemas(alicloudIn(readSchema(current.file)), alicloudIn(schema))));
  if (values['dry-run']) return console.log('dry run, nothing written');
  write(schema, current, found.version);
  console.log(`written schema/${schemaFileName(found.version)}; now run: npm run build`);
  if (current.version !== found.version) {
    console.log(
      `package.json has the version ${found.version}; its README and those who depend on it name ${current.version} still`,
    );
  }
}

function fromFile(file, version) {
  const from = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  return { schema: JSON.parse(readFileSync(from, 'utf8')), version };
}

function write(schema, current, version) {
  const target = path.join(schemaDir, schemaFileName(version));
  writeFileSync(target, packSchema(schema));
  if (target !== current.file) rmSync(current.file);
  const manifest = path.join(root, 'package.json');
  const text = readFileSync(manifest, 'utf8')
    .replace(`"version": "${current.version}"`, `"version": "${version}"`)
    .replace(`aliyun/alicloud ${current.version}`, `aliyun/alicloud ${version}`);
  writeFileSync(manifest, text);
}

try {
  refresh();
} catch (error) {
  console.error(`refresh-schema: ${error.message}`);
  process.exitCode = 1;
}
