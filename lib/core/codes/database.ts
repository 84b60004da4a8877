import type { Meanings } from './meaning';

/** Codes about databases. */
export const DATABASE_CODES = {
  'database-class': {
    en: 'An instance class that does not fit the zones or the way of paying',
    zh: '实例规格与可用区或计费方式不符',
  },
  'database-capacity': {
    en: 'A serverless capacity that RDS does not offer',
    zh: 'Serverless 容量超出 RDS 允许的范围',
  },
  'database-storage': { en: 'A storage size that RDS does not offer', zh: '存储空间大小不合法' },
  'database-name': { en: 'A name of a database or an account that MySQL on RDS refuses', zh: '数据库或账号名称不合法' },
  'database-unknown': { en: 'A database that the instance was not given', zh: '实例中没有该数据库' },
  'database-window': { en: 'A maintenance or backup time that is not well formed', zh: '维护或备份时间格式错误' },
  'database-groups': { en: 'More security groups than an allow list takes', zh: '白名单安全组数量超限' },
  'database-allow-list': {
    en: 'Who is to reach an imported instance that does not say it lets them in',
    zh: '导入的实例未说明其白名单允许该访问方',
  },
  'database-account': {
    en: 'One account that two workloads would share, or a workload that has none',
    zh: '两个工作负载使用同一个账号，或工作负载没有账号',
  },
} as const satisfies Meanings;
