import { quote, type Problem } from '../core/errors';
import { any, mapOf, needed, text, word, type Forms } from '../core/forms';
import { CONTACTS_FORM } from './alert-contacts-props';
import type { AlarmRule } from './alarm-rule';
import type { IAlertContacts } from './i-alert-contacts';
import { knownWholeNumber } from './known-number';

export interface AlarmsProps {
  /** Who is told. Changed in place. @throws InputError `contacts-unreachable` */
  readonly contacts: IAlertContacts;
  /**
   * Minutes for which nobody is told again while a value stays wrong, 5 to 1440. Changed in place.
   * @default 60
   */
  readonly silenceMinutes?: number;
  /**
   * When people are told, `HH:MM-HH:MM` in the time of the account; what is wrong outside is not told later. Changed in place.
   * @default "00:00-23:59" - always
   * @throws InputError `alarm-hours`
   */
  readonly hours?: string;
}

/** What alarms are when a prop is left out. */
export const ALARMS_DEFAULTS = Object.freeze({ silenceMinutes: 60, hours: '00:00-23:59' });

export const ALARMS_FORMS: Forms<AlarmsProps> = {
  contacts: needed(CONTACTS_FORM, 'new AlertContacts(...)'),
  silenceMinutes: any,
  hours: text,
};

/** A rule about any metric of CloudMonitor. */
export interface OwnAlarm extends Omit<
  AlarmRule,
  'measures' | 'share' | 'critical' | 'warn' | 'periodSeconds' | 'times'
> {
  /** Namespace of the metric, such as `acs_ecs_dashboard`. Another one makes another alarm. */
  readonly namespace: string;
  /** Of what, by the names that CloudMonitor has for it, such as `{ instanceId: nat.natGatewayId }`. Changed in place. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The value from which on it is critical. @default none */
  readonly critical?: number;
  /** The value from which on people are warned. @default none */
  readonly warn?: number;
  /** Seconds over which values are put together, a multiple of 60. @default 300 */
  readonly periodSeconds?: number;
  /** Periods in a row that must be wrong. @default 3 */
  readonly times?: number;
}

/** What an alarm of one's own is when a prop is left out. */
export const OWN_ALARM_DEFAULTS = Object.freeze({ periodSeconds: 300, times: 3 });

export const OWN_ALARM_FORMS: Forms<OwnAlarm> = {
  namespace: needed(word, '"acs_ecs_dashboard"'),
  metric: needed(word, '"CPUUtilization"'),
  dimensions: needed(mapOf(word), '{ instanceId: "i-..." }'),
  statistics: needed(any, '"Average"'),
  comparison: needed(any, '">="'),
  critical: any,
  warn: any,
  periodSeconds: any,
  times: any,
};

const HOURS = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Everything that is wrong with the props of alarms. */
export function alarmsProblems({ silenceMinutes, hours }: AlarmsProps): Problem[] {
  const what = `hours ${quote(hours)} is not HH:MM-HH:MM, of two times that differ`;
  return [
    ...knownWholeNumber('silenceMinutes', silenceMinutes, 5, 1440, 'minutes'),
    ...(hours === undefined || (HOURS.test(hours) && hours.slice(0, 5) !== hours.slice(6))
      ? []
      : [{ code: 'alarm-hours' as const, what, value: hours, fix: 'write hours: "08:00-22:00", or leave it out' }]),
  ];
}

/** The dimensions that CloudMonitor is asked for, in the order of their names. */
export function dimensionsOf(dimensions: Readonly<Record<string, string>>): string {
  const names = Object.keys(dimensions).sort();
  return JSON.stringify([Object.fromEntries(names.map((name) => [name, dimensions[name]]))]);
}
