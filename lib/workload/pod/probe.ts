import { quote, type Problem } from '../../core/errors';
import type { ProbeAction, ProbeData } from '../../core/pod';
import { isToken } from '../../core/tokens';

/** How often a container is asked, and what counts as an answer. */
export interface ProbeTiming {
  /** Seconds after the container's start before the first question, 0 to 3600. @default 0 */
  readonly initialDelaySeconds?: number;
  /** Seconds between questions. @default 5 for startup and readiness, 10 for liveness */
  readonly periodSeconds?: number;
  /** Seconds before no answer counts as a bad one. @default 3 for startup and readiness, 5 for liveness */
  readonly timeoutSeconds?: number;
  /** Bad answers in a row before it counts. @default 30 for startup (150 s), 3 for readiness, 6 for liveness (a minute) */
  readonly failureThreshold?: number;
  /** Good answers in a row before a Pod is ready again; only for readiness. @default 1 */
  readonly successThreshold?: number;
}

/** Props of a probe by HTTP. */
export interface HttpProbe extends ProbeTiming {
  /** Port that is asked. @default the application's main port */
  readonly port?: number;
  /** Headers of the request, such as `Host`. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** `HTTPS` asks over TLS and does not check the certificate. @default "HTTP" */
  readonly scheme?: 'HTTP' | 'HTTPS';
}

/** Props of a probe by TCP or gRPC. */
export interface PortProbe extends ProbeTiming {
  /** Port that is asked. @default the application's main port */
  readonly port?: number;
}

type Portless<A> = A extends { readonly port: number } ? Omit<A, 'port'> & { readonly port?: number } : A;

/** A probe as it was written: the port may be the main one. Create one with `Probe`. */
export type ProbeAsk = ProbeTiming & { readonly action: Portless<ProbeAction> | { readonly kind: 'none' } };

/** How the kubelet asks a container whether it has started, is ready, is alive. */
export const Probe = Object.freeze({
  /** GET must answer 200 to 399. Keep what it asks cheap, and independent of databases where it is for liveness. */
  http: (path: string, props: HttpProbe = {}): ProbeAsk => {
    const { port, headers, scheme, ...timing } = props;
    return Object.freeze({ action: Object.freeze({ kind: 'http', path, port, headers, scheme }), ...timing });
  },
  /** The port must take a connection. */
  tcp: ({ port, ...timing }: PortProbe = {}): ProbeAsk =>
    Object.freeze({ action: Object.freeze({ kind: 'tcp', port }), ...timing }),
  /** The gRPC health service must answer SERVING. @param service what to ask it about */
  grpc: ({ port, service, ...timing }: PortProbe & { readonly service?: string } = {}): ProbeAsk =>
    Object.freeze({ action: Object.freeze({ kind: 'grpc', port, service }), ...timing }),
  /** A command in the container must end with 0. */
  exec: (command: readonly string[], timing: ProbeTiming = {}): ProbeAsk =>
    Object.freeze({ action: Object.freeze({ kind: 'exec', command }), ...timing }),
  /** Nothing is asked. */
  none: (): ProbeAsk => Object.freeze({ action: Object.freeze({ kind: 'none' }) }),
});

/** The rhythm of each probe where it says none. */
export const PROBE_DEFAULTS = Object.freeze({
  startup: Object.freeze({ periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 30 }),
  readiness: Object.freeze({ periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3 }),
  liveness: Object.freeze({ periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 }),
});

/** The probe that is meant, with rhythm and port filled in; none where it was declined. */
export function probeData(
  kind: keyof typeof PROBE_DEFAULTS,
  ask: ProbeAsk | undefined,
  mainPort: number,
): ProbeData | undefined {
  if (ask === undefined || ask.action.kind === 'none') {
    return undefined;
  }
  const { action, ...timing } = ask;
  const given = Object.fromEntries(Object.entries(timing).filter(([, value]) => value !== undefined));
  const asked = action.kind === 'exec' ? action : { ...action, port: action.port ?? mainPort };
  return Object.freeze({ action: asked as ProbeAction, ...PROBE_DEFAULTS[kind], ...given });
}

/** Problems with the path that all probes ask where they say nothing else. */
export function healthProblems(health: unknown): Problem[] {
  if (health === undefined || isToken(health) || (typeof health === 'string' && /^\/\S*$/.test(health))) {
    return [];
  }
  const what = `health ${quote(health)} is not a path that begins with "/"`;
  return [{ code: 'mount-path', what, value: health, fix: 'write health: "/healthz"' }];
}
