import { CronPattern } from 'croner';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

/** Words that stand for a schedule. */
const WORDS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

/**
 * Problems with a schedule of a CronJob: five fields, the minute first. Kubernetes reads fewer extensions than most
 * libraries, so what it would refuse is refused here too: seconds, `L`, `W`, `#`, and 7 for Sunday.
 */
export function cronProblems(prop: string, schedule: unknown): Problem[] {
  if (isToken(schedule)) {
    return [];
  }
  const why = wrongWith(schedule);
  const what = `${prop} ${quote(schedule)} ${why}`;
  const fix = `write five fields, minute, hour, day, month, weekday: ${prop}: "30 2 * * 1-5" is half past two on working days`;
  return why === undefined ? [] : [{ code: 'cron-invalid', what, value: schedule, fix }];
}

function wrongWith(schedule: unknown): string | undefined {
  if (typeof schedule !== 'string') {
    return 'is not text';
  }
  if (WORDS.includes(schedule) || /^@every [1-9]\d*[hms]$/.test(schedule)) {
    return undefined;
  }
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== 5) {
    return `has ${fields.length} fields${fields.length === 6 ? '; a CronJob has no seconds' : ''}`;
  }
  const [, , day = '', , weekday = ''] = fields;
  if (/[LW#+]/i.test(day) || /[#+]|\bL\b|\dL/i.test(weekday) || /(^|[,-])7/.test(weekday)) {
    return 'has L, W, #, + or weekday 7, which Kubernetes does not know';
  }
  try {
    new CronPattern(schedule.trim(), undefined, { mode: '5-part' });
    return undefined;
  } catch (error) {
    return `is no schedule: ${(error as Error).message.replace(/^CronPattern: /, '')}`;
  }
}

/** Problems with the name of a time zone. */
export function timeZoneProblems(prop: string, zone: unknown): Problem[] {
  if (
    isToken(zone) ||
    (typeof zone === 'string' && /^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(zone) && known(zone))
  ) {
    return [];
  }
  const what = `${prop} ${quote(zone)} is not the name of a time zone`;
  return [{ code: 'time-zone-invalid', what, value: zone, fix: `write ${prop}: "Asia/Shanghai", or "Etc/UTC"` }];
}

/** Zones of nearly every program: to ask Node for the first time loads its whole table of zones. */
const OFTEN = ['Asia/Shanghai', 'Etc/UTC', 'UTC'];

function known(zone: string): boolean {
  if (OFTEN.includes(zone)) {
    return true;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
