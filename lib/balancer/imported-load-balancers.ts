import type { Construct, IConstruct } from 'constructs';
import type { IBalancer } from '../core/balancer';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import {
  LISTENER_DEFAULTS,
  listening,
  standing,
  type ClassicListeners,
  type NetworkListeners,
  type StandingBalancer,
} from './listener-settings';
import {
  CLASSIC_ATTRIBUTES_FORMS,
  CLASSIC_LISTENER_FORMS,
  NETWORK_ATTRIBUTES_FORMS,
  NETWORK_LISTENER_FORMS,
} from './load-balancer-forms';
import { classicAttributesProblems, networkAttributesProblems } from './load-balancer-problems';
import type { ClassicLoadBalancerAttributes, NetworkLoadBalancerAttributes } from './load-balancer-props';
import { classicListenerProblems, networkListenerProblems } from './service-balancer-problems';
import { StandingLoadBalancer } from './standing-load-balancer';

/** A CLB that Services make their listeners on, created here or existing. */
export interface IClassicLoadBalancer extends IBalancer, IConstruct {
  readonly balancerId: string;
  /** IP address. @throws InputError `value-missing` when an imported one does not say */
  readonly address: string;
  /** The same CLB for Services that want other listeners than it says itself. */
  listening(listeners: ClassicListeners): IBalancer;
}

/** An NLB that Services make their listeners on, created here or existing. */
export interface INetworkLoadBalancer extends IBalancer, IConstruct {
  readonly balancerId: string;
  /** DNS name. @throws InputError `value-missing` when an imported one does not say */
  readonly dnsName: string;
  /** The same NLB for Services that want other listeners than it says itself. */
  listening(listeners: NetworkListeners): IBalancer;
}

/** A CLB that something else manages. */
export class ImportedClassicLoadBalancer extends StandingLoadBalancer implements IClassicLoadBalancer {
  readonly balancerId: string;
  protected readonly usual: IBalancer;
  private readonly facts: StandingBalancer;
  private readonly known: ClassicLoadBalancerAttributes;

  constructor(scope: Construct, id: string, attributes: ClassicLoadBalancerAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, CLASSIC_ATTRIBUTES_FORMS));
    const p = withDefaults(attributes, LISTENER_DEFAULTS);
    reject(this, classicAttributesProblems(p));
    const { balancerId, network, scheme, clients, aclId } = p;
    this.balancerId = balancerId;
    this.facts = { kind: 'classic', balancerId, network, scheme, clients, aclId };
    this.known = p;
    this.usual = standing(this.facts, p);
  }

  get address(): string {
    return told(this, 'address', this.known.address, '"10.0.3.7"');
  }

  listening(listeners: ClassicListeners): IBalancer {
    reject(this, formProblems(listeners, CLASSIC_LISTENER_FORMS));
    const p = listening(this.known, listeners);
    reject(this, classicListenerProblems(p));
    return standing(this.facts, p);
  }
}

/** An NLB that something else manages. */
export class ImportedNetworkLoadBalancer extends StandingLoadBalancer implements INetworkLoadBalancer {
  readonly balancerId: string;
  protected readonly usual: IBalancer;
  private readonly facts: StandingBalancer;
  private readonly known: NetworkLoadBalancerAttributes;

  constructor(scope: Construct, id: string, attributes: NetworkLoadBalancerAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, NETWORK_ATTRIBUTES_FORMS));
    const p = withDefaults(attributes, LISTENER_DEFAULTS);
    reject(this, networkAttributesProblems(p));
    const { balancerId, network, scheme, clients } = p;
    this.balancerId = balancerId;
    this.facts = { kind: 'network', balancerId, network, scheme, clients };
    this.known = p;
    this.usual = standing(this.facts, p);
  }

  get dnsName(): string {
    return told(this, 'dnsName', this.known.dnsName, '"nlb-....cn-hangzhou.nlb.aliyuncsslb.com"');
  }

  listening(listeners: NetworkListeners): IBalancer {
    reject(this, formProblems(listeners, NETWORK_LISTENER_FORMS));
    const p = listening(this.known, listeners);
    reject(this, networkListenerProblems(p));
    return standing(this.facts, p);
  }
}

function told(balancer: IConstruct, name: string, value: string | undefined, example: string): string {
  const what = `${name} of imported balancer "${balancer.node.path}" is not known`;
  const fix = `write ${name}: ${example} in fromAttributes`;
  reject(balancer, value === undefined ? [{ code: 'value-missing', what, fix }] : []);
  return value!;
}
