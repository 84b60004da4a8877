import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OssBucket } from '@cdktf/provider-alicloud/lib/oss-bucket';
import { MseNacosConfig } from '@cdktf/provider-alicloud/lib/mse-nacos-config';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { App, Testing, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { State } from '../../lib/stacks/state';
import { hclOf, resourceOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';

const stack = (props: Partial<CloudStackProps> = {}, id = 'shop-cloud') =>
  new CloudStack(Testing.app(), id, { region: 'cn-hangzhou', ...props });

test('a stack holds a provider for its region, pinned to patch releases, and a state of its own', () => {
  const json = synthesized(stack());
  expect(json.resource).toBeUndefined();
  expect(json.provider).toEqual({ alicloud: [{ region: 'cn-hangzhou' }] });
  expect(json.terraform).toEqual({
    backend: { local: { path: '../../../terraform.shop-cloud.tfstate' } },
    required_providers: { alicloud: { source: 'aliyun/alicloud', version: '~> 1.289.0' } },
  });
});

test('state in OSS is private, encrypted and locked, under a key of the stack’s name', () => {
  const lock = { endpoint: 'https://acme-tf.cn-hangzhou.ots.aliyuncs.com', table: 'terraform_lock' };
  const json = synthesized(stack({ state: State.oss({ bucket: 'acme-terraform', region: 'cn-beijing', lock }) }));
  expect(json.terraform).toMatchObject({
    backend: {
      oss: {
        bucket: 'acme-terraform',
        region: 'cn-beijing',
        prefix: 'terraform',
        key: 'shop-cloud.tfstate',
        acl: 'private',
        encrypt: true,
        tablestore_endpoint: lock.endpoint,
        tablestore_table: 'terraform_lock',
      },
    },
  });
});

test('a value that crosses stacks is read from the other stack’s own state', () => {
  const app = Testing.app();
  const a = new CloudStack(app, 'a', { region: 'cn-hangzhou' });
  const b = new CloudStack(app, 'b', { region: 'cn-hangzhou' });
  const vpc = new Vpc(a, 'vpc', { cidrBlock: '10.0.0.0/16' });
  new Vpc(b, 'vpc', { cidrBlock: '10.1.0.0/16', description: vpc.id });
  const json = synthesized(b);
  expect(Object.values(json.data!.terraform_remote_state!)).toEqual([
    { backend: 'local', config: { path: '../../../terraform.a.tfstate' }, workspace: '${terraform.workspace}' },
  ]);
});

describe('tags', () => {
  const tagged = (tags: Record<string, string>) => {
    const cloud = stack({ tags });
    return { cloud, vpc: new Vpc(cloud, 'vpc', { cidrBlock: '10.0.0.0/16', tags: { team: 'shop', tier: 'net' } }) };
  };

  test('are on every resource that can carry them, raw ones too; the resource’s own tag wins', () => {
    const { cloud } = tagged({ team: 'platform', cost: '42' });
    new OssBucket(cloud, 'bucket', {});
    expect(resourceOf(cloud, 'alicloud_vpc').attributes.tags).toEqual({ team: 'shop', tier: 'net', cost: '42' });
    expect(resourceOf(cloud, 'alicloud_oss_bucket').attributes.tags).toEqual({ team: 'platform', cost: '42' });
  });

  test('are merged by Terraform where the resource’s own tags are known only later', () => {
    const cloud = stack({ tags: { team: 'platform' } });
    const own = new TerraformVariable(cloud, 'own', { type: 'map(string)' });
    new Vpc(cloud, 'vpc', { cidrBlock: '10.0.0.0/16', tags: Token.asStringMap(own.value) });
    expect(resourceOf(cloud, 'alicloud_vpc').attributes.tags).toBe('${merge({"team" = "platform"}, var.own)}');
  });

  test('leave alone a resource whose "tags" is no map', () => {
    const cloud = stack({ tags: { team: 'platform' } });
    new MseNacosConfig(cloud, 'config', { instanceId: 'i', dataId: 'd', group: 'g', content: 'c', tags: 'own' });
    expect(resourceOf(cloud, 'alicloud_mse_nacos_config').attributes.tags).toBe('own');
  });

  test('of a stack without tags are absent', () => {
    const cloud = stack();
    new OssBucket(cloud, 'bucket', {});
    expect(resourceOf(cloud, 'alicloud_oss_bucket').attributes).not.toHaveProperty('tags');
  });
});

test('two stacks of one name in one App are refused before a file is written, both named', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'names-'));
  const app = new App({ outdir });
  new CloudStack(app, 'cloud', { region: 'cn-hangzhou' });
  new CloudStack(new Construct(app, 'shop'), 'cloud', { region: 'cn-hangzhou' });
  const [problem] = problemsOf(() => app.synth());
  expect(problem).toMatchObject({ code: 'stack-name-duplicate', path: 'shop/cloud', value: 'cloud' });
  expect(problem!.what).toContain('taken by "cloud"');
  expect(problem!.fix).toContain('"shop-cloud"');
  expect(readdirSync(outdir, { recursive: true })).toEqual(['stacks']);
});

