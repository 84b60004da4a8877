import type { INetwork } from '../core/network';
import type { ClassicListeners, NetworkListeners } from './listener-settings';
import type { ClassicBalancerProps, NetworkBalancerProps } from './service-balancer-props';

/**
 * A CLB of Terraform's. What is said of ports, health, scheduler and drain holds for every Service that asks for it,
 * unless `listening` says otherwise; the cloud controller manager changes it in place.
 */
export interface ClassicLoadBalancerProps extends ClassicBalancerProps {
  /**
   * Name in the console, 2 to 80 characters. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly balancerName?: string;
  /**
   * Takes over the CLB with this id instead of making one. Import id: the balancer's id, `lb-...`. One that a Service made
   * cannot be taken over: the cluster would go on calling it its own.
   * @default a new one
   */
  readonly adopt?: string;
}

/** An NLB of Terraform's; see {@link ClassicLoadBalancerProps}. */
export interface NetworkLoadBalancerProps extends NetworkBalancerProps {
  /**
   * Name in the console, 2 to 80 characters. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly balancerName?: string;
  /**
   * Takes over the NLB with this id instead of making one. Import id: the balancer's id, `nlb-...`. One that a Service
   * made cannot be taken over.
   * @default a new one
   */
  readonly adopt?: string;
}

/** What to say about a CLB that exists already. A CLB that a Service made is refused by the cluster. */
export interface ClassicLoadBalancerAttributes extends ClassicListeners {
  /** Id of the CLB, `lb-...`. */
  readonly balancerId: string;
  /** The network of the clusters that use it. An `intranet` one must be in it. */
  readonly network: INetwork;
  /** From where it can be reached. */
  readonly scheme: 'internet' | 'intranet';
  /** Its IP address, where programs ask for it. @default not known */
  readonly address?: string;
  /** Access control list that limits its clients, `acl-...`. @default none - every client */
  readonly aclId?: string;
  /** Ranges of its clients, for namespaces that shut others out. @default every address */
  readonly clients?: readonly string[];
}

/** What to say about an NLB that exists already. One that a Service made is refused by the cluster. */
export interface NetworkLoadBalancerAttributes extends NetworkListeners {
  /** Id of the NLB, `nlb-...`. */
  readonly balancerId: string;
  /** The network that it is in. */
  readonly network: INetwork;
  /** From where it can be reached. */
  readonly scheme: 'internet' | 'intranet';
  /** Its DNS name, where programs ask for it. @default not known */
  readonly dnsName?: string;
  /** Ranges of its clients, for namespaces that shut others out. @default every address */
  readonly clients?: readonly string[];
}
