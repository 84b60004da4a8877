import type { IConnectable } from '../core/connections';
import { reject } from '../core/errors';
import type { INetwork } from '../core/network';
import { NETWORK_FORM } from '../core/seam-forms';

/** A peer that is no construct: ranges, a prefix list, everybody. Create one with {@link Peer}. */
export interface PeerData extends IConnectable {
  /** Names the rules of ranges that only Terraform knows. */
  readonly name?: string;
  /** Id of a prefix list, `pl-...`. */
  readonly prefixListId?: string;
  /** Why every address may come in; shown as the rule's description. */
  readonly because?: string;
}

/** Peers of a rule, beside security groups and whatever else has one. */
export const Peer = Object.freeze({
  /**
   * An IPv4 range: `10.8.0.0/16`, or `203.0.113.7/32` for one address.
   * @param name needed only for a range that Terraform computes: it becomes part of the rule's address
   */
  cidr: (range: string, name?: string): PeerData => Object.freeze({ ranges: Object.freeze([range]), name }),
  /** An IPv6 range. */
  ipv6Cidr: (range: string, name?: string): PeerData =>
    Object.freeze({ ranges: Object.freeze([]), ipv6Ranges: Object.freeze([range]), name }),
  /** A prefix list by its id, `pl-...`. */
  prefixList: (prefixListId: string): PeerData => Object.freeze({ ranges: Object.freeze([]), prefixListId }),
  /**
   * Everything in a network: the VPC's ranges, and with Flannel the Pods.
   * @param podCidr Flannel's range when the cluster has another one than its network
   */
  network: (network: INetwork, podCidr?: string): PeerData => {
    reject('Peer.network', NETWORK_FORM('network', network));
    return Object.freeze({
      ranges: Object.freeze([...network.cidrs, ...podRanges(network, podCidr)]),
      ipv6Ranges: Object.freeze(network.ipv6Cidr === undefined ? [] : [network.ipv6Cidr]),
      name: 'network',
    });
  },
  /** Every IPv4 address of the internet. Say why: the reason becomes the rule's description. */
  anywhere: (reason: { readonly because: string }): PeerData =>
    Object.freeze({ ranges: Object.freeze(['0.0.0.0/0']), because: reason?.because }),
});

/** The range of Pods that have none of the VPC. */
export function podRanges({ podNetwork }: INetwork, podCidr?: string): readonly string[] {
  return podNetwork.kind === 'flannel' ? [podCidr ?? podNetwork.podCidr] : [];
}
