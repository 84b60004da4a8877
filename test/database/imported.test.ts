import { MysqlInstance } from '../../lib/database/mysql-instance';
import { RedisInstance } from '../../lib/database/redis-instance';
import { Peer } from '../../lib/network/peer';
import { resourceOf, resourcesOf } from '../../lib/testing/look-up';
import { problemsOf } from '../support/problems';
import { aShop, variablesOf } from './a-shop';

const HOST = 'rm-bp1abc.mysql.rds.aliyuncs.com';

function oldMysql(attributes: object = {}) {
  const shop = aShop();
  const database = MysqlInstance.fromAttributes(shop.cloud, 'old', {
    instanceId: 'rm-bp1abc',
    host: HOST,
    databases: ['orders'],
    allowed: [Peer.network(shop.network)],
    ...attributes,
  });
  return { ...shop, database };
}

function oldRedis(attributes: object = {}) {
  const shop = aShop();
  const redis = RedisInstance.fromAttributes(shop.cloud, 'old', {
    instanceId: 'r-bp1abc',
    host: 'r-bp1abc.redis.rds.aliyuncs.com',
    allowed: [Peer.network(shop.network)],
    ...attributes,
  });
  return { ...shop, redis };
}

describe('a MySQL instance that exists', () => {
  test('gets accounts and databases, made where it was imported, and is no resource itself', () => {
    const { cloud, apps, database, service } = oldMysql();
    database.addDatabase('stock');
    database.grantConnect(service('web'), { database: 'stock' });
    expect(resourcesOf(cloud, 'alicloud_db_instance')).toEqual([]);
    expect(resourceOf(cloud, 'alicloud_rds_account').attributes).toMatchObject({
      db_instance_id: 'rm-bp1abc',
      account_name: 'shop_web',
    });
    expect(resourceOf(cloud, 'alicloud_db_account_privilege').attributes).toMatchObject({
      db_names: ['stock'],
      depends_on: [resourceOf(cloud, 'alicloud_db_database').address],
    });
    expect(variablesOf(apps)).toMatchObject({ DB_HOST: HOST, DB_PORT: '3306', DB_NAME: 'stock' });
  });

  test('a database that it has needs nothing to be made', () => {
    const { cloud, database, service } = oldMysql();
    database.grantConnect(service('web'), { database: 'orders' });
    expect(resourcesOf(cloud, 'alicloud_db_database')).toEqual([]);
    expect(resourceOf(cloud, 'alicloud_db_account_privilege').attributes).not.toHaveProperty('depends_on');
  });

  test('that lets the cluster’s group in by its import takes its workloads', () => {
    const shop = aShop();
    const { cloud, cluster, service } = shop;
    const attributes = {
      instanceId: 'rm-bp1abc',
      host: HOST,
      databases: ['orders'],
      allowed: [cluster.securityGroup!],
    };
    MysqlInstance.fromAttributes(cloud, 'old', attributes).grantConnect(service('web'), { database: 'orders' });
    expect(resourcesOf(cloud, 'alicloud_rds_account')).toHaveLength(1);
  });

  test.each<[string, (shop: ReturnType<typeof oldMysql>) => unknown, object, string]>([
    [
      'a workload that it does not let in',
      (s) => s.database.grantConnect(s.service('web'), { database: 'orders' }),
      { allowed: undefined },
      'database-allow-list',
    ],
    [
      'a range that it does not let in',
      (s) => s.database.allowFrom(Peer.cidr('172.31.0.0/16')),
      {},
      'database-allow-list',
    ],
    [
      'a range wider than what it lets in',
      (s) => s.database.allowFrom(Peer.cidr('10.0.0.0/8')),
      { allowed: [Peer.cidr('10.0.0.0/16')] },
      'database-allow-list',
    ],
    [
      'a database that it does not have',
      (s) => s.database.grantConnect(s.service('web'), { database: 'stock' }),
      {},
      'database-unknown',
    ],
    ['a database twice', (s) => s.database.addDatabase('stock').addDatabase('stock'), {}, 'list-duplicate'],
    ['what is no workload', (s) => s.database.grantConnect('web' as never, { database: 'orders' }), {}, 'type-invalid'],
  ])('refuses %s, and makes nothing', (_, act, attributes, code) => {
    const shop = oldMysql(attributes);
    expect(problemsOf(() => act(shop))).toEqual([expect.objectContaining({ code, path: 'shop-cloud/old' })]);
    expect(resourcesOf(shop.cloud, 'alicloud_rds_account')).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['the id of a Redis instance', { instanceId: 'r-bp1abc' }, 'resource-id-invalid'],
    ['no host', { host: undefined }, 'value-missing'],
    ['a port as a number', { port: 3306 }, 'type-invalid'],
    ['a database that MySQL keeps', { databases: ['mysql'] }, 'database-name'],
    ['ranges that are text', { allowed: ['10.0.0.0/8'] }, 'type-invalid'],
    ['a prop that there is not', { password: 'Secret-1' }, 'prop-unknown'],
  ])('cannot be named with %s', (_, attributes, code) => {
    expect(problemsOf(() => oldMysql(attributes))).toEqual([expect.objectContaining({ code, path: 'shop-cloud/old' })]);
  });
});

describe('a Redis instance that exists', () => {
  test('gets accounts, made where it was imported', () => {
    const { cloud, apps, redis, service } = oldRedis();
    redis.grantConnect(service('web'), { privilege: 'RoleReadOnly' });
    expect(resourcesOf(cloud, 'alicloud_kvstore_instance')).toEqual([]);
    expect(resourceOf(cloud, 'alicloud_kvstore_account').attributes).toMatchObject({
      instance_id: 'r-bp1abc',
      account_privilege: 'RoleReadOnly',
    });
    expect(variablesOf(apps)).toMatchObject({ REDIS_PORT: '6379' });
    expect(Object.keys(resourceOf(apps, 'kubernetes_secret_v1').attributes.data).sort()).toEqual([
      'REDIS_PASSWORD',
      'REDIS_USERNAME',
    ]);
  });

  test('refuses a workload that it does not let in', () => {
    const { redis, service } = oldRedis({ allowed: [Peer.cidr('192.0.2.0/24')] });
    expect(problemsOf(() => redis.grantConnect(service('web')))).toEqual([
      expect.objectContaining({ code: 'database-allow-list', path: 'shop-cloud/old' }),
    ]);
  });

  test.each<[string, object, string]>([
    ['the id of a MySQL instance', { instanceId: 'rm-bp1abc' }, 'resource-id-invalid'],
    ['a blank host', { host: ' ' }, 'type-invalid'],
  ])('cannot be named with %s', (_, attributes, code) => {
    expect(problemsOf(() => oldRedis(attributes))).toEqual([expect.objectContaining({ code, path: 'shop-cloud/old' })]);
  });
});
