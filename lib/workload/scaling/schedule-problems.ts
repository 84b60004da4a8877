import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import { atMidnight, excludeProblems, timeProblems } from './cron';
import type { ScheduledScale } from './scale';
import type { ScheduleJob } from './schedule';

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Everything that is wrong with a schedule, apart from the autoscaler that it moves. */
export function scheduleProblems({ jobs, excludeDates, start, over }: ScheduledScale, most: number): Problem[] {
  if (jobs.length === 0) {
    const fix = 'write jobs: [{ name: "morning", at: "0 0 8 * * *", replicas: 10 }, ...]';
    return [{ code: 'list-empty', what: 'scale.jobs is empty', value: jobs, fix }];
  }
  const fewest = over ? 1 : 0;
  const wrong = [
    ...jobs.flatMap(({ name, at, replicas }, index) => [
      ...nameProblems(`scale.jobs[${index}].name`, name),
      ...timeProblems(`scale.jobs[${index}].at`, at),
      ...wholeNumber(`scale.jobs[${index}].replicas`, replicas ?? null, fewest, most, 'Pods'),
    ]),
    ...twice(jobs),
    ...wholeNumber('scale.start', start, 0, most, 'Pods'),
    ...excludeDates.flatMap((date, index) => excludeProblems(`scale.excludeDates[${index}]`, date)),
  ];
  return wrong.length > 0 ? wrong : [...midnightProblems(jobs, excludeDates), ...aboveProblems(jobs, over)];
}

function nameProblems(prop: string, name: unknown): Problem[] {
  const what = `${prop} ${quote(name)} is not 1 to 63 lower-case letters, digits and hyphens`;
  return isToken(name) || (typeof name === 'string' && NAME.test(name))
    ? []
    : [{ code: 'kubernetes-name', what, value: name, fix: `write ${prop}: "morning"` }];
}

function twice(jobs: readonly ScheduleJob[]): Problem[] {
  const names = jobs.map(({ name }) => name);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => ({
      code: 'list-duplicate' as const,
      what: `scale.jobs has ${quote(name)} twice; the controller keeps one of the two`,
      value: name,
      fix: 'give one of them another name',
    }));
}

/**
 * The controller compares an excluded day by its month and hour only, so jobs of the first hour are left out on every
 * day of that month.
 */
function midnightProblems(jobs: readonly ScheduleJob[], excludeDates: readonly string[]): Problem[] {
  const hit = excludeDates.length === 0 ? [] : jobs.filter(({ at }) => atMidnight(at));
  return hit.map(({ name, at }) => ({
    code: 'exclude-date-midnight' as const,
    what: `job ${quote(name)} at ${quote(at)} runs between 00:00 and 00:59; with excludeDates the controller leaves such jobs out on the other days of the month, too`,
    value: at,
    fix: 'let it run at 23:59 of the day before or from 01:00 on, or leave excludeDates out',
  }));
}

/** The controller raises the most of an autoscaler and never lowers it again. */
function aboveProblems(jobs: readonly ScheduleJob[], over: ScheduledScale['over']): Problem[] {
  return over === undefined
    ? []
    : jobs
        .filter(({ replicas }) => replicas > over.max)
        .map(({ name, replicas }) => ({
          code: 'schedule-above-max' as const,
          what: `job ${quote(name)} asks for ${replicas} Pods, more than the ${over.max} of the autoscaler; it would raise that limit, and nothing lowers it again`,
          value: replicas,
          fix: `write max: ${replicas} for the autoscaler`,
        }));
}

/** Why a schedule goes one way only; `undefined` when some job takes back what another one brought. */
export function oneWay({ jobs, over }: ScheduledScale): string | undefined {
  const sizes = jobs.map(({ replicas }) => replicas);
  if (over) {
    return Math.max(...sizes) > over.min && Math.min(...sizes) > over.min
      ? `no job asks for ${over.min} Pods or fewer, so the first one that runs raises the least of the autoscaler for good`
      : undefined;
  }
  return new Set(sizes).size === 1 && jobs.every(({ once }) => !once)
    ? `every job asks for ${sizes[0]} Pods, so nothing changes after the first`
    : undefined;
}
