import { DatabaseZones } from '../../lib/database/database-zones';
import { RedisInstance } from '../../lib/database/redis-instance';
import type { RedisInstanceProps } from '../../lib/database/redis-props';
import { Network } from '../../lib/network/network';
import { Peer } from '../../lib/network/peer';
import { SecurityGroup } from '../../lib/network/security-group';
import type { CloudStackProps } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf } from '../../lib/testing/look-up';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];

function aCache(props: Partial<RedisInstanceProps> = {}, stack: Partial<CloudStackProps> = {}) {
  const cloud = aCloud(stack);
  const network = new Network(cloud, 'network', { zones: ZONES });
  return { cloud, network, cache: new RedisInstance(cloud, 'cache', { network, ...props }) };
}

const instanceIn = (cloud: ReturnType<typeof aCloud>) => resourceOf(cloud, 'alicloud_kvstore_instance').attributes;
const instanceOf = (props?: Partial<RedisInstanceProps>, stack?: Partial<CloudStackProps>) =>
  instanceIn(aCache(props, stack).cloud);

describe('an instance with nothing said about it', () => {
  test('has a standby in another zone, and stands where data stands', () => {
    const { zone_id, secondary_zone_id, vswitch_id, engine_version, instance_class } = instanceOf();
    expect([zone_id, secondary_zone_id]).toEqual(['cn-hangzhou-h', 'cn-hangzhou-i']);
    expect(vswitch_id).toMatch(/^\$\{alicloud_vswitch\.[^}]*data-cn-hangzhou-h_\w+\.id\}$/);
    expect([engine_version, instance_class]).toEqual(['7.0', 'redis.shard.small.ce']);
  });

  test('lets nobody in, asks for a password, cannot be released, and is billed by the hour', () => {
    expect(instanceOf()).toMatchObject({
      security_ips: ['127.0.0.1'],
      vpc_auth_mode: 'Open',
      instance_release_protection: true,
      payment_type: 'PostPaid',
      ssl_enable: 'Disable',
      port: 6379,
    });
    expect(instanceOf()).not.toHaveProperty('security_group_id');
  });

  test('is one resource, without an account that nobody asked for', () => {
    expect(billOf(aCache().cloud).filter((line) => line.startsWith('alicloud_kvstore'))).toEqual([
      'alicloud_kvstore_instance x1',
    ]);
  });
});

test('zones that nobody named stay as they were chosen, those that are named are compared', () => {
  expect(instanceOf().lifecycle.ignore_changes).toEqual(['secondary_zone_id', 'vswitch_id', 'zone_id']);
  const named = instanceOf({ zones: DatabaseZones.two({ primary: 'cn-hangzhou-j', standby: 'cn-hangzhou-h' }) });
  expect(named).toMatchObject({ zone_id: 'cn-hangzhou-j', secondary_zone_id: 'cn-hangzhou-h' });
  expect(named).not.toHaveProperty('lifecycle');
});

test('in one zone it has no zone for a standby', () => {
  const one = instanceOf({ zones: DatabaseZones.one('cn-hangzhou-i') });
  expect(one.zone_id).toBe('cn-hangzhou-i');
  expect(one).not.toHaveProperty('secondary_zone_id');
});

test('a sandbox can be destroyed', () => {
  expect(instanceOf({}, { protection: 'sandbox' }).instance_release_protection).toBe(false);
});

test('TLS, class, version and parameters are those that are written', () => {
  expect(
    instanceOf({
      tls: true,
      instanceClass: 'redis.shard.large.ce',
      version: '6.0',
      config: { 'maxmemory-policy': 'allkeys-lru' },
    }),
  ).toMatchObject({
    ssl_enable: 'Enable',
    instance_class: 'redis.shard.large.ce',
    engine_version: '6.0',
    config: { 'maxmemory-policy': 'allkeys-lru' },
  });
});

test('who is let in is let in by group, or by range where there is no group', () => {
  const { cloud, network, cache } = aCache();
  cache.allowFrom(new SecurityGroup(cloud, 'workers', { network }));
  expect(instanceIn(cloud)).toMatchObject({
    security_ips: ['127.0.0.1'],
    security_group_id: expect.stringMatching(/^\$\{alicloud_security_group\.workers_\w+\.id\}$/),
  });
  cache.allowFrom(Peer.cidr('10.8.0.0/24'));
  expect(instanceIn(cloud).security_ips).toEqual(['10.8.0.0/24']);
});

test.each<[string, Partial<RedisInstanceProps>, string]>([
  ['one zone twice', { zones: DatabaseZones.two({ primary: ZONES[0], standby: ZONES[0] }) }, 'zone-count'],
  ['a zone without a vSwitch', { zones: DatabaseZones.one('cn-hangzhou-b') }, 'vswitch-missing'],
  ['a name of one letter', { name: 'r' }, 'name-invalid'],
  ['a parameter that is a number', { config: { timeout: 30 as never } }, 'type-invalid'],
])('%s is refused', (_, props, code) => {
  expect(problemsOf(() => aCache(props))).toEqual([expect.objectContaining({ code, path: 'shop/cache' })]);
});

test('every address of the internet is refused', () => {
  const { cache } = aCache();
  expect(problemsOf(() => cache.allowFrom({ ranges: ['0.0.0.0/0'] }))).toEqual([
    expect.objectContaining({ code: 'rule-open', path: 'shop/cache' }),
  ]);
});
