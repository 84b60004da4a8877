import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { quantityProblems } from '../../core/quantity';
import { isToken } from '../../core/tokens';
import { labelProblems } from '../../cluster/nodes/labels';
import type { ScaleBehavior, ScaleRate } from './behavior';
import type { ExternalMetric, MetricData } from './metric';
import type { AutoScale, ScaleData } from './scale';
import { scheduleProblems } from './schedule-problems';

/** Most Pods of one workload: what a cluster of ACK holds of Pods that a scheduler still handles well. */
const MOST = 5000;
/** Above this share of the requests there is no sense in a target. */
const MAX_PERCENT = 1000;
const METRIC = /^[a-zA-Z_:][\w:.-]*$/;

/** Everything that is wrong with a scale. */
export function scaleProblems(scale: ScaleData): Problem[] {
  switch (scale.kind) {
    case 'fixed':
      return wholeNumber('scale', scale.replicas ?? null, 0, MOST, 'replicas');
    case 'auto':
      return autoProblems(scale);
    case 'schedule':
      return [...(scale.over ? autoProblems(scale.over) : []), ...scheduleProblems(scale, MOST)];
  }
}

function autoProblems({ min, max, metrics, behavior }: AutoScale): Problem[] {
  return [...limitProblems(min, max), ...metricsProblems(metrics), ...behaviorProblems(behavior)];
}

function limitProblems(min: number, max: number): Problem[] {
  const range = [
    ...wholeNumber('scale.min', min ?? null, 1, MOST, 'Pods'),
    ...wholeNumber('scale.max', max ?? null, 1, MOST, 'Pods'),
  ];
  if (range.length > 0 || isToken(min) || isToken(max) || min <= max) {
    return range;
  }
  const what = `scale.min ${min} is above scale.max ${max}`;
  return [{ code: 'scale-range', what, value: min, fix: `write min: ${max}, max: ${min}` }];
}

function metricsProblems(metrics: readonly MetricData[]): Problem[] {
  if (metrics.length === 0) {
    const fix = 'write metrics: [ScaleMetric.cpu(60)]';
    return [{ code: 'list-empty', what: 'scale.metrics is empty', value: metrics, fix }];
  }
  const names = metrics.map((metric) => JSON.stringify(identity(metric)));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...metrics.flatMap((metric, index) => metricProblems(`scale.metrics[${index}]`, metric)),
    ...twice.map((name) => ({
      code: 'list-duplicate' as const,
      what: `scale.metrics has ${name} twice, with two targets or the same one`,
      value: name,
      fix: 'name each metric once',
    })),
  ];
}

/** What makes two metrics one. */
function identity(metric: MetricData): unknown {
  return metric.kind === 'resource'
    ? metric.resource
    : [metric.name, Object.entries(metric.labels).sort(), metric.kind === 'external' ? metric.ingress : undefined];
}

function metricProblems(prop: string, metric: MetricData): Problem[] {
  switch (metric.kind) {
    case 'resource':
      return wholeNumber(`${prop} target`, metric.percent ?? null, 1, MAX_PERCENT, 'percent of the requests');
    case 'pods':
      return [...nameProblems(prop, metric.name), ...quantityProblems(`${prop} per Pod`, metric.perPod, '100')];
    case 'external':
      return [
        ...nameProblems(prop, metric.name),
        ...quantityProblems(`${prop} target`, metric.target?.value ?? null, '100'),
        ...labelProblems(metric.labels, []),
        ...routeProblems(prop, metric),
      ];
    default: {
      const fix = 'write one of ScaleMetric, such as ScaleMetric.cpu(60)';
      return [{ code: 'choice-invalid', what: `${prop} ${quote(metric)} is no metric`, value: metric, fix }];
    }
  }
}

function nameProblems(prop: string, name: unknown): Problem[] {
  const what = `${prop} has the name ${quote(name)}, which no metric can have`;
  const fix = 'write the name that the adapter lists, such as "sls_ingress_qps"';
  return isToken(name) || (typeof name === 'string' && METRIC.test(name))
    ? []
    : [{ code: 'metric-invalid', what, value: name, fix }];
}

function routeProblems(prop: string, { ingress, labels, name }: ExternalMetric): Problem[] {
  const balancer = labels['slb.instance.port'];
  const id = labels['slb.instance.id'];
  const what = `${prop} names the balancer ${quote(id)}, which is no id of a classic one`;
  const fix = 'write balancerId: "lb-..."';
  const alb = name === 'sls_alb_ingress_qps' && ingress?.project === undefined;
  const whose = `${prop} does not say where the access logs of the ALB are`;
  return [
    ...(ingress ? wholeNumber(`${prop} port`, ingress.port ?? null, 1, 65535) : []),
    ...(balancer === undefined || isToken(balancer) ? [] : wholeNumber(`${prop} port`, Number(balancer), 1, 65535)),
    ...(id === undefined || isToken(id) || /^lb-[a-z0-9]+$/.test(id)
      ? []
      : [{ code: 'metric-invalid' as const, what, value: id, fix }]),
    ...(alb
      ? [
          {
            code: 'metric-invalid' as const,
            what: whose,
            value: name,
            fix: 'write logs: { project: "...", store: "..." }',
          },
        ]
      : []),
  ];
}

function behaviorProblems(behavior: ScaleBehavior | undefined): Problem[] {
  return [...rateProblems('scale.behavior.up', behavior?.up), ...rateProblems('scale.behavior.down', behavior?.down)];
}

function rateProblems(prop: string, rate: ScaleRate | undefined): Problem[] {
  const limits = rate?.limits ?? [];
  const empty = rate?.limits !== undefined && limits.length === 0;
  const fix = `write ${prop}.limits: [{ percent: 100, seconds: 15 }], or leave it out`;
  return [
    ...wholeNumber(`${prop}.windowSeconds`, rate?.windowSeconds, 0, 3600, 'seconds'),
    ...(empty ? [{ code: 'list-empty' as const, what: `${prop}.limits is empty`, value: limits, fix }] : []),
    ...limits.flatMap((limit, index) => [
      ...wholeNumber(`${prop}.limits[${index}].seconds`, limit.seconds ?? null, 1, 1800, 'seconds'),
      ...('pods' in limit
        ? wholeNumber(`${prop}.limits[${index}].pods`, limit.pods ?? null, 1, MOST, 'Pods')
        : wholeNumber(`${prop}.limits[${index}].percent`, limit.percent ?? null, 1, 10_000, 'percent')),
    ]),
  ];
}
