import type { IConstruct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import type { Problem } from '../../core/errors';
import { addTreeCheck, byKey, perTree } from '../../core/tree';
import { isWorkload, type IWorkload } from '../../core/workload';
import { eciRoom, eciVswitches, totalRoom } from '../../cluster/nodes/virtual-node-room';
import { eciPurpose } from '../../cluster/serverless-zones';
import { claimProblems, chartProblems, daemonProblems, nodePortProblems, usesNodeDnsCache } from './eci-around';
import { eciDemandOf } from './eci-demand';
import { fitProblems, roundedText } from './eci-fit';
import { roomProblems, surgeText } from './eci-room';
import { warnOnce } from './warn-once';

const WATCHED = Symbol.for('alicloud-constructs/eciWatched');
type Watched = { [WATCHED]?: true };

/**
 * Has every workload of a cluster held against what ECI runs, once the tree is complete: whatever was added to its Pods,
 * and by whom. Called for each stack of workloads; the cluster is looked at once.
 */
export function watchEci(cluster: ICluster): void {
  if (!(cluster as Watched)[WATCHED]) {
    Object.defineProperty(cluster, WATCHED, { value: true });
    addTreeCheck(cluster, (all) => eciProblems(cluster, all));
  }
}

function eciProblems(cluster: ICluster, all: readonly IConstruct[]): Problem[] {
  const own = workloadsOf(all).get(cluster) ?? [];
  const there = own.filter(({ eci }) => eci !== 'never');
  there.forEach(say);
  return [
    ...own.flatMap((workload) => at(workload, fitProblems(workload))),
    ...there.flatMap((workload) => at(workload, claimProblems(workload, all))),
    ...there.flatMap((workload) => at(workload, nodePortProblems(workload, all))),
    ...daemonProblems(cluster, all),
    ...chartProblems(cluster, all),
    ...addressProblems(cluster, there),
  ];
}

/** Workloads by their cluster. */
const workloadsOf = perTree((all) => byKey(all.filter(isWorkload), ({ cluster }: IWorkload) => cluster));

function at({ node }: IWorkload, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: problem.path ?? node.path }));
}

function say(workload: IWorkload): void {
  const rounded = roundedText(workload);
  if (rounded !== undefined) {
    warnOnce(workload, 'eci-rounded', rounded);
  }
  if (usesNodeDnsCache(workload)) {
    const text = `Pods of "${workload.workloadName}" can land on ECI and are in a namespace whose Pods ask the DNS cache of their node, which ECI does not have: every name then takes a timeout first; write dns: PodDns.cluster({ nodeCache: false })`;
    warnOnce(workload, 'eci-dns-cache', text);
  }
}

function addressProblems(cluster: ICluster, there: readonly IWorkload[]): Problem[] {
  const { network, virtualNode } = cluster;
  const vswitches = virtualNode?.vswitches ?? eciVswitches(network.vswitches(eciPurpose(network)), network.zones);
  const room = totalRoom(eciRoom(vswitches));
  const askers = there.map((workload) => ({ path: workload.node.path, ...eciDemandOf(workload) }));
  if (room === undefined || vswitches.length === 0) {
    return [];
  }
  const problems = roomProblems(askers, room, cluster.node.path);
  const text = problems.length > 0 ? undefined : surgeText(askers, room, cluster.node.path);
  if (text !== undefined) {
    warnOnce(cluster, 'eci-addresses-surge', text);
  }
  return problems;
}
