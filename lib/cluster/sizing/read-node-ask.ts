import { distinctList, oneOf, wholeNumber } from '../../core/checks';
import { withDefaults } from '../../core/defaults';
import { quote, type Problem } from '../../core/errors';
import { any, formProblems, listOf, needed, object, word, type Forms } from '../../core/forms';
import { quantityOf, quantityProblems } from '../../core/quantity';
import type { PodNetworkAsk } from '../../network/cidr-plan';
import { regionOfZone, zoneProblems } from '../../network/cidr-zone';
import { MIN_VCPU } from '../nodes/instance-types';
import { ECS_FAMILIES, type EcsFamily } from './ecs-families';
import {
  SIZING_DEFAULTS,
  type NodeAsk,
  type NodeOverhead,
  type NodeReserve,
  type Survival,
  type WorkloadAsk,
} from './node-ask';
import type { Amount } from './packing';

/** A workload in thousandths of a core and bytes. */
export interface WantedWorkload {
  readonly name: string;
  readonly replicas: number;
  readonly maxReplicas: number;
  readonly each: Amount;
}

/** Cpu and memory in thousandths of a core and bytes. */
type Reserve = Omit<Amount, 'pods'>;

/** An ask that has been read: every default filled in, every part well-formed by itself. */
export interface WantedNodes {
  /** Sorted by name. */
  readonly workloads: readonly WantedWorkload[];
  /** Sorted. */
  readonly zones: readonly string[];
  readonly survives: Survival;
  readonly podNetwork: PodNetworkAsk;
  readonly nodeMask: number;
  readonly architecture: 'x86' | 'arm';
  readonly families: readonly EcsFamily[];
  readonly maxVcpu: number;
  readonly sparePercent: number;
  readonly daemonSets: Amount;
  readonly systemReserved: Reserve;
  readonly kubeReserved: Reserve | undefined;
  readonly evictionMemory: number;
  readonly maxPods: number | undefined;
  /** What the ask said of the kubelet, to be passed on. */
  readonly kubelet: NodeReserve;
}

const AMOUNTS = object<WorkloadAsk['requests']>({ cpu: needed(word, '"500m"'), memory: needed(word, '"1Gi"') });

const ASK_FORMS: Forms<NodeAsk> = {
  workloads: needed(
    listOf(
      needed(
        object<WorkloadAsk>({
          name: needed(word, '"web"'),
          replicas: needed(any, '3'),
          maxReplicas: any,
          requests: needed(AMOUNTS, '{ cpu: "500m", memory: "1Gi" }'),
        }),
        '{ name: "web", replicas: 3, requests: { cpu: "500m", memory: "1Gi" } }',
      ),
    ),
    '[{ name: "web", replicas: 3, requests: { cpu: "500m", memory: "1Gi" } }]',
  ),
  zones: needed(listOf(any), '["cn-hangzhou-h", "cn-hangzhou-i"]'),
  survives: any,
  podNetwork: object<{ kind: string; podCidr: string; nodeMask: number }>({ kind: any, podCidr: any, nodeMask: any }),
  architecture: any,
  families: listOf(any),
  maxVcpu: any,
  sparePercent: any,
  daemonSets: object<NodeOverhead>({ cpu: word, memory: word, pods: any }),
  kubelet: object<NodeReserve>({ maxPods: any, kubeReserved: AMOUNTS, systemReserved: AMOUNTS }),
};

/** Reads an ask and says everything that is wrong with its parts. */
export function readNodeAsk(ask: NodeAsk): { readonly wanted?: WantedNodes; readonly problems: readonly Problem[] } {
  const forms = formProblems(ask, ASK_FORMS);
  if (forms.length > 0) {
    return { problems: forms };
  }
  const problems = [
    ...workloadsProblems(ask.workloads),
    ...zonesProblems(ask),
    ...familiesProblems(ask),
    ...limitsProblems(ask),
  ];
  return problems.length > 0 ? { problems } : { wanted: wantedOf(ask), problems };
}

function wantedOf(ask: NodeAsk): WantedNodes {
  const { architecture, maxVcpu, sparePercent, kubelet = {}, podNetwork = { kind: 'terway' } } = ask;
  const daemonSets = withDefaults(ask.daemonSets ?? {}, SIZING_DEFAULTS.daemonSets);
  const zones = [...ask.zones].sort();
  const arch = architecture ?? architectureOf(ask.families) ?? SIZING_DEFAULTS.architecture;
  return {
    workloads: ask.workloads.map(workloadOf).sort((a, b) => (a.name < b.name ? -1 : 1)),
    zones,
    survives: ask.survives ?? (zones.length > 1 ? 'zone-loss' : 'node-loss'),
    podNetwork,
    nodeMask: (podNetwork.kind === 'flannel' ? podNetwork.nodeMask : undefined) ?? SIZING_DEFAULTS.nodeMask,
    architecture: arch,
    families: ask.families ?? steadyFamilies(arch),
    maxVcpu: maxVcpu ?? SIZING_DEFAULTS.maxVcpu,
    sparePercent: sparePercent ?? SIZING_DEFAULTS.sparePercent,
    daemonSets: { ...reserveOf(daemonSets), pods: daemonSets.pods },
    systemReserved: reserveOf(kubelet.systemReserved ?? SIZING_DEFAULTS.systemReserved),
    kubeReserved: kubelet.kubeReserved && reserveOf(kubelet.kubeReserved),
    evictionMemory: quantityOf(SIZING_DEFAULTS.evictionMemory)!,
    maxPods: kubelet.maxPods,
    kubelet,
  };
}

function workloadOf({ name, replicas, maxReplicas, requests }: WorkloadAsk): WantedWorkload {
  return { name, replicas, maxReplicas: maxReplicas ?? replicas, each: { ...reserveOf(requests), pods: 1 } };
}

