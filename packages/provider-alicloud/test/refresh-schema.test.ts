import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { SmallPackage } from './support/small-package';

let small: SmallPackage;

beforeEach(() => {
  small = new SmallPackage();
});

afterEach(() => small.remove());

/** The present schema as a newer provider might give it, descriptions included. */
function writeNewerSchema(): string {
  const document = small.document();
  const [provider] = Object.values(document.provider_schemas) as any[];
  const vpc = provider.resource_schemas.alicloud_vpc.block;
  vpc.description = 'A network';
  vpc.attributes.description.description = 'What it is for';
  vpc.attributes.planet = { type: 'string', optional: true, description: 'Where', description_kind: 'plain' };
  delete provider.resource_schemas.alicloud_vswitch;
  provider.functions = {};
  document.provider_schemas['registry.terraform.io/hashicorp/random'] = provider;
  const file = small.path('newer.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

test('replaces the schema, sets the version and reports the changes', () => {
  const { status, output } = small.run(
    'refresh-schema.mjs',
    '--from',
    writeNewerSchema(),
    '--provider-version',
    '1.300.1',
  );

  expect(status).toBe(0);
  expect(output).toContain('schema 1.289.0 -> 1.300.1');
  expect(output).toContain('- resource alicloud_vswitch\n~ resource alicloud_vpc\n    + planet: string, optional\n');
  expect(output).toContain('0 added, 1 removed, 1 changed');
  expect(readdirSync(small.path('schema'))).toEqual(['alicloud-1.300.1.json.gz']);
  expect(JSON.parse(readFileSync(small.path('package.json'), 'utf8'))).toMatchObject({
    version: '1.300.1',
    description: expect.stringContaining('aliyun/alicloud 1.300.1'),
  });
});

test('keeps alicloud alone, without descriptions but with attributes of that name', () => {
  small.run('refresh-schema.mjs', '--from', writeNewerSchema());

  const document = small.document();
  const provider = document.provider_schemas['registry.terraform.io/aliyun/alicloud']!;
  expect(Object.keys(document.provider_schemas)).toEqual(['registry.terraform.io/aliyun/alicloud']);
  expect(Object.keys(provider).sort()).toEqual(['data_source_schemas', 'provider', 'resource_schemas']);
  expect(provider.resource_schemas['alicloud_vpc']!.block).not.toHaveProperty('description');
  expect(provider.resource_schemas['alicloud_vpc']!.block.attributes).toMatchObject({
    description: { type: 'string', optional: true },
    planet: { type: 'string', optional: true },
  });
  expect(JSON.stringify(document)).not.toContain('What it is for');
  expect(JSON.stringify(document)).not.toContain('description_kind');
});

test('writes the same bytes for the same schema', () => {
  const file = writeNewerSchema();
  const bytes = [1, 2].map(() => {
    small.run('refresh-schema.mjs', '--from', file);
    return readFileSync(small.path('schema', 'alicloud-1.289.0.json.gz')).toString('base64');
  });

  expect(bytes[0]).toBe(bytes[1]);
});

test('a dry run writes nothing', () => {
  const before = readFileSync(small.path('schema', 'alicloud-1.289.0.json.gz'));
  const { output } = small.run(
    'refresh-schema.mjs',
    '--from',
    writeNewerSchema(),
    '--provider-version',
    '2.0.0',
    '--dry-run',
  );

  expect(output).toContain('dry run, nothing written');
  expect(readdirSync(small.path('schema'))).toEqual(['alicloud-1.289.0.json.gz']);
  expect(readFileSync(small.path('schema', 'alicloud-1.289.0.json.gz')).equals(before)).toBe(true);
});

test('refuses a document without alicloud and a version that is none', () => {
  const file = small.path('other.json');
  writeFileSync(file, JSON.stringify({ provider_schemas: { 'registry.terraform.io/hashicorp/random': {} } }));

  expect(small.run('refresh-schema.mjs', '--from', file)).toEqual({
    status: 1,
    output: expect.stringContaining('it describes: registry.terraform.io/hashicorp/random'),
  });
  expect(small.run('refresh-schema.mjs', '--provider-version', 'latest')).toEqual({
    status: 1,
    output: expect.stringContaining('expected three numbers'),
  });
});

test('asks the terraform on the path for the provider and its version', () => {
  const newer = writeNewerSchema();
  mkdirSync(small.path('bin'));
  const answers = `
    const fs = require('node:fs');
    const asked = process.argv.slice(2).join(' ');
    const { version } = JSON.parse(fs.readFileSync('main.tf.json', 'utf8')).terraform.required_providers.alicloud;
    if (asked === 'version -json') console.log('{"provider_selections":{"registry.terraform.io/aliyun/alicloud":"' + version.slice(2) + '"}}');
    if (asked === 'providers schema -json') console.log(fs.readFileSync(${JSON.stringify(newer)}, 'utf8'));`;
  writeFileSync(small.path('bin/terraform'), `#!${process.execPath}\n${answers}`, { mode: 0o755 });

  const { status, output } = small.run('refresh-schema.mjs', '--provider-version', '1.301.0');

  expect([status, output]).toEqual([0, expect.stringContaining('schema 1.289.0 -> 1.301.0')]);
  expect(readdirSync(small.path('schema'))).toEqual(['alicloud-1.301.0.json.gz']);
});
