import type { ScaleData } from './scaling/scale';
import type { UpdateData } from './update';

/** The most Pods that a scale ever asks for. */
export function mostReplicas(scale: ScaleData): number {
  switch (scale.kind) {
    case 'fixed':
      return scale.replicas;
    case 'auto':
      return scale.max;
    case 'schedule':
      return Math.max(...scale.jobs.map(({ replicas }) => replicas), scale.over?.max ?? 0);
  }
}

/** The most Pods that there are at once: a rolling update adds some before old ones go. */
export function mostPods(scale: ScaleData, update: UpdateData): number {
  const replicas = mostReplicas(scale);
  if (update.kind === 'recreate') {
    return replicas;
  }
  const [, percent] = /^(\d+)%$/.exec(String(update.maxSurge)) ?? [];
  const surge = percent === undefined ? Number(update.maxSurge) : Math.ceil((replicas * Number(percent)) / 100);
  return replicas + surge;
}
