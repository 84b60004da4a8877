import type { App } from 'cdktf';
import { ClassicLoadBalancer } from '../../lib/balancer/classic-load-balancer';
import { DatabaseZones } from '../../lib/database/database-zones';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { RedisInstance } from '../../lib/database/redis-instance';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { NasFileSystem } from '../../lib/storage/nas-file-system';
import { daysAfter } from './second-day';

/** Everything that stands in some zones of its network and not in all. */
const data =
  (zones: readonly string[], databaseZones?: ReturnType<typeof DatabaseZones.two>) =>
  (app: App): void => {
    const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou', protection: 'sandbox' });
    const network = new Network(cloud, 'network', { zones });
    new MysqlInstance(cloud, 'database', { network, zones: databaseZones }).addReadReplica('reports');
    new RedisInstance(cloud, 'cache', { network });
    new NasFileSystem(cloud, 'files', { network });
    new ClassicLoadBalancer(cloud, 'inside', { network });
  };

test('a zone that sorts before the others moves no database, no files and no address; a standby that is named moves', async () => {
  const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
  const [gained, named] = await daysAfter(
    data(zones),
    data([...zones, 'cn-hangzhou-g']),
    data([...zones, 'cn-hangzhou-g'], DatabaseZones.two({ primary: 'cn-hangzhou-h', standby: 'cn-hangzhou-g' })),
  );
  expect(gained).toEqual({ created: ['alicloud_snat_entry', 'alicloud_vswitch'], updated: [], deleted: [] });
  expect(named!.deleted).toContain('alicloud_db_instance');
}, 180_000);
