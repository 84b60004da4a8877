import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import {
  AlbIngressClass,
  ApplicationLoadBalancer,
  BalancerAddress,
  Certificate,
  ClassicLoadBalancer,
  ClusterRole,
  ConfigMap,
  ContainerRegistry,
  CustomResource,
  DaemonWorkload,
  DedicatedCluster,
  DnsRecord,
  DnsValue,
  DnsZone,
  Egress,
  GrafanaBilling,
  GrafanaWorkspace,
  HelmChart,
  Ingress,
  IngressListener,
  IngressNodes,
  JobWorkload,
  KmsKey,
  KmsSecret,
  LogProject,
  LogStore,
  Login,
  ManagedCluster,
  Manifest,
  MysqlInstance,
  NasFileSystem,
  NasStorageClass,
  Namespace,
  NatGateway,
  Network,
  NetworkLoadBalancer,
  NginxIngressClass,
  NodePool,
  OssBucket,
  PersistentClaim,
  PrivateRecord,
  PrivateZone,
  Provisioner,
  RamRole,
  RamUser,
  RedisInstance,
  RegistryBilling,
  Role,
  Scale,
  ScheduledJob,
  Secret,
  SecurityGroup,
  ServerlessCluster,
  ServiceAccount,
  ServiceBalancer,
  StatefulService,
  StaticVolume,
  StorageClass,
  Trust,
  VirtualNode,
  WebService,
  type CloudStack,
  type MysqlReadReplica,
  type WorkloadStack,
} from '../../lib/index';

/** Where an adopted construct is put. */
export interface Place {
  readonly cloud: CloudStack;
  readonly network: Network;
  readonly cluster: ManagedCluster;
  readonly apps: WorkloadStack;
  readonly space: Namespace;
}

/** How a construct takes over what exists. */
export interface Way {
  /** Type of its main resource. */
  readonly type: string;
  /** An import id of the form that the provider reads. */
  readonly id: string;
  /** An id of another form, and what it is refused with. */
  readonly wrong?: string;
  readonly code?: string;
  readonly make: (place: Place, adopt: string | undefined) => { readonly resource?: Construct };
}

const CLUSTER = 'c0123456789abcdef0123456789abcdef';
const POD = {
  image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
  requests: { cpu: '500m', memory: '1Gi' },
};
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const RULES = [{ resources: ['configmaps'], verbs: ['get' as const] }];
const TYPES = ['ecs.g7.xlarge', 'ecs.g8i.xlarge'];
const CLAIM = { apiVersion: 'apps.kruise.io/v1alpha1', kind: 'ImagePullJob', spec: { image: POD.image } };

/** The group of an adopted cluster, which it has to name. */
const group = ({ cloud }: Place) =>
  SecurityGroup.fromAttributes(cloud, 'their-group', { securityGroupId: 'sg-bp1a2b3c4d', type: 'enterprise' });

/** A second network without anything in it. */
const bare = ({ cloud }: Place) => new Network(cloud, 'bare', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });

const aRegistry = (cloud: CloudStack, adopt?: string) =>
  new ContainerRegistry(cloud, 'x', { name: 'acme', billing: RegistryBilling.subscription(1), adopt });

