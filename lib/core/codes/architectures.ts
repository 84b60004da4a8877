import type { Meanings } from './meaning';

/** Codes about reference architectures. */
export const ARCHITECTURES_CODES = {
  'part-missing': {
    en: 'An architecture that was told neither to make a part nor which one to take',
    zh: '架构缺少必要部分：既未要求创建，也未指定已有资源',
  },
  'part-conflict': {
    en: 'A prop that describes a part which is given, or two parts that exclude each other',
    zh: '参数与已指定的部分冲突',
  },
  'site-locale': { en: 'A language that WordPress does not name so', zh: '站点语言代码不合法' },
  'site-administrator': {
    en: 'A user name or a mail address of the administrator that WordPress refuses',
    zh: '站点管理员的用户名或邮箱不合法',
  },
  'site-url': { en: 'An address of a site that is no origin', zh: '站点地址不合法' },
  'site-scale': { en: 'Numbers of Pods that contradict each other', zh: 'Pod 数量设置相互矛盾' },
  'site-size': {
    en: 'Requests of Pods that are no size of ECI, which bills the next one up',
    zh: 'Pod 的资源请求不是 ECI 的规格，ECI 会按上一档规格计费',
  },
  'image-pull': {
    en: 'Warning: an image that Pods on ECI pull only when it is public, or when its registry lets their network in',
    zh: '警告：ECI 上的 Pod 只有在镜像公开，或镜像仓库允许其网络访问时才能拉取该镜像',
  },
  'site-image': {
    en: 'An image for a site that has no Apache by its tag',
    zh: '站点镜像的标签表明其中没有 Apache',
  },
} as const satisfies Meanings;
