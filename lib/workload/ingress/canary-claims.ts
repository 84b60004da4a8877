import type { IngressKind, IngressPath } from '../../core/ingress';

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

/**
 * Paths of a canary: those of the Service that it stands in for. On ALB a rule with a header or a cookie is read before all of
 * its Ingress, so that there it has the other paths, too, which lead where they led: `/` would take requests for `/static` away.
 */
export function canaryClaims(claims: readonly IngressPath[], canary: CanaryClaims): readonly IngressPath[] {
  const { kind, by, to, insteadOf, paths } = canary;
  const swapped = (claim: IngressPath) =>
    (insteadOf === undefined || claim.serviceName === insteadOf) && (paths?.includes(claim.path) ?? true);
  // What stands in for one Service has its ports.
  const portOf = ({ port }: IngressPath) => (insteadOf === undefined ? to.port : port);
  const whole = kind === 'alb' && insteadOf !== undefined && !('canary-weight' in by);
  return claims
    .filter((claim) => whole || swapped(claim))
    .map((claim) => (swapped(claim) ? { ...claim, serviceName: to.serviceName, port: portOf(claim) } : claim));
}
