import { distinctList, oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { IngressHealthData } from './ingress-choices';
import type { CorsOptions, IngressSettings, RateLimit } from './ingress-props';

const MOST_REQUESTS = 100_000;
const CODES = ['http_2xx', 'http_3xx', 'http_4xx', 'http_5xx'];

/** Everything that is wrong with the settings of an Ingress, on whichever class. */
export function settingProblems(p: IngressSettings): Problem[] {
  return [
    ...oneOf('backendProtocol', p.backendProtocol, ['http', 'https', 'grpc']),
    ...oneOf('scheduler', p.scheduler, ['round-robin', 'least-connections', 'client-address']),
    ...wholeNumber('sticky.seconds', p.sticky?.seconds, 1, 86_400, 'seconds'),
    ...(p.rewrite?.kind === 'to' ? plainPath('rewrite.path', p.rewrite.path) : []),
    ...(p.limit ? limitProblems(p.limit) : []),
    ...(p.cors ? corsProblems(p.cors) : []),
    ...(p.health && p.health.kind !== 'none' ? healthProblems(p.health) : []),
    ...sizeProblems(p.maxBodySize),
    ...Object.entries(p.timeouts ?? {}).flatMap(([key, value]) =>
      wholeNumber(`timeouts.${key}`, value, 1, 3600, 'seconds'),
    ),
    ...hashAndCookie(p),
  ];
}

/** A path as it is asked for: controllers take more, and what they make of it differs. */
export function plainPath(prop: string, path: unknown): Problem[] {
  if (isToken(path) || (typeof path === 'string' && /^\/[A-Za-z0-9._/-]*$/.test(path) && !path.includes('//'))) {
    return [];
  }
  const what = `${prop} ${quote(path)} is not a path of letters, digits, ".", "-", "_" and "/" that begins with "/"`;
  return [{ code: 'ingress-path', what, value: path, fix: `write ${prop}: "/api"` }];
}

function limitProblems({ perClientPerSecond, perSecond, connectionsPerClient }: RateLimit): Problem[] {
  const numbers = [
    ...wholeNumber('limit.perClientPerSecond', perClientPerSecond, 1, MOST_REQUESTS),
    ...wholeNumber('limit.perSecond', perSecond, 1, MOST_REQUESTS),
    ...wholeNumber('limit.connectionsPerClient', connectionsPerClient, 1, MOST_REQUESTS),
  ];
  if (perClientPerSecond === undefined || perSecond === undefined || perClientPerSecond < perSecond) {
    return numbers;
  }
  const what = `limit.perClientPerSecond ${perClientPerSecond} is not less than limit.perSecond ${perSecond}, which ALB refuses`;
  return [...numbers, { code: 'ingress-option', what, value: perClientPerSecond, fix: 'leave perClientPerSecond out' }];
}

function corsProblems({ origins, credentials, maxAgeSeconds, methods }: CorsOptions): Problem[] {
  const open = credentials === true && origins.includes('*');
  const what = 'cors lets every page act with the cookies of your users: origins "*" with credentials';
  return [
    ...distinctList('cors.origins', origins, '["https://app.example.com"]'),
    ...(methods ?? []).flatMap((method, index) =>
      oneOf(`cors.methods[${index}]`, method, ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
    ),
    ...wholeNumber('cors.maxAgeSeconds', maxAgeSeconds, 0, 172_800, 'seconds'),
    ...(open ? [{ code: 'ingress-option' as const, what, value: origins, fix: 'name the origins' }] : []),
  ];
}

function healthProblems(health: Exclude<IngressHealthData, { kind: 'none' }>): Problem[] {
  return [
    ...wholeNumber('health.intervalSeconds', health.intervalSeconds, 1, 50, 'seconds'),
    ...wholeNumber('health.timeoutSeconds', health.timeoutSeconds, 1, 300, 'seconds'),
    ...wholeNumber('health.healthy', health.healthy, 2, 10),
    ...wholeNumber('health.unhealthy', health.unhealthy, 2, 10),
    ...(health.kind === 'http'
      ? [
          ...oneOf('health.method', health.method, ['GET', 'HEAD']),
          ...(health.codes ?? []).flatMap((code, index) => oneOf(`health.codes[${index}]`, code, CODES)),
          ...(health.path.startsWith('/') || isToken(health.path) ? [] : plainPath('health.path', health.path)),
        ]
      : []),
  ];
}

function sizeProblems(size: string | undefined): Problem[] {
  const what = `maxBodySize ${quote(size)} is not a size as nginx reads it`;
  return size === undefined || isToken(size) || /^\d+[kmg]?$/i.test(size)
    ? []
    : [{ code: 'ingress-option', what, value: size, fix: 'write maxBodySize: "50m"' }];
}

/** Both choose the Pod, and the cookie would win on one kind and the address on the other. */
function hashAndCookie({ sticky, scheduler }: IngressSettings): Problem[] {
  const what = 'sticky and scheduler "client-address" both keep a client with one Pod';
  return sticky !== undefined && scheduler === 'client-address'
    ? [{ code: 'ingress-option', what, value: scheduler, fix: 'keep one of the two' }]
    : [];
}
