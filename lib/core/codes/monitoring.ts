import type { Meanings } from './meaning';

/** Codes about logs, metrics and alerts. */
export const MONITORING_CODES = {
  'log-index': {
    en: 'An index of logs by which nothing could be found, or with what its type does not have',
    zh: '日志索引无法检索到任何内容，或包含该类型不支持的设置',
  },
  'log-tiers': {
    en: 'Logs that would be thrown away before they reach a cheaper tier',
    zh: '日志在进入更低成本的存储层之前就会被删除',
  },
  'contact-invalid': {
    en: 'A person or robot that cannot be told of alerts so',
    zh: '告警联系人或机器人的信息无效，无法接收告警',
  },
  'contacts-unreachable': {
    en: 'Contacts of whom nobody can be told',
    zh: '告警联系人中没有任何人可以被通知到',
  },
  'contact-unheard': {
    en: 'Warning: a contact that one side of monitoring cannot tell',
    zh: '警告：某个联系人无法从其中一方的监控服务收到告警',
  },
  'account-name-taken': {
    en: 'Two things whose names, which are unique in an account, are alike',
    zh: '两个资源在账号内的唯一名称相同或冲突',
  },
  'alarm-levels': {
    en: 'An alarm without a level, or with a warning that is no milder than what is critical',
    zh: '告警没有任何级别，或警告阈值并不比严重阈值更宽松',
  },
  'alarm-hours': { en: 'Hours of alarms that are none', zh: '告警生效时段格式无效' },
  'alarm-target': {
    en: 'An alarm about something that nobody knows yet, or about nothing',
    zh: '告警对象的标识无法预先得知，或没有指定对象',
  },
  'prometheus-rule': {
    en: 'A rule of Prometheus that never works, or that the cluster has no metrics for',
    zh: 'Prometheus 规则无法生效，或集群没有对应的指标',
  },
  'alerts-unheard': {
    en: 'Warning: alerts that nobody is told of',
    zh: '警告：告警没有任何接收人',
  },
  'grafana-version': { en: 'A version of Grafana that is not sold', zh: '不提供的 Grafana 版本' },
} as const satisfies Meanings;
