import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DbDatabase } from '@cdktf/provider-alicloud/lib/db-database';
import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { hasForm, IMPORT_IDS } from '../../lib/core/adoption/import-ids';
import { Adopt } from '../../lib/core/adoption/adopt-parts';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { Network } from '../../lib/network/network';
import { resourceOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];

function aDatabase() {
  const cloud = aCloud();
  const network = new Network(cloud, 'network', { zones: ZONES });
  const database = new MysqlInstance(cloud, 'database', { network, adopt: 'rm-bp1shop' }).addDatabase('shop');
  return { cloud, database };
}

describe('what a construct makes beside its main resource', () => {
  test('comes under management by its path below the construct', () => {
    const { cloud, database } = aDatabase();
    Adopt.parts(database, { backup: 'rm-bp1shop', 'database-shop': 'rm-bp1shop:shop' });

    const imports = (synthesized(cloud) as { import: { id: string; to: string }[] }).import;
    expect(imports).toEqual([
      { id: 'rm-bp1shop', to: expect.stringMatching(/^alicloud_db_instance\./) },
      { id: 'rm-bp1shop', to: expect.stringMatching(/^alicloud_db_backup_policy\./) },
      { id: 'rm-bp1shop:shop', to: expect.stringMatching(/^alicloud_db_database\./) },
    ]);
  });

  test('is refused where the construct makes no such thing, with what it makes', () => {
    const [problem, ...more] = problemsOf(() => Adopt.parts(aDatabase().database, { 'database-blog': 'rm-1:blog' }));
    expect(problem).toMatchObject({ code: 'adopt-unknown', value: 'rm-1:blog', path: 'shop/database' });
    expect(problem!.fix).toBe('write one of "backup", "database-shop"');
    expect(more).toEqual([]);
  });

  test('is refused by an id of another form', () => {
    const [problem] = problemsOf(() => Adopt.parts(aDatabase().database, { 'database-shop': 'shop' }));
    expect(problem).toMatchObject({ code: 'resource-id-invalid', value: 'shop', path: 'shop/database' });
    expect(problem!.what).toContain('alicloud_db_database is imported by, "rm-*:<database>"');
  });
});

test('a resource of the provider’s own comes under management, without what its import does not read', () => {
  const cloud = aCloud();
  const raw = new DbDatabase(cloud, 'raw', {
    instanceId: 'rm-bp1shop',
    dataBaseName: 'raw',
    timeouts: { create: '5m' },
  });
  Adopt.resource(raw, 'rm-bp1shop:raw');

  expect(resourceOf(cloud, 'alicloud_db_database').attributes).toMatchObject({
    lifecycle: { ignore_changes: ['timeouts'] },
  });
});

test('what the program does not say as it is stays as it is', () => {
  const { cloud, database } = aDatabase();
  Adopt.keep(database, ['monitoring_period']);

  const { lifecycle } = resourceOf(cloud, 'alicloud_db_instance').attributes;
  expect(lifecycle.ignore_changes).toEqual(
    expect.arrayContaining(['instance_storage', 'monitoring_period', 'timeouts']),
  );
  expect(problemsOf(() => Adopt.keep(database, ['monitoring']))[0]).toMatchObject({
    code: 'adopt-unknown',
    fix: expect.stringContaining('monitoring_period'),
  });
});

test('once it is settled, only what was decided is kept, and the import block stays', () => {
  const { cloud, database } = aDatabase();
  Adopt.keep(database, ['monitoring_period']);
  Adopt.settle(cloud);

  const { lifecycle } = resourceOf(cloud, 'alicloud_db_instance').attributes;
  expect(lifecycle.ignore_changes).toEqual(expect.arrayContaining(['instance_storage', 'monitoring_period']));
  expect(lifecycle.ignore_changes).not.toContain('timeouts');
  expect((synthesized(cloud) as unknown as { import: unknown[] }).import).toHaveLength(1);
});

test('what Terraform does not import is refused with the reason', () => {
  const cloud = aCloud();
  const patch = new ConfigMapV1Data(cloud, 'patch', { metadata: { name: 'coredns' }, data: {} });
  expect(problemsOf(() => Adopt.resource(patch, 'kube-system/coredns'))[0]).toMatchObject({
    code: 'adopt-impossible',
    what: expect.stringContaining('nothing is imported'),
  });
});

test('an object under another name or in another namespace is refused: it would be replaced', () => {
  const conf = (cloud = aCloud()) => new ConfigMapV1(cloud, 'conf', { metadata: { name: 'conf', namespace: 'shop' } });
  expect(() => Adopt.resource(conf(), 'shop/conf')).not.toThrow();
  expect(problemsOf(() => Adopt.resource(conf(), 'shop/old'))[0]).toMatchObject({ code: 'choice-conflict' });
  expect(problemsOf(() => Adopt.resource(conf(), 'blog/conf'))[0]).toMatchObject({ code: 'choice-conflict' });
  expect(problemsOf(() => Adopt.resource(conf(), 'conf'))[0]).toMatchObject({ code: 'resource-id-invalid' });
});

test.each([
  ['alicloud_cs_kubernetes_node_pool', 'c1f2:np3a4b', 'np3a4b'],
  ['alicloud_eip_association', 'eip-bp1:ngw-bp2', 'eip-bp1'],
  ['alicloud_snat_entry', 'stb-bp1:snat-bp2', 'snat-bp2'],
  ['alicloud_vpc_ipv4_cidr_block', 'vpc-bp1:10.1.0.0/16', '10.1.0.0/16'],
  ['alicloud_slb_acl_entry_attachment', 'acl-bp1:2408:4000::/32', 'acl-bp1'],
  ['alicloud_security_group_rule', 'sg-bp1:ingress:tcp:443/443:intranet:10.0.0.0/8:accept:1', 'sg-bp1:ingress:tcp:443'],
  ['alicloud_nas_access_rule', 'shop:1:standard', 'shop:1'],
  ['alicloud_nas_mount_target', '0a1b2c:0a1b2c-x.cn-hangzhou.nas.aliyuncs.com', '0a1b2c'],
  ['alicloud_ram_role_policy_attachment', 'role:ReadShop:Custom:shop', 'ReadShop:shop'],
  ['alicloud_ram_user', '2345678901', 'robot'],
  ['kubernetes_deployment_v1', 'shop/web', 'web'],
  ['kubernetes_storage_class_v1', 'disk', 'a b'],
])('%s is imported by %s and not by %s', (type, id, other) => {
  const form = IMPORT_IDS[type] as string;
  expect(hasForm(id, form)).toBe(true);
  expect(hasForm(other, form)).toBe(false);
});

test('every resource that the library makes has a form, or a reason why it is not imported', () => {
  const lib = join(__dirname, '../../lib');
  const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const made = sources.flatMap((file) =>
    [...readFileSync(join(lib, file), 'utf8').matchAll(/^import \{.*\} from '@cdktf\/provider-(\w+)\/lib\/([\w-]+)'/gm)]
      .filter(([, , name]) => name !== 'provider' && !name!.startsWith('data-'))
      .map(([, provider, name]) => `${provider}_${name!.replaceAll('-', '_')}`),
  );
  expect(made.length).toBeGreaterThan(80);
  expect([...new Set(made)].filter((type) => !(type in IMPORT_IDS)).sort()).toEqual([]);
});
