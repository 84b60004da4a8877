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

/**
 * The provider's `replicas`: text, and left out where something else than Terraform decides. The number that a schedule
 * starts with is written for the creation, and ignored from then on.
 */
export function replicasText(scale: ScaleData): string | undefined {
  if (scale.kind === 'fixed') {
    return String(scale.replicas);
  }
  return startOf(scale) === undefined ? undefined : String(startOf(scale));
}

/** Attributes of a workload that Terraform leaves alone once it is there. */
export function ignoredOf(scale: ScaleData): { readonly ignoreChanges: string[] } | undefined {
  return startOf(scale) === undefined ? undefined : { ignoreChanges: ['spec[0].replicas'] };
}

function startOf(scale: ScaleData): number | undefined {
  return scale.kind === 'schedule' && scale.over === undefined ? scale.start : undefined;
}
