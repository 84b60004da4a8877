import { DatabaseZones } from '../../lib/database/database-zones';
import { MysqlCapacity } from '../../lib/database/mysql-capacity';
import type { MysqlInstanceProps } from '../../lib/database/mysql-props';
import type { MysqlReadReplicaProps } from '../../lib/database/mysql-read-replica';
import { resourceOf } from '../../lib/testing/look-up';
import { problemsOf } from '../support/problems';
import { aShop, variablesOf } from './a-shop';

test('a copy has its primary’s version, room for all that the primary may hold, and lets nobody in', () => {
  const { cloud, mysql } = aShop();
  mysql({ version: '5.7', storage: { gib: 100, growTo: 500 } }).addReadReplica('reports', { zone: 'cn-hangzhou-i' });
  expect(resourceOf(cloud, 'alicloud_db_readonly_instance').attributes).toMatchObject({
    master_db_instance_id: `\${${resourceOf(cloud, 'alicloud_db_instance').address}.id}`,
    engine_version: '5.7',
    instance_type: 'mysqlro.n2.medium.1c',
    instance_storage: 500,
    instance_charge_type: 'Postpaid',
    zone_id: 'cn-hangzhou-i',
    vswitch_id: expect.stringContaining('data-cn-hangzhou-i'),
    security_ips: ['127.0.0.1'],
    ssl_enabled: 1,
    deletion_protection: true,
  });
});

test('a workload reads from it with the account that it has, and is let in by its addresses', () => {
  const { cloud, apps, network, mysql, service } = aShop();
  const database = mysql();
  const replica = database.addReadReplica('reports');
  const web = service('web');
  database.grantConnect(web, { database: 'orders' });
  replica.grantConnect(web, { environment: { host: 'REPORTS_HOST' } });
  const { security_ips } = resourceOf(cloud, 'alicloud_db_readonly_instance').attributes;
  expect(security_ips).toEqual(expect.arrayContaining(network.vswitches('pods').map(({ cidr }) => cidr)));
  expect(security_ips).not.toContain('127.0.0.1');
  expect(variablesOf(apps)).toMatchObject({
    REPORTS_HOST: expect.stringMatching(/db_readonly_instance/),
    DB_READ_PORT: expect.stringMatching(/db_readonly_instance/),
    DB_HOST: expect.stringMatching(/db_instance/),
  });
});

test('a workload without an account on the primary is refused', () => {
  const { app, mysql, service } = aShop();
  mysql().addReadReplica('reports').grantConnect(service('web'));
  expect(problemsOf(() => app.synth())).toEqual([
    expect.objectContaining({ code: 'database-account', path: 'shop-cloud/database/reports' }),
  ]);
});

test.each<[string, Partial<MysqlInstanceProps>, MysqlReadReplicaProps, string]>([
  ['of a serverless primary', { capacity: MysqlCapacity.serverless({ min: 1, max: 8 }) }, {}, 'choice-conflict'],
  ['of a primary without a standby', { zones: DatabaseZones.one() }, {}, 'choice-conflict'],
  ['with the class of a primary', {}, { instanceClass: 'mysql.n2.medium.2c' }, 'database-class'],
  ['with a smaller disk', { storage: { gib: 100 } }, { gib: 50 }, 'database-storage'],
  ['in a zone without a vSwitch', {}, { zone: 'cn-hangzhou-b' }, 'vswitch-missing'],
  ['that is a Redis instance', {}, { adopt: 'r-abc' }, 'resource-id-invalid'],
  ['with a name of one letter', {}, { name: 'a' }, 'name-invalid'],
])('a copy %s is refused', (_, primary, props, code) => {
  const { mysql } = aShop();
  const database = mysql(primary);
  expect(problemsOf(() => database.addReadReplica('reports', props))).toEqual([
    expect.objectContaining({ code, path: 'shop-cloud/database/reports' }),
  ]);
});
