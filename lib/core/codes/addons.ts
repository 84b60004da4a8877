import type { Meanings } from './meaning';

/** Codes about components of a cluster. */
export const ADDONS_CODES = {
  'addon-missing': { en: 'A component that an imported cluster does not have', zh: '导入的集群缺少所需组件' },
  'addon-kind': {
    en: 'A component that clusters of this kind cannot have',
    zh: '该类型的集群不支持此组件',
  },
  'addon-conflict': { en: 'Two components that exclude each other', zh: '两个组件互相冲突' },
  'addon-duplicate': {
    en: 'A component that is added twice with different settings, or by two resources',
    zh: '同一组件以不同配置或由两个资源重复添加',
  },
  'addon-elsewhere': {
    en: 'A component that something else of the program or ACK itself installs',
    zh: '该组件由程序的其他部分或 ACK 自身安装',
  },
  'addon-unknown': { en: 'A name that is not the name of a component', zh: '不是合法的组件名称' },
  'addon-setting-invalid': { en: 'A setting that a component cannot have', zh: '组件配置不合法' },
  'addon-version': { en: 'A component that needs a newer Kubernetes version', zh: '组件需要更高的 Kubernetes 版本' },
  'addon-unseen': {
    en: 'Warning: an imported cluster that does not say whether it has a component',
    zh: '警告：导入的集群未说明是否已安装所需组件',
  },
  'addon-unchecked': {
    en: 'Warning: a component whose configuration nothing checks',
    zh: '警告：组件配置未经检查',
  },
  'addon-discouraged': { en: 'Warning: a component that is at its end of life', zh: '警告：组件已停止维护' },
  'virtual-node-second': { en: 'A second virtual node in one cluster', zh: '同一集群存在两个虚拟节点' },
} as const satisfies Meanings;
