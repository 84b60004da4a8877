import type { RunningRelease } from './release';

/** How many Pods each set has. */
export interface PodNumbers {
  readonly next: number;
  /** Of the service's own set; absent where its scale decides. */
  readonly stable?: number;
}

/** What the numbers follow from, besides the release. */
export interface StableSet {
  /** The most Pods that the service ever has. */
  readonly most: number;
  readonly image: string;
}

/** Pods that a share of the requests needs, in percent, where all of them need so many. */
export function podsFor(percent: number, all: number): number {
  return Math.ceil((all * percent) / 100);
}

/** Next Pods after a batch: the number itself, or its percentage, rounded up. */
export function batchSize(batch: number | string, all: number): number {
  return typeof batch === 'number' ? batch : podsFor(Number.parseInt(batch, 10), all);
}

/**
 * Both sets before the first batch and after each. The service's own set is one batch behind, so that there are never fewer
 * Pods than it had: whichever of the two Terraform changes first, forwards by one batch or back by any number.
 */
export function batchNumbers(batches: readonly (number | string)[], all: number): readonly Required<PodNumbers>[] {
  const next = [0, ...batches.map((batch) => batchSize(batch, all))];
  return next.map((pods, index) => ({ next: pods, stable: all - (next[index - 1] ?? 0) }));
}

/**
 * How many Pods each set of a release has. A service that has the next image already has all its Pods again, so that the
 * next ones can go.
 */
export function podNumbers(release: RunningRelease, { most, image }: StableSet): PodNumbers {
  switch (release.kind) {
    case 'batches': {
      const numbers = batchNumbers(release.batches, most)[release.done]!;
      return release.image === image ? { next: numbers.next, stable: most } : numbers;
    }
    case 'blue-green':
      return { next: release.pods ?? most };
    case 'canary':
    case 'shadow':
      return { next: release.pods };
  }
}

/** Percent of the requests that go to the next Pods; those that a header or a cookie sends come on top. */
export function shareOf(release: RunningRelease, numbers: PodNumbers): number {
  switch (release.kind) {
    case 'batches':
      return (numbers.next / (numbers.next + numbers.stable!)) * 100;
    case 'canary':
      return release.weight ?? 0;
    case 'blue-green':
      return release.traffic === 'next' ? 100 : 0;
    case 'shadow':
      return 0;
  }
}
