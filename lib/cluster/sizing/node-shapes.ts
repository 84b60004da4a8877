import { podsPerNode } from '../../network/cidr-plan';
import { ECS_FAMILIES, type EcsFamily } from './ecs-families';
import type { WantedNodes } from './read-node-ask';
import { fits, type Amount } from './packing';

/** A size of node that several families offer. */
export interface NodeShape {
  readonly instanceTypes: readonly string[];
  readonly vcpu: number;
  readonly memoryGib: number;
  /** Pods that every one of the types can run, DaemonSets included. */
  readonly maxPods: number;
  /** What is left for workloads. */
  readonly room: Amount;
  /** Rough measure of the price: a vCPU counts as nine GiB. */
  readonly weight: number;
}

const GIB = 2 ** 30;
const MIB = 2 ** 20;

/** Most types that a pool takes, and most Pods that the kubelet of a pool can be told to run. */
const MAX_TYPES = 10;
const MAX_PODS = 256;

/** GiB that cost about as much as one vCPU, over the list prices of c, g and r families. */
const GIB_PER_VCPU_PRICE = 9;

/** The sizes that the wanted families offer, smallest first; those without room for any workload are left out. */
export function nodeShapes(wanted: WantedNodes): readonly NodeShape[] {
  const byShape = new Map<string, { family: EcsFamily; size: string; enis: number; perEni: number }[]>();
  for (const family of wanted.families) {
    const { gibPerVcpu, sizes } = ECS_FAMILIES[family];
    for (const [size, vcpu, enis, perEni] of sizes.filter(([, cores]) => cores <= wanted.maxVcpu)) {
      const key = `${vcpu} ${vcpu * gibPerVcpu}`;
      byShape.set(key, [...(byShape.get(key) ?? []), { family, size, enis, perEni }]);
    }
  }
  return [...byShape]
    .map(([key, types]) => {
      const [vcpu, memoryGib] = key.split(' ').map(Number) as [number, number];
      const pods = types.map(({ enis, perEni }) => podsPerNode(enis, perEni));
      const limit = wanted.podNetwork.kind === 'flannel' ? 2 ** (32 - wanted.nodeMask) - 1 : Math.min(...pods);
      const maxPods = Math.min(limit, wanted.maxPods ?? MAX_PODS, MAX_PODS);
      const instanceTypes = types.slice(0, MAX_TYPES).map(({ family, size }) => `ecs.${family}.${size}`);
      const room = roomOf(wanted, vcpu, memoryGib, maxPods);
      return { instanceTypes, vcpu, memoryGib, maxPods, room, weight: GIB_PER_VCPU_PRICE * vcpu + memoryGib };
    })
    .filter(({ room }) => fits({ cpu: 1, memory: 1, pods: 1 }, room))
    .sort((a, b) => a.vcpu - b.vcpu || a.memoryGib - b.memoryGib);
}

/** What a node has left after the kernel, the system, the kubelet, its eviction threshold and the DaemonSets. */
function roomOf(wanted: WantedNodes, vcpu: number, memoryGib: number, maxPods: number): Amount {
  const kube = wanted.kubeReserved ?? { cpu: kubeCpu(vcpu), memory: kubeMemory(memoryGib, maxPods) };
  const { systemReserved: system, daemonSets, evictionMemory } = wanted;
  return {
    cpu: vcpu * 1000 - kube.cpu - system.cpu - daemonSets.cpu,
    memory:
      memoryGib * GIB - kernelMemory(memoryGib) - kube.memory - system.memory - evictionMemory - daemonSets.memory,
    pods: maxPods - daemonSets.pods,
  };
}

/** Memory that Linux does not show of what the type has: 5.5 percent of 8 GiB by ACK's own example, less of more. */
function kernelMemory(memoryGib: number): number {
  return Math.ceil((256 + memoryGib * 25.6) * MIB);
}

/** ACK's reserve from 1.28 on, in thousandths: 6 % of the first core, 1 % of the next, 0.5 % of two more, 0.25 % of the rest. */
function kubeCpu(vcpu: number): number {
  return Math.ceil(60 + 10 + 10 + Math.max(0, vcpu - 4) * 2.5);
}

/** ACK's reserve from 1.28 on: 11 MiB for each Pod and 255 MiB, at most a quarter of the memory. */
function kubeMemory(memoryGib: number, maxPods: number): number {
  return Math.min((11 * maxPods + 255) * MIB, (memoryGib * GIB) / 4);
}
