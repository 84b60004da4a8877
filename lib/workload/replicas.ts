import type { ScaleData } from './scaling/scale';

/** The fewest Pods that a scale ever asks for. */
export function fewestReplicas(scale: ScaleData): number {
  switch (scale.kind) {
    case 'fixed':
      return scale.replicas;
    case 'auto':
      return scale.min;
    case 'schedule':
      return Math.min(...scale.jobs.map(({ replicas }) => replicas), ...(scale.over ? [scale.over.min] : []));
  }
}

/** The provider's `replicas`: text, and left out where something else than Terraform decides. */
export function replicasText(scale: ScaleData): string | undefined {
  return scale.kind === 'fixed' ? String(scale.replicas) : undefined;
}
