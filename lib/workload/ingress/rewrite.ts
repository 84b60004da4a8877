import type { IngressKind, IngressPath } from '../../core/ingress';
import type { RewriteData } from './ingress-choices';

/** Characters that mean something in a pattern. */
const SPECIAL = /[.+?^$()[\]\\|{}*]/g;

/**
 * A path as the controller is told it. To take a prefix off, both want a pattern whose second group is the rest; nginx takes
 * one only as `ImplementationSpecific`, ALB only as `Prefix`.
 */
export function writtenPath<P extends IngressPath>(kind: IngressKind, claim: P, rewrite: RewriteData | undefined): P {
  const prefix = claim.path.replace(/\/+$/, '');
  if (rewrite?.kind !== 'strip-prefix' || prefix === '') {
    return claim;
  }
  const path = `${prefix.replace(SPECIAL, '\\$&')}(/|$)(.*)`;
  return { ...claim, path, pathType: kind === 'alb' ? 'Prefix' : 'ImplementationSpecific' };
}

/** Keys without their prefix that have the path rewritten, the same for both kinds but for how a group is called. */
export function rewriteKeys(kind: IngressKind, rewrite: RewriteData | undefined): Readonly<Record<string, string>> {
  switch (rewrite?.kind) {
    case undefined:
      return {};
    case 'to':
      return { 'rewrite-target': rewrite.path };
    case 'strip-prefix':
      return { 'use-regex': 'true', 'rewrite-target': kind === 'alb' ? '/${2}' : '/$2' };
  }
}