function reserveOf({ cpu, memory }: { readonly cpu: string; readonly memory: string }): Reserve {
  return { cpu: Math.ceil(quantityOf(cpu)! * 1000), memory: Math.ceil(quantityOf(memory)!) };
}

function steadyFamilies(architecture: string): EcsFamily[] {
  return (Object.keys(ECS_FAMILIES) as EcsFamily[]).filter(
    (family) => ECS_FAMILIES[family].steady && ECS_FAMILIES[family].architecture === architecture,
  );
}

function architectureOf(families: readonly EcsFamily[] | undefined): 'x86' | 'arm' | undefined {
  return families?.[0] && ECS_FAMILIES[families[0]].architecture;
}

/** Most replicas of a workload, and Pods of all of them. */
const MAX_REPLICAS = 10_000;
const MAX_PODS = 50_000;

function workloadsProblems(workloads: readonly WorkloadAsk[]): Problem[] {
  const names = distinctList(
    'workloads',
    workloads.map(({ name }) => name),
    '[{ name: "web", ... }]',
  );
  const each = workloads.flatMap(({ replicas, maxReplicas, requests }, index) => {
    const at = `workloads[${index}]`;
    const base = wholeNumber(`${at}.replicas`, replicas ?? null, 0, MAX_REPLICAS, 'Pods');
    return [
      ...base,
      ...wholeNumber(`${at}.maxReplicas`, maxReplicas, base.length > 0 ? 0 : replicas, MAX_REPLICAS, 'Pods'),
      ...amountsProblems(`${at}.requests`, requests),
    ];
  });
  const pods = workloads.reduce((sum, { replicas, maxReplicas }) => sum + (maxReplicas ?? replicas), 0);
  return [...names, ...each, ...(pods > MAX_PODS ? [tooManyPods(pods)] : [])];
}

function tooManyPods(pods: number): Problem {
  const what = `the workloads can come to have ${pods} Pods; one plan is for ${MAX_PODS} at most`;
  return { code: 'sizing-pool-too-large', what, value: pods, fix: 'plan a pool for each part of them' };
}

function zonesProblems({ zones, survives }: NodeAsk): Problem[] {
  const region = zones.map(regionOfZone).find((found) => found !== undefined);
  const each = zones.flatMap((zone, index) => zoneProblems(zone, `zones[${index}]`, region));
  const list = distinctList('zones', zones, '["cn-hangzhou-h", "cn-hangzhou-i"]');
  const kinds = oneOf('survives', survives, ['zone-loss', 'node-loss', 'nothing']);
  if (survives !== 'zone-loss' || zones.length !== 1) {
    return [...list, ...each, ...kinds];
  }
  const what = `survives "zone-loss": the nodes are in one zone, ${quote(zones[0])}`;
  const fix = 'name two zones or more, or write survives: "node-loss"';
  return [...list, ...each, { code: 'choice-conflict', what, value: survives, fix }];
}

function familiesProblems({ families, architecture }: NodeAsk): Problem[] {
  const kinds = oneOf('architecture', architecture, ['x86', 'arm']);
  if (families === undefined) {
    return kinds;
  }
  const known = Object.keys(ECS_FAMILIES);
  const unknown = families.filter((family) => !known.includes(family));
  if (unknown.length > 0 || families.length === 0) {
    return [...kinds, ...distinctList('families', families, '["g8i", "g7"]'), ...unknown.map(unknownFamily)];
  }
  const architectures = new Set([...families.map((family) => ECS_FAMILIES[family].architecture), architecture]);
  architectures.delete(undefined);
  const what = `families ${quote(families)} are not all ${architecture ?? 'of one architecture'}: Arm and x86 need different images`;
  const fix = 'plan a pool for each architecture';
  const mixed: Problem = { code: 'instance-type-mixed', what, value: families, fix };
  return [
    ...kinds,
    ...distinctList('families', families, '["g8i", "g7"]'),
    ...(architectures.size > 1 && kinds.length === 0 ? [mixed] : []),
  ];
}

function unknownFamily(family: unknown): Problem {
  const what = `families ${quote(family)} is not a family with known figures`;
  const fix = `write families out of ${Object.keys(ECS_FAMILIES).join(', ')}`;
  return { code: 'sizing-family-unknown', what, value: family, fix };
}

function limitsProblems({ maxVcpu, sparePercent, daemonSets, kubelet, podNetwork }: NodeAsk): Problem[] {
  return [
    ...wholeNumber('maxVcpu', maxVcpu, MIN_VCPU, 64, 'vCPU'),
    ...wholeNumber('sparePercent', sparePercent, 0, 50, 'percent'),
    ...amountsProblems('daemonSets', daemonSets),
    ...wholeNumber('daemonSets.pods', daemonSets?.pods, 0, 100, 'Pods'),
    ...wholeNumber('kubelet.maxPods', kubelet?.maxPods, 8, 256, 'Pods'),
    ...amountsProblems('kubelet.kubeReserved', kubelet?.kubeReserved),
    ...amountsProblems('kubelet.systemReserved', kubelet?.systemReserved),
    ...oneOf('podNetwork.kind', podNetwork === undefined ? undefined : (podNetwork.kind ?? null), [
      'terway',
      'flannel',
    ]),
    ...wholeNumber('podNetwork.nodeMask', podNetwork?.kind === 'flannel' ? podNetwork.nodeMask : undefined, 24, 28),
  ];
}

function amountsProblems(prop: string, amounts: { readonly cpu?: string; readonly memory?: string } = {}): Problem[] {
  return [
    ...quantityProblems(`${prop}.cpu`, amounts.cpu, '500m'),
    ...quantityProblems(`${prop}.memory`, amounts.memory, '1Gi'),
  ];
}
