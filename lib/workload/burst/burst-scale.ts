import type { IConstruct } from 'constructs';
import { warn } from '../../core/warnings';
import { mostReplicas } from '../scaling/most-pods';
import { fewestReplicas } from '../replicas';
import type { ScaleData } from '../scaling/scale';
import type { BurstData } from './burst';

/** Pods that a burst keeps on nodes, of so many; 0 where nodes have no share that is certain. */
export function onNodes(burst: BurstData | undefined, pods: number): number {
  const share = burst?.kind === 'after-ecs' ? burst.pods : burst?.kind === 'workload-spread' ? burst.onNodes : 0;
  const count = typeof share === 'string' ? Math.ceil((pods * Number.parseInt(share, 10)) / 100) : share;
  return Math.min(count, pods);
}

/** Warns where the number on nodes and the limits of the scale do not fit. */
export function compareScale(workload: IConstruct, burst: BurstData, scale: ScaleData): void {
  const count = burst.kind === 'after-ecs' ? burst.pods : burst.kind === 'workload-spread' ? burst.onNodes : undefined;
  if (typeof count !== 'number') {
    return;
  }
  const [fewest, most] = [fewestReplicas(scale), mostReplicas(scale)];
  if (fewest > count) {
    const text = `${count} Pods stay on nodes and there are never fewer than ${fewest}: ${fewest - count} are always on ECI, where they cost more than on nodes: write ${fewest} for the burst, or lower the least of the scale`;
    warn(workload, 'burst-always', text);
  } else if (most <= count) {
    const text = `${count} Pods stay on nodes and there are never more than ${most}: only an update, or nodes without room, would bring any to ECI: lower the number of the burst, or raise the most of the scale`;
    warn(workload, 'burst-never', text);
  }
}
