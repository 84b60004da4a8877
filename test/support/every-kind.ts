import { Password } from '@cdktf/provider-random/lib/password';
import type { App } from 'cdktf';
import { ApplicationLoadBalancer } from '../../lib/balancer/application-load-balancer';
import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { ClassicLoadBalancer } from '../../lib/balancer/classic-load-balancer';
import { NetworkLoadBalancer } from '../../lib/balancer/network-load-balancer';
import { Addon } from '../../lib/cluster/addons/addon';
import { Encryption } from '../../lib/cluster/encryption';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { DeploymentSet } from '../../lib/cluster/nodes/deployment-set';
import type { ICluster } from '../../lib/core/cluster';
import type { INamespace } from '../../lib/core/workload';
import { MysqlInstance } from '../../lib/database/mysql-instance';
import { RedisInstance } from '../../lib/database/redis-instance';
import { Network } from '../../lib/network/network';
import { ContainerRegistry } from '../../lib/registry/container-registry';
import { RegistryBilling } from '../../lib/registry/container-registry-props';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { RamUser } from '../../lib/security/ram-user';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { NasFileSystem } from '../../lib/storage/nas-file-system';
import { OssBucket } from '../../lib/storage/oss-bucket';
import { ClusterRole } from '../../lib/workload/access/cluster-role';
import { May } from '../../lib/workload/access/duty';
import { Role } from '../../lib/workload/access/role';
import { ServiceAccount } from '../../lib/workload/access/service-account';
import { Team } from '../../lib/workload/access/team';
import { Burst } from '../../lib/workload/burst/burst';
import { CustomResource } from '../../lib/workload/charts/custom-resource';
import { HelmChart } from '../../lib/workload/charts/helm-chart';
import { ConfigMap } from '../../lib/workload/config-map';
import { DaemonWorkload } from '../../lib/workload/daemon/daemon-workload';
import { AlbIngressClass } from '../../lib/workload/ingress/alb-ingress-class';
import { AlbOfClass } from '../../lib/workload/ingress/alb-ingress-class-props';
import { IngressListener } from '../../lib/workload/ingress/ingress-listener';
import { JobWorkload } from '../../lib/workload/jobs/job-workload';
import { ScheduledJob } from '../../lib/workload/jobs/scheduled-job';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { Secret } from '../../lib/workload/secret';
import { StatefulService } from '../../lib/workload/stateful/stateful-service';
import { NasStorageClass } from '../../lib/workload/volumes/nas-storage-class';
import { PersistentClaim } from '../../lib/workload/volumes/persistent-claim';
import { StaticVolume } from '../../lib/workload/volumes/static-volume';
import { Provisioner, StorageClass } from '../../lib/workload/volumes/storage-class';
import { WebService } from '../../lib/workload/web-service';

const POD = {
  image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
  requests: { cpu: '500m', memory: '1Gi' },
};
const RULES = [{ resources: ['configmaps'], verbs: ['get' as const] }];

