/*
 * Generates the TypeScript of every module in memory and writes those whose key differs from the known ones. Runs in a process
 * of its own, so that its memory is free again before compilation: `fork`, send `{ schemaFile, version, salt, known }`,
 * receive `{ modules, changed, peakMemory }`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mendNestedLists, nestedObjectLists } from './nested-lists.mjs';
import { sourceDir } from './paths.mjs';
import { PROVIDER, SOURCE, alicloudIn, readSchema } from './schema.mjs';

/** `[{ folder, namespace, source }]` for every module of the schema. */
export function generate(schema, version) {
  process.env.CHECKPOINT_DISABLE = '1';
  const require = createRequire(import.meta.url);
  // The generator's own index wants jsii-pacmak, which nothing here needs.
  const { TerraformProviderGenerator } = require('@cdktf/provider-generator/lib/get/generator/provider-generator');
  const fromGenerator = createRequire(require.resolve('@cdktf/provider-generator/package.json'));
  const { CodeMaker, toCamelCase } = fromGenerator('codemaker');
  const { TerraformProviderConstraint, ConstructsMakerProviderTarget } = fromGenerator('@cdktf/commons');

  const code = new CodeMaker();
  const generator = new TerraformProviderGenerator(code, { ...schema, provider_versions: { [PROVIDER]: version } });
  const constraint = new TerraformProviderConstraint({ name: 'alicloud', source: SOURCE, version: `~> ${version}` });
  generator.generate(new ConstructsMakerProviderTarget(constraint, 'typescript'));

  const sources = new Map(code.files.map((file) => [file.filePath, file.buffer]));
  const modules = [...sources]
    .map(([file, source]) => ({ folder: /^providers\/alicloud\/([^/]+)\/index\.ts$/.exec(file)?.[1], source }))
    .filter(({ folder }) => folder)
    .map(({ folder, source }) => ({ folder, namespace: toCamelCase(folder), source }));
  mendModules(modules, alicloudIn(schema));
  constrainProvider(modules, version);
  checkCount(modules, sources, alicloudIn(schema));
  return modules.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function mendModules(modules, provider) {
  const byType = new Map(modules.map((module) => [resourceType(module.source), module]));
  const blocks = [
    ...Object.entries(provider.resource_schemas).map(([type, { block }]) => [type, block]),
    ...Object.entries(provider.data_source_schemas).map(([type, { block }]) => [`data ${type}`, block]),
    ['provider', provider.provider.block],
  ];
  for (const [type, block] of blocks) {
    const attributes = nestedObjectLists(block);
    if (attributes.length === 0) continue;
    const module = byType.get(type);
    if (!module) throw new Error(`the generator wrote no module for ${type}`);
    module.source = mendNestedLists(module.source, className(module.source), attributes);
  }
}

/*
 * cdktf requires the exact `providerVersion` where a provider class states it, and else the constraint. Users shall get patch
 * releases of the provider, so the provider class states the constraint alone.
 */
function constrainProvider(modules, version) {
  const provider = modules.find(({ folder }) => folder === 'provider');
  const parts = provider.source.split(`        providerVersion: '${version}',\n`);
  if (parts.length !== 2) throw new Error('provider: the generator no longer writes providerVersion as expected');
  provider.source = parts.join('');
}

const CLASS = /^export class (\w+) extends cdktf\.Terraform(Resource|DataSource|Provider) \{/m;

function className(source) {
  return CLASS.exec(source)[1];
}

function resourceType(source) {
  const kind = CLASS.exec(source)?.[2];
  if (kind === 'Provider') return 'provider';
  const type = /^ {2}public static readonly tfResourceType = "(\w+)";$/m.exec(source)?.[1];
  return kind === 'DataSource' ? `data ${type}` : type;
}

function checkCount(modules, sources, provider) {
  const expected = Object.keys(provider.resource_schemas).length + Object.keys(provider.data_source_schemas).length + 1;
  const names = new Set(modules.map(({ namespace }) => namespace));
  const sourceFiles = [...sources.keys()].filter((file) => file.endsWith('.ts')).length;
  const indexFiles = 2;
  if (modules.length !== expected || names.size !== expected || sourceFiles !== expected + indexFiles) {
    throw new Error(
      `the schema describes ${expected} modules, the generator wrote ${modules.length} (${names.size} names)`,
    );
  }
}

function run({ schemaFile, version, salt, known }) {
  const modules = {};
  const changed = [];
  const generated = generate(readSchema(schemaFile), version);
  for (const { folder, namespace, source } of generated) {
    const key = createHash('sha256').update(salt).update(source).digest('base64url');
    modules[folder] = { key, namespace };
    if (known[folder] === key) continue;
    changed.push({ folder, size: source.length });
    mkdirSync(path.join(sourceDir, folder), { recursive: true });
    writeFileSync(path.join(sourceDir, folder, 'index.ts'), source);
  }
  return { modules, changed, peakMemory: process.resourceUsage().maxRSS * 1024 };
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.send) {
  process.once('message', (task) => process.send(run(task), () => process.disconnect()));
}
