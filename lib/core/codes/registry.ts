import type { Meanings } from './meaning';

/** Codes about registries of images. */
export const REGISTRY_CODES = {
  'registry-edition': {
    en: 'An edition of a registry that the account’s site does not sell',
    zh: '账号所属站点不出售该镜像仓库版本',
  },
  'registry-open': {
    en: 'A registry open to every address of the internet, or to nobody that is named',
    zh: '镜像仓库对互联网上所有地址开放，或未指明允许访问的网段',
  },
  'registry-region': {
    en: 'A registry and a network or cluster in two regions',
    zh: '镜像仓库与网络或集群不在同一地域',
  },
  'image-tag': { en: 'A tag that images cannot have', zh: '无效的镜像标签' },
} as const satisfies Meanings;
