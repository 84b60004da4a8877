import type { PodNetworkAsk } from './cidr-ask';

/** Flannel's choices. */
export interface FlannelOptions {
  /**
   * Range of Pods, outside the VPC. Each node takes a part of it. Changing it replaces the cluster.
   * @default "172.20.0.0/16", or "10.128.0.0/14" when the VPC meets 172.16.0.0/12
   */
  readonly podCidr?: string;
  /**
   * Mask of each node's part, 24 to 28: 24 gives a node 256 addresses, and a /16 Pod range 256 nodes. Changing it
   * replaces the cluster.
   * @default 24
   */
  readonly nodeMask?: number;
}

/** How the Pods of a network's clusters get their addresses. Cannot be changed on a living cluster. */
export const PodNetwork = Object.freeze({
  /**
   * Pods take addresses of the VPC, from vSwitches of their own: the default. NetworkPolicy works, Pods can be reached
   * from the whole VPC and from peers, and no route table entry is used.
   */
  terway: (): PodNetworkAsk => Object.freeze({ kind: 'terway' }),
  /**
   * Pods take addresses of a range outside the VPC, cut into one part for each node. Saves addresses of the VPC; each
   * node takes an entry of the route table, and NetworkPolicy has no engine.
   */
  flannel: (options: FlannelOptions = {}): PodNetworkAsk => Object.freeze({ ...options, kind: 'flannel' }),
});
