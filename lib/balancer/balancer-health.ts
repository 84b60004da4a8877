import { wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';

/** How a balancer asks whether a Pod is well, as plain data. Create one with `BalancerHealth`. */
export interface BalancerHealthData extends HealthTiming {
  readonly kind: 'tcp' | 'http';
  readonly path?: string;
  readonly domain?: string;
  readonly codes?: readonly string[];
}

/** How often a balancer asks, and what counts. */
export interface HealthTiming {
  /** Seconds between questions, 1 to 50. @default 5 */
  readonly intervalSeconds?: number;
  /** Seconds before no answer counts as a bad one, 1 to 300. @default 5 */
  readonly timeoutSeconds?: number;
  /** Good answers in a row that make a Pod well, 2 to 10. @default 2 */
  readonly healthy?: number;
  /** Bad answers in a row that make it unwell, 2 to 10. @default 3 */
  readonly unhealthy?: number;
}

/** The rhythm where nothing is said. */
export const HEALTH_DEFAULTS = Object.freeze({ intervalSeconds: 5, timeoutSeconds: 5, healthy: 2, unhealthy: 3 });

/** How a balancer asks whether a Pod is well. Kubernetes asks on its own; this is from outside the cluster. */
export const BalancerHealth = Object.freeze({
  /** The port must take a connection. */
  tcp: (timing: HealthTiming = {}): BalancerHealthData => Object.freeze({ kind: 'tcp', ...timing }),
  /**
   * GET on a path must answer with one of the classes of status.
   *
   * @param path absolute path
   * @param options codes: `http_2xx` and `http_3xx` when left out, since many programs answer `/` with a redirect;
   *   domain: Host of the request
   */
  http: (
    path: string,
    options: HealthTiming & { readonly codes?: readonly string[]; readonly domain?: string } = {},
  ): BalancerHealthData => Object.freeze({ kind: 'http', path, ...options }),
});

const CODES = ['http_2xx', 'http_3xx', 'http_4xx', 'http_5xx'];

/**
 * Annotations without their prefix.
 *
 * @param flags the keys that switch the check on: `health-check-switch` for TCP and UDP of a CLB, `health-check-flag` for
 *   HTTP of a CLB and for all of an NLB
 */
export function healthKeys(health: BalancerHealthData, flags: readonly string[]): Record<string, string> {
  const { intervalSeconds, timeoutSeconds, healthy, unhealthy } = { ...HEALTH_DEFAULTS, ...given(health) };
  return {
    ...Object.fromEntries(flags.map((flag) => [flag, 'on'])),
    'health-check-type': health.kind,
    'health-check-interval': String(intervalSeconds),
    'health-check-connect-timeout': String(timeoutSeconds),
    // The name that listeners of HTTP have for it.
    ...(flags.length > 1 ? { 'health-check-timeout': String(timeoutSeconds) } : {}),
    'healthy-threshold': String(healthy),
    'unhealthy-threshold': String(unhealthy),
    ...(health.kind === 'http'
      ? {
          'health-check-uri': health.path!,
          'health-check-httpcode': (health.codes ?? ['http_2xx', 'http_3xx']).join(','),
          'health-check-method': 'get',
          ...(health.domain === undefined ? {} : { 'health-check-domain': health.domain }),
        }
      : {}),
  };
}

function given({ intervalSeconds, timeoutSeconds, healthy, unhealthy }: HealthTiming): HealthTiming {
  const all = Object.entries({ intervalSeconds, timeoutSeconds, healthy, unhealthy });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** Problems with a check. */
export function healthProblems(health: BalancerHealthData): Problem[] {
  const { path, codes = [] } = health;
  const strange = codes.filter((code) => !CODES.includes(code));
  const what = `health path ${quote(path)} does not begin with "/"`;
  return [
    ...wholeNumber('health.intervalSeconds', health.intervalSeconds, 1, 50, 'seconds'),
    ...wholeNumber('health.timeoutSeconds', health.timeoutSeconds, 1, 300, 'seconds'),
    ...wholeNumber('health.healthy', health.healthy, 2, 10),
    ...wholeNumber('health.unhealthy', health.unhealthy, 2, 10),
    ...(health.kind === 'http' && !path!.startsWith('/')
      ? [{ code: 'mount-path' as const, what, value: path, fix: 'write BalancerHealth.http("/healthz")' }]
      : []),
    ...strange.map((code) => ({
      code: 'choice-invalid' as const,
      what: `health code ${quote(code)} is none of ${CODES.join(', ')}`,
      value: code,
      fix: 'write codes: ["http_2xx", "http_3xx"]',
    })),
  ];
}
