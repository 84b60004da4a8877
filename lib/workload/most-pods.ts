import { mostReplicas, surgeOf } from './scaling/most-pods';
import type { ScaleData } from './scaling/scale';
import type { UpdateData } from './update';

/** The most Pods that there are at once: a rolling update adds some before old ones go. */
export function mostPods(scale: ScaleData, update: UpdateData): number {
  const replicas = mostReplicas(scale);
  return replicas + surgeOf(update, replicas);
}
