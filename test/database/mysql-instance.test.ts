import { Network } from '../../lib/network/network';
import { Peer } from '../../lib/network/peer';
import { SecurityGroup } from '../../lib/network/security-group';
import { DatabaseZones } from '../../lib/database/database-zones';
import { MysqlCapacity } from '../../lib/database/mysql-capacity';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import type { MysqlInstanceProps } from '../../lib/database/mysql-props';
import { resourceOf, resourcesOf } from '../../lib/testing/look-up';
import type { CloudStackProps } from '../../lib/stacks/cloud-stack';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];

function aDatabase(props: Partial<MysqlInstanceProps> = {}, stack: Partial<CloudStackProps> = {}) {
  const cloud = aCloud(stack);
  const network = new Network(cloud, 'network', { zones: ZONES });
  const database = new MysqlInstance(cloud, 'database', { network, ...props });
  return { cloud, network, database };
}

const instanceOf = (props: Partial<MysqlInstanceProps> = {}, stack: Partial<CloudStackProps> = {}) =>
  resourceOf(aDatabase(props, stack).cloud, 'alicloud_db_instance').attributes;

describe('an instance with nothing said about it', () => {
  test('has a standby in another zone, each with a vSwitch of its own zone', () => {
    const { zone_id, zone_id_slave_a, category, instance_type, vswitch_id } = instanceOf();
    expect([zone_id, zone_id_slave_a, category, instance_type]).toEqual([
      'cn-hangzhou-h',
      'cn-hangzhou-i',
      'HighAvailability',
      'mysql.n2.medium.2c',
    ]);
    expect(vswitch_id).toMatch(
      /^\$\{alicloud_vswitch\.[^}]*data-cn-hangzhou-h_\w+\.id\},\$\{alicloud_vswitch\.[^}]*data-cn-hangzhou-i_\w+\.id\}$/,
    );
  });

  test('lets nobody in, speaks TLS, cannot be deleted, and is billed by the hour', () => {
    expect(instanceOf()).toMatchObject({
      security_ips: ['127.0.0.1'],
      ssl_action: 'Open',
      deletion_protection: true,
      instance_charge_type: 'Postpaid',
    });
    expect(instanceOf()).not.toHaveProperty('security_group_ids');
  });

  test('grows by itself, and Terraform does not shrink it again', () => {
    expect(instanceOf()).toMatchObject({
      instance_storage: 50,
      storage_auto_scale: 'Enable',
      storage_upper_bound: 200,
    });
    expect(instanceOf().lifecycle).toMatchObject({ ignore_changes: expect.arrayContaining(['instance_storage']) });
  });

  test('is backed up every night in China, and to the second for 14 days', () => {
    const backup = resourceOf(aDatabase().cloud, 'alicloud_db_backup_policy').attributes;
    expect(backup).toMatchObject({
      preferred_backup_time: '18:00Z-19:00Z',
      backup_retention_period: 14,
      enable_backup_log: true,
      log_backup_retention_period: 14,
    });
    expect(backup.preferred_backup_period).toHaveLength(7);
  });
});

test('in a sandbox it can be deleted', () => {
  expect(instanceOf({}, { protection: 'sandbox' })).toMatchObject({ deletion_protection: false });
});

test('a serverless one is billed by use between its limits and never pauses', () => {
  expect(instanceOf({ capacity: MysqlCapacity.serverless({ min: 0.5, max: 4 }) })).toMatchObject({
    instance_charge_type: 'Serverless',
    category: 'serverless_standard',
    instance_type: 'mysql.n2.serverless.2c',
    serverless_config: { min_capacity: 0.5, max_capacity: 4, auto_pause: false, switch_force: false },
  });
});

test.each([
  [true, 'Enabled'],
  [false, 'Disabled'],
])('SQL audit %s is said, so that it can be switched back', (sqlAudit, sql_collector_status) => {
  expect(instanceOf({ sqlAudit })).toMatchObject({ sql_collector_status });
  expect(instanceOf()).not.toHaveProperty('sql_collector_status');
});

test('tables are encrypted by RDS, the disk by a key of KMS, when it is told so', () => {
  const keys = ['tde_status', 'encryption_key', 'role_arn'];
  keys.forEach((key) => expect(instanceOf()).not.toHaveProperty(key));
  const diskKey = {
    keyId: 'key-hzz1',
    roleArn: 'acs:ram::1234567890123456:role/aliyunrdsinstanceencryptiondefaultrole',
  };
  expect(instanceOf({ transparentEncryption: true, diskKey })).toMatchObject({
    tde_status: 'Enabled',
    encryption_key: diskKey.keyId,
    role_arn: diskKey.roleArn,
  });
});

test('connections are in clear only where it is told so', () => {
  expect(instanceOf({ tls: false })).toMatchObject({ ssl_action: 'Close' });
});

test('parameters are those that are named, sorted, and a restart that they need is taken', () => {
  expect(instanceOf()).not.toHaveProperty('parameters');
  expect(instanceOf()).not.toHaveProperty('force_restart');
  expect(instanceOf({ parameters: { wait_timeout: '600', max_connections: '2000' } })).toMatchObject({
    parameters: [
      { name: 'max_connections', value: '2000' },
      { name: 'wait_timeout', value: '600' },
    ],
    force_restart: true,
  });
});

test('one zone has no standby and no log backup', () => {
  const { cloud } = aDatabase({ zones: DatabaseZones.one('cn-hangzhou-j') });
  const instance = resourceOf(cloud, 'alicloud_db_instance').attributes;
  expect(instance).toMatchObject({ zone_id: 'cn-hangzhou-j', category: 'Basic', instance_type: 'mysql.n2e.medium.1' });
  expect(instance).not.toHaveProperty('zone_id_slave_a');
  expect(resourceOf(cloud, 'alicloud_db_backup_policy').attributes).not.toHaveProperty('enable_backup_log');
});

