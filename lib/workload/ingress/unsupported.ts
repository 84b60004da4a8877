import { quote, type Problem } from '../../core/errors';
import type { IngressKind } from '../../core/ingress';
import type { ServedProps } from './ingress-props';

/** One thing that a kind cannot do: where it would be said, why not, and what to do instead. */
interface Limit {
  readonly prop: string;
  readonly given: (p: ServedProps) => unknown;
  readonly why: string;
  readonly fix: string;
}

const limit = (prop: string, given: Limit['given'], why: string, fix: string): Limit => ({ prop, given, why, fix });

const NO_ALB: readonly Limit[] = Object.freeze([
  limit(
    'maxBodySize',
    (p) => p.maxBodySize,
    'an ALB has no limit for bodies that could be set',
    'leave it out; limit bodies in the application',
  ),
  limit(
    'timeouts',
    (p) => p.timeouts,
    'an ALB waits as long as its listener says, for all Ingresses alike',
    'write requestTimeoutSeconds of IngressListener.https({ ... }) of the class',
  ),
  limit(
    'sticky.cookie',
    (p) => p.sticky?.cookie,
    'the ALB ingress controller sends no name for the cookie, which is SERVERID',
    'leave cookie out',
  ),
  limit(
    'limit.connectionsPerClient',
    (p) => p.limit?.connectionsPerClient,
    'an ALB counts requests, not connections',
    'write limit: { perClientPerSecond: ... }',
  ),
]);

const NO_NGINX: readonly Limit[] = Object.freeze([
  limit(
    'limit.perSecond',
    (p) => p.limit?.perSecond,
    'nginx counts for each client, and each of its Pods for itself',
    'write limit: { perClientPerSecond: ... }, or use a class on ALB',
  ),
  limit(
    'scheduler',
    (p) => (p.scheduler === 'least-connections' ? p.scheduler : undefined),
    'nginx knows only the connections of each of its own Pods',
    'leave it out, or use a class on ALB',
  ),
  limit(
    'health',
    (p) => p.health,
    'nginx asks no Pod itself, it goes by the probes of Kubernetes',
    'leave it out: readiness of the workload decides',
  ),
  limit('order', (p) => p.order, 'nginx takes the longest path that fits, in whichever Ingress it is', 'leave it out'),
  limit('listeners', (p) => p.listeners, 'nginx answers on 80 and 443, for every Ingress', 'leave it out'),
  limit(
    'tls',
    (p) => (p.tls?.kind === 'discovered' ? p.tls.kind : undefined),
    'nginx does not know Certificate Management Service',
    'write tls: IngressTls.secret(secret), or use a class on ALB',
  ),
]);

const LIMITS: Readonly<Record<IngressKind, readonly Limit[]>> = { alb: NO_ALB, nginx: NO_NGINX };
const NAMES: Readonly<Record<IngressKind, string>> = { alb: 'ALB', nginx: 'nginx' };

/** What is asked of a kind of class that it cannot do, each with the reason. */
export function unsupported(kind: IngressKind, p: ServedProps): Problem[] {
  return LIMITS[kind]
    .filter(({ given }) => given(p) !== undefined)
    .map(({ prop, given, why, fix }) => ({
      code: 'ingress-unsupported',
      what: `${prop} ${quote(given(p))} cannot be had on ${NAMES[kind]}: ${why}`,
      value: given(p),
      fix,
    }));
}
