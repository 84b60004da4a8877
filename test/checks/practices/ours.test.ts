import { Password } from '@cdktf/provider-random/lib/password';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import {
  Billing,
  CloudStack,
  ClusterLogs,
  ContainerUser,
  ControlPlane,
  DatabaseZones,
  Disruption,
  Encryption,
  Endpoint,
  Isolation,
  KmsKey,
  ManagedCluster,
  MysqlInstance,
  Namespace,
  NasFileSystem,
  Network,
  OssBucket,
  Probe,
  RedisInstance,
  Scale,
  Secret,
  ServiceAccount,
  ServiceBalancer,
  Spread,
  WebService,
  WorkloadStack,
  type CloudStackProps,
  type ManagedClusterProps,
  type MysqlInstanceProps,
  type NamespaceProps,
  type NodePoolProps,
  type OssBucketProps,
  type RedisInstanceProps,
  type WebServiceProps,
} from 'alicloud-constructs';
import { Testing, type App } from 'cdktf';
import { PRACTICES } from '../../../lib/checks/practices/catalogue';
import { pictureOf } from '../../../lib/checks/practices/picture';
import type { Practice } from '../../../lib/checks/practices/practice';
import { treeSource } from '../../../lib/checks/practices/tree-source';
import { comparable, inTerraform, inTree } from './programs';

interface Change {
  readonly stack?: Partial<CloudStackProps>;
  readonly cluster?: Partial<ManagedClusterProps>;
  readonly pool?: Partial<NodePoolProps>;
  readonly database?: Partial<MysqlInstanceProps>;
  readonly cache?: Partial<RedisInstanceProps>;
  readonly bucket?: Partial<OssBucketProps>;
  readonly space?: NamespaceProps;
  readonly web?: Partial<WebServiceProps>;
}

/** A shop of all that we have, as well as it can be made; each test changes one prop of it. */
function aShop(change: Change = {}): App {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', ...change.stack });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const encryption = Encryption.withKey(new KmsKey(cloud, 'key').keyId);
  const cluster = new ManagedCluster(cloud, 'cluster', { network, encryption, ...change.cluster });
  const pool = { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3, ...change.pool };
  cluster.addNodePool('workers', pool);
  const key = { transparentEncryption: true, sqlAudit: true };
  new MysqlInstance(cloud, 'database', { network, ...key, ...change.database }).addDatabase('shop');
  new RedisInstance(cloud, 'cache', { network, tls: true, ...change.cache });
  const files = new NasFileSystem(cloud, 'files', { network });
  const logs = new OssBucket(cloud, 'logs');
  new OssBucket(cloud, 'pictures', { accessLogs: { bucket: logs }, ...change.bucket });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop', {
    quota: { pods: 40 },
    isolation: Isolation.denyIngress(),
    ...change.space,
  });
  const web = new WebService(space, 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
    port: 8080,
    health: '/healthz',
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.onCpu({ target: 60, min: 2, max: 9 }),
    user: ContainerUser.restricted({ uid: 1000 }),
    readOnlyRootFilesystem: true,
    ...change.web,
  });
  new ServiceAccount(space, 'account');
  new RandomProvider(apps, 'random');
  const password = new Password(apps, 'password', { length: 24 }).result;
  new Secret(space, 'login', { values: { DB_PASSWORD: password } });
  files.mountIn(web, '/var/lib/shop', { directory: '/shop' });
  web.expose(ServiceBalancer.network({ network }), { port: 80 });
  return app;
}

/** Logs of buckets end somewhere: that of the others’ logs has none. */
const ENDS = 'shop-cloud/logs/Resource oss-logging';

test('our constructs, as well as they can be made, follow every practice', () => {
  const app = aShop();
  const before = comparable(inTree(app));
  expect(before).toEqual([ENDS]);
  expect(comparable(inTerraform(app))).toEqual(before);
});

