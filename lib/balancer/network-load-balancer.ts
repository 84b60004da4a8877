import { NlbLoadBalancer } from '@cdktf/provider-alicloud/lib/nlb-load-balancer';
import { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import type { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import type { IBalancer } from '../core/balancer';
import { cloudOf } from '../core/cloud';
import type { ISecurityGroup } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { physicalName } from '../core/names';
import { Peer } from '../network/peer';
import { Port, portRange } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { balancerVswitches, clientsOf } from './balancer-address';
import { ImportedNetworkLoadBalancer, type INetworkLoadBalancer } from './imported-load-balancers';
import { listening, standing, type NetworkListeners, type StandingBalancer } from './listener-settings';
import { NETWORK_LISTENER_FORMS, NETWORK_LOAD_BALANCER_FORMS } from './load-balancer-forms';
import { BALANCER_NAME, networkLoadBalancerProblems } from './load-balancer-problems';
import type { NetworkLoadBalancerAttributes, NetworkLoadBalancerProps } from './load-balancer-props';
import { SERVICE_BALANCER_DEFAULTS } from './service-balancer-props';
import { networkListenerProblems } from './service-balancer-problems';
import { StandingLoadBalancer } from './standing-load-balancer';

/** An NLB takes everybody whom no rule of its groups turns away: without this one the clients that are let in would be no limit. */
const NOBODY_ELSE = Object.freeze({
  type: 'ingress',
  ipProtocol: 'all',
  nicType: 'intranet',
  policy: 'drop',
  priority: 100,
  cidrIp: '0.0.0.0/0',
});

/**
 * An NLB whose name outlives Services, in at least two zones at once: Terraform makes and destroys it, Services make their
 * listeners on it, and no listener of it may be in Terraform. Any number of Services share it, each port is one Service's.
 *
 * Creates `alicloud_nlb_load_balancer` and, for one on the internet that takes only some ranges, an `alicloud_security_group` with
 * its rules. Paid by use (LCU), on the internet also by traffic. With `protection: 'production'` it cannot be deleted. Its
 * tags are those that it is made with: the cloud controller manager adds its own, which Terraform leaves alone.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class NetworkLoadBalancer extends StandingLoadBalancer implements INetworkLoadBalancer {
  /** An NLB that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: NetworkLoadBalancerAttributes): INetworkLoadBalancer {
    return new ImportedNetworkLoadBalancer(scope, id, attributes);
  }

  readonly resource: NlbLoadBalancer;
  readonly balancerId: string;
  /** DNS name, which only Terraform knows: let a CNAME point at it. */
  readonly dnsName: string;
  /** The group that lets its clients in; absent where everybody may come. */
  readonly clientGroup?: ISecurityGroup;
  protected readonly usual: IBalancer;
  private readonly facts: StandingBalancer;
  private readonly props: NetworkListeners;

  constructor(scope: Construct, id: string, props: NetworkLoadBalancerProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, NETWORK_LOAD_BALANCER_FORMS));
    const p = withDefaults(props, SERVICE_BALANCER_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, networkLoadBalancerProblems(p, cloud));
    const protect = cloud.protection === 'production';
    const clients = clientsOf(p.address);
    this.clientGroup = clients && this.letIn(clients, p);
    const groups = [...(p.securityGroupIds ?? []), ...(this.clientGroup ? [this.clientGroup.securityGroupId] : [])];
    this.resource = new NlbLoadBalancer(this, 'Resource', {
      loadBalancerName: p.balancerName ?? physicalName(this, BALANCER_NAME),
      addressType: p.address.kind === 'internet' ? 'Internet' : 'Intranet',
      vpcId: p.network.vpcId,
      zoneMappings: balancerVswitches(p.network, p.address.zones).map(({ zone, vswitchId }) => ({
        zoneId: zone,
        vswitchId,
      })),
      paymentType: 'PayAsYouGo',
      securityGroupIds: groups.length > 0 ? groups : undefined,
      deletionProtectionEnabled: protect,
      modificationProtectionStatus: protect ? 'ConsoleProtection' : 'NonProtection',
      timeouts: { create: '10m', update: '10m', delete: '15m' },
      lifecycle: { ignoreChanges: ['tags'] },
    });
    adopt(this.resource, p.adopt);
    this.balancerId = this.resource.id;
    this.dnsName = this.resource.dnsName;
    this.facts = {
      kind: 'network',
      balancerId: this.balancerId,
      network: p.network,
      scheme: p.address.kind,
      clients,
    };
    this.props = p;
    this.usual = standing(this.facts, p);
  }

  /**
   * The same NLB for Services that want other listeners than its props say.
   *
   * @throws InputError with everything that is wrong with what is given
   */
  listening(listeners: NetworkListeners): IBalancer {
    reject(this, formProblems(listeners, NETWORK_LISTENER_FORMS));
    const p = listening(this.props, listeners);
    reject(this, networkListenerProblems(p));
    return standing(this.facts, p);
  }

  private letIn(clients: readonly string[], { network }: NetworkLoadBalancerProps): ISecurityGroup {
    const group = new SecurityGroup(this, 'clients', { network, description: 'clients of the balancer' });
    [...clients].sort().forEach((range) => group.allowFrom(Peer.cidr(range), Port.all(), 'client'));
    new SecurityGroupRule(group, 'in-nobody-else', {
      securityGroupId: group.securityGroupId,
      ...NOBODY_ELSE,
      portRange: portRange(Port.all()),
      description: 'nobody else',
    });
    return group;
  }
}
