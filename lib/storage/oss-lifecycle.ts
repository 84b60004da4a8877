import type { OssBucketLifecycleRule } from '@cdktf/provider-alicloud/lib/oss-bucket';
import { wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { prefixProblems } from './oss-prefix';

/** What becomes of objects as they get older. Days count from the last change of an object. */
export interface BucketLifecycleRule {
  /** Objects whose names begin so. @default all */
  readonly prefix?: string;
  /** Days after which they are stored as infrequently accessed: cheaper to keep, reading costs. @default never */
  readonly infrequentAfterDays?: number;
  /** Days after which they are archived; reading needs a minute. @default never */
  readonly archiveAfterDays?: number;
  /** Days after which they are cold archived; reading needs hours. @default never */
  readonly coldArchiveAfterDays?: number;
  /** Days after which they are deleted. @default never */
  readonly deleteAfterDays?: number;
}

/** Days after which what was begun and what was replaced is thrown away. */
export const LIFECYCLE_DEFAULTS = Object.freeze({ abortUploadsAfterDays: 7, deleteOldVersionsAfterDays: 90 });

const MOVES = Object.freeze([
  ['infrequentAfterDays', 'IA'],
  ['archiveAfterDays', 'Archive'],
  ['coldArchiveAfterDays', 'ColdArchive'],
] as const);

/**
 * The rules of a bucket as OSS takes them: first what keeps every bucket from growing unseen (unfinished uploads, old
 * versions, marks of deleted objects), then the user's in their order.
 */
export function lifecycleRules(
  rules: readonly BucketLifecycleRule[],
  oldVersionsDays: number | undefined,
): OssBucketLifecycleRule[] {
  const expires = rules.some(({ deleteAfterDays }) => deleteAfterDays !== undefined);
  const tidy: OssBucketLifecycleRule = {
    id: 'tidy',
    prefix: '',
    enabled: true,
    abortMultipartUpload: [{ days: LIFECYCLE_DEFAULTS.abortUploadsAfterDays }],
    noncurrentVersionExpiration: oldVersionsDays === undefined ? undefined : [{ days: oldVersionsDays }],
    // OSS refuses two rules that expire the same objects, so a rule of the user's has precedence over the marks.
    expiration: oldVersionsDays === undefined || expires ? undefined : [{ expiredObjectDeleteMarker: true }],
  };
  return [tidy, ...rules.map(asOss)];
}

function asOss(rule: BucketLifecycleRule, index: number): OssBucketLifecycleRule {
  const transitions = MOVES.flatMap(([prop, storageClass]) =>
    rule[prop] === undefined ? [] : [{ days: rule[prop], storageClass }],
  );
  return {
    id: `rule-${index + 1}`,
    prefix: rule.prefix ?? '',
    enabled: true,
    transitions: transitions.length > 0 ? transitions : undefined,
    expiration: rule.deleteAfterDays === undefined ? undefined : [{ days: rule.deleteAfterDays }],
  };
}

/** Problems with lifecycle rules: no effect, days out of order, two rules for one object. */
export function lifecycleProblems(rules: readonly BucketLifecycleRule[]): Problem[] {
  return [
    ...rules.flatMap((rule, index) => ruleProblems(`lifecycle[${index}]`, rule)),
    ...rules.flatMap((rule, index) => overlaps(rule, index, rules.slice(0, index))),
  ];
}

function ruleProblems(prop: string, rule: BucketLifecycleRule): Problem[] {
  const days = [...MOVES.map(([name]) => name), 'deleteAfterDays' as const].filter((name) => rule[name] !== undefined);
  const numbers = days.flatMap((name) => wholeNumber(`${prop}.${name}`, rule[name], 1, 36500, 'days'));
  const wrong = (what: string, fix: string): Problem[] => [{ code: 'lifecycle-invalid', what, value: rule, fix }];
  if (numbers.length > 0) {
    return numbers;
  }
  if (days.length === 0) {
    return wrong(`${prop} does nothing`, `write ${prop}.deleteAfterDays: 365, or leave the rule out`);
  }
  const late = days.find((name, index) => index > 0 && rule[name]! <= rule[days[index - 1]!]!);
  const order = late
    ? wrong(
        `${prop}.${late} ${rule[late]} comes before what happens first`,
        `write more days than in ${days[days.indexOf(late) - 1]}`,
      )
    : [];
  return [...prefixProblems(`${prop}.prefix`, rule.prefix), ...order];
}

function overlaps(rule: BucketLifecycleRule, index: number, before: readonly BucketLifecycleRule[]): Problem[] {
  const prefix = rule.prefix ?? '';
  const other = before.findIndex(({ prefix: taken = '' }) => prefix.startsWith(taken) || taken.startsWith(prefix));
  if (other === -1) {
    return [];
  }
  const what = `lifecycle[${index}] and lifecycle[${other}] are about the same objects: prefixes ${quote(prefix)} and ${quote(before[other]!.prefix ?? '')}`;
  return [
    {
      code: 'lifecycle-invalid',
      what,
      value: prefix,
      fix: 'write one rule, or prefixes of which none begins the other',
    },
  ];
}