test('the pair of zones is the one that is named, primary first', () => {
  const zones = DatabaseZones.two({ primary: 'cn-hangzhou-j', standby: 'cn-hangzhou-h' });
  expect(instanceOf({ zones })).toMatchObject({ zone_id: 'cn-hangzhou-j', zone_id_slave_a: 'cn-hangzhou-h' });
});

test('a database takes every character unless told otherwise', () => {
  const { cloud, database } = aDatabase();
  database.addDatabase('wordpress').addDatabase('legacy', { characterSet: 'latin1' });
  expect(
    resourcesOf(cloud, 'alicloud_db_database').map(({ attributes: a }) => [a.data_base_name, a.character_set]),
  ).toEqual([
    ['legacy', 'latin1'],
    ['wordpress', 'utf8mb4'],
  ]);
});

test('who is let in is let in by group, or by range where there is no group, whatever the order', () => {
  const { cloud, network, database } = aDatabase();
  database.allowFrom(new SecurityGroup(cloud, 'zeta', { network }));
  database.allowFrom(Peer.cidr('10.8.0.0/24'));
  database.allowFrom(new SecurityGroup(cloud, 'alpha', { network }));
  const { security_group_ids, security_ips } = resourceOf(cloud, 'alicloud_db_instance').attributes;
  expect(security_ips).toEqual(['10.8.0.0/24']);
  expect(security_group_ids).toEqual([
    expect.stringContaining('alicloud_security_group.alpha'),
    expect.stringContaining('alicloud_security_group.zeta'),
  ]);
});

describe('is refused', () => {
  test.each<[string, Partial<MysqlInstanceProps>, string]>([
    [
      'a class without a standby in two zones',
      { capacity: MysqlCapacity.fixed('mysql.n2e.medium.1') },
      'database-class',
    ],
    [
      'a class with a standby in one zone',
      { capacity: MysqlCapacity.fixed('mysql.n2.medium.2c'), zones: DatabaseZones.one() },
      'database-class',
    ],
    ['a class of another engine', { capacity: MysqlCapacity.fixed('pg.n2.2c.2m') }, 'database-class'],
    ['a half of a half RCU', { capacity: MysqlCapacity.serverless({ min: 0.25, max: 8 }) }, 'database-capacity'],
    ['more RCU than RDS has', { capacity: MysqlCapacity.serverless({ min: 1, max: 16 }) }, 'database-capacity'],
    ['a maximum below the minimum', { capacity: MysqlCapacity.serverless({ min: 4, max: 2 }) }, 'database-capacity'],
    [
      'serverless of an old version',
      { capacity: MysqlCapacity.serverless({ min: 1, max: 8 }), version: '5.7' },
      'choice-conflict',
    ],
    ['one zone twice', { zones: DatabaseZones.two({ primary: ZONES[0], standby: ZONES[0] }) }, 'zone-count'],
    ['a zone without a vSwitch', { zones: DatabaseZones.one('cn-hangzhou-b') }, 'vswitch-missing'],
    ['a disk of 52 GiB', { storage: { gib: 52 } }, 'database-storage'],
    ['a disk that shrinks', { storage: { gib: 100, growTo: 50 } }, 'database-storage'],
    ['backups kept 5 days', { backup: { retentionDays: 5 } }, 'number-invalid'],
    ['backups at half past', { backup: { hour: '18:30Z-19:30Z' } }, 'database-window'],
    ['a maintenance window of two hours', { maintenanceWindow: '18:00Z-20:00Z' }, 'database-window'],
    ['a version that RDS never had', { version: '6.0' as never }, 'choice-invalid'],
    ['a cluster’s id to adopt', { adopt: 'c0123' }, 'resource-id-invalid'],
  ])('%s', (_, props, code) => {
    expect(problemsOf(() => aDatabase(props))).toEqual([expect.objectContaining({ code, path: 'shop/database' })]);
  });

  test('a database whose name MySQL keeps for itself', () => {
    const { database } = aDatabase();
    expect(problemsOf(() => database.addDatabase('mysql'))).toEqual([
      expect.objectContaining({ code: 'database-name' }),
    ]);
  });

  test('every address of the internet', () => {
    const { database } = aDatabase();
    expect(problemsOf(() => database.allowFrom({ ranges: ['0.0.0.0/0'] }))).toEqual([
      expect.objectContaining({ code: 'rule-open' }),
    ]);
  });

  test.each([undefined, null, 7, '10.0.0.0/8', {}])('%j as a peer', (peer) => {
    const { database } = aDatabase();
    expect(problemsOf(() => database.allowFrom(peer as never))).toEqual([
      expect.objectContaining({ code: 'type-invalid', path: 'shop/database' }),
    ]);
  });

  test.each([null, 7, 'small', []])('a copy made of %j', (props) => {
    const { database } = aDatabase();
    expect(problemsOf(() => database.addReadReplica('reports', props as never))).toEqual([
      expect.objectContaining({ path: 'shop/database' }),
    ]);
  });

  test('a fourth group, which RDS does not take', () => {
    const { cloud, network, database } = aDatabase();
    ['a', 'b', 'c'].forEach((id) => database.allowFrom(new SecurityGroup(cloud, id, { network })));
    const fourth = new SecurityGroup(cloud, 'd', { network });
    expect(problemsOf(() => database.allowFrom(fourth))).toEqual([
      expect.objectContaining({ code: 'database-groups' }),
    ]);
  });
});
