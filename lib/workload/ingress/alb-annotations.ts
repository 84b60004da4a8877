import type { ListeningPort } from '../../core/ingress';
import { IngressHealth, type IngressHealthData } from './ingress-choices';
import type { CorsOptions, IngressSettings } from './ingress-props';
import { annotationsOf, numberText, type Keys } from './keys';
import { rewriteKeys } from './rewrite';

/** Prefix of what the ALB ingress controller reads. */
export const ALB_PREFIX = 'alb.ingress.kubernetes.io/';

/** Where an Ingress is served, and how. */
export interface AlbIngress extends IngressSettings {
  readonly ports: readonly Pick<ListeningPort, 'port' | 'protocol'>[];
  readonly redirectToHttps: boolean;
  readonly order?: number;
}

const SCHEDULERS = { 'round-robin': undefined, 'least-connections': 'wlc', 'client-address': 'sch' } as const;

/** Annotations of an Ingress on ALB, by key. */
export function albAnnotations(ingress: AlbIngress): Readonly<Record<string, string>> {
  return annotationsOf(ALB_PREFIX, {
    // Left out, the controller guesses ports from hosts and TLS.
    'listen-ports': JSON.stringify(ingress.ports.map(({ port, protocol }) => ({ [protocol]: port }))),
    'ssl-redirect': ingress.redirectToHttps ? 'true' : undefined,
    order: numberText(ingress.order),
    'backend-protocol': ingress.backendProtocol === 'http' ? undefined : ingress.backendProtocol,
    'backend-scheduler': SCHEDULERS[ingress.scheduler ?? 'round-robin'],
    ...stickyKeys(ingress),
    ...rewriteKeys('alb', ingress.rewrite),
    'traffic-limit-qps': numberText(ingress.limit?.perSecond),
    'traffic-limit-ip-qps': numberText(ingress.limit?.perClientPerSecond),
    ...(ingress.cors ? corsKeys(ingress.cors) : {}),
    ...healthKeys(ingress.health ?? IngressHealth.tcp()),
  });
}

function stickyKeys({ sticky }: IngressSettings): Keys {
  return sticky
    ? { 'sticky-session': 'true', 'sticky-session-type': 'Insert', 'cookie-timeout': String(sticky.seconds) }
    : {};
}

/** Keys of CORS, which both kinds call the same. */
export function corsKeys(cors: CorsOptions): Keys {
  return {
    'enable-cors': 'true',
    'cors-allow-origin': cors.origins.join(','),
    'cors-allow-methods': cors.methods?.join(','),
    'cors-allow-headers': cors.headers?.join(','),
    'cors-expose-headers': cors.exposeHeaders?.join(','),
    // Left out, both controllers allow cookies.
    'cors-allow-credentials': String(cors.credentials ?? false),
    'cors-max-age': String(cors.maxAgeSeconds ?? 86_400),
  };
}

function healthKeys(health: IngressHealthData): Keys {
  if (health.kind === 'none') {
    return {};
  }
  const { intervalSeconds = 2, timeoutSeconds = 5, healthy = 3, unhealthy = 3 } = health;
  return {
    'healthcheck-enabled': 'true',
    'healthcheck-protocol': health.kind.toUpperCase(),
    'healthcheck-interval-seconds': String(intervalSeconds),
    'healthcheck-timeout-seconds': String(timeoutSeconds),
    'healthy-threshold-count': String(healthy),
    'unhealthy-threshold-count': String(unhealthy),
    ...(health.kind === 'http'
      ? {
          'healthcheck-path': health.path,
          'healthcheck-method': health.method ?? 'GET',
          'healthcheck-httpcode': (health.codes ?? ['http_2xx', 'http_3xx']).join(','),
        }
      : {}),
  };
}
