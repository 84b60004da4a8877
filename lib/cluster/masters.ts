import { oneOf, wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import type { DiskCategory } from './nodes/disks';
import { instanceType, MIN_VCPU, readTypes } from './nodes/instance-types';

/** How many masters a dedicated cluster can have: a majority of them keeps the cluster alive. */
export type MasterCount = (typeof MASTER_COUNTS)[number];

const MASTER_COUNTS = Object.freeze([3, 5] as const);

/** Kinds of disk that masters take, with the levels of the first. */
const CATEGORIES = Object.freeze(['cloud_essd', 'cloud_ssd', 'cloud_efficiency'] as const);

/** Least size of a disk of each performance level, GiB; a disk of PL3 would be larger than masters take. */
const LEVELS = Object.freeze({ PL0: 40, PL1: 40, PL2: 461 });

/** The disk that a master boots from and keeps the cluster's store on. */
export interface MasterDisk {
  /**
   * Kind of disk.
   * @default "cloud_essd"
   */
  readonly category?: Extract<DiskCategory, (typeof CATEGORIES)[number]>;
  /**
   * Size in GiB, 40 to 500.
   * @default 120
   */
  readonly sizeGib?: number;
  /**
   * Performance level, of `cloud_essd` only: PL0, PL1 or, from 461 GiB on, PL2.
   * @default "PL1" for cloud_essd
   */
  readonly performanceLevel?: keyof typeof LEVELS;
}

/** What the disk of a master is when a prop is left out. */
export const MASTER_DISK_DEFAULTS = Object.freeze({
  category: 'cloud_essd' as const,
  sizeGib: 120,
  performanceLevel: 'PL1' as const,
});

/**
 * The zone of each master: one after the other over the sorted zones, so that no zone has two masters more than another.
 */
export function spreadMasters(zones: readonly string[], count: number): readonly string[] {
  const sorted = [...zones].sort();
  return Object.freeze(Array.from({ length: sorted.length > 0 ? count : 0 }, (_, at) => sorted[at % sorted.length]!));
}

/** A zone whose loss takes the majority of the masters with it, and so the cluster. */
export function fatalZone(spread: readonly string[]): string | undefined {
  const majority = Math.floor(spread.length / 2) + 1;
  return spread.find((zone) => spread.filter((other) => other !== zone).length < majority);
}

/** The instance type of each master: one for all of them, or one for each. */
export function masterTypesOf(types: readonly string[], count: number): readonly string[] {
  return types.length === 1 ? Array.from({ length: count }, () => types[0]!) : [...types];
}

/** The disk attributes of masters. */
export function masterDiskAttributes(disk: MasterDisk = {}) {
  const category = disk.category ?? MASTER_DISK_DEFAULTS.category;
  const level = category === 'cloud_essd' ? MASTER_DISK_DEFAULTS.performanceLevel : undefined;
  return {
    masterDiskCategory: category,
    masterDiskSize: disk.sizeGib ?? MASTER_DISK_DEFAULTS.sizeGib,
    masterDiskPerformanceLevel: disk.performanceLevel ?? level,
  };
}

/** Problems with the number and the instance types of masters. */
export function masterProblems(
  count: number,
  types: readonly string[],
  zones: readonly string[] | undefined,
): Problem[] {
  const counts = isToken(count) ? [tokenCount(count)] : oneOf('masters', count, MASTER_COUNTS);
  if (counts.length > 0) {
    return [...counts, ...typeProblems(types)];
  }
  return [...typeCountProblems(types, count), ...typeProblems(types), ...zoneCountProblems(zones, count)];
}

/** Problems with the disk of masters. */
export function masterDiskProblems(disk: MasterDisk = {}): Problem[] {
  const { category = MASTER_DISK_DEFAULTS.category, performanceLevel: level } = disk;
  const sizeGib = disk.sizeGib ?? MASTER_DISK_DEFAULTS.sizeGib;
  const problems = [
    ...wholeNumber('masterDisk.sizeGib', sizeGib, 40, 500, 'GiB'),
    ...oneOf('masterDisk.category', category, CATEGORIES),
    ...oneOf('masterDisk.performanceLevel', level, Object.keys(LEVELS)),
  ];
  if (problems.length > 0 || level === undefined) {
    return problems;
  }
  if (category !== 'cloud_essd') {
    const what = `masterDisk.performanceLevel ${quote(level)}: only cloud_essd has levels, category is ${quote(category)}`;
    return [{ code: 'disk-invalid', what, value: level, fix: 'leave performanceLevel out' }];
  }
  if (sizeGib < LEVELS[level]) {
    const what = `masterDisk.performanceLevel ${quote(level)} needs ${LEVELS[level]} GiB, sizeGib is ${sizeGib}`;
    return [{ code: 'disk-invalid', what, value: sizeGib, fix: `write sizeGib: ${LEVELS[level]}, or a lower level` }];
  }
  return [];
}

function tokenCount(value: unknown): Problem {
  const what = 'masters is a value that only Terraform knows; how many there are decides what is written';
  return { code: 'choice-invalid', what, value, fix: 'write masters: 3' };
}

function typeCountProblems(types: readonly string[], count: number): Problem[] {
  const list = Array.isArray(types) && !isToken(types);
  if (list && (types.length === 1 || types.length === count)) {
    return [];
  }
  const what = `masterTypes ${quote(types)} is neither one instance type for all ${count} masters nor one for each`;
  const fix = `write masterTypes: ["ecs.g7.xlarge"], or ${count} of them`;
  return [{ code: 'master-types', what, value: types, fix }];
}

function typeProblems(types: readonly string[]): Problem[] {
  if (!Array.isArray(types) || isToken(types)) {
    return [];
  }
  const each = [...new Set(types)].flatMap((name) => (isToken(name) ? [] : oneTypeProblems(name)));
  return new Set(readTypes(types).map(({ arm }) => arm)).size > 1 ? [...each, mixed(types)] : each;
}

function oneTypeProblems(name: string): Problem[] {
  const type = instanceType(name);
  if (type === undefined) {
    const what = `masterTypes ${quote(name)} is not an ECS instance type`;
    return [{ code: 'instance-type-invalid', what, value: name, fix: 'write a type such as "ecs.g7.xlarge"' }];
  }
  if (type.vcpu >= MIN_VCPU) {
    return [];
  }
  const what = `masterTypes ${quote(name)} has ${type.vcpu} vCPU; a master needs ${MIN_VCPU}`;
  const fix = `write "${name.replace(/\.\w+$/, '.xlarge')}" or larger`;
  return [{ code: 'instance-type-small', what, value: name, fix }];
}

function mixed(types: readonly string[]): Problem {
  const what = `masterTypes ${quote(types)} mixes Arm and x86, which need different images`;
  return { code: 'instance-type-mixed', what, value: types, fix: 'write types of one architecture' };
}

function zoneCountProblems(zones: readonly string[] | undefined, count: number): Problem[] {
  if (zones === undefined || isToken(zones) || zones.length <= count) {
    return [];
  }
  const what = `zones names ${zones.length} zones for ${count} masters`;
  const fix = count === 3 && zones.length === 5 ? 'write masters: 5' : `name at most ${count} zones`;
  return [{ code: 'zone-count', what, value: zones, fix }];
}
