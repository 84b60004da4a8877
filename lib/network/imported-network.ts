import { Construct } from 'constructs';
import { cloudOf } from '../core/cloud';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import {
  egressOf,
  type Dependable,
  type INetwork,
  type PodNetworkData,
  type Purpose,
  type VswitchRef,
} from '../core/network';
import type { PodNetworkAsk } from './cidr-ask';
import { readNetwork } from './imported-network-problems';
import { NETWORK_ATTRIBUTES_FORMS } from './network-forms';

/** What to say about a network that exists already. */
export interface NetworkAttributes {
  /** Id of the VPC, `vpc-...`. */
  readonly vpcId: string;
  /** Region id. @default the stack's region */
  readonly region?: string;
  /** The VPC's IPv4 ranges, the primary one first. */
  readonly cidrs: readonly string[];
  /** Its vSwitches that may be used, each with zone, purpose and range. One vSwitch may be listed for one purpose only. */
  readonly vswitches: readonly VswitchRef[];
  /** How Pods get their addresses. @default PodNetwork.terway() */
  readonly podNetwork?: PodNetworkAsk;
  /**
   * Range for Kubernetes Services, outside the VPC and the Pod range.
   * @default "172.21.0.0/20", or "192.168.0.0/20" when the VPC meets 172.16.0.0/12
   */
  readonly serviceCidr?: string;
  /** Whether the VPC and all listed vSwitches carry IPv6. @default false */
  readonly ipv6?: boolean;
  /** The VPC's IPv6 range, for rules of security groups. @default no rule lets IPv6 in */
  readonly ipv6Cidr?: string;
  /** Whether the listed vSwitches reach the internet already. @default false - add a `NatGateway`, or go without */
  readonly internet?: boolean;
}

/** A network that something else manages. Creates nothing; what is added to it is created where it was imported. */
export class ImportedNetwork extends Construct implements INetwork {
  readonly vpcId: string;
  readonly region: string;
  readonly cidrs: readonly string[];
  readonly zones: readonly string[];
  readonly podNetwork: PodNetworkData;
  readonly serviceCidr: string;
  readonly ipv6: boolean;
  readonly ipv6Cidr?: string;
  private readonly refs: readonly VswitchRef[];
  private readonly wayOut: boolean;

  constructor(scope: Construct, id: string, attributes: NetworkAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, NETWORK_ATTRIBUTES_FORMS));
    const { problems, podNetwork, serviceCidr, region } = readNetwork(attributes, cloudOf(this));
    reject(this, problems);
    this.vpcId = attributes.vpcId;
    this.region = region;
    this.cidrs = Object.freeze([...attributes.cidrs]);
    this.podNetwork = podNetwork!;
    this.serviceCidr = serviceCidr!;
    this.ipv6 = attributes.ipv6 ?? false;
    this.ipv6Cidr = attributes.ipv6Cidr;
    this.wayOut = attributes.internet ?? false;
    this.refs = Object.freeze(
      attributes.vswitches.map(({ vswitchId, zone, purpose, cidr }) =>
        Object.freeze({ vswitchId, zone, purpose, cidr }),
      ),
    );
    this.zones = Object.freeze([...new Set(this.refs.map(({ zone }) => zone))].sort());
  }

  get egress(): readonly Dependable[] {
    return egressOf(this);
  }

  get internet(): boolean {
    return this.wayOut || this.egress.length > 0;
  }

  vswitches(purpose: Purpose): readonly VswitchRef[] {
    return this.refs.filter((vswitch) => vswitch.purpose === purpose);
  }
}
