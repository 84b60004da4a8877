import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { any, object } from '../core/forms';

/** Disk of a MySQL instance. */
export interface MysqlStorage {
  /**
   * Size when it is created, in GiB: 20 to 32000, a multiple of 5. Create-only: from then on the disk grows by itself, and
   * another value changes nothing.
   */
  readonly gib: number;
  /**
   * Size up to which the disk grows by itself, in GiB; billed as it grows. Terraform does not fight it.
   * @default 200, or `gib` when that is more
   */
  readonly growTo?: number;
}

export const STORAGE_FORM = object<MysqlStorage>({ gib: any, growTo: any });

export const STORAGE_DEFAULTS = Object.freeze({ gib: 50, growTo: 200 });

const LEAST = 20;
const MOST = 32_000;

/** Size up to which a disk grows. */
export function upperBound({ gib, growTo }: MysqlStorage): number {
  return Math.max(growTo ?? STORAGE_DEFAULTS.growTo, gib);
}

/** Problems with a disk. @param least smallest size, in GiB */
export function storageProblems({ gib, growTo }: MysqlStorage, prop = 'storage.gib', least = LEAST): Problem[] {
  return [
    ...sizeProblems(prop, gib, least),
    ...(growTo === undefined ? [] : sizeProblems('storage.growTo', growTo, typeof gib === 'number' ? gib : LEAST)),
  ];
}

function sizeProblems(prop: string, value: unknown, least: number): Problem[] {
  if (
    isToken(value) ||
    (Number.isInteger(value) && Number(value) >= least && Number(value) <= MOST && Number(value) % 5 === 0)
  ) {
    return [];
  }
  const what = `${prop} ${quote(value)} is not ${least} to ${MOST} GiB in steps of 5`;
  return [{ code: 'database-storage', what, value, fix: `write ${prop}: ${Math.ceil(least / 5) * 5}` }];
}
