/** How bad it is: `critical` for what somebody gets up for. */
export type AlertSeverity = 'critical' | 'warning';

/** A rule about what Prometheus measures in a cluster. */
export interface ClusterRule {
  /** PromQL that finds something when it is wrong; `$NAMESPACES` and `$THRESHOLD` stand for what the rule is told. */
  readonly expression: string;
  /** From which value on it is wrong, where the rule compares with one. */
  readonly threshold?: number;
  /** Minutes for which it must stay wrong, 1 to 1440. */
  readonly forMinutes: number;
  readonly severity: AlertSeverity;
  /** What people read; `{{$labels.x}}` and `{{$value}}` are filled in by ARMS. */
  readonly message: { readonly en: string; readonly zh: string };
  /** What a cluster must have for it: nodes, or a control plane that is measured, which is that of Pro clusters. */
  readonly needs?: 'nodes' | 'control-plane';
}

const rule = (told: ClusterRule): ClusterRule => Object.freeze({ ...told, message: Object.freeze(told.message) });

/** Metrics of kube-state-metrics, of the node exporter and of the kubelet, which the agent of ARMS collects by itself. */
const WORKLOADS = {
  /** A container that starts, fails and starts again. */
  podCrashLooping: rule({
    expression:
      'max by (namespace, pod, container) (max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff",$NAMESPACES}[5m])) >= 1',
    forMinutes: 10,
    severity: 'critical',
    message: {
      en: 'Container {{$labels.container}} of Pod {{$labels.namespace}}/{{$labels.pod}} keeps crashing',
      zh: 'Pod {{$labels.namespace}}/{{$labels.pod}} 的容器 {{$labels.container}} 反复崩溃重启',
    },
  }),
  /** A container that was ended because it took more memory than its limit, in the last ten minutes. */
  podOutOfMemory: rule({
    expression:
      'max by (namespace, pod, container) (kube_pod_container_status_last_terminated_reason{reason="OOMKilled",$NAMESPACES}) >= 1 and on (namespace, pod, container) sum by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total{$NAMESPACES}[10m])) > 0',
    forMinutes: 1,
    severity: 'warning',
    message: {
      en: 'Container {{$labels.container}} of Pod {{$labels.namespace}}/{{$labels.pod}} ran out of memory',
      zh: 'Pod {{$labels.namespace}}/{{$labels.pod}} 的容器 {{$labels.container}} 因内存超限被终止',
    },
  }),
  /** A Pod that finds no place, or whose image or volume does not come. */
  podPending: rule({
    expression: 'max by (namespace, pod) (kube_pod_status_phase{phase="Pending",$NAMESPACES}) >= 1',
    forMinutes: 15,
    severity: 'warning',
    message: {
      en: 'Pod {{$labels.namespace}}/{{$labels.pod}} does not start',
      zh: 'Pod {{$labels.namespace}}/{{$labels.pod}} 长时间未能启动',
    },
  }),
  /** A Deployment with fewer Pods that are ready than it asks for. */
  deploymentUnavailable: rule({
    expression: 'max by (namespace, deployment) (kube_deployment_status_replicas_unavailable{$NAMESPACES}) > 0',
    forMinutes: 15,
    severity: 'critical',
    message: {
      en: 'Deployment {{$labels.namespace}}/{{$labels.deployment}} lacks {{$value}} Pods',
      zh: 'Deployment {{$labels.namespace}}/{{$labels.deployment}} 有 {{$value}} 个 Pod 不可用',
    },
  }),
  /** A StatefulSet with fewer Pods that are ready than it asks for. */
  statefulSetUnavailable: rule({
    expression:
      'max by (namespace, statefulset) (kube_statefulset_replicas{$NAMESPACES}) - max by (namespace, statefulset) (kube_statefulset_status_replicas_ready{$NAMESPACES}) > 0',
    forMinutes: 15,
    severity: 'critical',
    message: {
      en: 'StatefulSet {{$labels.namespace}}/{{$labels.statefulset}} lacks {{$value}} Pods',
      zh: 'StatefulSet {{$labels.namespace}}/{{$labels.statefulset}} 有 {{$value}} 个 Pod 不可用',
    },
  }),
  /** A volume that is nearly full; of NAS, whose size means nothing, it never is. The storage agent of each node measures them. */
  volumeFull: rule({
    expression:
      '100 * max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes{$NAMESPACES}) / max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_capacity_bytes{$NAMESPACES}) > $THRESHOLD',
    threshold: 85,
    forMinutes: 10,
    severity: 'critical',
    message: {
      en: 'Volume {{$labels.namespace}}/{{$labels.persistentvolumeclaim}} is {{$value}} percent full',
      zh: '存储卷 {{$labels.namespace}}/{{$labels.persistentvolumeclaim}} 使用率达到 {{$value}}%',
    },
    needs: 'nodes',
  }),
  /** An autoscaler that would like more Pods than it may have. */
  autoscalerAtMax: rule({
    expression:
      'max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_current_replicas{$NAMESPACES}) >= max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas{$NAMESPACES}) and on (namespace, horizontalpodautoscaler) max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas{$NAMESPACES}) > max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_min_replicas{$NAMESPACES})',
    forMinutes: 30,
    severity: 'warning',
    message: {
      en: 'Autoscaler {{$labels.namespace}}/{{$labels.horizontalpodautoscaler}} has as many Pods as it may, {{$value}}',
      zh: 'HPA {{$labels.namespace}}/{{$labels.horizontalpodautoscaler}} 已达到最大副本数 {{$value}}',
    },
  }),
  /** A Job of which a Pod failed within the hour. One that failed before stays in the cluster as it is, and is told of once. */
  jobFailed: rule({
    expression:
      'max by (namespace, job_name) (kube_job_status_failed{$NAMESPACES}) > 0 unless on (namespace, job_name) max by (namespace, job_name) (kube_job_status_failed{$NAMESPACES} offset 1h) > 0',
    forMinutes: 1,
    severity: 'warning',
    message: {
      en: 'A Pod of Job {{$labels.namespace}}/{{$labels.job_name}} failed',
      zh: 'Job {{$labels.namespace}}/{{$labels.job_name}} 有 Pod 执行失败',
    },
  }),
  /** Nothing is measured any more: all other rules are blind. */
  metricsMissing: rule({
    expression: 'absent(kube_pod_info) == 1',
    forMinutes: 10,
    severity: 'critical',
    message: {
      en: 'Prometheus gets no metrics of the cluster: no other rule sees anything',
      zh: 'Prometheus 收不到集群指标，其他告警规则均已失效',
    },
  }),
} as const;

