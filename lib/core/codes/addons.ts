import type { Meanings } from './meaning';

/** Codes about components of a cluster. */
export const ADDONS_CODES = {
  'addon-missing': { en: 'A component that an imported cluster does not have', zh: '导入的集群缺少所需组件' },
  'addon-kind': {
    en: 'A component that clusters of this kind cannot have',
    zh: '该类型的集群不支持此组件',
  },
} as const satisfies Meanings;
