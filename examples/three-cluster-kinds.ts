import {
  CloudStack,
  ContainerUser,
  DedicatedCluster,
  Login,
  ManagedCluster,
  Namespace,
  Network,
  PodNetwork,
  Scale,
  SecurityGroup,
  ServerlessCluster,
  ServiceBalancer,
  WebService,
  WorkloadStack,
  type ICluster,
} from 'alicloud-constructs';
import type { App } from 'cdktf';

const REGION = 'cn-hangzhou';
const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
const NODES = { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } };

/** The four ways to come by a cluster. Nothing below this list knows which one was taken. */
export const CLUSTERS: Readonly<Record<string, (cloud: CloudStack) => ICluster>> = {
  managed: (cloud) => {
    const cluster = new ManagedCluster(cloud, 'cluster', { network: new Network(cloud, 'network', { zones: ZONES }) });
    cluster.addNodePool('workers', NODES);
    return cluster;
  },

  // Alibaba Cloud closed the creation of new ones on 2024-08-21: for accounts that may still make one.
  dedicated: (cloud) => {
    const cluster = new DedicatedCluster(cloud, 'cluster', {
      network: new Network(cloud, 'network', { zones: ZONES }),
      masterTypes: ['ecs.g7.xlarge'],
      login: Login.keyPair('operators'),
    });
    cluster.addNodePool('workers', NODES);
    return cluster;
  },

  // No nodes: every Pod is an elastic container instance (ECI).
  serverless: (cloud) =>
    new ServerlessCluster(cloud, 'cluster', { network: new Network(cloud, 'network', { zones: ZONES }) }),

  // One that somebody else made, in their network.
  imported: (cloud) =>
    ManagedCluster.fromAttributes(cloud, 'cluster', {
      clusterId: 'c0123456789abcdef0123456789abcdef',
      network: Network.fromAttributes(cloud, 'company', {
        vpcId: 'vpc-bp1a2b3c4d5e6f7g8h9i0',
        cidrs: ['10.32.0.0/16'],
        vswitches: [
          { vswitchId: 'vsw-bp1nodesh', zone: 'cn-hangzhou-h', purpose: 'nodes', cidr: '10.32.0.0/20' },
          { vswitchId: 'vsw-bp1nodesi', zone: 'cn-hangzhou-i', purpose: 'nodes', cidr: '10.32.16.0/20' },
          { vswitchId: 'vsw-bp1podsh', zone: 'cn-hangzhou-h', purpose: 'pods', cidr: '10.32.64.0/19' },
          { vswitchId: 'vsw-bp1podsi', zone: 'cn-hangzhou-i', purpose: 'pods', cidr: '10.32.96.0/19' },
        ],
        podNetwork: PodNetwork.terway(),
        internet: true,
      }),
      securityGroup: SecurityGroup.fromAttributes(cloud, 'nodes', {
        securityGroupId: 'sg-bp1a2b3c4d5e6f7g8h9',
        type: 'enterprise',
      }),
      tier: 'pro',
      addons: ['metrics-server'],
    }),
};

/** The program that runs in it: the same on every kind. */
export function shop(app: App, name: string, cluster: ICluster): WorkloadStack {
  const apps = new WorkloadStack(app, name, { cluster });
  const space = new Namespace(apps, 'shop', { quota: { pods: 40, requests: { cpu: '20', memory: '40Gi' } } });
  const web = new WebService(space, 'web', {
    image: `registry-vpc.${REGION}.aliyuncs.com/acme/shop:1.4.2`,
    port: 8080,
    health: '/healthz',
    user: ContainerUser.restricted({ uid: 1000 }),
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.onCpu({ target: 60, min: 3, max: 12 }),
  });
  web.expose(ServiceBalancer.network({ network: cluster.network }), { port: 80 });
  return apps;
}

/** All four side by side. A program of your own has one of them: change this line's key and nothing else. */
export function build(app: App): void {
  for (const [kind, clusterIn] of Object.entries(CLUSTERS)) {
    const cloud = new CloudStack(app, `kinds-${kind}`, { region: REGION });
    shop(app, `kinds-${kind}-apps`, clusterIn(cloud));
  }
}
