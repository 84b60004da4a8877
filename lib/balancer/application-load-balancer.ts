import { AlbLoadBalancer } from '@cdktf/provider-alicloud/lib/alb-load-balancer';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import type { IApplicationLoadBalancer } from '../core/ingress';
import { physicalName } from '../core/names';
import { ImportedApplicationLoadBalancer } from './application-load-balancer-import';
import { APPLICATION_LOAD_BALANCER_FORMS, applicationLoadBalancerProblems } from './application-load-balancer-problems';
import {
  APPLICATION_LOAD_BALANCER_DEFAULTS,
  type AlbAccessLog,
  type AlbEdition,
  type ApplicationLoadBalancerAttributes,
  type ApplicationLoadBalancerProps,
} from './application-load-balancer-props';
import { balancerVswitches, clientsOf } from './balancer-address';
import { BALANCER_NAME } from './load-balancer-problems';

/**
 * An ALB whose DNS name outlives the Ingresses that use it, in two zones at least: Terraform makes and destroys it. Its
 * listeners and rules are the ALB ingress controller's, as an `AlbIngressClass` says; none of them may be in Terraform.
 *
 * Creates `alicloud_alb_load_balancer`. Paid by the hour and by use (LCU), on the internet also by traffic. With
 * `protection: 'production'` it cannot be deleted. Its tags are those that it is made with: the controller adds its own,
 * which Terraform leaves alone.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class ApplicationLoadBalancer extends Construct implements IApplicationLoadBalancer {
  /** An ALB that exists; creates nothing. */
  static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ApplicationLoadBalancerAttributes,
  ): IApplicationLoadBalancer {
    return new ImportedApplicationLoadBalancer(scope, id, attributes);
  }

  readonly resource: AlbLoadBalancer;
  readonly balancerId: string;
  readonly scheme: 'internet' | 'intranet';
  readonly vpcId: string;
  readonly edition: AlbEdition;
  /** DNS name, which only Terraform knows: let a CNAME point at it. */
  readonly dnsName: string;
  readonly clients?: readonly string[];
  readonly aclId?: string;
  readonly ranges: readonly string[];

  constructor(scope: Construct, id: string, props: ApplicationLoadBalancerProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, APPLICATION_LOAD_BALANCER_FORMS));
    const p = withDefaults(props, APPLICATION_LOAD_BALANCER_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, applicationLoadBalancerProblems(p, cloud));
    const protect = cloud.protection === 'production';
    const vswitches = balancerVswitches(p.network, p.address.zones);
    this.scheme = p.address.kind;
    this.vpcId = p.network.vpcId;
    this.edition = p.edition;
    this.clients = clientsOf(p.address);
    this.aclId = p.address.kind === 'internet' ? p.address.acl : undefined;
    this.ranges = vswitches.map(({ cidr }) => cidr);
    this.resource = new AlbLoadBalancer(this, 'Resource', {
      loadBalancerName: p.balancerName ?? physicalName(this, BALANCER_NAME),
      addressType: p.address.kind === 'internet' ? 'Internet' : 'Intranet',
      loadBalancerEdition: p.edition,
      loadBalancerBillingConfig: { payType: 'PayAsYouGo' },
      vpcId: this.vpcId,
      zoneMappings: vswitches.map(({ zone, vswitchId }) => ({ zoneId: zone, vswitchId })),
      accessLogConfig: accessLogBlock(p.accessLog),
      deletionProtectionEnabled: protect,
      modificationProtectionConfig: { status: protect ? 'ConsoleProtection' : 'NonProtection' },
      timeouts: { create: '10m', update: '10m', delete: '15m' },
      lifecycle: { ignoreChanges: ['tags'] },
    });
    adopt(this.resource, p.adopt);
    this.balancerId = this.resource.id;
    this.dnsName = this.resource.dnsName;
  }
}

function accessLogBlock(log: AlbAccessLog | undefined) {
  return log && { logProject: log.project.projectName, logStore: log.store };
}
