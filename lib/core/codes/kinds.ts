import type { Meanings } from './meaning';

/** Codes about workloads that keep state, run to an end or run on every node, and about volumes. */
export const KINDS_CODES = {
  'claim-access': { en: 'An access mode that the storage class does not have', zh: '存储类不支持该访问模式' },
  'claim-shared': {
    en: 'A disk for one node, claimed by several Pods at once; all but one would wait for ever',
    zh: '单节点云盘被多个 Pod 同时使用，其余 Pod 将一直等待',
  },
  'claim-waits': {
    en: 'A claim that Terraform would wait for for ever, since it is bound only once a Pod uses it',
    zh: '存储声明在 Pod 使用后才会绑定，Terraform 将一直等待',
  },
  'claim-on-eci': {
    en: 'A disk that is bound when a Pod is scheduled, for Pods that are sent to ECI by label',
    zh: '延迟绑定的云盘不能用于按标签调度到 ECI 的 Pod',
  },
  'claim-namespace': {
    en: 'A claim mounted by a workload of another namespace',
    zh: '存储声明与工作负载不在同一命名空间',
  },
  'storage-class-invalid': { en: 'A storage class that its driver refuses', zh: '存储类参数不合法' },
  'volume-invalid': { en: 'A volume that its driver refuses', zh: '存储卷参数不合法' },
  'host-path-eci': {
    en: 'A directory of the node for Pods that land on ECI, where there is none',
    zh: 'ECI 上没有节点目录，不能使用 hostPath',
  },
  'daemon-on-eci': {
    en: 'A DaemonSet where every Pod is on ECI, which has no nodes',
    zh: 'ECI 没有节点，不能运行 DaemonSet',
  },
  'job-ttl': {
    en: 'A Job that removes itself, which Terraform would create again',
    zh: '任务结束后自动删除会导致 Terraform 重新创建',
  },
  'job-index': { en: 'A Job setting that needs another one', zh: '任务参数之间不匹配' },
  'cron-invalid': { en: 'Text that is not a schedule of five cron fields', zh: '不是合法的五段 cron 表达式' },
  'time-zone-invalid': { en: 'A time zone that does not exist', zh: '时区不存在' },
  'workload-name-long': { en: 'A name that is too long for what is named after it', zh: '工作负载名称过长' },
  'update-partition': { en: 'An update that leaves every member as it is', zh: '更新分区导致没有任何成员会被更新' },
} as const satisfies Meanings;
