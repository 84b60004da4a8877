import { quote, type Problem } from '../../core/errors';
import type { ContainerData, PodData, VolumeData } from '../../core/pod';
import type { EciUse } from '../../core/workload';
import { ECI_PREFIX } from './eci-annotations';
import { spotTooSmall, SPOT_VCPU } from './eci-problems';
import { describeSize, eciAsk, eciSize, type EciSize } from './eci-size';

/** A workload as far as ECI cares. */
export interface Fitting {
  readonly workloadName: string;
  readonly eci: EciUse;
  readonly pod: { readonly data: PodData };
}

/** Most containers of a Pod on ECI. */
const MAX_CONTAINERS = 20;
const HOST = 'kubernetes.io/hostname';
/** Address of the DNS cache on nodes. */
const NODE_DNS = '169.254.20.10';

/** Everything for which ECI would refuse the Pods of a workload, or which would never work there. */
export function fitProblems(workload: Fitting): Problem[] {
  const { pod, eci } = workload;
  return eci === 'never'
    ? unusedProblems(workload)
    : [
        ...unsupported(workload, pod.data),
        ...spreadProblems(workload, pod.data),
        ...tooLarge(workload, pod.data),
        ...spotProblems(pod.data),
      ];
}

/** Annotations of ECI on Pods that never get there say what is not so. */
function unusedProblems({ pod, workloadName }: Fitting): Problem[] {
  const keys = Object.keys(pod.data.annotations).filter((key) => key.startsWith(`${ECI_PREFIX}eci-`));
  const what = `Pods of "${workloadName}" never land on ECI and have ${keys.join(', ')}`;
  return keys.length === 0
    ? []
    : [{ code: 'eci-unused', what, value: keys[0], fix: 'call burst(...) for the workload, or leave eci out' }];
}

function unsupported({ workloadName }: Fitting, data: PodData): Problem[] {
  const problem = (has: string, value: unknown, fix: string): Problem => ({
    code: 'eci-unsupported',
    what: `Pods of "${workloadName}" can land on ECI and have ${has}, which ECI does not run`,
    value,
    fix,
  });
  const all = [...data.containers, ...data.initContainers];
  const count = `${all.length} containers; at most ${MAX_CONTAINERS}`;
  return [
    ...data.volumes
      .filter(isHostPath)
      .map(({ name }) => problem(`the volume ${quote(name)} of a node’s disk`, name, 'mount a claim, or an emptyDir')),
    ...(data.hostNetwork ? [problem('the network of the node', true, 'leave hostNetwork out')] : []),
    ...all
      .filter(({ security }) => security.privileged)
      .map(({ name }) => problem(`the privileged container ${quote(name)}`, name, 'name the capabilities it needs')),
    ...(all.length > MAX_CONTAINERS ? [problem(count, all.length, 'divide the Pod')] : []),
    ...(data.dns?.nameservers?.includes(NODE_DNS)
      ? [problem(`the DNS cache of nodes, ${NODE_DNS}`, NODE_DNS, 'leave dns out: Pods then ask the cluster’s DNS')]
      : []),
  ];
}

function isHostPath({ source }: VolumeData): boolean {
  return source.kind === 'host-path';
}

/** One virtual node stands for a zone, so Pods cannot keep apart by its name. With everything there nothing is heard. */
function spreadProblems({ workloadName }: Fitting, data: PodData): Problem[] {
  const hard = data.spread.filter((one) => one.topologyKey === HOST && one.whenUnsatisfiable === 'DoNotSchedule');
  const what = `Pods of "${workloadName}" must keep apart by ${HOST}; on ECI that is one name for a whole zone, so at most a few could ever start`;
  const fix = 'spread over "topology.kubernetes.io/zone", or write ScheduleAnyway';
  return hard.length === 0 ? [] : [{ code: 'eci-spread', what, value: HOST, fix }];
}

/** The size of a Pod on ECI, and what it asks for; `undefined` where something else says the size, or nothing is known. */
function sizeOnEci(data: PodData): { readonly ask: EciSize; readonly size?: EciSize } | undefined {
  const said = data.annotations[`${ECI_PREFIX}eci-use-specs`] !== undefined;
  const ask = said ? undefined : eciAsk(data);
  return ask && { ask, size: eciSize(ask) };
}

function tooLarge({ workloadName }: Fitting, data: PodData): Problem[] {
  const sized = sizeOnEci(data);
  if (sized === undefined || sized.size) {
    return [];
  }
  const what = `Pods of "${workloadName}" ask for ${describeSize(sized.ask)} in all; ECI has no size that large`;
  return [{ code: 'eci-too-large', what, value: describeSize(sized.ask), fix: 'ask for less, or divide the Pod' }];
}

function spotProblems(data: PodData): Problem[] {
  const size = data.annotations[`${ECI_PREFIX}eci-spot-strategy`] === undefined ? undefined : sizeOnEci(data)?.size;
  return size && size.vcpu < SPOT_VCPU ? [spotTooSmall(describeSize(size))] : [];
}

/** What to say about a Pod that ECI makes larger; `undefined` when it has just the size that was asked for. */
export function roundedText({ workloadName, pod }: Fitting): string | undefined {
  const sized = sizeOnEci(pod.data);
  if (sized?.size === undefined || same(sized.ask, sized.size)) {
    return undefined;
  }
  const asks = pod.data.containers.length > 1 ? ` (${pod.data.containers.map(named).join(', ')})` : '';
  return `Pods of "${workloadName}" ask for ${describeSize(sized.ask)}${asks}; on ECI each becomes ${describeSize(sized.size)} and is billed so: ask for just that, or write eci.sizes`;
}

function named({ name }: ContainerData): string {
  return name;
}

function same(a: EciSize, b: EciSize): boolean {
  return a.vcpu === b.vcpu && a.memoryGib === b.memoryGib;
}
