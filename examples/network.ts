import { Bandwidth, CloudStack, Egress, Network, Peer, Port, SecurityGroup } from 'alicloud-constructs';
import { TerraformOutput, type App } from 'cdktf';

/**
 * A network to build on: three zones, ranges planned so that nothing meets and nothing moves later, a way out through one
 * NAT gateway, and two security groups that say who may reach whom.
 */
export function build(app: App): void {
  const cloud = new CloudStack(app, 'network', { region: 'cn-hangzhou', tags: { team: 'platform' } });

  const network = new Network(cloud, 'network', {
    // Add a zone at any time: it gets ranges of its own, and no other range moves.
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
    // The one thing that can never change. Take a range that nothing you may connect one day has.
    vpcCidr: '10.16.0.0/16',
    // Whatever must stay reachable: the plan refuses to meet it.
    reserved: [{ name: 'office', cidr: '192.168.0.0/16' }],
    // Not enough addresses in a zone is an error here, and not on a Friday in autumn.
    perZone: { nodes: 200, pods: 1000, eci: 400 },
    // Two addresses that partners can put on their lists, with one width that they share.
    egress: Egress.nat({ addresses: 2, bandwidth: Bandwidth.shared(200) }),
  });

  // Nothing comes into a group until a rule says so. Between groups, name the group and the port: the ranges follow.
  const application = new SecurityGroup(cloud, 'app', { network, purposes: ['nodes', 'pods', 'eci'] });
  const database = new SecurityGroup(cloud, 'database', { network, purposes: ['data'], outbound: 'listed' });
  database.allowFrom(application, Port.tcp(3306), 'the application');
  application.allowFrom(Peer.cidr('192.168.0.0/16'), Port.tcp(443), 'the office, over VPN');

  new TerraformOutput(cloud, 'public-addresses', { value: network.natGateway?.ipAddresses });

  // Keep the plan beside the program (`terraform output -json plan`) and pass it as `previousPlan`: then no release of this
  // library and no edit of yours can move a range. `network.describe()` prints it as a table.
  new TerraformOutput(cloud, 'plan', { value: network.plan });
}