const NODES = {
  /** A node that does not report, or says that it is not ready. */
  nodeNotReady: rule({
    expression: 'max by (node) (kube_node_status_condition{condition="Ready",status="true"}) == 0',
    forMinutes: 5,
    severity: 'critical',
    message: { en: 'Node {{$labels.node}} is not ready', zh: '节点 {{$labels.node}} 未就绪' },
    needs: 'nodes',
  }),
  nodeCpu: rule({
    expression: '100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))) > $THRESHOLD',
    threshold: 85,
    forMinutes: 15,
    severity: 'warning',
    message: {
      en: 'Node {{$labels.instance}} uses {{$value}} percent of its processors',
      zh: '节点 {{$labels.instance}} 的 CPU 使用率达到 {{$value}}%',
    },
    needs: 'nodes',
  }),
  nodeMemory: rule({
    expression:
      '100 * (1 - max by (instance) (node_memory_MemAvailable_bytes) / max by (instance) (node_memory_MemTotal_bytes)) > $THRESHOLD',
    threshold: 85,
    forMinutes: 10,
    severity: 'warning',
    message: {
      en: 'Node {{$labels.instance}} uses {{$value}} percent of its memory',
      zh: '节点 {{$labels.instance}} 的内存使用率达到 {{$value}}%',
    },
    needs: 'nodes',
  }),
  /** At 85 percent the kubelet throws images away, at 90 it evicts Pods. */
  nodeDisk: rule({
    expression:
      '100 * (1 - max by (instance, mountpoint) (node_filesystem_avail_bytes{fstype=~"ext4|xfs"}) / max by (instance, mountpoint) (node_filesystem_size_bytes{fstype=~"ext4|xfs"})) > $THRESHOLD',
    threshold: 80,
    forMinutes: 10,
    severity: 'critical',
    message: {
      en: 'Disk {{$labels.mountpoint}} of node {{$labels.instance}} is {{$value}} percent full',
      zh: '节点 {{$labels.instance}} 的磁盘 {{$labels.mountpoint}} 使用率达到 {{$value}}%',
    },
    needs: 'nodes',
  }),
} as const;

const CONTROL_PLANE = {
  /** Requests to the API server that it answers with an error of its own, in percent. */
  apiServerErrors: rule({
    expression:
      '100 * sum(rate(apiserver_request_total{code=~"5.."}[5m])) / sum(rate(apiserver_request_total[5m])) > $THRESHOLD',
    threshold: 5,
    forMinutes: 10,
    severity: 'critical',
    message: {
      en: 'The API server fails {{$value}} percent of the requests',
      zh: 'API Server 的错误请求比例达到 {{$value}}%',
    },
    needs: 'control-plane',
  }),
} as const;

/**
 * The rules that every cluster gets, as far as it has what they need. Texts and thresholds are ours.
 *
 * Source of the metrics: https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/best-practices-for-configuring-alert-rules-in-prometheus
 */
export const CLUSTER_RULES = Object.freeze({ ...NODES, ...WORKLOADS, ...CONTROL_PLANE });

/** Name of a rule that clusters get by default. */
export type ClusterRuleName = keyof typeof CLUSTER_RULES;
