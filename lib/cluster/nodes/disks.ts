import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';

/** Kinds of cloud disk; `cloud_essd` has performance levels, `cloud_auto` adapts by itself. */
export type DiskCategory = (typeof CATEGORIES)[number];

/** Performance of a `cloud_essd` disk, from PL0 to PL3; PL2 and PL3 need large disks. */
export type PerformanceLevel = keyof typeof LEVELS;

const CATEGORIES = Object.freeze([
  'cloud_essd',
  'cloud_auto',
  'cloud_essd_entry',
  'cloud_ssd',
  'cloud_efficiency',
] as const);

/** Least size of a disk of each performance level, GiB. */
const LEVELS = Object.freeze({ PL0: 1, PL1: 20, PL2: 461, PL3: 1261 });

/** The disk that a node boots from. New nodes only: disks of living nodes stay as they are. */
export interface SystemDisk {
  /**
   * Kind of disk.
   * @default "cloud_essd"
   */
  readonly category?: DiskCategory;
  /**
   * Size in GiB, 40 to 2048.
   * @default 120
   */
  readonly sizeGib?: number;
  /**
   * Performance level, of `cloud_essd` only.
   * @default "PL1" for cloud_essd
   */
  readonly performanceLevel?: PerformanceLevel;
  /**
   * KMS key that encrypts the disk.
   * @default the account's service key; the disk is encrypted always
   */
  readonly kmsKeyId?: string;
}

/** A further disk of every node. The last one holds container images and Pod data. */
export interface DataDisk {
  /**
   * Kind of disk.
   * @default "cloud_essd"
   */
  readonly category?: DiskCategory;
  /** Size in GiB, 40 to 32767. */
  readonly sizeGib: number;
  /**
   * Performance level, of `cloud_essd` only.
   * @default "PL1" for cloud_essd
   */
  readonly performanceLevel?: PerformanceLevel;
  /**
   * KMS key that encrypts the disk.
   * @default the account's service key; the disk is encrypted always
   */
  readonly kmsKeyId?: string;
}

/** What a disk is when a prop is left out. */
export const DISK_DEFAULTS = Object.freeze({
  category: 'cloud_essd' as DiskCategory,
  performanceLevel: 'PL1' as PerformanceLevel,
  systemSizeGib: 120,
});

/** The system disk attributes of a node pool. */
export function systemDiskAttributes(disk: SystemDisk) {
  const category = disk.category ?? DISK_DEFAULTS.category;
  return {
    systemDiskCategory: category,
    systemDiskSize: disk.sizeGib ?? DISK_DEFAULTS.systemSizeGib,
    systemDiskPerformanceLevel: levelOf(category, disk),
    systemDiskEncrypted: true,
    systemDiskEncryptAlgorithm: disk.kmsKeyId === undefined ? undefined : 'aes-256',
    systemDiskKmsKey: disk.kmsKeyId,
  };
}

/** The data disks of a node pool; `encrypted` is text in this API. */
export function dataDiskAttributes(disks: readonly DataDisk[]) {
  return disks.map((disk) => {
    const category = disk.category ?? DISK_DEFAULTS.category;
    return {
      category,
      size: disk.sizeGib,
      performanceLevel: levelOf(category, disk),
      encrypted: 'true',
      kmsKeyId: disk.kmsKeyId,
    };
  });
}

function levelOf(category: DiskCategory, { performanceLevel }: SystemDisk | DataDisk): PerformanceLevel | undefined {
  return category === 'cloud_essd' ? (performanceLevel ?? DISK_DEFAULTS.performanceLevel) : performanceLevel;
}

/** Problems with the disks of a node pool. */
export function diskProblems(system: SystemDisk, data: readonly DataDisk[]): Problem[] {
  return [
    ...oneDisk('systemDisk', { ...system, sizeGib: system.sizeGib ?? DISK_DEFAULTS.systemSizeGib }, 2048),
    ...data.flatMap((disk, index) => oneDisk(`dataDisks[${index}]`, disk, 32767)),
  ];
}

function oneDisk(prop: string, disk: DataDisk, max: number): Problem[] {
  const { category, performanceLevel: level, sizeGib } = disk;
  const size = wholeNumber(`${prop}.sizeGib`, sizeGib ?? null, 40, max, 'GiB');
  const choices = [
    ...oneOf(`${prop}.category`, category, CATEGORIES),
    ...oneOf(`${prop}.performanceLevel`, level, Object.keys(LEVELS)),
  ];
  if (level === undefined || choices.length > 0) {
    return [...size, ...choices];
  }
  if (category !== undefined && category !== 'cloud_essd') {
    const what = `${prop}.performanceLevel ${quote(level)}: only cloud_essd has levels, category is ${quote(category)}`;
    return [...size, { code: 'disk-invalid', what, value: level, fix: 'leave performanceLevel out' }];
  }
  if (size.length === 0 && sizeGib < LEVELS[level]) {
    const what = `${prop}.performanceLevel ${quote(level)} needs ${LEVELS[level]} GiB, sizeGib is ${sizeGib}`;
    const fix = `write sizeGib: ${LEVELS[level]}, or a lower performance level`;
    return [{ code: 'disk-invalid', what, value: sizeGib, fix }];
  }
  return size;
}
