import type { Meanings } from './meaning';

/** Codes about file systems and buckets. */
export const STORAGE_CODES = {
  'file-system-zone': {
    en: 'A zone of a file system for which the network has no vSwitch',
    zh: '网络在文件系统所在可用区没有交换机',
  },
  'file-access': {
    en: 'A range that may mount a file system in two ways, or an import that does not say whom it lets in',
    zh: '同一网段对文件系统有两种权限，或导入时未说明允许谁挂载',
  },
  'file-path': { en: 'A path that is not absolute, or that leads upwards', zh: '路径不是绝对路径或包含上级目录' },
} as const satisfies Meanings;
