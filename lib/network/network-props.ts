import type { Purpose } from '../core/network';
import type { AdoptedVswitch } from './adopted-vswitches';
import type { CidrAsk, PodNetworkAsk, ReservedRange } from './cidr-ask';
import type { CidrPlanData } from './cidr-plan-data';
import { Egress, type EgressData } from './egress';

/** What exists already and becomes part of a network. Give what is there; the rest is created. */
export interface NetworkAdoption {
  /** Id of the VPC, `vpc-...`. */
  readonly vpc: string;
  /**
   * vSwitches by what they are for: `{ 'nodes/cn-hangzhou-h': 'vsw-...' }`, with `/2` behind the second one of a zone. One
   * with another range than that of the plan, or with a name to keep: `{ id: 'vsw-...', cidr: '10.32.0.0/20', name: 'prod' }`.
   */
  readonly vswitches?: Readonly<Record<string, string | AdoptedVswitch>>;
  /** Those of `secondaryCidrs` that the VPC has already. */
  readonly secondaryCidrs?: readonly string[];
  /** Id of the IPv6 gateway, `ipv6gw-...`. */
  readonly ipv6Gateway?: string;
}

export interface NetworkProps {
  /**
   * Zone ids of the stack's region, such as `cn-hangzhou-h`: two or more, one is enough with `protection: 'sandbox'`.
   * Adding a zone adds its vSwitches and moves nothing; removing one destroys its vSwitches, which must be empty. With
   * `previousPlan` they stay until they are taken out of that plan, and node pools leave the zone first.
   */
  readonly zones: readonly string[];
  /**
   * The VPC's IPv4 range, /8 to /28, /19 or shorter for all purposes. Cannot be changed on a living VPC: choose one that
   * meets nothing you may want to connect.
   * @default "10.0.0.0/16"
   */
  readonly vpcCidr?: string;
  /**
   * Further ranges of the VPC, in the order in which they were added; used when the first is full. Adding one at the end
   * moves nothing.
   * @default none
   */
  readonly secondaryCidrs?: readonly string[];
  /**
   * How Pods get their addresses. Changing it replaces the clusters.
   * @default PodNetwork.terway()
   */
  readonly podNetwork?: PodNetworkAsk;
  /**
   * Range of Kubernetes Services, one address each, /16 to /24, outside everything else. Changing it replaces the clusters.
   * @default "172.21.0.0/20", or "192.168.0.0/20" when the VPC meets 172.16.0.0/12 - 4096 Services
   */
  readonly serviceCidr?: string;
  /**
   * Addresses needed in each zone, by purpose: `{ nodes: 250, pods: 4000 }`. More than the first vSwitch holds adds a
   * second one beside it.
   * @default one vSwitch for each zone and purpose, whatever its size
   */
  readonly perZone?: Readonly<Partial<Record<Purpose, number>>>;
  /** Flannel: nodes that the Pod range must have room for. @default not checked */
  readonly maxNodes?: number;
  /**
   * What the vSwitches are for. Adding a purpose moves nothing.
   * @default nodes, pods, eci and data; without pods with Flannel
   */
  readonly purposes?: readonly Purpose[];
  /**
   * Ranges that are taken: other clusters' Pods, peers, on-premises networks. The plan refuses to meet them.
   * @default none
   */
  readonly reserved?: readonly (string | ReservedRange)[];
  /**
   * The plan of a living network, as `network.describe({ format: 'json' })` prints it. Every range of it is kept, and what
   * no longer fits is refused.
   * @default planned anew; the same props give the same plan
   */
  readonly previousPlan?: CidrPlanData;
  /**
   * IPv6 beside IPv4: a /56 for the VPC, a /64 for each vSwitch, and an IPv6 gateway, free of charge until an address is
   * given bandwidth. On a living network turned on in place, the VPC first (`terraform apply -target=<its address>`),
   * since rules of security groups need the range that the cloud chooses; leaving it out later turns nothing off.
   * @default false
   */
  readonly ipv6?: boolean;
  /**
   * How the network reaches the internet. Changed in place.
   * @default Egress.nat() - a NAT gateway with two public addresses for nodes, Pods and ECI, which costs by the hour and by traffic
   */
  readonly egress?: EgressData;
  /** Name of the VPC, 2 to 128 characters. Changed in place. @default from the stack and the path */
  readonly name?: string;
  /**
   * Takes over an existing VPC at the next apply, or a VPC with vSwitches. Its `vpcCidr` must be the one it has. Import id:
   * the VPC's id, `vpc-...`.
   * @default everything is created
   */
  readonly adopt?: string | NetworkAdoption;
}

/** What a network does when a prop is left out; see also `CIDR_DEFAULTS` for the ranges. */
export const NETWORK_DEFAULTS = Object.freeze({
  ipv6: false,
  egress: Egress.nat(),
});

/** Props with every default filled in. */
export type ResolvedNetwork = NetworkProps & Required<Pick<NetworkProps, 'ipv6' | 'egress'>>;

/** What the planner is asked. */
export function askOf(p: NetworkProps, region: string): CidrAsk {
  return {
    region,
    zones: p.zones,
    vpc: p.vpcCidr,
    secondary: p.secondaryCidrs,
    podNetwork: p.podNetwork,
    serviceCidr: p.serviceCidr,
    perZone: p.perZone,
    maxNodes: p.maxNodes,
    purposes: p.purposes,
    reserved: p.reserved,
  };
}

/** What to adopt, in its long form. */
export function networkAdoption(adopt: NetworkProps['adopt']): NetworkAdoption | undefined {
  return typeof adopt === 'string' ? { vpc: adopt } : adopt;
}
