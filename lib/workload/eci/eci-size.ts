import type { ContainerData, PodData } from '../../core/pod';
import { quantityOf } from '../../core/quantity';

/** Cores and memory of a Pod on ECI. */
export interface EciSize {
  readonly vcpu: number;
  readonly memoryGib: number;
}

/**
 * The sizes that ECI sells in every region, of June 2026: memory in GiB by vCPU. Some regions have sizes between these,
 * so the bill can be lower than what follows from them, never higher.
 */
export const ECI_SIZES: readonly { readonly vcpu: number; readonly memoryGib: readonly number[] }[] = Object.freeze(
  [
    { vcpu: 0.25, memoryGib: [0.5, 1] },
    { vcpu: 0.5, memoryGib: [1, 2] },
    { vcpu: 1, memoryGib: [2, 4, 8] },
    { vcpu: 2, memoryGib: [1, 2, 4, 8, 16] },
    { vcpu: 4, memoryGib: [2, 4, 8, 16, 32] },
    { vcpu: 8, memoryGib: [4, 8, 16, 32, 64] },
    { vcpu: 12, memoryGib: [12, 24, 48, 96] },
    { vcpu: 16, memoryGib: [16, 32, 64, 128] },
    { vcpu: 24, memoryGib: [24, 48, 96, 192] },
    { vcpu: 32, memoryGib: [32, 64, 128, 256] },
    { vcpu: 52, memoryGib: [96, 192, 384] },
    { vcpu: 64, memoryGib: [128, 256, 512] },
  ].map((size) => Object.freeze({ ...size, memoryGib: Object.freeze(size.memoryGib) })),
);

/** What a Pod gets whose containers say nothing. */
export const ECI_UNSAID: EciSize = Object.freeze({ vcpu: 2, memoryGib: 4 });

/** Environment variable by which a container is left out of the sum. */
const IGNORED = '__ECI_RESOURCE_IGNORE__';
const GIB = 2 ** 30;

/**
 * The size that ECI makes of an amount, rounded up: the fewest cores that have enough memory beside them, then the least
 * memory. `undefined` when no size is that large.
 */
export function eciSize(asked: EciSize): EciSize | undefined {
  for (const { vcpu, memoryGib } of ECI_SIZES) {
    const memory = vcpu >= asked.vcpu ? memoryGib.find((gib) => gib >= asked.memoryGib) : undefined;
    if (memory !== undefined) {
      return Object.freeze({ vcpu, memoryGib: memory });
    }
  }
  return undefined;
}

/**
 * What a Pod asks ECI for: the sum over its containers, the sidecars' included, or an init container that asks for more.
 * A limit counts before a request; `undefined` when an amount is not known at synth.
 */
export function eciAsk({ containers, initContainers }: Pick<PodData, 'containers' | 'initContainers'>) {
  const counted = containers.filter(({ env }) => env[IGNORED] !== 'TRUE');
  const cpu = larger(counted, initContainers, 'cpu');
  const memory = larger(counted, initContainers, 'memory');
  if (cpu === undefined || memory === undefined) {
    return undefined;
  }
  return cpu === 0 && memory === 0 ? ECI_UNSAID : Object.freeze({ vcpu: cpu, memoryGib: memory / GIB });
}

function larger(containers: readonly ContainerData[], before: readonly ContainerData[], kind: 'cpu' | 'memory') {
  const amounts = containers.map((container) => amountOf(container, kind));
  const early = before.map((container) => amountOf(container, kind));
  return [...amounts, ...early].some((amount) => amount === undefined)
    ? undefined
    : Math.max(
        amounts.reduce<number>((sum, amount) => sum + amount!, 0),
        ...early.map((amount) => amount!),
      );
}

/** 0 when a container says nothing, `undefined` when it says it with a token. */
function amountOf({ limits, requests }: ContainerData, kind: 'cpu' | 'memory'): number | undefined {
  const text = limits?.[kind] ?? requests?.[kind];
  return text === undefined ? 0 : quantityOf(text);
}

/** A size as ECI writes it: `2-4Gi`. */
export function describeSize({ vcpu, memoryGib }: EciSize): string {
  return `${vcpu}-${memoryGib}Gi`;
}

/** The size that a text such as `2-4Gi` names; `undefined` when it is none that ECI sells everywhere. */
export function sizeNamed(text: string): EciSize | undefined {
  const [, vcpu, memory] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)Gi$/.exec(text) ?? [];
  const row = ECI_SIZES.find((size) => size.vcpu === Number(vcpu));
  return row?.memoryGib.includes(Number(memory)) ? { vcpu: Number(vcpu), memoryGib: Number(memory) } : undefined;
}
