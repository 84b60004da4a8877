import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { BalancerHealth } from '../../lib/balancer/balancer-health';
import { ClassicLoadBalancer } from '../../lib/balancer/classic-load-balancer';
import { NetworkLoadBalancer } from '../../lib/balancer/network-load-balancer';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { MysqlCapacity } from '../../lib/database/mysql-capacity';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { RedisInstance } from '../../lib/database/redis-instance';
import { Network } from '../../lib/network/network';
import { Peer } from '../../lib/network/peer';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { NasFileSystem } from '../../lib/storage/nas-file-system';
import { NasKind } from '../../lib/storage/nas-kind';
import { kubernetesObjectsOf } from '../../lib/testing/kubernetes';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { NasStorageClass } from '../../lib/workload/volumes/nas-storage-class';
import { PersistentClaim } from '../../lib/workload/volumes/persistent-claim';
import { WebService } from '../../lib/workload/web-service';
import { findingsOn } from '../support/kubernetes-schemas/validator';
import { IMAGE } from '../workload/a-web-service';

/** Two databases, Redis, two file systems, both balancers, and two services that use them all. */
function program() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });

  const database = new MysqlInstance(cloud, 'database', { network, parameters: { max_connections: '2000' } });
  database.addDatabase('orders').addDatabase('stock');
  const replica = database.addReadReplica('reports');
  const serverless = new MysqlInstance(cloud, 'serverless', {
    network,
    capacity: MysqlCapacity.serverless({ min: 0.5, max: 4 }),
  }).addDatabase('drafts');
  const redis = new RedisInstance(cloud, 'cache', { network, config: { 'maxmemory-policy': 'allkeys-lru' } });
  const old = MysqlInstance.fromAttributes(cloud, 'old', {
    instanceId: 'rm-bp1abc',
    host: 'rm-bp1abc.mysql.rds.aliyuncs.com',
    databases: ['archive'],
    allowed: [Peer.network(network)],
  });
  const files = new NasFileSystem(cloud, 'files', { network, lifecycle: { afterDays: 30 }, backup: {} });
  const fast = new NasFileSystem(cloud, 'fast', { network, kind: NasKind.extreme({ gib: 100 }) });
  const address = BalancerAddress.internet({ allow: ['203.0.113.0/24', '198.51.100.0/24'] });
  const front = new ClassicLoadBalancer(cloud, 'front', { network, address, health: BalancerHealth.http('/healthz') });
  const inside = new ClassicLoadBalancer(cloud, 'inside', { network, name: 'inside' });
  const door = new NetworkLoadBalancer(cloud, 'door', { network, address, name: 'door' });

  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop');
  const [web, api] = ['web', 'api'].map(
    (id) =>
      new WebService(space, id, {
        image: IMAGE,
        port: 8080,
        requests: { cpu: '500m', memory: '1Gi' },
        scale: Scale.fixed(2),
      }),
  ) as [WebService, WebService];
  database.grantConnect(web, { database: 'orders' });
  database.grantConnect(web, { database: 'stock', environment: { database: 'STOCK_NAME' } });
  replica.grantConnect(web);
  serverless.grantConnect(api, { database: 'drafts', privilege: 'DMLOnly' });
  old.grantConnect(api, {
    database: 'archive',
    privilege: 'ReadOnly',
    environment: {
      host: 'OLD_HOST',
      port: 'OLD_PORT',
      database: 'OLD_NAME',
      user: 'OLD_USER',
      password: 'OLD_PASSWORD',
    },
  });
  redis.grantConnect(web);
  files.mountIn(web, '/var/www/files', { directory: '/web' });
  fast.mountIn(api, '/work');
  const shared = new NasStorageClass(apps, 'shared', { files, directory: '/claims' });
  const uploads = new PersistentClaim(space, 'uploads', {
    size: '20Gi',
    access: 'ReadWriteMany',
    storageClass: shared,
  });
  [web, api].forEach((one) => uploads.mountIn(one, '/uploads'));
  web.expose(front, { port: 80 });
  api.expose(front.listening({ health: BalancerHealth.tcp() }), { port: 8080 });
  api.expose(inside, { port: 80 });
  web.expose(door, { port: 80 });
  return { app, apps };
}

test('every object of it is one that Kubernetes takes', () => {
  const objects = kubernetesObjectsOf(program().apps);
  expect(
    objects.map((object) => [object.kind, ...findingsOn(object).problems]).filter((one) => one.length > 1),
  ).toEqual([]);
  expect(objects.filter((object) => !findingsOn(object).known)).toEqual([]);
  expect(new Set(objects.map(({ kind }) => kind))).toEqual(
    new Set([
      'Deployment',
      'LimitRange',
      'Namespace',
      'NetworkPolicy',
      'PersistentVolume',
      'PersistentVolumeClaim',
      'PodDisruptionBudget',
      'Secret',
      'Service',
      'StorageClass',
    ]),
  );
});

test('Terraform builds databases, files and balancers with what uses them, plans no change afterwards, and takes them down', async () => {
  const rehearsal = await rehearse(program().app);
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(warningsOf(rehearsal)).toEqual([]);
  // What is in something goes before it: the last of the one before the last of the other.
  const gone = rehearsal.calls.filter(({ action }) => action === 'delete').map(({ type }) => type);
  const order = (...types: string[]) => types.map((type) => gone.lastIndexOf(type));
  const database = order('alicloud_db_database', 'alicloud_db_instance');
  const replica = order('alicloud_db_readonly_instance', 'alicloud_db_instance');
  const files = order('alicloud_nas_mount_target', 'alicloud_nas_access_rule', 'alicloud_nas_access_group');
  const balancer = order('kubernetes_service_v1', 'alicloud_slb_load_balancer');
  [database, replica, files, balancer].forEach((found) => {
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  });
}, 180_000);
