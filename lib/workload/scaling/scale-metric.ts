import type { ExternalMetric, MetricData, MetricTarget, PodsMetric, ResourceMetric } from './metric';

/** How much of a figure each Pod takes: a number, or a Kubernetes quantity such as `500m`. */
export type Amount = number | string;

/** Which requests of an Ingress are looked at. */
export interface IngressRoute {
  /** Port of the Service that the Ingress names, 1 to 65535. */
  readonly port: number;
  /**
   * Name of that Service.
   * @default the workload's own
   */
  readonly service?: string;
  /**
   * Project and store of the access logs.
   * @default the project that ACK makes for the cluster, and its store `nginx-ingress`
   */
  readonly logs?: { readonly project: string; readonly store: string };
}

/** One port of a balancer of the classic kind. */
export interface BalancerPort {
  /** Id of the balancer, `lb-...`. */
  readonly balancerId: string;
  /** Port of its listener, 1 to 65535. */
  readonly port: number;
}

/** Which share of the requests is at least so fast. */
export type Percentile = 'avg' | 'p50' | 'p95' | 'p99' | 'p9999';

const LOGS = Object.freeze({ store: 'nginx-ingress' });

/** To what a figure is held. */
export const HoldTo = Object.freeze({
  /** So much for each Pod: twice as much takes twice as many Pods. For what Pods share, such as requests. */
  perPod: (amount: Amount): MetricTarget => Object.freeze({ per: 'pod', value: String(amount) }),
  /** So much in all, however many Pods there are: Pods come until it falls. For what Pods do not share, such as latency. */
  inAll: (amount: Amount): MetricTarget => Object.freeze({ per: 'all', value: String(amount) }),
});

/** What an autoscaler looks at. */
export const ScaleMetric = Object.freeze({
  /** Use of cpu, in percent of what the containers request. */
  cpu: (percent: number): ResourceMetric => Object.freeze({ kind: 'resource', resource: 'cpu', percent }),
  /** Use of memory, in percent of what the containers request. */
  memory: (percent: number): ResourceMetric => Object.freeze({ kind: 'resource', resource: 'memory', percent }),
  /** Requests per second that an nginx Ingress passes on, from its access logs. Needs log collection of the Ingress. */
  ingressQps: (route: IngressRoute & { readonly perPod: Amount }): MetricData =>
    ingress('sls_ingress_qps', route, HoldTo.perPod(Object(route).perPod)),
  /** Requests per second that an ALB Ingress passes on, from the access logs of the balancer, which must be named. */
  albIngressQps: (
    route: Required<Pick<IngressRoute, 'logs'>> & IngressRoute & { readonly perPod: Amount },
  ): MetricData => ingress('sls_alb_ingress_qps', route, HoldTo.perPod(Object(route).perPod)),
  /** Milliseconds that requests of an nginx Ingress take, from its access logs. */
  ingressLatency: (
    route: IngressRoute & {
      /** Which share of the requests is at least so fast. @default 'p99' */
      readonly percentile?: Percentile;
      readonly milliseconds: number;
    },
  ): MetricData =>
    ingress(
      `sls_ingress_latency_${Object(route).percentile ?? 'p99'}`,
      route,
      HoldTo.inAll(Object(route).milliseconds),
    ),
  /** Requests per second at a listener for HTTP of a classic balancer. */
  balancerQps: (at: BalancerPort & { readonly perPod: Amount }): MetricData =>
    balancer('slb_l7_qps', at, HoldTo.perPod(Object(at).perPod)),
  /** Milliseconds that requests at a listener for HTTP of a classic balancer take. */
  balancerLatency: (at: BalancerPort & { readonly milliseconds: number }): MetricData =>
    balancer('slb_l7_rt', at, HoldTo.inAll(Object(at).milliseconds)),
  /** Open connections at a listener of a classic balancer. */
  balancerConnections: (at: BalancerPort & { readonly perPod: Amount }): MetricData =>
    balancer('slb_l4_active_connection', at, HoldTo.perPod(Object(at).perPod)),
  /** A figure that the metrics adapter knows by name, such as one of Prometheus that its rules name. */
  external: (name: string, target: MetricTarget, labels: Readonly<Record<string, string>> = {}): ExternalMetric =>
    Object.freeze({ kind: 'external', name, labels, target }),
  /** A figure that each Pod reports of itself, through the rules of the metrics adapter. */
  ofPods: (name: string, perPod: Amount, labels: Readonly<Record<string, string>> = {}): PodsMetric =>
    Object.freeze({ kind: 'pods', name, labels, perPod: String(perPod) }),
});

function ingress(name: string, route: IngressRoute, target: MetricTarget): ExternalMetric {
  const { port, service, logs } = Object(route) as IngressRoute;
  const labels = { 'sls.logstore': logs?.store ?? LOGS.store };
  return Object.freeze({ kind: 'external', name, labels, target, ingress: { port, service, project: logs?.project } });
}

function balancer(name: string, at: BalancerPort, target: MetricTarget): ExternalMetric {
  const { balancerId, port } = Object(at) as BalancerPort;
  const labels = { 'slb.instance.id': balancerId, 'slb.instance.port': String(port) };
  return Object.freeze({ kind: 'external', name, labels, target });
}
