import { corsKeys } from './alb-annotations';
import type { IngressSettings } from './ingress-props';
import { annotationsOf, numberText, type Keys } from './keys';
import { rewriteKeys } from './rewrite';

/** Prefix of what nginx reads. */
export const NGINX_PREFIX = 'nginx.ingress.kubernetes.io/';

/** How an Ingress is served. */
export interface NginxIngress extends IngressSettings {
  readonly redirectToHttps: boolean;
  readonly tls: boolean;
}

const PROTOCOLS = { http: undefined, https: 'HTTPS', grpc: 'GRPC' } as const;

/** Annotations of an Ingress on nginx, by key. */
export function nginxAnnotations(ingress: NginxIngress): Readonly<Record<string, string>> {
  const { limit, timeouts } = ingress;
  return annotationsOf(NGINX_PREFIX, {
    // Nginx redirects by itself as soon as there is a certificate.
    'ssl-redirect': ingress.tls ? String(ingress.redirectToHttps) : undefined,
    'backend-protocol': PROTOCOLS[ingress.backendProtocol ?? 'http'],
    'upstream-hash-by': ingress.scheduler === 'client-address' ? '$remote_addr' : undefined,
    ...stickyKeys(ingress),
    ...rewriteKeys('nginx', ingress.rewrite),
    'limit-rps': numberText(limit?.perClientPerSecond),
    'limit-connections': numberText(limit?.connectionsPerClient),
    ...(ingress.cors ? corsKeys(ingress.cors) : {}),
    'proxy-body-size': ingress.maxBodySize,
    'proxy-connect-timeout': numberText(timeouts?.connectSeconds),
    'proxy-read-timeout': numberText(timeouts?.readSeconds),
    'proxy-send-timeout': numberText(timeouts?.sendSeconds),
  });
}

function stickyKeys({ sticky }: NginxIngress): Keys {
  return sticky
    ? {
        affinity: 'cookie',
        'affinity-mode': 'persistent',
        'session-cookie-name': sticky.cookie ?? 'INGRESSCOOKIE',
        'session-cookie-max-age': String(sticky.seconds),
        'session-cookie-expires': String(sticky.seconds),
        'session-cookie-samesite': 'Lax',
      }
    : {};
}
