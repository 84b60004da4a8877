import { flag } from '../../../core/forms';
import { onOff, settingsRule, type AddonVersion } from './rule';

export interface StorageOperatorProps extends AddonVersion {
  /**
   * Whether NAS file systems are kept as objects of the cluster (CNFS). Changed in place.
   * @default as ACK has it
   */
  readonly cnfsNas?: boolean;
  /**
   * Whether OSS buckets are kept as objects of the cluster (CNFS). Changed in place.
   * @default as ACK has it
   */
  readonly cnfsOss?: boolean;
}

export interface CnfsProps extends AddonVersion {
  /**
   * Whether a NAS file system is made, and billed, at once. Read at installation only.
   * @default false
   */
  readonly defaultFileSystem?: boolean;
}

export const STORAGE_OPERATOR = settingsRule<StorageOperatorProps>({
  forms: { cnfsNas: flag, cnfsOss: flag },
  config: ({ cnfsNas, cnfsOss }) =>
    cnfsNas === undefined && cnfsOss === undefined
      ? undefined
      : { CnfsNasEnable: onOff(cnfsNas), CnfsOssEnable: onOff(cnfsOss) },
});

export const CNFS = settingsRule<CnfsProps>({
  forms: { defaultFileSystem: flag },
  config: ({ defaultFileSystem = false }) => ({ CreateDefaultCNFS: defaultFileSystem }),
});
