import type { Dependable } from '../../core/network';

/** Which certificate an Ingress answers with, as plain data. Create one with `IngressTls`. */
export type IngressTlsData =
  | { readonly kind: 'class' }
  | {
      readonly kind: 'secret';
      readonly secretName: string;
      readonly keys?: readonly string[];
      /** Makes it; the Ingress comes after. */
      readonly resource?: Dependable;
    }
  | { readonly kind: 'discovered' }
  | { readonly kind: 'none'; readonly reason: string };

/** Which certificate an Ingress answers with. */
export const IngressTls = Object.freeze({
  /** The certificates that the class itself has. */
  ofClass: (): IngressTlsData => Object.freeze({ kind: 'class' }),
  /** A Secret of the namespace, of type `kubernetes.io/tls`: `new Secret(space, 'tls', { type: 'kubernetes.io/tls', ... })`. */
  secret: (secret: {
    readonly secretName: string;
    readonly keys?: readonly string[];
    readonly resource?: Dependable;
  }): IngressTlsData =>
    Object.freeze({
      kind: 'secret',
      secretName: secret?.secretName,
      keys: secret?.keys,
      resource: secret?.resource,
    }),
  /** Certificates of Certificate Management Service that are for the hosts; ALB only. A host without one is not served. */
  discovered: (): IngressTlsData => Object.freeze({ kind: 'discovered' }),
  /** None: everybody on the way reads along. */
  none: (reason: string): IngressTlsData => Object.freeze({ kind: 'none', reason }),
});

/** Which path the Pods see, as plain data. Create one with `Rewrite`. */
export type RewriteData = { readonly kind: 'strip-prefix' } | { readonly kind: 'to'; readonly path: string };

/** Which path the Pods see, instead of the one that was asked for. */
export const Rewrite = Object.freeze({
  /** What comes after the path of the route: `/api/orders` under `/api` is `/orders`. */
  stripPrefix: (): RewriteData => Object.freeze({ kind: 'strip-prefix' }),
  /** Always this one. */
  to: (path: string): RewriteData => Object.freeze({ kind: 'to', path }),
});

/** How an ALB asks whether Pods are well, as plain data. Create one with `IngressHealth`. */
export type IngressHealthData =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'tcp' } & HealthTiming)
  | ({ readonly kind: 'http'; readonly path: string } & HttpHealth);

/** How often it asks. Changed in place. */
export interface HealthTiming {
  /** Seconds between two questions, 1 to 50. @default 2 */
  readonly intervalSeconds?: number;
  /** Seconds before no answer is a bad one, 1 to 300. @default 5 */
  readonly timeoutSeconds?: number;
  /** Good answers in a row before a Pod gets requests, 2 to 10. @default 3 */
  readonly healthy?: number;
  /** Bad answers in a row before it gets no more, 2 to 10. @default 3 */
  readonly unhealthy?: number;
}

/** What a question by HTTP has besides. */
export interface HttpHealth extends HealthTiming {
  /** Method. @default "GET" */
  readonly method?: 'GET' | 'HEAD';
  /** Answers that are good. @default ["http_2xx", "http_3xx"] */
  readonly codes?: readonly ('http_2xx' | 'http_3xx' | 'http_4xx' | 'http_5xx')[];
}

/** How an ALB asks whether Pods are well, beside the probes of Kubernetes: it hears of a dead node half a minute later. */
export const IngressHealth = Object.freeze({
  /** Whether the port takes connections. */
  tcp: (timing: HealthTiming = {}): IngressHealthData => Object.freeze({ ...timing, kind: 'tcp' }),
  /** Whether a path answers. Sites that answer `/` with a redirect need `http_3xx`. */
  http: (path: string, options: HttpHealth = {}): IngressHealthData =>
    Object.freeze({ ...options, kind: 'http', path }),
  /** It does not ask: Pods are taken off when Kubernetes says that they are not ready. */
  none: (): IngressHealthData => Object.freeze({ kind: 'none' }),
});
