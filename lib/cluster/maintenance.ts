import { oneOf, wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';

/** A day of the week, as ACK spells it. */
export type Weekday = (typeof WEEKDAYS)[number];

const WEEKDAYS = Object.freeze(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const);

/** Which releases an automatic upgrade takes, from none over the calmest to the newest. */
export type UpgradeChannel = (typeof CHANNELS)[number];

const CHANNELS = Object.freeze(['none', 'patch', 'stable', 'rapid'] as const);

/** When ACK may work on the cluster. Pro clusters only; changed in place. */
export interface Maintenance {
  /** Days on which the window opens, at least one. */
  readonly weekdays: readonly Weekday[];
  /** Time of day at which it opens, `HH:MM`, 24 hours. */
  readonly start: string;
  /**
   * Distance of `start` from UTC, `+HH:MM` or `-HH:MM`.
   * @default "+08:00" - China Standard Time
   */
  readonly utcOffset?: string;
  /** How long it stays open: whole hours, 1 to 24. */
  readonly hours: number;
  /**
   * Upgrades Kubernetes by itself in the window; Terraform then no longer compares the version. `none` switches off
   * what was on.
   * @default not written: a new cluster does not upgrade, an existing one keeps what it has
   */
  readonly autoUpgrade?: UpgradeChannel;
}

/** What a window is when a prop is left out. */
export const MAINTENANCE_DEFAULTS = Object.freeze({ utcOffset: '+08:00' });

/** Any day will do, since the weekdays decide; a fixed one, so that output never changes. */
const SOME_DAY = '2025-07-07';

/** The `maintenance_window` of a cluster. The API wants milliseconds in the time. */
export function maintenanceWindow(window: Maintenance) {
  return {
    enable: true,
    maintenanceTime: `${SOME_DAY}T${window.start}:00.000${window.utcOffset ?? MAINTENANCE_DEFAULTS.utcOffset}`,
    duration: `${window.hours}h`,
    weeklyPeriod: WEEKDAYS.filter((day) => window.weekdays.includes(day)).join(','),
  };
}

/** The `operation_policy` of a cluster. Never an empty block: the provider panics on one. */
export function operationPolicy(channel: UpgradeChannel) {
  return { clusterAutoUpgrade: channel === 'none' ? { enabled: false } : { enabled: true, channel } };
}

/** The maintenance attributes of a cluster. */
export function maintenanceAttributes(maintenance: Maintenance | undefined) {
  if (maintenance === undefined) {
    return {};
  }
  const { autoUpgrade } = maintenance;
  return {
    maintenanceWindow: maintenanceWindow(maintenance),
    operationPolicy: autoUpgrade === undefined ? undefined : operationPolicy(autoUpgrade),
  };
}

/** Whether ACK raises the version by itself. */
export function upgradesItself(window: Maintenance | undefined): boolean {
  return window?.autoUpgrade !== undefined && window.autoUpgrade !== 'none';
}

/** Problems with a maintenance window. */
export function maintenanceProblems(window: Maintenance): Problem[] {
  const days = window.weekdays?.length
    ? window.weekdays.flatMap((day) => oneOf('maintenance.weekdays', day, WEEKDAYS))
    : [invalid('maintenance.weekdays', window.weekdays, 'a list with at least one day', 'weekdays: ["Monday"]')];
  const start = /^([01]\d|2[0-3]):[0-5]\d$/.test(window.start)
    ? []
    : [invalid('maintenance.start', window.start, 'a time of day HH:MM', 'start: "02:00"')];
  const offset = /^[+-](0\d|1[0-4]):[0-5]\d$/.test(window.utcOffset ?? MAINTENANCE_DEFAULTS.utcOffset)
    ? []
    : [invalid('maintenance.utcOffset', window.utcOffset, 'a distance from UTC', 'utcOffset: "+08:00"')];
  const hours = wholeNumber('maintenance.hours', window.hours ?? null, 1, 24, 'hours');
  return [...days, ...start, ...offset, ...hours, ...oneOf('maintenance.autoUpgrade', window.autoUpgrade, CHANNELS)];
}

function invalid(prop: string, value: unknown, is: string, example: string): Problem {
  return { code: 'maintenance-invalid', what: `${prop} ${quote(value)} is not ${is}`, value, fix: `write ${example}` };
}
