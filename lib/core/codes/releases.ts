import type { Meanings } from './meaning';

/** Codes about releases: the next version of a service beside it. */
export const RELEASES_CODES = {
  'release-twice': { en: 'Two releases of one service at once', zh: '同一服务同时存在两次发布' },
  'release-update': {
    en: 'A release of a program that cannot run twice',
    zh: '程序不能同时运行两份（Recreate），无法发布新旧两个版本',
  },
  'release-scale': {
    en: 'Batches of a service whose number of Pods somebody else sets',
    zh: '副本数由弹性伸缩或定时任务控制，无法分批发布',
  },
  'release-batches': {
    en: 'Batches that are none, do not rise, or do not end with all Pods',
    zh: '批次为空、未递增或最后一批未覆盖全部 Pod',
  },
  'release-weight': { en: 'A share of requests that is no percentage', zh: '流量权重不是 0 到 100 的百分比' },
  'release-capacity': {
    en: 'Fewer next Pods than their share of the requests needs',
    zh: '新版本 Pod 数不足以承担其流量份额',
  },
  'release-rule': {
    en: 'A header, cookie or pattern that an Ingress does not understand',
    zh: 'Ingress 无法识别的请求头、Cookie 或正则表达式',
  },
  'release-route': {
    en: 'An Ingress that does not lead to the service that is released',
    zh: '该 Ingress 没有通向所发布服务的路径',
  },
  'release-unsupported': {
    en: 'What the kind of Ingress cannot do: ALB or nginx',
    zh: '该类型的 Ingress（ALB 或 nginx）不支持的发布方式',
  },
  'release-standing': {
    en: 'Warning: a release under way, whose Pods cost money beside those of the service',
    zh: '警告：发布正在进行，新旧 Pod 同时计费',
  },
  'release-return': {
    en: 'Warning: a scale that takes Pods away which the way back would need',
    zh: '警告：弹性伸缩可能缩减回退所需的 Pod',
  },
} as const satisfies Meanings;
