import { Construct } from 'constructs';
import { cloudOf } from '../../lib/core/cloud';
import type { Dependable, INetwork, PodNetworkData, Purpose, VswitchRef } from '../../lib/core/network';

/** What a test may say about the network around a cluster. */
export interface ExistingNetworkProps {
  readonly zones?: readonly string[];
  /** Zones with a vSwitch for Pods; all of them unless said. */
  readonly podZones?: readonly string[];
  readonly podNetwork?: PodNetworkData;
  readonly egress?: readonly Dependable[];
  readonly ipv6?: boolean;
  readonly region?: string;
  readonly vpcCidr?: string;
  readonly nodeMask?: number;
}

/** Letters of zones, so that each has a vSwitch range of its own whatever the others are. */
const LETTERS = 'abcdefghijklmnop';

/** A network of constants, so that tests of clusters assert the cluster and not the network. */
export class AnExistingNetwork extends Construct implements INetwork {
  readonly vpcId = 'vpc-shop';
  readonly region: string;
  readonly cidrs: readonly string[];
  readonly zones: readonly string[];
  readonly podNetwork: PodNetworkData;
  readonly serviceCidr = '172.21.0.0/20';
  readonly ipv6: boolean;
  readonly egress: Dependable[];
  private readonly podZones: readonly string[];
  private readonly nodeMask: number;

  constructor(scope: Construct, props: ExistingNetworkProps = {}) {
    super(scope, 'network');
    this.region = props.region ?? cloudOf(this).region;
    this.cidrs = [props.vpcCidr ?? '10.0.0.0/8'];
    this.zones = props.zones ?? ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
    this.podNetwork = props.podNetwork ?? { kind: 'terway' };
    this.ipv6 = props.ipv6 ?? false;
    this.egress = props.egress
      ? [...props.egress]
      : [{ fqn: 'alicloud_snat_entry.nodes-h' }, { fqn: 'alicloud_snat_entry.nodes-i' }];
    this.podZones = props.podZones ?? this.zones;
    this.nodeMask = props.nodeMask ?? 20;
  }

  vswitches(purpose: Purpose): readonly VswitchRef[] {
    if (purpose === 'pods' && this.podNetwork.kind === 'flannel') {
      return [];
    }
    const zones = purpose === 'pods' ? this.podZones : this.zones;
    return zones.map((zone) => {
      const letter = zone.slice(-1);
      const block = LETTERS.indexOf(letter);
      const cidr = purpose === 'nodes' ? `10.${block}.0.0/${this.nodeMask}` : `10.${100 + block}.0.0/19`;
      return { vswitchId: `vsw-${purpose}${letter}`, zone, purpose, cidr };
    });
  }
}

/** Flannel with room for 256 nodes. */
export const FLANNEL: PodNetworkData = { kind: 'flannel', podCidr: '172.20.0.0/16', nodeMask: 24 };
