import type { Problem } from '../../core/errors';
import type { Choice } from './choose-nodes';
import type { WantedNodes } from './read-node-ask';

/** Why a plan came out so, a sentence each. */
export function reasonsOf(wanted: WantedNodes, choice: Choice): string[] {
  const { shape, base, peak } = choice;
  const pods = wanted.workloads.reduce((sum, { replicas }) => sum + replicas, 0);
  return [
    `${base} nodes of ${shape.vcpu} vCPU and ${shape.memoryGib} GiB hold the ${pods} Pods that always run, for the least money by a rough measure (a vCPU counts as 9 GiB).`,
    lossReason(wanted, base),
    ...(wanted.sparePercent > 0
      ? [
          `${wanted.sparePercent} percent of every node stays free while nothing is lost, for rolling updates and use beyond requests.`,
        ]
      : []),
    podsReason(wanted, choice),
    `${shape.instanceTypes.length} families offer this size, so one may be sold out.`,
    ...(peak > base
      ? [
          `Up to ${peak} nodes hold as many Pods as can come and what is lost with a ${wanted.survives === 'node-loss' ? 'node' : 'zone'}; the autoscaler adds a node once a Pod finds no room, so Pods beyond the base wait for it.`,
        ]
      : []),
  ];
}

function lossReason({ survives, zones }: WantedNodes, base: number): string {
  if (survives === 'nothing') {
    return 'Nothing may be lost: Pods of a node that goes wait for a new one.';
  }
  return survives === 'node-loss'
    ? `With one node away the other ${base - 1} still hold every Pod.`
    : `With one of ${zones.length} zones away the ${base - base / zones.length} nodes of the others still hold every Pod.`;
}

function podsReason({ podNetwork, kubelet, nodeMask, daemonSets }: WantedNodes, { shape }: Choice): string {
  const own = `${daemonSets.pods} of them DaemonSets`;
  if (kubelet.maxPods !== undefined && shape.maxPods === kubelet.maxPods) {
    return `A node runs ${shape.maxPods} Pods, as kubelet.maxPods says, ${own}.`;
  }
  return podNetwork.kind === 'flannel'
    ? `A node runs ${shape.maxPods} Pods, as many as Flannel's /${nodeMask} has addresses, ${own}.`
    : `A node runs ${shape.maxPods} Pods, as many as its network interfaces have addresses for with Terway, ${own}.`;
}

/** What works but will hurt. */
export function warningsOf({ workloads, survives }: WantedNodes, { shape }: Choice): Problem[] {
  const single = workloads.filter(({ replicas }) => replicas === 1);
  const [type] = shape.instanceTypes;
  const few: Problem = {
    code: 'instance-type-few',
    what: `${type} is the only type of its size in the families; when it is sold out no node is made`,
    value: type,
    fix: 'name more families of the same kind',
  };
  return [
    ...(shape.instanceTypes.length === 1 ? [few] : []),
    ...(survives === 'nothing' ? [] : single.map(({ name }) => singleReplica(name))),
  ];
}

function singleReplica(name: string): Problem {
  const what = `workload "${name}" has one replica: the nodes survive a loss, and it is away until it runs elsewhere`;
  return { code: 'sizing-single-replica', what, value: name, fix: 'write replicas: 2 or more, if it can have them' };
}
