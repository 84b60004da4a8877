import { Construct } from 'constructs';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import type { IApplicationLoadBalancer } from '../core/ingress';
import { APPLICATION_ATTRIBUTES_FORMS, applicationAttributesProblems } from './application-load-balancer-problems';
import type { AlbEdition, ApplicationLoadBalancerAttributes } from './application-load-balancer-props';
import { balancerVswitches } from './balancer-address';

/** An ALB that something else manages. */
export class ImportedApplicationLoadBalancer extends Construct implements IApplicationLoadBalancer {
  readonly balancerId: string;
  readonly scheme: 'internet' | 'intranet';
  readonly vpcId: string;
  readonly edition?: AlbEdition;
  readonly dnsName?: string;
  readonly clients?: readonly string[];
  readonly ranges: readonly string[];

  constructor(scope: Construct, id: string, attributes: ApplicationLoadBalancerAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, APPLICATION_ATTRIBUTES_FORMS));
    reject(this, applicationAttributesProblems(attributes));
    const { balancerId, network, scheme, edition, dnsName, clients, zones } = attributes;
    this.balancerId = balancerId;
    this.scheme = scheme;
    this.vpcId = network.vpcId;
    this.edition = edition;
    this.dnsName = dnsName;
    this.clients = clients;
    // Which of a zone's vSwitches it stands in is not said.
    const stands = new Set(balancerVswitches(network, zones).map(({ zone }) => zone));
    this.ranges = network.vswitches('nodes').flatMap(({ zone, cidr }) => (stands.has(zone) ? [cidr] : []));
  }
}
