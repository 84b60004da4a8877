import type { IConnectable, ISecurityGroup } from '../core/connections';
import { clientRanges } from '../cluster/client-ranges';
import { podRanges } from '../network/peer';
import type { ICluster } from '../core/cluster';
import type { IWorkload } from '../core/workload';
import { quote, reject, type Problem } from '../core/errors';
import { PEER_FORM } from '../core/seam-forms';
import type { IConstruct } from 'constructs';

/** Most security groups on the allow list of an RDS instance. */
const MAX_GROUPS = 3;

/** Who reaches an instance: members of groups and addresses in ranges, each once. */
export class AllowList {
  private readonly groups = new Map<string, ISecurityGroup>();
  private readonly addresses = new Set<string>();

  constructor(private readonly owner: IConstruct) {}

  /** Adds a peer by its group where it has one, by its ranges otherwise. */
  add(peer: IConnectable): void {
    reject(this.owner, PEER_FORM('peer', peer));
    reject(this.owner, this.problemsWith(peer));
    if (peer.securityGroup) {
      this.groups.set(peer.securityGroup.node.path, peer.securityGroup);
    } else {
      peer.ranges.forEach((range) => this.addresses.add(range));
    }
  }

  /** Ids of the groups, in the order of their paths. */
  get securityGroupIds(): string[] {
    return [...this.groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group.securityGroupId);
  }

  /** The ranges, sorted. */
  get ranges(): string[] {
    return [...this.addresses].sort();
  }

  private problemsWith(peer: IConnectable): Problem[] {
    const open = peer.ranges.filter((range) => range.startsWith('0.0.0.0'));
    if (!peer.securityGroup && open.length > 0) {
      const what = `allowFrom ${quote(open[0])} would let every address try passwords`;
      return [{ code: 'rule-open', what, value: open[0], fix: 'name the ranges that need it' }];
    }
    if (!peer.securityGroup && peer.ranges.length === 0) {
      const what = 'allowFrom was given a peer with neither a security group nor a range';
      return [{ code: 'rule-peer', what, value: peer.ranges, fix: 'write allowFrom(Peer.cidr("10.0.0.0/16"))' }];
    }
    const more = peer.securityGroup && !this.groups.has(peer.securityGroup.node.path) ? 1 : 0;
    if (this.groups.size + more <= MAX_GROUPS) {
      return [];
    }
    const what = `a fourth security group, "${peer.securityGroup!.node.path}", for the allow list; RDS takes ${MAX_GROUPS}`;
    return [
      {
        code: 'database-groups',
        what,
        value: this.groups.size + 1,
        fix: 'allow a range instead: allowFrom(Peer.cidr("10.0.0.0/16"))',
      },
    ];
  }
}

/**
 * From where the Pods of a cluster connect: members of its group (nodes, and Pods with Terway) and of the group of its
 * Pods on ECI; where an imported cluster does not name its group, the ranges of the network's vSwitches for nodes, Pods and
 * ECI.
 */
export function podsOf(cluster: ICluster): readonly IConnectable[] {
  const { securityGroup, virtualNode } = cluster;
  // Flannel's Pods keep their own addresses inside the VPC; no group has them.
  const pods = podRanges(cluster.network, cluster.podCidr);
  if (securityGroup) {
    const eci = virtualNode?.securityGroup;
    const groups = eci && eci.node.path !== securityGroup.node.path ? [securityGroup, eci] : [securityGroup];
    return pods.length > 0 ? [...groups, { ranges: pods }] : groups;
  }
  return [{ ranges: clientRanges(cluster) }];
}

/**
 * Lets a workload's Pods out to a database where its namespace lets nothing out: to the vSwitches for data of the cluster's
 * network, or to all of it when it names none.
 */
export function letOut(workload: IWorkload, port: string | number): void {
  const { namespace, cluster } = workload;
  if (namespace.isolation !== 'deny-all') {
    return;
  }
  const data = cluster.network.vswitches('data').map(({ cidr }) => cidr);
  const ranges = data.length > 0 ? data : cluster.network.cidrs;
  [...new Set(ranges)].sort().forEach((range) => namespace.allowTo(range, Number(port)));
}
