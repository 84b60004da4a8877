import { CloudStack, ManagedCluster, Network, PodNetwork, Port, SecurityGroup } from 'alicloud-constructs';
import type { App } from 'cdktf';

/**
 * A cluster in a network that somebody else manages. Wherever a construct asks for a network it takes this one; the ranges
 * are checked by the same rules as if we had planned them.
 */
export function build(app: App): void {
  const cloud = new CloudStack(app, 'byo-network', { region: 'cn-hangzhou' });

  const network = Network.fromAttributes(cloud, 'company', {
    vpcId: 'vpc-bp1a2b3c4d5e6f7g8h9i0',
    cidrs: ['10.32.0.0/16'],
    // Each vSwitch with its zone, its range, and what it is for. List those only that we may use.
    vswitches: [
      { vswitchId: 'vsw-bp1nodesh', zone: 'cn-hangzhou-h', purpose: 'nodes', cidr: '10.32.0.0/20' },
      { vswitchId: 'vsw-bp1nodesi', zone: 'cn-hangzhou-i', purpose: 'nodes', cidr: '10.32.16.0/20' },
      { vswitchId: 'vsw-bp1podsh', zone: 'cn-hangzhou-h', purpose: 'pods', cidr: '10.32.64.0/19' },
      { vswitchId: 'vsw-bp1podsi', zone: 'cn-hangzhou-i', purpose: 'pods', cidr: '10.32.96.0/19' },
    ],
    podNetwork: PodNetwork.terway(),
    serviceCidr: '172.21.0.0/20',
    // It has a way out already. If it has none, leave this out and create `new NatGateway(cloud, 'out', { network })`.
    internet: true,
  });

  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', {
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    size: { min: 3, max: 6 },
  });

  // A group of theirs. Our rule is created here, in our stack; the group itself stays theirs.
  const database = SecurityGroup.fromAttributes(cloud, 'company-database', {
    securityGroupId: 'sg-bp1database',
    type: 'enterprise',
  });
  database.allowFrom(cluster.securityGroup, Port.tcp(3306), 'the new cluster');

  // To take a network over instead, so that Terraform manages it from now on, create it with `adopt`:
  //
  //   new Network(cloud, 'network', { zones, vpcCidr: '10.32.0.0/16', previousPlan, adopt: { vpc: 'vpc-...', vswitches: {...} } })
  //
  // See lib/network/README.md.
}
