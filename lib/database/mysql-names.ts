import { createHash } from 'node:crypto';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

const DATABASE = /^[a-z][a-z0-9_-]{0,62}[a-z0-9]$/;
const ACCOUNT = /^[a-z][a-z0-9_]{0,30}[a-z0-9]$/;
const MAX_ACCOUNT = 32;

/** The rotation of everything that was never rotated. */
export const FIRST_ROTATION = '1';

/** Names that MySQL or RDS keeps for itself. */
const RESERVED = new Set([
  'root',
  'admin',
  'mysql',
  'sys',
  'information_schema',
  'performance_schema',
  'test',
  'aliyun_root',
]);

/** The account of a workload: its namespace and name, cut to what RDS takes, with a hash where that changed it. */
export function accountOf(namespace: string, workload: string): string {
  const whole = `${namespace}_${workload}`.toLowerCase().replace(/[^a-z0-9_]/g, '_');
  if (ACCOUNT.test(whole)) {
    return whole;
  }
  const hash = createHash('sha256').update(`${namespace}/${workload}`).digest('hex').slice(0, 6);
  return `${whole.replace(/^[^a-z]+/, 'a').slice(0, MAX_ACCOUNT - 7)}_${hash}`;
}

/** The name that an account has under a rotation: the first rotation leaves it as it is. */
export function rotatedName(account: string, rotation: string): string {
  return rotation === FIRST_ROTATION ? account : accountOf(account, rotation);
}

/** Problem with a rotation that is said to be before itself. */
export function rotationProblems({ rotation, before }: { rotation: string; before?: string }): Problem[] {
  const what = `before ${quote(before)} is the rotation itself, whose account is there anyway`;
  const fix = 'write the text that rotation had before, or leave before out';
  return before === rotation ? [{ code: 'database-account', what, value: before, fix }] : [];
}

/** Problem with the name of a database. */
export function databaseNameProblems(prop: string, name: string): Problem[] {
  return nameProblem(prop, name, DATABASE, '2 to 64 lower-case letters, digits, underscores and hyphens', 'wordpress');
}

/** Problem with the name of an account. */
export function accountNameProblems(prop: string, name: string): Problem[] {
  return nameProblem(prop, name, ACCOUNT, '2 to 32 lower-case letters, digits and underscores', 'shop_web');
}

function nameProblem(prop: string, name: string, pattern: RegExp, says: string, example: string): Problem[] {
  if (isToken(name) || (typeof name === 'string' && pattern.test(name) && !RESERVED.has(name))) {
    return [];
  }
  const what = RESERVED.has(name)
    ? `${prop} ${quote(name)} is a name that MySQL keeps for itself`
    : `${prop} ${quote(name)} is not ${says}, a letter first`;
  return [{ code: 'database-name', what, value: name, fix: `write ${prop}: "${example}"` }];
}
