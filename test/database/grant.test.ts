import { Testing } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { RedisInstance } from '../../lib/database/redis-instance';
import { Network } from '../../lib/network/network';
import { PodNetwork } from '../../lib/network/pod-network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { resourceOf, resourcesOf } from '../../lib/testing/look-up';
import { Isolation } from '../../lib/workload/isolation';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { problemsOf } from '../support/problems';

function aShop(flannel = false, isolation = Isolation.denyIngress()) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', {
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    podNetwork: flannel ? PodNetwork.flannel({ podCidr: '172.16.0.0/16' }) : PodNetwork.terway(),
  });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop', { isolation: flannel ? undefined : isolation });
  const service = (id: string) =>
    new WebService(space, id, {
      image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.0.0',
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.fixed(2),
    });
  const database = new MysqlInstance(cloud, 'database', { network }).addDatabase('orders');
  return { app, cloud, apps, network, space, service, database };
}

type Env = { name: string; value?: string; value_from?: { secret_key_ref?: { name: string; key: string } } };
const envOf = (apps: WorkloadStack): Env[] => {
  const { spec } = resourceOf(apps, 'kubernetes_deployment_v1').attributes as {
    spec: { template: { spec: { container: { env: Env[] }[] } } };
  };
  return spec.template.spec.container[0]!.env;
};