/** One prop each that goes against a practice, and where. */
const AGAINST: Readonly<Record<string, readonly [place: string, change: Change]>> = {
  'liveness-probe': ['shop-apps/shop/web/Resource', { web: { liveness: Probe.none() } }],
  'readiness-probe': ['shop-apps/shop/web/Resource', { web: { health: undefined, readiness: Probe.none() } }],
  'http-probe': ['shop-apps/shop/web/Resource', { web: { health: undefined } }],
  'two-replicas': ['shop-apps/shop/web/Resource', { web: { scale: Scale.fixed(1) } }],
  spread: ['shop-apps/shop/web/Resource', { web: { spread: Spread.none() } }],
  'disruption-budget': ['shop-apps/shop/web/Resource', { web: { disruption: Disruption.none() } }],
  'non-root': ['shop-apps/shop/web/Resource', { web: { user: ContainerUser.ofImage() } }],
  'capabilities-dropped': ['shop-apps/shop/web/Resource', { web: { user: ContainerUser.ofImage() } }],
  'read-only-root': ['shop-apps/shop/web/Resource', { web: { readOnlyRootFilesystem: false } }],
  'service-account-token': ['shop-apps/shop/web/Resource', { web: { kubernetesToken: true } }],
  'network-policy': ['shop-apps/shop/Resource', { space: { isolation: Isolation.open() }, web: {} }],
  'node-repair': ['shop-cloud/cluster/workers/Resource', { pool: { management: { autoRepair: false } } }],
  'redis-tls': ['shop-cloud/cache/Resource', { cache: { tls: false } }],
  'node-size': [
    'shop-cloud/cluster/workers/Resource',
    { pool: { instanceTypes: ['ecs.g7.large', 'ecs.g8i.xlarge'], allowSmallNodes: true } },
  ],
  'secret-in-env': ['shop-apps/shop/web/Resource', { web: { env: { DB_PASSWORD: 'correct-horse' } } }],
  'secret-in-args': ['shop-apps/shop/web/Resource', { web: { args: ['--token=correct-horse'] } }],
  'secret-in-config-map': [
    'shop-apps/shop/web/files',
    { web: { files: { '/etc/shop/shop.properties': 'db.password=correct-horse\n' } } },
  ],
  'namespace-quota': ['shop-apps/shop/Resource', { space: { quota: undefined } }],
  'namespace-limits': ['shop-apps/shop/Resource', { space: { containerDefaults: 'none' } }],
  'pod-security': ['shop-apps/shop/Resource', { space: { podSecurity: 'privileged' } }],
  'cluster-deletion-protection': ['shop-cloud/cluster/Resource', { stack: { protection: 'sandbox' } }],
  'database-deletion-protection': ['shop-cloud/database/Resource', { stack: { protection: 'sandbox' } }],
  'network-deletion-protection': ['shop-cloud/network/nat/Resource', { stack: { protection: 'sandbox' } }],
  'key-deletion-protection': ['shop-cloud/key/Resource', { stack: { protection: 'sandbox' } }],
  'oss-force-destroy': ['shop-cloud/pictures/Resource', { stack: { protection: 'sandbox' } }],
  'api-endpoint-private': [
    'shop-cloud/cluster/Resource',
    { cluster: { endpoint: Endpoint.public({ allow: ['203.0.113.7/32'] }) } },
  ],
  'cluster-pro': [
    'shop-cloud/cluster/Resource',
    { cluster: { controlPlane: ControlPlane.basic(), encryption: undefined, logs: ClusterLogs.off() } },
  ],
  'audit-logs': ['shop-cloud/cluster/Resource', { cluster: { logs: ClusterLogs.off() } }],
  'control-plane-logs': ['shop-cloud/cluster/Resource', { cluster: { logs: ClusterLogs.off() } }],
  'secrets-encryption': ['shop-cloud/cluster/Resource', { cluster: { encryption: undefined } }],
  'instance-types': ['shop-cloud/cluster/workers/Resource', { pool: { instanceTypes: ['ecs.g7.xlarge'] } }],
  'node-zones': ['shop-cloud/cluster/workers/Resource', { pool: { zones: ['cn-hangzhou-h'] } }],
  'several-nodes': ['shop-cloud/cluster/workers/Resource', { pool: { size: 1 } }],
  'spot-with-others': ['shop-cloud/cluster/workers/Resource', { pool: { billing: Billing.spot() } }],
  'database-zones': [
    'shop-cloud/database/Resource',
    { database: { zones: DatabaseZones.one('cn-hangzhou-h'), transparentEncryption: false } },
  ],
  'database-tls': ['shop-cloud/database/Resource', { database: { tls: false } }],
  'database-encryption': ['shop-cloud/database/Resource', { database: { transparentEncryption: false } }],
  'database-audit': ['shop-cloud/database/Resource', { database: { sqlAudit: undefined } }],
  'oss-versioning': ['shop-cloud/pictures/Resource', { bucket: { versioning: false } }],
  'oss-logging': ['shop-cloud/pictures/Resource', { bucket: { accessLogs: undefined } }],
};

test.each(Object.entries(AGAINST))('%s: a prop against it is found', (practice, [place, change]) => {
  const app = aShop(change);
  const found = inTree(app).filter((one) => one.practice === practice);
  expect(found.map(({ path }) => path)).toContain(place);
  expect(
    inTerraform(app)
      .filter((one) => one.practice === practice)
      .map(({ path }) => path),
  ).toEqual(found.map(({ path }) => path));
});

/** Practices that no prop of ours goes against: what our constructs refuse, always do, or do not make. */
const NEVER =
  `anonymous-access ack-administrator admin-port-open capabilities cluster-admin cluster-certificates cluster-zones database-backups
  database-open database-password database-public-address default-namespace disk-encryption
  disruption-budget-open grace-period host-namespaces host-path image-tag ingress-own-nodes ingress-tls key-rotation limits-set
  log-retention nas-encryption nas-open nas-recycle-bin no-node-port no-privileged no-root node-addresses
  node-balance node-metadata one-scaler oss-encryption oss-https oss-policy-public oss-public pod-identity
  pre-stop privilege-escalation provider-keys ram-access-key ram-administrator rbac-escalation rbac-secrets rbac-wildcard
  registry-public requests-set seccomp secret-data-literal secret-in-values secret-literal tls-policy trail-complete`.split(
    /\s+/,
  );

test('every practice is one that a prop can go against, or one that our constructs keep by themselves', () => {
  const ids = [...Object.keys(AGAINST), ...NEVER];
  expect(ids.sort()).toEqual(PRACTICES.map(({ id }) => id).sort());
});

test('the shop has something to look at for most practices, so that following them says something', () => {
  const picture = pictureOf(treeSource(aShop().node.findAll()));
  const looks = ({ look }: Practice): boolean =>
    look.at === 'pods'
      ? picture.pods().length > 0
      : look.at === 'objects'
        ? look.kinds.some((kind) => picture.objects(kind).length > 0)
        : look.types.some((type) => picture.ofType(type).length > 0);
  expect(PRACTICES.filter((practice) => !looks(practice)).map(({ id }) => id)).toEqual([
    'secret-in-config-map',
    'secret-in-values',
    'ingress-tls',
    'rbac-wildcard',
    'rbac-escalation',
    'rbac-secrets',
    'cluster-admin',
    'anonymous-access',
    'ack-administrator',
    'ram-administrator',
    'ram-access-key',
    'database-public-address',
    'registry-public',
    'tls-policy',
    'trail-complete',
  ]);
});
