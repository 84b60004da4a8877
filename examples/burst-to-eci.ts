import {
  BalancerAddress,
  Burst,
  CloudStack,
  ContainerUser,
  EciImage,
  ManagedCluster,
  May,
  MysqlInstance,
  Namespace,
  NasFileSystem,
  Network,
  OssBucket,
  RamUser,
  Scale,
  ServiceAccount,
  ServiceBalancer,
  Team,
  Update,
  WebService,
  WorkloadStack,
  suppressPractice,
} from 'alicloud-constructs';
import type { App } from 'cdktf';

/**
 * A shop from the VPC to the Pod: twelve Pods on nodes all year, sixty on a sale's evening, the others on ECI and gone an
 * hour later; its database, files and bucket, each reachable for this one program; the people who look after it.
 */
export function build(app: App): void {
  const cloud = new CloudStack(app, 'burst-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', {
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
    // Room for every Pod of the evening in each zone, should two of them be gone.
    perZone: { eci: 500 },
  });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 6 });
  const eci = cluster.addVirtualNode();

  const database = new MysqlInstance(cloud, 'database', { network }).addDatabase('orders');
  // What the field advises and the shop does not do, and why: it stands in every report of alicloud-practices.
  suppressPractice(database, 'database-encryption', {
    reason: 'the account has no key of its own yet, and an encrypted instance is a new one',
  });
  const files = new NasFileSystem(cloud, 'files', { network });
  const pictures = new OssBucket(cloud, 'pictures');
  const oncall = RamUser.fromAttributes(cloud, 'oncall', { uid: '200123456789012345', userName: 'oncall' });

  // What lives in the cluster is a stack of its own: applied after the cluster, destroyed before it.
  const apps = new WorkloadStack(app, 'burst-apps', { cluster });
  const space = new Namespace(apps, 'shop', { quota: { pods: 80, requests: { cpu: '40', memory: '80Gi' } } });
  const account = new ServiceAccount(space, 'web-account');

  const web = new WebService(space, 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
    port: 8080,
    health: '/healthz',
    user: ContainerUser.restricted({ uid: 1000 }),
    // A size that ECI sells: another one would be rounded up, and billed so.
    requests: { cpu: '500m', memory: '1Gi' },
    update: Update.rolling({ maxSurge: '10%' }),
    scale: Scale.onSchedule({
      // Second, minute, hour, day, month, day of the week; Beijing time.
      jobs: [
        { name: 'before-the-sale', at: '0 45 19 * * 5', replicas: 40 },
        { name: 'after-the-sale', at: '0 0 1 * * 6', replicas: 12 },
      ],
      over: Scale.onCpu({ target: 60, min: 12, max: 60 }),
    }),
    eci: { image: EciImage.cached() },
  });
  // Hard order: the thirteenth Pod and all after it go to ECI, and are the first to go again.
  web.burst(Burst.afterEcs(12, eci));

  account.useIn(web);
  pictures.grantReadWrite(account, { prefix: 'uploads/' });
  database.grantConnect(web, { database: 'orders' });
  files.mountIn(web, '/var/lib/shop', { directory: '/shop' });
  web.expose(
    ServiceBalancer.network({
      network,
      address: BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'a public shop' }),
    }),
    { port: 80 },
  );

  new Team(apps, 'shop-oncall', { members: [oncall], namespaces: [space], may: May.deploy() });
}
