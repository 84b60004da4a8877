import { isGiven, isLater } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const controlPlaneLogs: Practice = {
  id: 'control-plane-logs',
  severity: 'warning',
  sandbox: false,
  title: { en: 'Clusters keep the logs of their control plane', zh: '集群保留控制面日志' },
  reason: {
    en: 'When Pods are not scheduled or Services get no balancer, the reason stands in the logs of components that nobody else can see.',
    zh: 'Pod 无法调度或 Service 没有分配负载均衡时，原因只写在控制面组件的日志里。',
  },
  fix: {
    en: 'write `control_plane_log_components` with `apiserver`, `kcm`, `scheduler` and `ccm` (`ClusterLogs` of the library, on by default)',
    zh: '写 `control_plane_log_components`，包含 `apiserver`、`kcm`、`scheduler`、`ccm`（本库的 `ClusterLogs`，默认开启）',
  },
  source:
    'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/collect-control-plane-component-logs-in-ack-pro-clusters',
  look: resources(
    ['alicloud_cs_managed_kubernetes'],
    ({ attributes: { cluster_spec: spec, control_plane_log_components: components } }) =>
      when(/^ack\.pro/.test(String(spec)) && !isLater(components) && !isGiven(components), {
        en: 'the cluster keeps no logs of its control plane',
        zh: '集群未保留控制面日志',
      }),
  ),
};
