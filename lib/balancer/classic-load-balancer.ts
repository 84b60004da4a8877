import { SlbLoadBalancer } from '@cdktf/provider-alicloud/lib/slb-load-balancer';
import type { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import type { IBalancer } from '../core/balancer';
import { cloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { physicalName } from '../core/names';
import { warn } from '../core/warnings';
import { balancerVswitches, clientsOf, type BalancerAddressData } from './balancer-address';
import { clientAcl } from './client-acl';
import { ImportedClassicLoadBalancer, type IClassicLoadBalancer } from './imported-load-balancers';
import { listening, standing, type ClassicListeners, type StandingBalancer } from './listener-settings';
import { CLASSIC_LISTENER_FORMS, CLASSIC_LOAD_BALANCER_FORMS } from './load-balancer-forms';
import { BALANCER_NAME, classicLoadBalancerProblems } from './load-balancer-problems';
import type { ClassicLoadBalancerAttributes, ClassicLoadBalancerProps } from './load-balancer-props';
import { SERVICE_BALANCER_DEFAULTS } from './service-balancer-props';
import { classicListenerProblems } from './service-balancer-problems';
import { StandingLoadBalancer } from './standing-load-balancer';

/**
 * A CLB whose address outlives Services: Terraform makes and destroys it, Services make their listeners on it, and no
 * listener of it may be in Terraform. Any number of Services share it, each port is one Service's.
 *
 * Creates `alicloud_slb_load_balancer` and, for one on the internet that takes only some ranges, `alicloud_slb_acl` with its
 * entries. Paid by use (CLCU), on the internet also by traffic. With `protection: 'production'` it cannot be deleted. Its tags are those
 * that it is made with: the cloud controller manager adds its own, which Terraform leaves alone.
 *
 * CLBs paid by use are sold to accounts of the China site; a stack of the international one warns.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class ClassicLoadBalancer extends StandingLoadBalancer implements IClassicLoadBalancer {
  /** A CLB that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: ClassicLoadBalancerAttributes): IClassicLoadBalancer {
    return new ImportedClassicLoadBalancer(scope, id, attributes);
  }

  readonly resource: SlbLoadBalancer;
  readonly balancerId: string;
  /** IP address, which only Terraform knows. */
  readonly address: string;
  protected readonly usual: IBalancer;
  private readonly facts: StandingBalancer;
  private readonly props: ClassicListeners;

  constructor(scope: Construct, id: string, props: ClassicLoadBalancerProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, CLASSIC_LOAD_BALANCER_FORMS));
    const p = withDefaults(props, SERVICE_BALANCER_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, classicLoadBalancerProblems(p, cloud));
    const protect = cloud.protection === 'production';
    this.resource = new SlbLoadBalancer(this, 'Resource', {
      loadBalancerName: p.balancerName ?? physicalName(this, BALANCER_NAME),
      ...placeOf(p.address, p),
      paymentType: 'PayAsYouGo',
      instanceChargeType: 'PayByCLCU',
      deleteProtection: protect ? 'on' : 'off',
      modificationProtectionStatus: protect ? 'ConsoleProtection' : 'NonProtection',
      timeouts: { create: '10m', delete: '15m' },
      lifecycle: { ignoreChanges: ignoredOf(p.address) },
    });
    adopt(this.resource, p.adopt);
    if (cloud.site === 'intl' && p.adopt === undefined) {
      warn(
        this,
        'balancer-site',
        `accounts of the international site may not be sold "${this.node.path}", a CLB paid by use: take a NetworkLoadBalancer, or write site: "cn" on the CloudStack of an account of the China site`,
      );
    }
    this.balancerId = this.resource.id;
    this.address = this.resource.address;
    const clients = clientsOf(p.address);
    this.facts = {
      kind: 'classic',
      balancerId: this.balancerId,
      network: p.network,
      scheme: p.address.kind,
      clients,
      aclId: aclOf(p.address) ?? (clients && clientAcl(this, clients).aclId),
    };
    this.props = p;
    this.usual = standing(this.facts, p);
  }

  /**
   * The same CLB for Services that want other listeners than its props say: another check of health, HTTP, another name of the
   * Service.
   *
   * @throws InputError with everything that is wrong with what is given
   */
  listening(listeners: ClassicListeners): IBalancer {
    reject(this, formProblems(listeners, CLASSIC_LISTENER_FORMS));
    const p = listening(this.props, listeners);
    reject(this, classicListenerProblems(p));
    return standing(this.facts, p);
  }
}

function aclOf(address: BalancerAddressData): string | undefined {
  return address.kind === 'internet' ? address.acl : undefined;
}

/** Tags are the cloud controller manager's too; a vSwitch that nobody named stays: a new zone must not move the address. */
function ignoredOf(address: BalancerAddressData): string[] {
  return address.kind === 'intranet' && address.zones === undefined ? ['tags', 'vswitch_id'] : ['tags'];
}

/** Where it stands: in the VPC in a vSwitch for nodes; the zones that answer and take over, where they are named. */
function placeOf(address: BalancerAddressData, { network }: Pick<ClassicLoadBalancerProps, 'network'>) {
  const [first, spare] = address.zones ?? [];
  const inside = address.kind === 'intranet';
  return {
    addressType: address.kind,
    // Left out, it would be in no VPC.
    vswitchId: inside ? balancerVswitches(network, address.zones)[0]!.vswitchId : undefined,
    internetChargeType: inside ? undefined : 'PayByTraffic',
    masterZoneId: first,
    slaveZoneId: spare,
  };
}
