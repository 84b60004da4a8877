import type { INetwork } from '../core/network';
import type { BalancerAddressData } from './balancer-address';

/** What an ALB can do: `Basic` takes no Ingresses, `StandardWithWaf` has the web application firewall in it. */
export type AlbEdition = 'Basic' | 'Standard' | 'StandardWithWaf';

/** Where an ALB writes a line for each request. */
export interface AlbAccessLog {
  /** Project of the log service, such as a `LogProject`, in the same region. */
  readonly project: { readonly projectName: string };
  /** Name of the store: 2 to 63 lower-case letters, digits, hyphens and underscores. */
  readonly store: string;
}

/** An ALB of Terraform's. */
export interface ApplicationLoadBalancerProps {
  /** The network that it stands in, which is that of the clusters that use it. Replaces it. */
  readonly network: INetwork;
  /**
   * From where it can be reached, and in which zones it stands: two at least. Its listeners let nobody in but the ranges
   * of `allow`. Changed in place; the address does not stay.
   * @default BalancerAddress.intranet() - an address of the VPC, in all zones of the network
   * @throws InputError `balancer-zones` for one zone, `vswitch-missing`, `balancer-open`
   */
  readonly address?: BalancerAddressData;
  /** What it can do. `Basic` cannot serve Ingresses. Changed upwards in place. @default "Standard" */
  readonly edition?: AlbEdition;
  /** Where it logs requests; the log service bills what comes in. Changed in place. @default nowhere */
  readonly accessLog?: AlbAccessLog;
  /**
   * Name in the console, 2 to 80 characters. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly balancerName?: string;
  /**
   * Takes over the ALB with this id instead of making one. Import id: the balancer's id, `alb-...`. One that an AlbConfig
   * made cannot be taken over: the cluster would go on calling it its own.
   * @default a new one
   */
  readonly adopt?: string;
}

/** What to say about an ALB that exists already. */
export interface ApplicationLoadBalancerAttributes {
  /** Id of the ALB, `alb-...`. One that an AlbConfig of another cluster made is refused by the cluster. */
  readonly balancerId: string;
  /** The network that it is in. */
  readonly network: INetwork;
  /** From where it can be reached. */
  readonly scheme: 'internet' | 'intranet';
  /** What it can do. @default not known */
  readonly edition?: AlbEdition;
  /** Its DNS name, where programs ask for it. @default not known */
  readonly dnsName?: string;
  /** Ranges that its listeners shall let in. @default every address */
  readonly clients?: readonly string[];
  /** The zones that it stands in. @default those of the network */
  readonly zones?: readonly string[];
}

/** What an ALB is when a prop is left out. */
export const APPLICATION_LOAD_BALANCER_DEFAULTS = Object.freeze({
  address: Object.freeze({ kind: 'intranet' }) as BalancerAddressData,
  edition: 'Standard' as AlbEdition,
});
