import type { Meanings } from './meaning';

/** Codes about file systems and buckets. */
export const STORAGE_CODES = {
  'file-system-zone': {
    en: 'A zone of a file system for which the network has no vSwitch',
    zh: '网络在文件系统所在可用区没有交换机',
  },
  'file-path': { en: 'A path that is not absolute, or that leads upwards', zh: '路径不是绝对路径或包含上级目录' },
} as const satisfies Meanings;
