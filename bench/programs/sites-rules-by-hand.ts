/** Rules of Prometheus about what goes wrong in a namespace, by hand with L1 classes. */
import { ArmsPrometheusAlertRule } from '@cdktf/provider-alicloud/lib/arms-prometheus-alert-rule';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';

interface Rule {
  readonly name: string;
  /** Minutes for which it must stay wrong. */
  readonly minutes: number;
  readonly severity: string;
  readonly expression: string;
  readonly message: string;
}

/** What is measured, and by what. */
export interface Watched {
  readonly clusterId: string;
  readonly agent: ITerraformDependable;
}

const ABOUT: readonly Rule[] = [
  {
    name: 'autoscaler-at-max',
    minutes: 30,
    severity: 'warning',
    expression:
      'max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_current_replicas{$NAMESPACES}) >= max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas{$NAMESPACES}) and on (namespace, horizontalpodautoscaler) max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas{$NAMESPACES}) > max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_min_replicas{$NAMESPACES})',
    message: 'HPA {{$labels.namespace}}/{{$labels.horizontalpodautoscaler}} 已达到最大副本数 {{$value}}',
  },
  {
    name: 'deployment-unavailable',
    minutes: 15,
    severity: 'critical',
    expression: 'max by (namespace, deployment) (kube_deployment_status_replicas_unavailable{$NAMESPACES}) > 0',
    message: 'Deployment {{$labels.namespace}}/{{$labels.deployment}} 有 {{$value}} 个 Pod 不可用',
  },
  {
    name: 'job-failed',
    minutes: 1,
    severity: 'warning',
    expression:
      'max by (namespace, job_name) (kube_job_status_failed{$NAMESPACES}) > 0 unless on (namespace, job_name) max by (namespace, job_name) (kube_job_status_failed{$NAMESPACES} offset 1h) > 0',
    message: 'Job {{$labels.namespace}}/{{$labels.job_name}} 有 Pod 执行失败',
  },
  {
    name: 'pod-crash-looping',
    minutes: 10,
    severity: 'critical',
    expression:
      'max by (namespace, pod, container) (max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff",$NAMESPACES}[5m])) >= 1',
    message: 'Pod {{$labels.namespace}}/{{$labels.pod}} 的容器 {{$labels.container}} 反复崩溃重启',
  },
  {
    name: 'pod-out-of-memory',
    minutes: 1,
    severity: 'warning',
    expression:
      'max by (namespace, pod, container) (kube_pod_container_status_last_terminated_reason{reason="OOMKilled",$NAMESPACES}) >= 1 and on (namespace, pod, container) sum by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total{$NAMESPACES}[10m])) > 0',
    message: 'Pod {{$labels.namespace}}/{{$labels.pod}} 的容器 {{$labels.container}} 因内存超限被终止',
  },
  {
    name: 'pod-pending',
    minutes: 15,
    severity: 'warning',
    expression: 'max by (namespace, pod) (kube_pod_status_phase{phase="Pending",$NAMESPACES}) >= 1',
    message: 'Pod {{$labels.namespace}}/{{$labels.pod}} 长时间未能启动',
  },
  {
    name: 'stateful-set-unavailable',
    minutes: 15,
    severity: 'critical',
    expression:
      'max by (namespace, statefulset) (kube_statefulset_replicas{$NAMESPACES}) - max by (namespace, statefulset) (kube_statefulset_status_replicas_ready{$NAMESPACES}) > 0',
    message: 'StatefulSet {{$labels.namespace}}/{{$labels.statefulset}} 有 {{$value}} 个 Pod 不可用',
  },
];

const ONCE: readonly Rule[] = [
  {
    name: 'metrics-missing',
    minutes: 10,
    severity: 'critical',
    expression: 'absent(kube_pod_info) == 1',
    message: 'Prometheus 收不到集群指标，其他告警规则均已失效',
  },
];

/** Rules about one namespace. */
export function rulesAbout(scope: Construct, prefix: string, namespace: string, watched: Watched): void {
  ABOUT.forEach(({ expression, ...rule }) => {
    const about = expression.replaceAll('$NAMESPACES', `namespace=~"${namespace}"`);
    put(scope, prefix, { ...rule, expression: about }, watched);
  });
}

/** Rules about the whole cluster. */
export function rulesOnce(scope: Construct, prefix: string, watched: Watched): void {
  ONCE.forEach((rule) => put(scope, prefix, rule, watched));
}

function put(scope: Construct, prefix: string, rule: Rule, { clusterId, agent }: Watched): void {
  new ArmsPrometheusAlertRule(scope, `rule-${rule.name}`, {
    clusterId,
    prometheusAlertRuleName: `${prefix}--${rule.name}`,
    expression: rule.expression,
    duration: String(rule.minutes),
    message: rule.message,
    labels: [{ name: 'severity', value: rule.severity }],
    notifyType: 'ALERT_MANAGER',
    dependsOn: [agent],
  });
}
