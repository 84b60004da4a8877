import type { Meanings } from './meaning';

/** Codes about scaling and burst. */
export const SCALING_CODES = {
  'scale-range': { en: 'Fewest Pods above the most', zh: '最小副本数大于最大副本数' },
  'scale-requests': {
    en: 'An autoscaler of Pods of which a container requests nothing that it could compare with',
    zh: '弹性伸缩的 Pod 中有容器未声明资源请求，无法计算利用率',
  },
  'scale-fight': {
    en: 'Two that decide about the number of Pods of one workload',
    zh: '同一工作负载的副本数由两方同时控制',
  },
  'metric-invalid': { en: 'A metric that the metrics adapter cannot find', zh: '指标适配器无法找到的指标' },
  'metric-logs': {
    en: 'Warning: a metric of access logs in a cluster that collects none',
    zh: '警告：指标来自访问日志，但集群没有安装日志采集组件',
  },
  'schedule-invalid': {
    en: 'A time that the controller of CronHPA does not understand, or that never comes',
    zh: 'CronHPA 控制器无法识别、或永远不会到来的时间',
  },
  'schedule-above-max': {
    en: 'A job that asks for more Pods than the autoscaler under it may have',
    zh: '定时任务的副本数超过其下 HPA 的上限',
  },
  'schedule-one-way': {
    en: 'Warning: a schedule of which no job takes back what another one brought',
    zh: '警告：定时伸缩没有任何任务收回已扩出的副本',
  },
  'exclude-date': { en: 'Text that excludes no day of a schedule', zh: '排除日期的写法不能排除任何一天' },
  'exclude-date-midnight': {
    en: 'A job of the first hour beside excluded days, which the controller would leave out on other days, too',
    zh: '零点任务与排除日期同时使用，控制器会在当月其他日期也跳过该任务',
  },
  'burst-cluster': {
    en: 'A burst to ECI on a cluster that cannot do it so, or with the virtual node of another one',
    zh: '集群不支持该弹性方式，或使用了其他集群的虚拟节点',
  },
  'burst-conflict': { en: 'Two ways to ECI for the same Pods', zh: '同一组 Pod 配置了两种去往 ECI 的方式' },
  'burst-workload': { en: 'A kind of workload that cannot burst so', zh: '该类工作负载不支持这种弹性方式' },
  'burst-option': { en: 'A value that the way to ECI cannot have', zh: '弹性方式的参数取值错误' },
  'burst-never': {
    en: 'Warning: a burst that never comes, since there are never more Pods than stay on nodes',
    zh: '警告：副本数从不超过留在节点上的数量，永远不会弹到 ECI',
  },
  'burst-always': {
    en: 'Warning: fewest Pods above the number that stays on nodes, so that some are always on ECI',
    zh: '警告：最小副本数大于留在节点上的数量，始终有 Pod 运行在 ECI 上',
  },
  'burst-scheduler': {
    en: 'Warning: a way to ECI that needs a switch of the scheduler, which Terraform cannot set',
    zh: '警告：该方式依赖调度器开关，Terraform 无法设置',
  },
  'burst-autoscaler': {
    en: 'Warning: a number of Pods on nodes beside node pools that scale, which can bring nodes for nothing',
    zh: '警告：限制了节点上的 Pod 数，同时节点池可自动伸缩，可能弹出无用节点',
  },
  'burst-unmaintained': {
    en: 'virtual-kubelet-autoscaler, which nobody maintains',
    zh: 'virtual-kubelet-autoscaler 已停止维护',
  },
  'eci-unsupported': { en: 'Something that Pods on ECI cannot have', zh: 'ECI 上的 Pod 不支持的配置' },
  'eci-option': { en: 'A value that ECI does not take', zh: 'ECI 不接受的取值' },
  'eci-unused': {
    en: 'Settings of ECI where no Pod on ECI reads them',
    zh: 'ECI 选项写在不会被 ECI 上的 Pod 读取的地方',
  },
  'eci-too-large': { en: 'Pods larger than any size of ECI', zh: 'Pod 超过 ECI 的最大规格' },
  'eci-rounded': {
    en: 'Warning: Pods that ECI rounds up to its next size, and bills so',
    zh: '警告：ECI 会把 Pod 向上取整到下一个规格并按其计费',
  },
  'eci-spread': {
    en: 'Pods on ECI that are to keep apart by node name, of which ECI has one for a whole zone',
    zh: 'ECI 上的 Pod 按主机名打散，而一个可用区只有一个虚拟节点',
  },
  'eci-dns-cache': {
    en: 'Warning: a DNS cache of nodes, which Pods on ECI do not reach',
    zh: '警告：节点本地 DNS 缓存对 ECI 上的 Pod 不可用',
  },
  'eci-addresses-surge': {
    en: 'Warning: an update at full size would need more addresses than the vSwitches of ECI have',
    zh: '警告：满负载时发布更新所需的 IP 超过 ECI 交换机的可用 IP 数',
  },
} as const satisfies Meanings;
