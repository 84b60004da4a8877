import { createHash } from 'node:crypto';
import type { IConstruct } from 'constructs';
import { kubernetesName } from '../../core/kubernetes-names';

/** Longest name that helm takes for a release. */
const MAX = 53;

/** The name of a construct's release: its Kubernetes name, cut to what helm takes. */
export function releaseName(construct: IConstruct, above: IConstruct, suffix?: string): string {
  const whole = kubernetesName(construct, above, suffix);
  if (whole.length <= MAX) {
    return whole;
  }
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${whole.slice(0, MAX - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}