describe('a workload that may connect to MySQL', () => {
  test('has an account of its own, with a drawn password and one privilege on the database', () => {
    const { cloud, service, database } = aShop();
    database.grantConnect(service('web'), { database: 'orders' });
    expect(resourceOf(cloud, 'alicloud_rds_account').attributes).toMatchObject({
      account_name: 'shop_web',
      account_type: 'Normal',
      account_password: expect.stringMatching(/^\$\{random_password\..*\.result\}$/),
    });
    expect(resourceOf(cloud, 'alicloud_db_account_privilege').attributes).toMatchObject({
      privilege: 'ReadWrite',
      db_names: ['orders'],
      depends_on: [resourceOf(cloud, 'alicloud_db_database').address],
    });
    expect(resourceOf(cloud, 'random_password').attributes).toMatchObject({ length: 24, keepers: { rotation: '1' } });
  });

  test('is let in by the group of the cluster’s nodes and Pods, and nobody else is', () => {
    const { cloud, service, database } = aShop();
    database.grantConnect(service('web'), { database: 'orders' });
    expect(resourceOf(cloud, 'alicloud_db_instance').attributes).toMatchObject({
      security_ips: ['127.0.0.1'],
      security_group_ids: [`\${${resourceOf(cloud, 'alicloud_security_group').address}.id}`],
    });
  });

  test('with Flannel its Pods have addresses that no group has', () => {
    const { cloud, service, database } = aShop(true);
    database.grantConnect(service('web'), { database: 'orders' });
    expect(resourceOf(cloud, 'alicloud_db_instance').attributes).toMatchObject({ security_ips: ['172.16.0.0/16'] });
  });

  test('is let out to the database where its namespace lets nothing out', () => {
    const { apps, network, service, database } = aShop(false, Isolation.denyAll());
    database.grantConnect(service('web'), { database: 'orders' });
    const out = resourcesOf(apps, 'kubernetes_network_policy_v1').flatMap(({ attributes }) =>
      (attributes.spec.egress ?? []).filter(({ ports }: { ports?: { port: string }[] }) => ports?.[0]?.port === '3306'),
    );
    expect(
      out
        .flatMap(({ to }) => to)
        .map(({ ip_block }) => ip_block.cidr)
        .sort(),
    ).toEqual(
      network
        .vswitches('data')
        .map(({ cidr }) => cidr)
        .sort(),
    );
  });

  test('learns host, port and database as variables, and user and password from one Secret', () => {
    const { apps, service, database } = aShop();
    database.grantConnect(service('web'), { database: 'orders' });
    const env = envOf(apps);
    expect(env.map(({ name }) => name)).toEqual(['DB_HOST', 'DB_PORT', 'DB_NAME', 'DB_PASSWORD', 'DB_USER']);
    const fromSecret = (name: string) => ({
      name,
      value_from: { secret_key_ref: { name: 'web-database', key: name } },
    });
    expect(env.slice(3)).toEqual([fromSecret('DB_PASSWORD'), fromSecret('DB_USER')]);
    const secret = resourceOf(apps, 'kubernetes_secret_v1');
    expect(secret.attributes).toMatchObject({
      metadata: { name: 'web-database', namespace: 'shop' },
      data: {
        DB_PASSWORD: expect.stringMatching(/^\$\{sensitive\(data\.terraform_remote_state\./),
        DB_USER: expect.stringMatching(/^\$\{sensitive\(data\.terraform_remote_state\..*account-shop_web_/),
      },
    });
    expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes.depends_on).toContain(secret.address);
  });

  test('another rotation draws another password and replaces the Pods', () => {
    const { cloud, apps, service, database } = aShop();
    database.grantConnect(service('web'), { database: 'orders', rotation: '2026-11' });
    expect(resourceOf(cloud, 'random_password').attributes).toMatchObject({ keepers: { rotation: '2026-11' } });
    expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes).toMatchObject({
      spec: { template: { metadata: { annotations: { 'alicloud-constructs.io/rotation-database': '2026-11' } } } },
    });
  });

  test('another rotation is another account, and the one before stays while Pods still use it', () => {
    const { cloud, apps, service, database } = aShop();
    database.addDatabase('stock');
    const grant = { rotation: '2026-11', before: '1' };
    const web = service('web');
    database.grantConnect(web, { ...grant, database: 'orders' });
    database.grantConnect(web, { ...grant, database: 'stock', environment: { database: 'STOCK_NAME' } });
    const attributesOf = (type: string) => resourcesOf(cloud, type).map(({ attributes }) => attributes);
    expect(attributesOf('alicloud_rds_account').map((one) => one.account_name)).toEqual([
      'shop_web_2026_11',
      'shop_web',
    ]);
    expect(attributesOf('random_password').map((one) => one.keepers)).toEqual([
      { rotation: '2026-11' },
      { rotation: '1' },
    ]);
    expect(attributesOf('alicloud_db_account_privilege').map((one) => one.db_names)).toEqual([
      ['orders', 'stock'],
      ['orders', 'stock'],
    ]);
    expect(resourceOf(apps, 'kubernetes_secret_v1').attributes.data.DB_USER).toContain('account-shop_web_2026_11_');
  });

  test('the account of the rotation before is the very one that was there', () => {
    const accountOf = (grant: object, name: string) => {
      const { cloud, service, database } = aShop();
      database.grantConnect(service('web'), { database: 'orders', ...grant });
      return resourceOf(cloud, 'alicloud_rds_account', { account_name: name });
    };
    expect(accountOf({ rotation: '2', before: '1' }, 'shop_web')).toEqual(accountOf({}, 'shop_web'));
    expect(accountOf({ rotation: '3', before: '2' }, 'shop_web_2')).toEqual(accountOf({ rotation: '2' }, 'shop_web_2'));
  });

  test('the variables have the names that the image wants', () => {
    const { apps, service, database } = aShop();
    database.grantConnect(service('web'), {
      database: 'orders',
      environment: { host: 'WORDPRESS_DB_HOST', password: 'WORDPRESS_DB_PASSWORD' },
    });
    expect(envOf(apps).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['WORDPRESS_DB_HOST', 'WORDPRESS_DB_PASSWORD']),
    );
  });

  test('uses two databases with one account and one Secret', () => {
    const { cloud, apps, service, database } = aShop();
    database.addDatabase('stock');
    const web = service('web');
    database.grantConnect(web, { database: 'orders' });
    database.grantConnect(web, { database: 'stock', environment: { database: 'STOCK_NAME' } });
    expect(resourceOf(cloud, 'alicloud_db_account_privilege').attributes).toMatchObject({
      db_names: ['orders', 'stock'],
    });
    expect(resourcesOf(apps, 'kubernetes_secret_v1')).toHaveLength(1);
    const values = envOf(apps).map(({ name, value }) => [name, value]);
    expect(values).toEqual(
      expect.arrayContaining([
        ['DB_NAME', 'orders'],
        ['STOCK_NAME', 'stock'],
      ]),
    );
  });

  test('two workloads have two accounts', () => {
    const { cloud, service, database } = aShop();
    database.grantConnect(service('web'), { database: 'orders' });
    database.grantConnect(service('worker'), { database: 'orders', privilege: 'ReadOnly' });
    expect(resourcesOf(cloud, 'alicloud_db_account_privilege').map(({ attributes }) => attributes.privilege)).toEqual([
      'ReadWrite',
      'ReadOnly',
    ]);
  });
});

describe('is refused', () => {
  test('a database that the instance was not given', () => {
    const { service, database } = aShop();
    expect(problemsOf(() => database.grantConnect(service('web'), { database: 'stock' }))).toEqual([
      expect.objectContaining({ code: 'database-unknown', fix: 'write addDatabase("stock") first' }),
    ]);
  });

  test('one account for two workloads: neither could be taken back alone', () => {
    const { service, database } = aShop();
    database.grantConnect(service('web'), { database: 'orders', account: 'shop' });
    expect(problemsOf(() => database.grantConnect(service('worker'), { database: 'orders', account: 'shop' }))).toEqual(
      [expect.objectContaining({ code: 'database-account' })],
    );
  });

  test('an account that MySQL keeps for itself', () => {
    const { service, database } = aShop();
    expect(problemsOf(() => database.grantConnect(service('web'), { database: 'orders', account: 'root' }))).toEqual([
      expect.objectContaining({ code: 'database-name' }),
    ]);
  });

  test('a rotation before itself', () => {
    const { cloud, network, service, database } = aShop();
    const same = { rotation: '2', before: '2' };
    const [problem] = problemsOf(() => database.grantConnect(service('web'), { database: 'orders', ...same }));
    expect(problem).toMatchObject({ code: 'database-account', value: '2', path: 'shop-cloud/database' });
    const redis = new RedisInstance(cloud, 'cache', { network });
    expect(problemsOf(() => redis.grantConnect(service('worker'), same))).toEqual([
      expect.objectContaining({ code: 'database-account', path: 'shop-cloud/cache' }),
    ]);
  });

  test('Pods of another VPC, to which nothing leads', () => {
    const { cloud, service } = aShop();
    const elsewhere = new Network(cloud, 'elsewhere', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
    const database = new MysqlInstance(cloud, 'other', { network: elsewhere }).addDatabase('orders');
    const redis = new RedisInstance(cloud, 'cache', { network: elsewhere });
    const web = service('web');
    const problem = expect.objectContaining({ code: 'vpc-other', value: 'shop-cloud/elsewhere' });
    expect(problemsOf(() => database.grantConnect(web, { database: 'orders' }))).toEqual([problem]);
    expect(problemsOf(() => redis.grantConnect(web))).toEqual([problem]);
  });

  test('two databases of one account, of which one forgets the rotation before', () => {
    const { service, database } = aShop();
    database.addDatabase('stock');
    const web = service('web');
    database.grantConnect(web, { database: 'orders', rotation: '2', before: '1' });
    const [problem] = problemsOf(() => database.grantConnect(web, { database: 'stock', rotation: '2' }));
    expect(problem).toMatchObject({ code: 'database-account', fix: expect.stringContaining('before') });
  });

  test('a privilege that RDS does not know', () => {
    const { service, database } = aShop();
    expect(
      problemsOf(() => database.grantConnect(service('web'), { database: 'orders', privilege: 'All' as never })),
    ).toEqual([expect.objectContaining({ code: 'choice-invalid' })]);
  });
});

describe('a workload that may connect to Redis', () => {
  test('has an account, is let in, and learns where Redis is', () => {
    const { cloud, apps, network, service } = aShop();
    const redis = new RedisInstance(cloud, 'cache', { network });
    redis.grantConnect(service('web'));
    expect(resourceOf(cloud, 'alicloud_kvstore_instance').attributes).toMatchObject({
      zone_id: 'cn-hangzhou-h',
      secondary_zone_id: 'cn-hangzhou-i',
      vpc_auth_mode: 'Open',
      payment_type: 'PostPaid',
      instance_release_protection: true,
      security_ips: ['127.0.0.1'],
      security_group_id: `\${${resourceOf(cloud, 'alicloud_security_group').address}.id}`,
    });
    expect(resourceOf(cloud, 'alicloud_kvstore_account').attributes).toMatchObject({
      account_name: 'shop_web',
      account_privilege: 'RoleReadWrite',
    });
    expect(envOf(apps).map(({ name }) => name)).toEqual([
      'REDIS_HOST',
      'REDIS_PORT',
      'REDIS_PASSWORD',
      'REDIS_USERNAME',
    ]);
  });

  test('has another account with another rotation, and the one before stays while it is said', () => {
    const { cloud, apps, network, service } = aShop();
    new RedisInstance(cloud, 'cache', { network }).grantConnect(service('web'), { rotation: '2', before: '1' });
    expect(resourcesOf(cloud, 'alicloud_kvstore_account').map(({ attributes }) => attributes.account_name)).toEqual([
      'shop_web_2',
      'shop_web',
    ]);
    expect(resourceOf(apps, 'kubernetes_secret_v1').attributes.data.REDIS_USERNAME).toContain('account-shop_web_2_');
  });

  test('one account is that of one workload', () => {
    const { cloud, network, service } = aShop();
    const redis = new RedisInstance(cloud, 'cache', { network });
    redis.grantConnect(service('web'), { account: 'shop' });
    expect(problemsOf(() => redis.grantConnect(service('worker'), { account: 'shop' }))).toEqual([
      expect.objectContaining({ code: 'database-account' }),
    ]);
  });

  test.each([
    ['a class of another engine', { instanceClass: 'mysql.n2.medium.2c' }, 'database-class'],
    ['a version that does not exist', { version: '9.0' as never }, 'choice-invalid'],
    ['an RDS instance to adopt', { adopt: 'rm-abc' }, 'resource-id-invalid'],
  ])('%s is refused', (_, props, code) => {
    const { cloud, network } = aShop();
    expect(problemsOf(() => new RedisInstance(cloud, 'cache', { network, ...props }))).toEqual([
      expect.objectContaining({ code, path: 'shop-cloud/cache' }),
    ]);
  });
});
