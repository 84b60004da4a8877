/** What an autoscaler looks at, as plain data. Create one with {@link ScaleMetric}. */
export type MetricData = ResourceMetric | PodsMetric | ExternalMetric;

/** Use of what containers request. */
export interface ResourceMetric {
  readonly kind: 'resource';
  readonly resource: 'cpu' | 'memory';
  /** Percent of the requests, on average over the Pods. */
  readonly percent: number;
}

/** A figure that Pods report of themselves, through an adapter for custom metrics. */
export interface PodsMetric {
  readonly kind: 'pods';
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Average over the Pods, as a quantity. */
  readonly perPod: string;
}

/** A figure from outside of the cluster, through the metrics adapter of ACK. */
export interface ExternalMetric {
  readonly kind: 'external';
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly target: MetricTarget;
  /** Labels that the workload completes: the log project of its cluster, the route of its Service. */
  readonly ingress?: { readonly port: number; readonly service?: string; readonly project?: string };
}

/** What a figure is held to: a share for each Pod, or a value that more Pods make fall. */
export type MetricTarget =
  { readonly per: 'pod'; readonly value: string } | { readonly per: 'all'; readonly value: string };
