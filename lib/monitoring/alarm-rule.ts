import { oneOf } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { any, object, type Form, type Forms } from '../core/forms';
import { isToken } from '../core/tokens';
import { knownWholeNumber, unknownNumber } from './known-number';

/** When a value is wrong. */
export type AlarmComparison = '>' | '>=' | '<' | '<=';

/** How the values of a period become one; each metric knows some of them. */
export type AlarmStatistics = 'Average' | 'Maximum' | 'Minimum' | 'Sum' | 'Value';

/** A rule about one metric of CloudMonitor. */
export interface AlarmRule {
  /** Name of the metric, as CloudMonitor spells it. */
  readonly metric: string;
  /** What it measures, with its unit. */
  readonly measures: string;
  /** Whether it measures a share in percent, so that levels are from 1 to 100. @default false */
  readonly share?: boolean;
  readonly statistics: AlarmStatistics;
  readonly comparison: AlarmComparison;
  /** The value from which on it is critical; `false` for a rule without that level. */
  readonly critical: number | false;
  /** The value from which on people are warned; `false` for a rule without that level. */
  readonly warn: number | false;
  /** Seconds over which values are put together: 60, 300 or another multiple of 60. */
  readonly periodSeconds: number;
  /** Periods in a row that must be wrong, 1 to 100. */
  readonly times: number;
}

/** What can be said otherwise about a rule that is there by default; `false` leaves it out. */
export type AlarmChange =
  false | Partial<Omit<AlarmRule, 'metric' | 'measures' | 'share' | 'statistics' | 'comparison'>>;

/** Changes by the names of rules. */
export type AlarmChanges<Name extends string> = { readonly [K in Name]?: AlarmChange };

/** The rules by default for one kind of thing. */
export interface AlarmSet<Name extends string = string> {
  /** Namespace of CloudMonitor. */
  readonly namespace: string;
  /** What CloudMonitor calls the id of the thing. */
  readonly dimension: string;
  readonly rules: { readonly [K in Name]: AlarmRule };
  /** Where the names of the metrics are from. */
  readonly source: string;
}

const CHANGE_FORMS: Forms<Exclude<AlarmChange, false>> = { critical: any, warn: any, periodSeconds: any, times: any };
const CHANGE: Form = (prop, value) => (value === false ? [] : object(CHANGE_FORMS)(prop, value));

/** The forms of the changes of a set: one for each of its rules. */
export function changeForms<Name extends string>({ rules }: AlarmSet<Name>): Forms<AlarmChanges<Name>> {
  const forms = Object.fromEntries(Object.keys(rules).map((name) => [name, CHANGE]));
  return forms as Forms<AlarmChanges<Name>>;
}

/** The rules of a set with what is said otherwise, by name, in the order of the set. */
export function changedRules(
  { rules }: AlarmSet,
  changes: AlarmChanges<string>,
): readonly (readonly [string, AlarmRule])[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const change = changes[name];
    if (change === false) {
      return [];
    }
    const said = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
    return [[name, { ...rule, ...Object.fromEntries(said) }] as const];
  });
}

/** Everything that is wrong with a rule. @param silent what to write where it has no level */
export function alarmRuleProblems(
  name: string,
  rule: AlarmRule,
  silent = `write ${name}: false to leave it out`,
): Problem[] {
  return [
    ...oneOf(`${name}.statistics`, rule.statistics, ['Average', 'Maximum', 'Minimum', 'Sum', 'Value']),
    ...oneOf(`${name}.comparison`, rule.comparison, ['>', '>=', '<', '<=']),
    ...knownWholeNumber(`${name}.periodSeconds`, rule.periodSeconds, 60, 86400, 'seconds'),
    ...periodProblems(name, rule.periodSeconds),
    ...knownWholeNumber(`${name}.times`, rule.times, 1, 100, 'periods'),
    ...levelProblems(name, rule, silent),
  ];
}

const MOST_PERCENT = 100;

/**
 * Problems of a rule by default whose level is reached always or never: 0, or less; of a share less than one percent, which was
 * meant to be a hundred times that, or more than all of it.
 */
export function reachProblems(name: string, { share = false, ...levels }: AlarmRule): Problem[] {
  const [least, most] = share ? [1, MOST_PERCENT] : [Number.MIN_VALUE, Infinity];
  return (['critical', 'warn'] as const)
    .map((level) => [level, levels[level]] as const)
    .filter(
      ([, value]) => Number.isFinite(value) && !isToken(value) && !(Number(value) >= least && Number(value) <= most),
    )
    .map(([level, value]) => ({
      code: 'alarm-levels',
      what: `${name}.${level} ${quote(value)} is ${share ? 'no share from 1 to 100 percent' : 'not more than 0'}: it is reached always, or never`,
      value,
      fix: share ? `write ${level}: 90` : `write a number above 0, or ${level}: false`,
    }));
}

function periodProblems(name: string, seconds: number): Problem[] {
  if (isToken(seconds) || !Number.isInteger(seconds) || seconds % 60 === 0) {
    return [];
  }
  const what = `${name}.periodSeconds ${seconds} is no whole number of minutes`;
  const fix = `write periodSeconds: ${Math.max(60, Math.round(seconds / 60) * 60)}`;
  return [{ code: 'number-invalid', what, value: seconds, fix }];
}

const isLevel = (value: unknown): boolean => value === false || (typeof value === 'number' && Number.isFinite(value));

/** Levels are numbers, at least one, and the critical one is the worse. */
function levelProblems(name: string, { critical, warn, comparison }: AlarmRule, silent: string): Problem[] {
  const wrong = (what: string, value: unknown, fix: string): Problem => ({ code: 'alarm-levels', what, value, fix });
  const levels = Object.entries({ critical, warn });
  const later = levels.filter(([, value]) => isToken(value));
  if (later.length > 0) {
    return later.map(([level]) => unknownNumber(`${name}.${level}`, 90));
  }
  const odd = levels.filter(([, value]) => !isLevel(value));
  if (odd.length > 0) {
    return odd.map(([level, value]) =>
      wrong(`${name}.${level} ${quote(value)} is no number`, value, `write ${level}: 90, or ${level}: false`),
    );
  }
  if (critical === false && warn === false) {
    return [wrong(`${name} has no level that anybody is told of`, rule(false), silent)];
  }
  if (critical === false || warn === false) {
    return [];
  }
  const milder = comparison.startsWith('>') ? warn < critical : warn > critical;
  const fix = `write a warn that is ${comparison.startsWith('>') ? 'less' : 'more'} than critical, or warn: false`;
  return milder ? [] : [wrong(`${name}.warn ${warn} is no milder than critical ${critical}`, warn, fix)];
}

const rule = (level: false) => ({ critical: level, warn: level });
