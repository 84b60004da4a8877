import { HorizontalPodAutoscalerV2 } from '@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2';
import { DataResource } from 'cdktf';
import type { Construct } from 'constructs';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { warn } from '../../core/warnings';
import type { IWorkload } from '../../core/workload';
import { CustomResource } from '../charts/custom-resource';
import { warnOnce } from '../eci/warn-once';
import { labelsOf } from '../workload-labels';
import { autoscalerSpec, type Scaled } from './autoscaler-config';
import { CRON_HPA_ADDON, cronHpa } from './cron-hpa';
import type { MetricData } from './metric';
import type { AutoScale, ScaleData, ScheduledScale } from './scale';
import { fightProblems } from './scale-fight';
import { oneWay } from './schedule-problems';
import { requestProblems } from './scale-requests';

/** A workload that something scales. */
type Owner = IWorkload & Construct;

/** The components that figures come from. */
const METRICS_SERVER = 'metrics-server';
const COLLECTORS = Object.freeze(['loongcollector', 'logtail-ds']);
const METRICS_ADAPTER = 'ack-alibaba-cloud-metrics-adapter';

/**
 * Makes what keeps the number of Pods of a workload: a HorizontalPodAutoscaler, a CronHPA, or both, the second over the
 * first; and sees to the components that they need. Nothing for a fixed number.
 */
export function keepScale(workload: Owner, scale: ScaleData): void {
  addTreeCheck(workload, (all) => fightProblems(workload, scale, all));
  if (scale.kind === 'fixed') {
    return;
  }
  const auto = scale.kind === 'auto' ? scale : scale.over;
  const autoscaler = auto && makeAutoscaler(workload, auto, scale.kind === 'schedule');
  if (scale.kind === 'schedule') {
    makeSchedule(workload, scale, autoscaler ?? workload.resource);
  }
}

/** Has the autoscaler of a workload keep so many Pods at least, for as long as a release may come back to them. */
export function holdAutoscaler(workload: Owner, scale: AutoScale, least: number): void {
  const autoscaler = workload.node.findChild('autoscaler') as HorizontalPodAutoscalerV2;
  const min = Math.min(scale.max, Math.max(scale.min, least));
  autoscaler.putSpec(autoscalerSpec({ ...scale, min }, scaled(workload)));
}

function makeAutoscaler(workload: Owner, scale: AutoScale, moved: boolean): HorizontalPodAutoscalerV2 {
  requireMetrics(workload, scale.metrics);
  addTreeCheck(workload, () => requestProblems(workload, scale));
  const { min, max } = scale;
  const limits = moved ? new DataResource(workload, 'autoscaler-limits', { input: { min, max } }) : undefined;
  return new HorizontalPodAutoscalerV2(workload, 'autoscaler', {
    metadata: metadataOf(workload),
    spec: autoscalerSpec(scale, scaled(workload)),
    dependsOn: waitFor(workload, [...workload.namespace.ready, workload.resource]),
    // The schedule moves both limits; a new pair in the program replaces the autoscaler, which keeps the number of Pods but
    // takes back what a job has raised.
    ...(limits && {
      lifecycle: {
        ignoreChanges: ['spec[0].min_replicas', 'spec[0].max_replicas'],
        replaceTriggeredBy: [`${limits.terraformResourceType}.${limits.friendlyUniqueId}.output`],
      },
    }),
  });
}

function makeSchedule(workload: Owner, scale: ScheduledScale, target: { readonly fqn: string }): void {
  workload.cluster.requireAddon(CRON_HPA_ADDON, `the schedule of "${workload.node.path}"`);
  const { apiVersion, kind, metadata, spec } = cronHpa(scale, scaled(workload));
  new CustomResource(workload, 'schedule', { apiVersion, kind, metadata, spec, dependsOn: [target] });
  const why = oneWay(scale);
  if (why !== undefined) {
    warn(workload, 'schedule-one-way', why);
  }
}

function requireMetrics(workload: Owner, metrics: readonly MetricData[]): void {
  const why = `the autoscaler of "${workload.node.path}"`;
  if (metrics.some(({ kind }) => kind === 'resource')) {
    workload.cluster.requireAddon(METRICS_SERVER, why);
  }
  if (metrics.some(({ kind }) => kind !== 'resource')) {
    workload.cluster.requireAddon(METRICS_ADAPTER, why);
  }
  if (metrics.some((metric) => metric.kind === 'external' && metric.ingress !== undefined)) {
    addTreeCheck(workload, () => collectLogs(workload));
  }
}

/** Without access logs a metric of them stays unknown, and the autoscaler where it is. */
function collectLogs(workload: Owner): [] {
  const { cluster, workloadName } = workload;
  const { addons } = cluster;
  if (addons !== undefined && !COLLECTORS.some((name) => addons.includes(name))) {
    const text = `the autoscaler of "${workloadName}" looks at access logs, and cluster "${cluster.node.path}" has none of ${COLLECTORS.join(', ')} that would collect them: call cluster.addAddon(Addon.logs())`;
    warnOnce(workload, 'metric-logs', text);
  }
  return [];
}

function scaled({ apiVersion, workloadKind: kind, workloadName: name, namespace, cluster }: Owner): Scaled {
  return { apiVersion, kind, name, namespace: namespace.namespaceName, clusterId: cluster.clusterId };
}

function metadataOf({ workloadName, namespace }: Owner) {
  return { name: workloadName, namespace: namespace.namespaceName, labels: { ...labelsOf(workloadName) } };
}
