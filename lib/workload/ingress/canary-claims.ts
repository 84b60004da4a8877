import type { IngressKind, IngressPath } from '../../core/ingress';
import { meet } from './ingress-order';

/** Which paths a canary takes, and what answers them. */
export interface CanaryClaims {
  readonly kind: IngressKind;
  /** Its rules, by key without prefix. */
  readonly by: Readonly<Record<string, string>>;
  readonly to: { readonly serviceName: string; readonly port: number };
  /** The Service whose paths it takes; those of all when left out. */
  readonly insteadOf?: string;
  /** Only these paths; all when left out. */
  readonly paths?: readonly string[];
}

/** A path of a canary. */
export interface CanaryPath extends IngressPath {
  /** Whether the canary answers it; otherwise it leads where it led. */
  readonly taken: boolean;
}

/** Whether a canary is read before all of its Ingress: on ALB, with a header or a cookie. A weight changes the rules that are there. */
export function isReadFirst(kind: IngressKind, by: CanaryClaims['by']): boolean {
  return kind === 'alb' && !('canary-weight' in by);
}

/**
 * Paths of a canary: those of the Service that it stands in for. On ALB a rule with a header or a cookie is read before all of
 * its Ingress, so that there it has the more special paths of others, too, which lead where they led: `/` would take requests
 * for `/static` away.
 */
export function canaryClaims(claims: readonly IngressPath[], canary: CanaryClaims): readonly CanaryPath[] {
  const { kind, by, to, insteadOf, paths } = canary;
  const isTaken = (claim: IngressPath) =>
    (insteadOf === undefined || claim.serviceName === insteadOf) && (paths?.includes(claim.path) ?? true);
  // What stands in for one Service has its ports.
  const portOf = ({ port }: IngressPath) => (insteadOf === undefined ? to.port : port);
  const isHidden = (claim: IngressPath, index: number) =>
    isReadFirst(kind, by) && claims.slice(index).some((later) => isTaken(later) && meet(later, claim));
  return claims
    .filter((claim, index) => isTaken(claim) || isHidden(claim, index))
    .map((claim) => ({ ...claim, taken: isTaken(claim) }))
    .map((claim) => (claim.taken ? { ...claim, serviceName: to.serviceName, port: portOf(claim) } : claim));
}
