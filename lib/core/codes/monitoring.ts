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
} as const satisfies Meanings;
