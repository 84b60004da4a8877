import { quote, type Problem } from '../core/errors';
import { choiceOf, needed, any, word } from '../core/forms';
import { isToken } from '../core/tokens';

/** How large a MySQL instance is, as plain data. Create one with {@link MysqlCapacity}. */
export type MysqlCapacityData =
  | {
      readonly kind: 'fixed';
      /** Class of the instance, such as `mysql.n2.medium.2c`. */
      readonly instanceClass: string;
    }
  | {
      readonly kind: 'serverless';
      /** Least capacity, in RCU: 0.5 to 8, in steps of 0.5. One RCU is about one core and 2 GiB. */
      readonly min: number;
      /** Greatest capacity, in RCU: 1 to 8, whole. */
      readonly max: number;
    };

/** The choices of a capacity. */
export const MysqlCapacity = Object.freeze({
  /**
   * One class, billed by the hour. A class whose name ends in `.2c` has a standby, one that ends in `.1` or `.1c` has none.
   * Changed in place, with a connection loss of some seconds.
   */
  fixed: (instanceClass: string): MysqlCapacityData => Object.freeze({ kind: 'fixed', instanceClass }),
  /** Grows and shrinks with the load between two limits, billed by what it uses. Never pauses. Limits change in place. */
  serverless: (limits: { readonly min: number; readonly max: number }): MysqlCapacityData =>
    Object.freeze({ kind: 'serverless', ...limits }),
});

export const CAPACITY_FORM = choiceOf(
  { fixed: { instanceClass: needed(word, '"mysql.n2.medium.2c"') }, serverless: { min: any, max: any } },
  "MysqlCapacity.fixed('mysql.n2.medium.2c'), MysqlCapacity.serverless({ min: 1, max: 8 })",
);

const CLASS = /^mysql\.[a-z0-9.]+\.(1|1c|2c)$/;
const LEAST = 0.5;
const MOST = 8;

/** Whether a class, by its name, has a standby; `undefined` when the name does not say. */
export function hasStandby(instanceClass: string): boolean | undefined {
  const end = CLASS.exec(instanceClass)?.[1];
  return end === undefined ? undefined : end === '2c';
}

/** Problems with a capacity beside a number of zones. */
export function capacityProblems(capacity: MysqlCapacityData, zones: 1 | 2): Problem[] {
  return capacity.kind === 'fixed' ? classProblems(capacity.instanceClass, zones) : limitProblems(capacity);
}

function classProblems(instanceClass: string, zones: 1 | 2): Problem[] {
  if (isToken(instanceClass)) {
    return [];
  }
  const standby = hasStandby(instanceClass);
  if (standby === undefined) {
    const what = `capacity.instanceClass ${quote(instanceClass)} is not a class of RDS MySQL with or without a standby`;
    const fix =
      'write MysqlCapacity.fixed("mysql.n2.medium.2c"), or a class that ends in .2c (standby), .1 or .1c (none)';
    return [{ code: 'database-class', what, value: instanceClass, fix }];
  }
  if (standby === (zones === 2)) {
    return [];
  }
  const what = standby
    ? `capacity.instanceClass ${quote(instanceClass)} has a standby, zones names one zone`
    : `capacity.instanceClass ${quote(instanceClass)} has no standby, zones names two zones`;
  const fix = standby
    ? 'write zones: DatabaseZones.two(), or a class that ends in .1 or .1c'
    : 'write a class that ends in .2c, or zones: DatabaseZones.one()';
  return [{ code: 'database-class', what, value: instanceClass, fix }];
}

function limitProblems({ min, max }: { min: number; max: number }): Problem[] {
  const problems: Problem[] = [];
  if (typeof min !== 'number' || min < LEAST || min > MOST || (min * 2) % 1 !== 0) {
    const what = `capacity.min ${quote(min)} is not ${LEAST} to ${MOST} RCU in steps of 0.5`;
    problems.push({
      code: 'database-capacity',
      what,
      value: min,
      fix: 'write MysqlCapacity.serverless({ min: 0.5, max: 8 })',
    });
  }
  if (!Number.isInteger(max) || max < 1 || max > MOST || max < min) {
    const what = `capacity.max ${quote(max)} is not a whole number of RCU, 1 to ${MOST}, at least min`;
    problems.push({
      code: 'database-capacity',
      what,
      value: max,
      fix: 'write MysqlCapacity.serverless({ min: 0.5, max: 8 })',
    });
  }
  return problems;
}
