import type { UpdateData } from '../update';
import type { ScaleData } from './scale';

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

/** Pods beyond the number asked for while a template changes: the surge, rounded up. */
export function surgeOf(update: UpdateData, replicas: number): number {
  if (update.kind === 'recreate') {
    return 0;
  }
  const text = String(update.maxSurge);
  return text.endsWith('%') ? Math.ceil((replicas * Number.parseInt(text, 10)) / 100) : Number(text);
}
