import type { IIngressClass } from '../../core/ingress';
import type { IWorkload } from '../../core/workload';
import type { ClusterService } from '../service/cluster-service';
import type { IngressHealthData, IngressTlsData, RewriteData } from './ingress-choices';

/** What answers requests: a workload with a Service such as a `WebService`, a `ClusterService`, or a Service that exists. */
export type IngressTarget =
  | (IWorkload & { readonly service: ClusterService })
  | ClusterService
  | { readonly serviceName: string; readonly port: number };

/** A path of a host, and what answers it. */
export interface HostRoute {
  /** Lower-case host such as `www.example.com`, or `*.example.com` for all below it. @default every host */
  readonly host?: string;
  /** Begins with `/`; letters, digits, dots, hyphens, underscores and slashes. @default "/" */
  readonly path?: string;
  /** `prefix` takes everything below the path, `exact` the path alone. @default "prefix" */
  readonly match?: 'prefix' | 'exact';
  /** What answers: of the same namespace. */
  readonly to: IngressTarget;
  /** Port of its Service. @default the first one */
  readonly port?: number;
}

/** Which requests of other sites' pages browsers let through. */
export interface CorsOptions {
  /** Such as `https://app.example.com`; `*` only without credentials. */
  readonly origins: readonly string[];
  /** @default GET, PUT, POST, DELETE, PATCH, OPTIONS */
  readonly methods?: readonly string[];
  /** Headers that requests may have. @default those that the controller lists itself */
  readonly headers?: readonly string[];
  /** Headers of answers that pages may read. @default none */
  readonly exposeHeaders?: readonly string[];
  /** Whether cookies are sent along. @default false */
  readonly credentials?: boolean;
  /** Seconds for which browsers remember the answer, 0 to 172800. @default 86400 */
  readonly maxAgeSeconds?: number;
}

/** How many requests come through; those above it are answered with 503. */
export interface RateLimit {
  /** Requests a second of one client, by its address, 1 to 100000. On nginx each of its Pods counts for itself. */
  readonly perClientPerSecond?: number;
  /** Requests a second of all clients together, 1 to 100000; ALB only. More than `perClientPerSecond`. */
  readonly perSecond?: number;
  /** Connections of one client at once, 1 to 100000; nginx only. */
  readonly connectionsPerClient?: number;
}

/** Settings of an Ingress, each of them for all of its routes. Everything is changed in place. */
export interface IngressSettings {
  /** What Pods speak. `grpc` needs TLS in front, and hosts. @default "http" */
  readonly backendProtocol?: 'http' | 'https' | 'grpc';
  /**
   * Which Pod comes next: in turn, the one with fewest connections (ALB only), or by the client's address.
   * @default "round-robin"
   */
  readonly scheduler?: 'round-robin' | 'least-connections' | 'client-address';
  /** Keeps a client with one Pod by a cookie, for so many seconds, 1 to 86400. `cookie` names it on nginx. @default not */
  readonly sticky?: { readonly seconds: number; readonly cookie?: string };
  /** Which path the Pods see. @default the one that was asked for */
  readonly rewrite?: RewriteData;
  /** How many requests come through. @default all */
  readonly limit?: RateLimit;
  /** Which pages of other sites may ask. @default none of them */
  readonly cors?: CorsOptions;
  /** How an ALB asks whether Pods are well; ALB only. @default IngressHealth.tcp() on ALB */
  readonly health?: IngressHealthData;
  /** Largest body of a request, such as `50m`, or `0` for any; nginx only, an ALB takes any. @default 1m on nginx */
  readonly maxBodySize?: string;
  /** Seconds that nginx waits for Pods, each 1 to 3600; on ALB `requestTimeoutSeconds` of the listener. @default 60 s, 5 s to connect */
  readonly timeouts?: {
    readonly connectSeconds?: number;
    readonly readSeconds?: number;
    readonly sendSeconds?: number;
  };
}

export interface IngressProps extends IngressSettings {
  /**
   * Who serves it: `new AlbIngressClass(...)`, `new NginxIngressClass(...)`, or one that exists. Changed in place.
   * @default the class of the stack with `isDefault` where one is there already; otherwise an ALB: `alb` of the stack, in all zones of
   *   the network, two at least, reached from the VPC by HTTP, and paid by the hour and by use. All Ingresses without a class share it
   */
  readonly class?: IIngressClass;
  /**
   * Paths of hosts and what answers them, at least one. ALB takes the first rule that fits, so they are written the most
   * special one first, whatever their order here. Changed in place.
   * @throws InputError `ingress-path`, `ingress-backend`, `list-duplicate`; when the App is synthesised `ingress-path-taken`,
   *   `ingress-path-hidden`
   */
  readonly routes: readonly HostRoute[];
  /**
   * Which certificate it answers with. Changed in place.
   * @default that of the class; none where the class speaks no TLS
   * @throws InputError `ingress-tls`
   */
  readonly tls?: IngressTlsData;
  /**
   * Ports of the class that serve it; on ALB only. Changed in place.
   * @default those with TLS, all where it has no certificate
   * @throws InputError `ingress-listener`
   */
  readonly listeners?: readonly number[];
  /** Whether HTTP on port 80 is answered with the way to HTTPS on 443. Changed in place. @default true where both are there */
  readonly redirectToHttps?: boolean;
  /**
   * Place of its rules among the Ingresses of a class on ALB, 1 to 1000, the smallest first; each number once. Others come by
   * `<namespace>/<name>` at place 10. Changed in place.
   * @default by name
   */
  readonly order?: number;
  /**
   * Whether a new Pod counts as ready only when the ALB knows it; ALB only. The provider cannot take such a gate from a living
   * Deployment: after the Ingress is taken away, replace it.
   * @default true
   */
  readonly readinessGate?: boolean;
  /**
   * Annotations that no prop writes. Snippets are refused: they are code that runs in the controller.
   * @default none
   * @throws InputError `ingress-annotation`
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Name in the namespace. Changing it replaces the Ingress. @default the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the Ingress that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** Props of an Ingress whose class is known. */
export type ServedProps = IngressProps & { readonly class: IIngressClass };

/** What an Ingress is when a prop is left out, besides its class. */
export const INGRESS_DEFAULTS = Object.freeze({
  backendProtocol: 'http' as const,
  scheduler: 'round-robin' as const,
  readinessGate: true,
});
