import { wholeNumber } from '../core/checks';
import type { Protection } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { any, listOf, object } from '../core/forms';

/** A day of the week. */
export type BackupDay = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** When backups are made and how long they are kept. Changed in place. */
export interface Backup {
  /**
   * Days a backup is kept, 7 to 730, and the log with which any second between can be restored. Beyond half the disk they
   * are billed.
   * @default 14, in a `sandbox` stack 7
   */
  readonly retentionDays?: number;
  /** Hour at which it is made, UTC: `18:00Z-19:00Z`. @default "18:00Z-19:00Z" */
  readonly hour?: string;
  /** Days on which it is made, at least two. @default every day */
  readonly days?: readonly BackupDay[];
}

export const BACKUP_DAYS: readonly BackupDay[] = Object.freeze([
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]);

export const BACKUP_FORM = object<Backup>({ retentionDays: any, hour: any, days: listOf(any) });

const HOUR = /^([01]\d|2[0-3]):00Z-([01]\d|2[0-4]):00Z$/;

/** A backup with everything that was left out. */
export function resolvedBackup(backup: Backup | undefined, protection: Protection): Required<Backup> {
  return {
    retentionDays: backup?.retentionDays ?? (protection === 'production' ? 14 : 7),
    hour: backup?.hour ?? '18:00Z-19:00Z',
    days: backup?.days ?? BACKUP_DAYS,
  };
}

/** Problems with backups. */
export function backupProblems({ retentionDays, hour, days }: Backup): Problem[] {
  const wrong = (days ?? BACKUP_DAYS).filter((day) => !BACKUP_DAYS.includes(day));
  return [
    ...(retentionDays === undefined ? [] : wholeNumber('backup.retentionDays', retentionDays, 7, 730, 'days')),
    ...(hour === undefined ? [] : hourProblems('backup.hour', hour)),
    ...wrong.map((day) => ({
      code: 'choice-invalid' as const,
      what: `backup.days has ${quote(day)}, which is no day of the week`,
      value: day,
      fix: 'write days such as "Monday"',
    })),
    ...((days?.length ?? 7) >= 2 ? [] : [tooFewDays(days)]),
  ];
}

function tooFewDays(days: unknown): Problem {
  const what = `backup.days ${quote(days)}: RDS backs up on two days of the week at least`;
  return { code: 'list-empty', what, value: days, fix: 'name two days, or leave days out' };
}

/** Problems with an hour that begins and ends at the full hour, one after the other. */
export function hourProblems(prop: string, value: string): Problem[] {
  const match = typeof value === 'string' ? HOUR.exec(value) : null;
  if (match && Number(match[2]) === Number(match[1]) + 1) {
    return [];
  }
  const what = `${prop} ${quote(value)} is not one full hour in UTC`;
  return [{ code: 'database-window', what, value, fix: `write ${prop}: "18:00Z-19:00Z"` }];
}