/** A cloud and a cluster with one of every resource that the library makes for ordinary use. */
export function everyKind(app: App): void {
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', protection: 'sandbox' });
  const network = new Network(cloud, 'network', {
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    secondaryCidrs: ['172.16.0.0/16'],
    ipv6: true,
  });
  const cluster = new ManagedCluster(cloud, 'cluster', { network, encryption: Encryption.withNewKey() });
  cluster.addNodePool('workers', {
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    size: { min: 3, max: 6 },
    deploymentSet: DeploymentSet.create(),
  });
  const eci = cluster.addVirtualNode();
  cluster.addAddon(Addon.kruise());
  const database = new MysqlInstance(cloud, 'database', { network, parameters: { max_connections: '2000' } });
  database.addDatabase('shop').addReadReplica('reports');
  const redis = new RedisInstance(cloud, 'cache', { network });
  const files = new NasFileSystem(cloud, 'files', { network, lifecycle: { afterDays: 30 }, backup: {} });
  const address = BalancerAddress.internet({ allow: ['203.0.113.0/24'] });
  const front = new ClassicLoadBalancer(cloud, 'front', { network, address });
  const door = new NetworkLoadBalancer(cloud, 'door', { network, address, name: 'door' });
  const hall = new ApplicationLoadBalancer(cloud, 'hall', { network });
  const logs = new OssBucket(cloud, 'logs');
  const bucket = new OssBucket(cloud, 'uploads', { versioning: true, accessLogs: { bucket: logs } });
  bucket.grantRead(new RamRole(cloud, 'reader', { trust: Trust.service('ecs.aliyuncs.com') }));
  const ada = new RamUser(cloud, 'ada');
  const registry = new ContainerRegistry(cloud, 'images', { name: 'acme', billing: RegistryBilling.subscription(1) });
  registry.addNamespace('shop').addRepository('web');
  registry.allowFrom(network);

  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop', { quota: { pods: 300, requests: { cpu: '200' } } });
  const scale = Scale.onCpu({ min: 4, max: 60, target: 60 });
  const web = new WebService(space, 'web', { ...POD, port: 8080, scale, files: { '/etc/web.ini': 'a = b' } });
  web.burst(Burst.afterEcs(22, eci));
  database.grantConnect(web, { database: 'shop' });
  redis.grantConnect(web);
  files.mountIn(web, '/var/shop');
  web.expose(front, { port: 80 });
  web.expose(door, { port: 80 });
  const alb = new AlbIngressClass(apps, 'alb', {
    listeners: [IngressListener.http()],
    balancer: AlbOfClass.existing(hall),
  });
  web.route(alb, { host: 'www.example.com' });
  const robot = new ServiceAccount(space, 'robot');
  robot.useIn(web);
  bucket.grantReadWrite(robot);
  people(apps, space, cluster, ada);
  others(apps, space, files);
}

function people(apps: WorkloadStack, space: INamespace, _cluster: ICluster, ada: RamUser): void {
  new Role(space, 'look', { rules: RULES }).grantTo(new ServiceAccount(space, 'looker'));
  new ClusterRole(apps, 'nodes', { rules: RULES }).grantTo(ada);
  new Team(apps, 'team', { members: [ada], namespaces: [space], may: May.deploy() });
}

/** Pods that are no web service, what they keep, and what comes as a chart. */
function others(apps: WorkloadStack, space: Namespace, files: NasFileSystem): void {
  const storageClass = new StorageClass(apps, 'disk', { provisioner: Provisioner.disk() });
  const queue = { size: '20Gi', path: '/var/lib/queue', storageClass };
  new StatefulService(space, 'queue', { ...POD, port: 8080, replicas: 2, claims: { data: queue } });
  new DaemonWorkload(space, 'agent', { ...POD, ports: { metrics: 9100 } });
  const job = new JobWorkload(space, 'migrate', { ...POD, waitForCompletion: false });
  new StaticVolume(space, 'nas', {
    driver: 'nasplugin.csi.alibabacloud.com',
    attributes: { server: 'shop.nas.example', path: '/shop', vers: '3' },
    capacity: '20Gi',
    accessMode: 'ReadWriteMany',
  }).mountIn(job, '/shop');
  const report = new ScheduledJob(space, 'report', { ...POD, schedule: '0 3 * * *' });
  const shared = new NasStorageClass(apps, 'shared', { files });
  new PersistentClaim(space, 'scratch', { size: '20Gi', access: 'ReadWriteMany', storageClass: shared }).mountIn(
    report,
    '/scratch',
  );
  new ConfigMap(space, 'conf', { data: { 'web.ini': 'a = b' } });
  new Secret(space, 'key', { values: { key: new Password(apps, 'drawn', { length: 24 }).result } });
  new HelmChart(space, 'jenkins', { repository: 'https://charts.jenkins.io', chart: 'jenkins', version: '5.9.53' });
  new CustomResource(space, 'pull', {
    apiVersion: 'apps.kruise.io/v1alpha1',
    kind: 'ImagePullJob',
    spec: { image: POD.image },
  });
}
