import { ECS_FAMILIES, type EcsFamily } from '../../cluster/sizing/ecs-families';
import { SIZING_DEFAULTS } from '../../cluster/sizing/node-ask';
import { nodeShapes } from '../../cluster/sizing/node-shapes';
import type { Amount } from '../../cluster/sizing/packing';
import type { WantedNodes } from '../../cluster/sizing/read-node-ask';
import { quantityOf } from '../../core/quantity';

/** What the room of a node depends on besides its type. */
export interface RoomAsk {
  readonly podNetwork: 'terway' | 'flannel';
  /** Flannel: mask of a node's part of the Pod range. */
  readonly nodeMask?: number;
  readonly maxPods?: number;
  readonly kubeReserved?: Readonly<Record<string, string>>;
  readonly systemReserved?: Readonly<Record<string, string>>;
}

/** Room for workloads on a node of the smallest of the types; `undefined` when the figures of one are not known. */
export function roomOf(types: readonly string[], ask: RoomAsk): Amount | undefined {
  const rooms = types.map((type) => roomOfType(type, ask));
  if (rooms.length === 0 || rooms.some((room) => room === undefined)) {
    return undefined;
  }
  const least = (of: keyof Amount) => Math.min(...rooms.map((room) => room![of]));
  return { cpu: least('cpu'), memory: least('memory'), pods: least('pods') };
}

function roomOfType(type: string, ask: RoomAsk): Amount | undefined {
  const [, family, size] = /^ecs\.([a-z0-9-]+)\.(\w+)$/.exec(type) ?? [];
  const row = Object.hasOwn(ECS_FAMILIES, family ?? '')
    ? ECS_FAMILIES[family as EcsFamily].sizes.find(([name]) => name === size)
    : undefined;
  const shapes = row === undefined ? [] : nodeShapes(wanted(family as EcsFamily, row[1], ask));
  return shapes.find(({ instanceTypes }) => instanceTypes.includes(type))?.room;
}

function wanted(family: EcsFamily, maxVcpu: number, ask: RoomAsk): WantedNodes {
  const { daemonSets, systemReserved, evictionMemory, nodeMask } = SIZING_DEFAULTS;
  return {
    workloads: [],
    zones: [],
    survives: 'nothing',
    podNetwork: { kind: ask.podNetwork },
    nodeMask: ask.nodeMask ?? nodeMask,
    architecture: 'x86',
    families: [family],
    maxVcpu,
    sparePercent: 0,
    daemonSets: { ...reserve(daemonSets)!, pods: daemonSets.pods },
    systemReserved: reserve(ask.systemReserved) ?? reserve(systemReserved)!,
    kubeReserved: reserve(ask.kubeReserved),
    evictionMemory: quantityOf(evictionMemory)!,
    maxPods: ask.maxPods,
    kubelet: {},
  };
}

function reserve(
  said: { readonly cpu?: string; readonly memory?: string } | undefined,
): Omit<Amount, 'pods'> | undefined {
  return said?.cpu && said.memory
    ? { cpu: (quantityOf(said.cpu) ?? 0) * 1000, memory: quantityOf(said.memory) ?? 0 }
    : undefined;
}
