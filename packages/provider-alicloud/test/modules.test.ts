import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { minimalConfig, minimalTerraform } from './support/minimal';
import { type Block, packageDir, readProvider } from './support/schema';

type ElementClass = (new (scope: Construct, id: string, config: object) => Construct) & { tfResourceType: string };
type Synthesised = Record<'resource' | 'data', Record<string, Record<string, Record<string, unknown>>>>;

const provider = readProvider();
const index: Record<string, Record<string, unknown>> = require('@cdktf/provider-alicloud');
const libDir = path.join(packageDir, 'lib');

/** The generator avoids a class name that is also the name of a configuration, and writes K8s with a capital S. */
const UNUSUAL_CLASSES: Record<string, string> = {
  CdnDomainConfig: 'CdnDomainConfigA',
  DcdnDomainConfig: 'DcdnDomainConfigA',
  EdasK8sApplication: 'EdasK8SApplication',
  EdasK8sCluster: 'EdasK8SCluster',
  EdasK8sSlbAttachment: 'EdasK8SSlbAttachment',
  OssBucketAccessMonitor: 'OssBucketAccessMonitorA',
  OssBucketLogging: 'OssBucketLoggingA',
  OssBucketTransferAcceleration: 'OssBucketTransferAccelerationA',
  OssBucketVersioning: 'OssBucketVersioningA',
  OssBucketWebsite: 'OssBucketWebsiteA',
  PrivatelinkVpcEndpointServiceResource: 'PrivatelinkVpcEndpointServiceResourceA',
  ScdnDomainConfig: 'ScdnDomainConfigA',
};

function pascalCase(type: string): string {
  return type.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function elementOf(type: string, kind: 'resource' | 'data'): { folder: string; elementClass: ElementClass } {
  const name = type.replace(/^alicloud_/, '');
  const folder = (kind === 'data' ? 'data-alicloud-' : '') + name.replace(/_/g, '-');
  const expected = (kind === 'data' ? 'DataAlicloud' : '') + pascalCase(name);
  const module: Record<string, unknown> = require(`@cdktf/provider-alicloud/lib/${folder}`);
  const elementClass = module[UNUSUAL_CLASSES[expected] ?? expected];
  if (typeof elementClass !== 'function') throw new Error(`lib/${folder} does not export ${expected}`);
  return { folder, elementClass: elementClass as ElementClass };
}

/** Instantiates every type with what it requires and compares the synthesised Terraform with the schema. */
function wrongTypes(kind: 'resource' | 'data', schemas: Record<string, { block: Block }>): string[] {
  const stack = new TerraformStack(Testing.app(), kind);
  const base = kind === 'resource' ? TerraformResource : TerraformDataSource;
  const wrong: string[] = [];
  for (const [type, { block }] of Object.entries(schemas)) {
    const { folder, elementClass } = elementOf(type, kind);
    if (elementClass.tfResourceType !== type) wrong.push(`lib/${folder} is bound to ${elementClass.tfResourceType}`);
    const element = new elementClass(stack, folder, minimalConfig(block, type));
    if (!(element instanceof base)) wrong.push(`lib/${folder} is no ${base.name}`);
  }
  const synthesised: Synthesised = JSON.parse(Testing.synth(stack));
  for (const [type, { block }] of Object.entries(schemas)) {
    const [actual] = Object.values(synthesised[kind][type] ?? {});
    const expected = minimalTerraform(block, type);
    if (actual === undefined) wrong.push(`${type} is not in the output`);
    else if (!sameValues(actual, expected)) {
      wrong.push(`${type}: expected ${JSON.stringify(expected)}, synthesised ${JSON.stringify(actual)}`);
    }
  }
  expect(Object.keys(synthesised[kind]).sort()).toEqual(Object.keys(schemas).sort());
  return wrong;
}

function sameValues(actual: unknown, expected: unknown): boolean {
  try {
    expect(actual).toEqual(expected);
    return true;
  } catch {
    return false;
  }
}

test('the package has a module for each of the 1184 resources, the 780 data sources and the provider', () => {
  const resources = Object.keys(provider.resource_schemas);
  const dataSources = Object.keys(provider.data_source_schemas);
  const folders = [
    ...resources.map((type) => elementOf(type, 'resource').folder),
    ...dataSources.map((type) => elementOf(type, 'data').folder),
    'provider',
  ];

  expect([resources.length, dataSources.length]).toEqual([1184, 780]);
  expect(readdirSync(libDir).sort()).toEqual([...folders, 'index.d.ts', 'index.js'].sort());
  expect(folders.filter((folder) => !existsSync(path.join(libDir, folder, 'index.d.ts')))).toEqual([]);
});

test('every resource synthesises what its schema requires, and nothing else', () => {
  expect(wrongTypes('resource', provider.resource_schemas)).toEqual([]);
}, 60_000);

test('every data source synthesises what its schema requires, and nothing else', () => {
  expect(wrongTypes('data', provider.data_source_schemas)).toEqual([]);
}, 60_000);

test('the provider asks Terraform for aliyun/alicloud within the minor version of the schema', () => {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const { AlicloudProvider } = require('@cdktf/provider-alicloud/lib/provider');
  const instance = new AlicloudProvider(stack, 'alicloud', { region: 'cn-hangzhou' });
  const { version } = require('@cdktf/provider-alicloud/package.json');

  expect(instance).toBeInstanceOf(TerraformProvider);
  expect(JSON.parse(Testing.synth(stack))).toMatchObject({
    provider: { alicloud: [{ region: 'cn-hangzhou' }] },
    terraform: { required_providers: { alicloud: { source: 'aliyun/alicloud', version: `~> ${version}` } } },
  });
});

test('the index names every module and gives the same one as the deep path', () => {
  const names = Object.keys(index);

  expect(names).toHaveLength(1184 + 780 + 1);
  expect(index['vpc']).toBe(require('@cdktf/provider-alicloud/lib/vpc'));
  expect(index['dataAlicloudZones']).toBe(require('@cdktf/provider-alicloud/lib/data-alicloud-zones'));
  expect(names.filter((name) => Object.keys(index[name] ?? {}).length === 0)).toEqual([]);
});