test('a plain Terraform stack of the same name counts too', () => {
  const app = Testing.app();
  new CloudStack(app, 'cloud', { region: 'cn-hangzhou' });
  new TerraformStack(new Construct(app, 'shop'), 'cloud');
  expect(problemsOf(() => app.synth())).toMatchObject([{ code: 'stack-name-duplicate', path: 'shop/cloud' }]);
});

test.each([
  ['my cloud', 'stack-name-invalid'],
  ['', 'stack-name-invalid'],
  ['9lives', 'stack-name-invalid'],
  ['x'.repeat(49), 'stack-name-invalid'],
  ['Default', 'id-reserved'],
  ['default', 'id-reserved'],
])('the stack name %j is refused with %s', (id, code) => {
  expect(problemsOf(() => stack({}, id))).toMatchObject([{ code, value: id }]);
});

test('a stack inside a stack is refused: Terraform has no such thing', () => {
  expect(problemsOf(() => new CloudStack(stack(), 'inner', { region: 'cn-hangzhou' }))).toMatchObject([
    { code: 'stack-nested', path: 'shop-cloud/inner', value: 'inner' },
  ]);
});

test.each([
  [undefined, 'value-missing'],
  [null, 'value-missing'],
  [{}, 'region-invalid'],
  [{ region: 'cn-hangzhou', protecton: 'sandbox' }, 'prop-unknown'],
  [{ region: 'cn-hangzhou', tags: null }, 'type-invalid'],
  [{ region: 'cn-hangzhou', state: 'oss' }, 'choice-invalid'],
])('props %j from JavaScript are refused with %s', (props, code) => {
  expect(problemsOf(() => new CloudStack(Testing.app(), 'shop', props as unknown as CloudStackProps))).toMatchObject([
    { code, path: 'shop' },
  ]);
});

test('everything that is wrong with a stack is said at once', () => {
  const props = { region: 'cn-hangzhou-h', site: 'us', protection: 'none', tags: { 'acs:x': 'y' } };
  const problems = problemsOf(() => stack(props as unknown as CloudStackProps));
  expect(problems.map(({ code, fix }) => [code, fix])).toEqual([
    ['region-invalid', 'write region: "cn-hangzhou"'],
    ['choice-invalid', 'write one of "production", "sandbox"'],
    ['choice-invalid', 'write one of "cn", "intl"'],
    ['tag-invalid', 'use 1 to 128 characters, without "aliyun" or "acs:" at the start and without a web address'],
  ]);
});

test('an unknown region is a warning with the likely one, since the cloud may know it already', () => {
  const warnings = stack({ region: 'cn-hangzou' }).node.metadata.filter(({ type }) => type === '@cdktf/warn');
  expect(warnings).toMatchObject([{ data: expect.stringContaining('did you mean "cn-hangzhou"?') }]);
  expect(warnings[0]!.trace).toBeUndefined();
});

test.each([
  ['cn-hangzhou', 'cn'],
  ['cn-hongkong', 'intl'],
  ['ap-southeast-1', 'intl'],
])('an account that works in %s is taken to be on the %s site', (region, site) => {
  expect(stack({ region }).site).toBe(site);
});

test('the HCL form declares the same stack', async () => {
  expect(await hclOf(stack())).toMatchInlineSnapshot(`
   "terraform {
     required_providers {
       alicloud = {
         version = "~> 1.289.0"
         source  = "aliyun/alicloud"
       }
     }
     backend "local" {
       path = "../../../terraform.shop-cloud.tfstate"
     }
   }

   provider "alicloud" {
     region = "cn-hangzhou"
   }
   "
  `);
});
