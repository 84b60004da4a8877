import { Cron, CronPattern } from 'croner';
import { quote, type Problem } from '../../core/errors';

/** The names of the controller for fields that are written often; each of them is at midnight, or every hour. */
const NICKNAMES = Object.freeze(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const EVERY = /^@every (\d+(\.\d+)?(ns|us|ms|s|m|h))+$/;
const DATE = /^@date (\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;
/** What the controller knows of a field; it has neither `L`, `W` nor `#`, and Sunday is 0 only. */
const PART = /^(\*|\?|(\d+|[A-Z]{3})(-(\d+|[A-Z]{3}))?)(\/\d+)?$/i;
/** Whether a pattern ever comes is asked from a fixed day on, so that the same program gives the same answer. */
const FROM = '2026-01-01T00:00:00Z';

/** Problem with the time of a job; none when the controller of CronHPA understands it. */
export function timeProblems(prop: string, at: unknown): Problem[] {
  const why = typeof at === 'string' ? refusal(at) : 'it is not text';
  const what = `${prop} ${quote(at)} is no time of CronHPA: ${why}`;
  const fix = `write six fields, the second first, such as "${example(at)}"; or "@every 5m", or "@date 2026-11-11 00:00:00"`;
  return why === undefined ? [] : [{ code: 'schedule-invalid', what, value: at, fix }];
}

/** Problem with a day without jobs. */
export function excludeProblems(prop: string, date: unknown): Problem[] {
  const why = typeof date === 'string' ? (refusal(date) ?? allDay(date)) : 'it is not text';
  const what = `${prop} ${quote(date)} excludes no day: ${why}`;
  const fix = 'write six fields with the day and the month, such as "* * * 1 1 *" for New Year';
  return why === undefined ? [] : [{ code: 'exclude-date', what, value: date, fix }];
}

/** Whether a job can come in the first hour of a day. */
export function atMidnight(at: string): boolean {
  const hour = DATE.exec(at)?.[4];
  return at.startsWith('@') ? (hour ?? '00') === '00' : patternOf(at).hour[0] === 1;
}

/** An excluded day holds all day only when the time of day is left open. */
function allDay(date: string): string | undefined {
  const open = date
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .every((field) => field === '*' || field === '?');
  return date.startsWith('@') || !open ? 'second, minute and hour must be "*"' : undefined;
}

/** Why the controller would refuse a time, or never run it. */
function refusal(at: string): string | undefined {
  if (at.startsWith('@')) {
    return nicknameRefusal(at);
  }
  const fields = at.trim().split(/\s+/);
  if (fields.length !== 6) {
    return `it has ${fields.length} field${fields.length === 1 ? '' : 's'}, not six`;
  }
  const foreign = fields.find((field) => !field.split(',').every((part) => PART.test(part)));
  if (foreign !== undefined || /\b7\b/.test(fields[5]!)) {
    return `it does not know ${quote(foreign ?? fields[5])}`;
  }
  try {
    patternOf(at);
  } catch (error) {
    return (error as Error).message.replace(/^CronPattern: /, '');
  }
  return new Cron(at, { paused: true, mode: '6-part', timezone: 'UTC' }).nextRun(FROM) === null
    ? 'the day never comes'
    : undefined;
}

function nicknameRefusal(at: string): string | undefined {
  const date = DATE.exec(at);
  const known = NICKNAMES.includes(at) || EVERY.test(at) || (date && exists(date.slice(1).map(Number)));
  return known ? undefined : 'it does not know this word or date';
}

/** Whether a date and a time of day exist. */
function exists([year, month, day, hour, minute, second]: readonly number[]): boolean {
  const leap = year! % 4 === 0 && (year! % 100 !== 0 || year! % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month! - 1] ?? 0;
  return day! >= 1 && day! <= days && hour! < 24 && minute! < 60 && second! < 60;
}

function patternOf(at: string): CronPattern {
  return new CronPattern(at.replaceAll('?', '*'), undefined, { mode: '6-part' });
}

/** The time as it was probably meant: five fields lack the second. */
function example(at: unknown): string {
  const fields = typeof at === 'string' ? at.trim().split(/\s+/) : [];
  return fields.length === 5 && !fields[0]!.startsWith('@') ? `0 ${fields.join(' ')}` : '0 30 8 * * 1-5';
}
