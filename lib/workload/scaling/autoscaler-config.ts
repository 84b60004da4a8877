import type {
  HorizontalPodAutoscalerV2Spec,
  HorizontalPodAutoscalerV2SpecMetric,
} from '@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2';
import { canonicalQuantity } from '../pod/quantities';
import { BEHAVIOR_DEFAULTS, type ScaleBehavior, type ScaleLimit, type ScaleRate } from './behavior';
import type { ExternalMetric, MetricData, MetricTarget } from './metric';
import type { AutoScale } from './scale';

/** The workload as far as its autoscaler speaks of it. */
export interface Scaled {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly clusterId: string;
}

const SELECT = Object.freeze({ most: 'Max', least: 'Min', none: 'Disabled' });

/** The provider's `spec` of an autoscaler: every field written, so that no default of the cluster comes back as a change. */
export function autoscalerSpec(scale: AutoScale, of: Scaled): HorizontalPodAutoscalerV2Spec {
  return {
    minReplicas: scale.min,
    maxReplicas: scale.max,
    scaleTargetRef: { apiVersion: of.apiVersion, kind: of.kind, name: of.name },
    metric: scale.metrics.map((metric) => metricBlock(metric, of)),
    behavior: behaviorBlock(scale.behavior),
  };
}

function behaviorBlock(behavior: ScaleBehavior | undefined) {
  return {
    scaleUp: [rateBlock(behavior?.up, BEHAVIOR_DEFAULTS.up)],
    scaleDown: [rateBlock(behavior?.down, BEHAVIOR_DEFAULTS.down)],
  };
}

function rateBlock(rate: ScaleRate | undefined, standard: (typeof BEHAVIOR_DEFAULTS)['up' | 'down']) {
  return {
    stabilizationWindowSeconds: rate?.windowSeconds ?? standard.windowSeconds,
    selectPolicy: SELECT[rate?.take ?? 'most'],
    policy: (rate?.limits ?? standard.limits).map(limitBlock),
  };
}

function limitBlock(limit: ScaleLimit) {
  return 'pods' in limit
    ? { type: 'Pods', value: limit.pods, periodSeconds: limit.seconds }
    : { type: 'Percent', value: limit.percent, periodSeconds: limit.seconds };
}

function metricBlock(metric: MetricData, of: Scaled): HorizontalPodAutoscalerV2SpecMetric {
  switch (metric.kind) {
    case 'resource':
      return {
        type: 'Resource',
        resource: { name: metric.resource, target: { type: 'Utilization', averageUtilization: metric.percent } },
      };
    case 'pods':
      return {
        type: 'Pods',
        pods: { metric: named(metric.name, metric.labels), target: targetBlock({ per: 'pod', value: metric.perPod }) },
      };
    case 'external':
      return {
        type: 'External',
        external: { metric: named(metric.name, labelsOf(metric, of)), target: targetBlock(metric.target) },
      };
  }
}

/** The labels of a metric of an Ingress name the cluster's log project and the route, as the logs have it. */
function labelsOf({ labels, ingress }: ExternalMetric, of: Scaled): Readonly<Record<string, string>> {
  return ingress === undefined
    ? labels
    : {
        ...labels,
        'sls.project': ingress.project ?? `k8s-log-${of.clusterId}`,
        'sls.ingress.route': `${of.namespace}-${ingress.service ?? of.name}-${ingress.port}`,
      };
}

function named(name: string, labels: Readonly<Record<string, string>>) {
  const keys = Object.keys(labels).sort();
  const matchLabels = Object.fromEntries(keys.map((key) => [key, labels[key]!]));
  return keys.length === 0 ? { name } : { name, selector: [{ matchLabels }] };
}

function targetBlock({ per, value }: MetricTarget) {
  const quantity = canonicalQuantity(value);
  return per === 'pod' ? { type: 'AverageValue', averageValue: quantity } : { type: 'Value', value: quantity };
}