/** Every construct with a main resource, and how it is adopted. */
export const WAYS: Readonly<Record<string, Way>> = {
  AlbIngressClass: {
    type: 'kubernetes_ingress_class_v1',
    id: 'alb',
    make: ({ apps }, adopt) => new AlbIngressClass(apps, 'x', { listeners: [IngressListener.http()], adopt }),
  },
  ApplicationLoadBalancer: {
    type: 'alicloud_alb_load_balancer',
    id: 'alb-bp1a2b3c',
    make: ({ cloud, network }, adopt) => new ApplicationLoadBalancer(cloud, 'x', { network, adopt }),
  },
  Certificate: {
    type: 'alicloud_ssl_certificates_service_certificate',
    id: '1234567',
    make: ({ cloud }, adopt) => {
      const privateKey = new TerraformVariable(cloud, 'key', { type: 'string', sensitive: true }).stringValue as string;
      return new Certificate(cloud, 'x', { certificate: PEM, privateKey, adopt });
    },
  },
  ClassicLoadBalancer: {
    type: 'alicloud_slb_load_balancer',
    id: 'lb-bp1a2b3c',
    make: ({ cloud, network }, adopt) =>
      new ClassicLoadBalancer(cloud, 'x', { network, address: BalancerAddress.intranet(), adopt }),
  },
  ClusterRole: {
    type: 'kubernetes_cluster_role_v1',
    id: 'reader',
    make: ({ apps }, adopt) => new ClusterRole(apps, 'x', { rules: RULES, adopt }),
  },
  ConfigMap: {
    type: 'kubernetes_config_map_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new ConfigMap(space, 'x', { data: { a: 'b' }, adopt }),
  },
  ContainerRegistry: {
    type: 'alicloud_cr_ee_instance',
    id: 'cri-bp1a2b3c',
    make: ({ cloud }, adopt) => aRegistry(cloud, adopt),
  },
  CustomResource: {
    type: 'helm_release',
    id: 'shop/x',
    make: ({ space }, adopt) => new CustomResource(space, 'x', { ...CLAIM, adopt }),
  },
  DaemonWorkload: {
    type: 'kubernetes_daemon_set_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new DaemonWorkload(space, 'x', { ...POD, adopt }),
  },
  DedicatedCluster: {
    type: 'alicloud_cs_kubernetes',
    id: CLUSTER,
    make: (place, adopt) =>
      new DedicatedCluster(place.cloud, 'x', {
        network: bare(place),
        masterTypes: ['ecs.g7.xlarge'],
        login: Login.keyPair('ops'),
        securityGroup: group(place),
        adopt,
      }),
  },
  DnsRecord: {
    type: 'alicloud_alidns_record',
    id: '1234567890',
    make: ({ cloud }, adopt) => {
      const zone = DnsZone.fromAttributes(cloud, 'zone', { domainName: 'example.com' });
      return new DnsRecord(cloud, 'x', { zone, name: 'www', value: DnsValue.address('203.0.113.7'), adopt });
    },
  },
  DnsZone: {
    type: 'alicloud_alidns_domain',
    id: 'example.com',
    wrong: 'example.org',
    code: 'choice-conflict',
    make: ({ cloud }, adopt) => new DnsZone(cloud, 'x', { domainName: 'example.com', adopt }),
  },
  GrafanaWorkspace: {
    type: 'alicloud_arms_grafana_workspace',
    id: 'grafana-cn-1a2b3c',
    make: ({ cloud }, adopt) => new GrafanaWorkspace(cloud, 'x', { billing: GrafanaBilling.subscription(1), adopt }),
  },
  HelmChart: {
    type: 'helm_release',
    id: 'shop/x',
    make: ({ space }, adopt) =>
      new HelmChart(space, 'x', {
        repository: 'https://charts.jenkins.io',
        chart: 'jenkins',
        version: '5.9.53',
        adopt,
      }),
  },
  Ingress: {
    type: 'kubernetes_ingress_v1',
    id: 'shop/x',
    make: ({ apps, space }, adopt) =>
      new Ingress(space, 'x', {
        class: new AlbIngressClass(apps, 'alb', { listeners: [IngressListener.http()] }),
        routes: [{ to: { serviceName: 'web', port: 80 } }],
        adopt,
      }),
  },
  JobWorkload: {
    type: 'kubernetes_job_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new JobWorkload(space, 'x', { ...POD, adopt }),
  },
  KmsKey: {
    type: 'alicloud_kms_key',
    id: 'key-hzz630494463ejqjx',
    make: ({ cloud }, adopt) => new KmsKey(cloud, 'x', { adopt }),
  },
  KmsSecret: {
    type: 'alicloud_kms_secret',
    id: 'shop-database',
    wrong: 'shop database',
    code: 'name-invalid',
    make: ({ cloud }, adopt) => new KmsSecret(cloud, 'x', { adopt }),
  },
  LogProject: {
    type: 'alicloud_log_project',
    id: 'acme-logs',
    code: 'name-invalid',
    make: ({ cloud }, adopt) => new LogProject(cloud, 'x', { adopt }),
  },
  LogStore: {
    type: 'alicloud_log_store',
    id: 'acme-logs:web',
    make: ({ cloud }, adopt) => {
      const project = LogProject.fromAttributes(cloud, 'theirs', { projectName: 'acme-logs' });
      return new LogStore(cloud, 'x', { project, name: 'web', adopt });
    },
  },
  ManagedCluster: {
    type: 'alicloud_cs_managed_kubernetes',
    id: CLUSTER,
    make: (place, adopt) =>
      new ManagedCluster(place.cloud, 'x', { network: bare(place), securityGroup: group(place), adopt }),
  },
  Manifest: {
    type: 'helm_release',
    id: 'shop/x',
    make: ({ space }, adopt) => new Manifest(space, 'x', { objects: [{ ...CLAIM, metadata: { name: 'x' } }], adopt }),
  },
  MysqlInstance: {
    type: 'alicloud_db_instance',
    id: 'rm-bp1a2b3c',
    make: ({ cloud, network }, adopt) => new MysqlInstance(cloud, 'x', { network, adopt }),
  },
  MysqlReadReplica: {
    type: 'alicloud_db_readonly_instance',
    id: 'rr-bp1a2b3c',
    make: ({ cloud, network }, adopt): MysqlReadReplica =>
      new MysqlInstance(cloud, 'x', { network }).addReadReplica('copy', { adopt }),
  },
  Namespace: {
    type: 'kubernetes_namespace_v1',
    id: 'blog',
    make: ({ apps }, adopt) => new Namespace(apps, 'x', { adopt }),
  },
  NasFileSystem: {
    type: 'alicloud_nas_file_system',
    id: '0a1b2c3d4e',
    make: ({ cloud, network }, adopt) => new NasFileSystem(cloud, 'x', { network, adopt }),
  },
  NasStorageClass: {
    type: 'kubernetes_storage_class_v1',
    id: 'shared',
    make: ({ cloud, network, apps }, adopt) =>
      new NasStorageClass(apps, 'x', { files: new NasFileSystem(cloud, 'files', { network }), adopt }),
  },
  NatGateway: {
    type: 'alicloud_nat_gateway',
    id: 'ngw-bp1a2b3c',
    make: (place, adopt) =>
      new NatGateway(place.cloud, 'x', {
        network: new Network(place.cloud, 'bare', {
          zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
          egress: Egress.none(),
        }),
        adopt,
      }),
  },
  Network: {
    type: 'alicloud_vpc',
    id: 'vpc-bp1a2b3c',
    make: ({ cloud }, adopt) => new Network(cloud, 'x', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'], adopt }),
  },
  NetworkLoadBalancer: {
    type: 'alicloud_nlb_load_balancer',
    id: 'nlb-bp1a2b3c',
    make: ({ cloud, network }, adopt) => new NetworkLoadBalancer(cloud, 'x', { network, adopt }),
  },
  NginxIngressClass: {
    type: 'kubernetes_ingress_class_v1',
    id: 'nginx',
    make: ({ apps, network }, adopt) =>
      new NginxIngressClass(apps, 'x', {
        image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/ingress-nginx/controller:v1.15.1',
        balancer: ServiceBalancer.network({ network }),
        nodes: IngressNodes.shared('a test'),
        adopt,
      }),
  },
  NodePool: {
    type: 'alicloud_cs_kubernetes_node_pool',
    id: NodePool.importId(CLUSTER, 'np0123456789abcdef0123456789abcdef'),
    make: ({ cluster }, adopt) => cluster.addNodePool('x', { instanceTypes: TYPES, size: 3, adopt }),
  },
  OssBucket: {
    type: 'alicloud_oss_bucket',
    id: 'acme-files',
    code: 'name-invalid',
    make: ({ cloud }, adopt) => new OssBucket(cloud, 'x', { adopt }),
  },
  PersistentClaim: {
    type: 'kubernetes_persistent_volume_claim_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new PersistentClaim(space, 'x', { size: '20Gi', adopt }),
  },
  PrivateRecord: {
    type: 'alicloud_pvtz_zone_record',
    id: '1234567890:1a2b3c4d5e6f',
    make: ({ cloud }, adopt) => {
      const zone = PrivateZone.fromAttributes(cloud, 'zone', { zoneId: '1a2b3c4d5e6f', zoneName: 'acme.internal' });
      return new PrivateRecord(cloud, 'x', { zone, name: 'git', value: DnsValue.address('10.8.1.7'), adopt });
    },
  },
  PrivateZone: {
    type: 'alicloud_pvtz_zone',
    id: '1a2b3c4d5e6f',
    make: ({ cloud, network }, adopt) =>
      new PrivateZone(cloud, 'x', { zoneName: 'acme.internal', networks: [network], adopt }),
  },
  RegistryNamespace: {
    type: 'alicloud_cr_ee_namespace',
    id: 'cri-bp1a2b3c:shop',
    make: ({ cloud }, adopt) => aRegistry(cloud).addNamespace('shop', { adopt }),
  },
  RegistryRepository: {
    type: 'alicloud_cr_ee_repo',
    id: 'cri-bp1a2b3c:shop:web',
    make: ({ cloud }, adopt) => aRegistry(cloud).addNamespace('shop').addRepository('web', { adopt }),
  },
  RamRole: {
    type: 'alicloud_ram_role',
    id: 'reader',
    code: 'name-invalid',
    make: ({ cloud }, adopt) => new RamRole(cloud, 'x', { trust: Trust.service('ecs.aliyuncs.com'), adopt }),
  },
  RamUser: {
    type: 'alicloud_ram_user',
    id: '2345678901',
    make: ({ cloud }, adopt) => new RamUser(cloud, 'x', { adopt }),
  },
  RedisInstance: {
    type: 'alicloud_kvstore_instance',
    id: 'r-bp1a2b3c',
    make: ({ cloud, network }, adopt) => new RedisInstance(cloud, 'x', { network, adopt }),
  },
  Role: {
    type: 'kubernetes_role_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new Role(space, 'x', { rules: RULES, adopt }),
  },
  ScheduledJob: {
    type: 'kubernetes_cron_job_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new ScheduledJob(space, 'x', { ...POD, schedule: '0 3 * * *', adopt }),
  },
  Secret: {
    type: 'kubernetes_secret_v1',
    id: 'shop/x',
    make: ({ space, cluster }, adopt) => new Secret(space, 'x', { values: { cluster: cluster.clusterId }, adopt }),
  },
  SecurityGroup: {
    type: 'alicloud_security_group',
    id: 'sg-bp1a2b3c',
    make: ({ cloud, network }, adopt) => new SecurityGroup(cloud, 'x', { network, adopt }),
  },
  ServerlessCluster: {
    type: 'alicloud_cs_managed_kubernetes',
    id: CLUSTER,
    make: (place, adopt) =>
      new ServerlessCluster(place.cloud, 'x', { network: bare(place), securityGroup: group(place), adopt }),
  },
  ServiceAccount: {
    type: 'kubernetes_service_account_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new ServiceAccount(space, 'x', { adopt }),
  },
  StatefulService: {
    type: 'kubernetes_stateful_set_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new StatefulService(space, 'x', { ...POD, port: 80, replicas: 2, adopt }),
  },
  StaticVolume: {
    type: 'kubernetes_persistent_volume_v1',
    id: 'shop-files',
    make: ({ space }, adopt) =>
      new StaticVolume(space, 'x', {
        driver: 'nasplugin.csi.alibabacloud.com',
        attributes: { server: 'x.cn-hangzhou.nas.aliyuncs.com', path: '/' },
        capacity: '20Gi',
        accessMode: 'ReadWriteMany',
        adopt,
      }),
  },
  StorageClass: {
    type: 'kubernetes_storage_class_v1',
    id: 'disk',
    make: ({ apps }, adopt) => new StorageClass(apps, 'x', { provisioner: Provisioner.disk(), adopt }),
  },
  VirtualNode: {
    type: 'alicloud_cs_kubernetes_addon',
    id: `${CLUSTER}:ack-virtual-node`,
    make: (place, adopt) => {
      const cluster = new ManagedCluster(place.cloud, 'other', { network: bare(place) });
      cluster.addNodePool('workers', { instanceTypes: TYPES, size: 3 });
      return new VirtualNode(cluster, 'x', { cluster, adopt });
    },
  },
  WebService: {
    type: 'kubernetes_deployment_v1',
    id: 'shop/x',
    make: ({ space }, adopt) => new WebService(space, 'x', { ...POD, port: 80, scale: Scale.fixed(2), adopt }),
  },
};

/** What has no import of its own, with the reason. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  Alarms: 'one alarm for each rule: parts, by what is watched and the rule',
  AlertContacts: 'people, robots and groups of two services: parts, once a rule has asked for them',
  AccountSetup: 'existing: [...] names the roles that exist, each of which is imported',
  CloudStack: 'a stack is a state',
  CanaryIngress: 'made by ingress.canary, which takes adopt',
  ClusterAccess: 'the provider reads no permissions back: creating sets them, nothing is imported',
  ClusterBaseline: 'changes objects that components own: creating it takes them over',
  ClusterService: 'made by workloads: the part `service` of each',
  ImportedRegistry: 'a registry that exists and stays somebody else’s',
  JenkinsOnKubernetes: 'its parts are constructs of this list, each with adopt',
  LoadBalancerService: 'made by expose: the part `balancer-<name>`',
  ManagedPrometheus: 'the instance comes with the component; rules and the policy are parts',
  Team: 'roles and bindings of several namespaces: parts',
  TrafficMirror: 'changes an Ingress; its server group is a part, `Resource`',
  WordPressOnEciBurst: 'its parts are constructs of this list, each with adopt',
  WordPressOnServerless: 'its parts are constructs of this list, each with adopt',
  WorkloadStack: 'a stack is a state',
};
