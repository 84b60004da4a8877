import type { INetwork } from '../core/network';
import type { NasBackup } from './nas-backup';
import { NasKind, type NasKindData } from './nas-kind';

/** Files that nobody read go to cheaper storage. */
export interface NasLifecycle {
  /** Days without a read after which a file moves; reading it again costs by the GiB. */
  readonly afterDays: 14 | 30 | 60 | 90;
  /** Directories of the file system, which must exist. Create-only. @default ["/"] */
  readonly paths?: readonly string[];
}

export interface NasFileSystemProps {
  /** Network whose nodes and Pods can mount it; the mount target takes an address of a vSwitch for data. */
  readonly network: INetwork;
  /**
   * What the file system is for, as people read it in the console. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly description?: string;
  /**
   * What it is made of: `NasKind.standard(storage)`, billed by what it holds, or `NasKind.extreme({ gib })`, billed by its
   * size. Create-only: another one replaces the file system and its files; the size of an extreme one grows in place.
   * @default NasKind.standard('Capacity')
   */
  readonly kind?: NasKindData;
  /**
   * Zone that holds the files; Pods of every zone mount it, and wait for it while that zone is lost. Create-only: another one
   * replaces the file system and its files.
   * @default the first zone of the network's vSwitches for data, chosen once: zones that the network gains do not move it
   * @throws InputError `file-system-zone`
   */
  readonly zone?: string;
  /**
   * Days that deleted files can still be called back, 0 to 180; they are billed as others. Changed in place.
   * @default 7; in a `sandbox` stack, and of the extreme kind, 0: none are kept
   * @throws InputError `choice-conflict` with the extreme kind
   */
  readonly recycleBinDays?: number;
  /**
   * Moves files that nobody reads to cheaper storage.
   * @default none - everything stays where it is
   * @throws InputError `choice-conflict` with the extreme kind
   */
  readonly lifecycle?: NasLifecycle;
  /**
   * Backs the files up every day into a vault of Cloud Backup, which is billed by what it holds.
   * @default none
   */
  readonly backup?: NasBackup;
  /**
   * Takes over the file system with this id instead of creating one. Import id: the file system's id. Its access group and
   * mount target are parts: `Adopt.parts(files, { access, target })`, else new ones are made beside those that it has.
   * @default none - a new file system
   */
  readonly adopt?: string;
}

/** What a file system is when a prop is left out. */
export const NAS_DEFAULTS = Object.freeze({ kind: NasKind.standard() });
