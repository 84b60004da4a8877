import { resourceOf, resourcesOf } from '../../../lib/testing';
import { Burst } from '../../../lib/workload/burst/burst';
import type { JobWorkloadProps } from '../../../lib/workload/jobs/job-props';
import { JobWorkload } from '../../../lib/workload/jobs/job-workload';
import { ScheduledJob } from '../../../lib/workload/jobs/scheduled-job';
import type { ScheduledJobProps } from '../../../lib/workload/jobs/scheduled-job-props';
import { problemsOf } from '../../support/problems';
import { aNamespace, RUN } from '../a-namespace';
import { withVirtualNode } from '../a-workplace';

function aJob(props: Partial<JobWorkloadProps> = {}) {
  const made = aNamespace();
  return { ...made, job: new JobWorkload(made.namespace, 'migrate', { ...RUN, ...props }) };
}

function aReport(props: Partial<ScheduledJobProps> = {}) {
  const made = aNamespace();
  return { ...made, report: new ScheduledJob(made.namespace, 'report', { ...RUN, schedule: '30 2 * * *', ...props }) };
}

const jobOf = (props?: Partial<JobWorkloadProps>) => resourceOf(aJob(props).apps, 'kubernetes_job_v1').attributes;
const reportOf = (props?: Partial<ScheduledJobProps>) =>
  resourceOf(aReport(props).apps, 'kubernetes_cron_job_v1').attributes;

describe('a job', () => {
  test('runs once, three times more at most, and ends within ten minutes', () => {
    expect(jobOf().spec).toMatchObject({
      completions: 1,
      parallelism: 1,
      completion_mode: 'NonIndexed',
      backoff_limit: 3,
      active_deadline_seconds: 600,
      template: { spec: { restart_policy: 'Never' } },
    });
  });

  test('is waited for longer than it may run, so that its own end is what an apply tells', () => {
    expect(jobOf()).toMatchObject({ wait_for_completion: true, timeouts: { create: '15m', update: '15m' } });
    expect(jobOf({ deadlineSeconds: 3600 }).timeouts).toMatchObject({ create: '65m' });
    expect(jobOf({ waitForCompletion: false }).wait_for_completion).toBe(false);
  });

  test('never removes itself: Terraform would run it again', () => {
    expect(jobOf().spec).not.toHaveProperty('ttl_seconds_after_finished');
  });

  test('has as many numbered Pods as asked for, restarted in place when told so', () => {
    expect(jobOf({ completions: 8, parallelism: 4, indexed: true, onFailure: 'restart' }).spec).toMatchObject({
      completions: 8,
      parallelism: 4,
      completion_mode: 'Indexed',
      template: { spec: { restart_policy: 'OnFailure' } },
    });
  });

  test('asks nobody whether it is well, and ends at once', () => {
    const [container] = jobOf().spec.template.spec.container;
    expect(Object.keys(container).filter((key) => /probe|lifecycle/.test(key))).toEqual([]);
  });
});

test('a job runs on nodes first and then on ECI, when told so', () => {
  const made = aNamespace({}, withVirtualNode());
  const job = new JobWorkload(made.namespace, 'crunch', { ...RUN, completions: 20, parallelism: 20 });
  job.burst(Burst.afterEcs(8, made.cluster.virtualNode!));
  expect(job.eci).toBe('some');
  const [policy] = resourcesOf(made.apps, 'helm_release');
  expect(JSON.stringify(policy!.attributes.values)).toContain('ResourcePolicy');
  expect(resourceOf(made.apps, 'kubernetes_job_v1').attributes.depends_on).toContain(policy!.address);
});

describe('a job by a schedule', () => {
  test('runs in the time of Shanghai, never beside itself, and is left out when it is ten minutes late', () => {
    expect(reportOf().spec).toMatchObject({
      schedule: '30 2 * * *',
      timezone: 'Asia/Shanghai',
      concurrency_policy: 'Forbid',
      suspend: false,
      starting_deadline_seconds: 600,
      successful_jobs_history_limit: 3,
      failed_jobs_history_limit: 3,
      job_template: { spec: { active_deadline_seconds: 3600, template: { spec: { restart_policy: 'Never' } } } },
    });
  });

  test('waits to be asked when it is suspended', () => {
    expect(reportOf({ suspended: true }).spec.suspend).toBe(true);
  });

  test.each(['*/5 * * * *', '0 8 * * MON-FRI', '0 0 1,15 JAN *', '@daily', '@every 6h'])('runs at %s', (schedule) => {
    expect(reportOf({ schedule }).spec.schedule).toBe(schedule);
  });

  test.each([
    ['together', 'Allow'],
    ['replace', 'Replace'],
  ] as const)('%s with the run before', (overlap, policy) => {
    expect(reportOf({ overlap }).spec.concurrency_policy).toBe(policy);
  });
});

describe('refusals', () => {
  test.each<[string, object, string]>([
    ['a job that removes itself', { ttlSecondsAfterFinished: 60 }, 'job-ttl'],
    ['no time to run', { deadlineSeconds: 0 }, 'number-invalid'],
    ['more at once than in all', { parallelism: 4 }, 'job-index'],
    ['a number for a single Pod', { indexed: true }, 'job-index'],
    ['restarting for ever', { onFailure: 'always' }, 'choice-invalid'],
    ['replicas', { replicas: 3 }, 'prop-unknown'],
    ['no image', { image: undefined }, 'value-missing'],
  ])('of a job: %s', (_, props, code) => {
    expect(problemsOf(() => aJob(props)).map((problem) => problem.code)).toEqual([code]);
  });

  test('what is wrong with a job and with its Pod, in one error', () => {
    const codes = problemsOf(() => aJob({ completions: 0, image: 'migrate' })).map(({ code }) => code);
    expect(codes).toEqual(['number-invalid', 'job-index', 'image-untagged']);
    const forms = problemsOf(() => aJob({ ttlSecondsAfterFinished: 0, image: undefined } as object));
    expect(forms.map(({ code }) => code)).toEqual(['job-ttl', 'value-missing']);
  });

  test.each<[string, object, string, RegExp]>([
    ['seconds', { schedule: '0 30 2 * * *' }, 'cron-invalid', /no seconds/],
    ['a field too few', { schedule: '30 2 * *' }, 'cron-invalid', /4 fields/],
    ['minute 75', { schedule: '75 2 * * *' }, 'cron-invalid', /minute/],
    ['the last day of the month', { schedule: '0 0 L * *' }, 'cron-invalid', /does not know/],
    ['Sunday as 7', { schedule: '0 0 * * 7' }, 'cron-invalid', /does not know/],
    ['a word that nobody knows', { schedule: '@reboot' }, 'cron-invalid', /1 fields/],
    ['no text', { schedule: 30 }, 'cron-invalid', /not text/],
    ['a time zone that does not exist', { timeZone: 'Asia/Hangzhou' }, 'time-zone-invalid', /Hangzhou/],
    ['the time of the machine', { timeZone: 'Local' }, 'time-zone-invalid', /Local/],
    ['an offset', { timeZone: '+08:00' }, 'time-zone-invalid', /08:00/],
    ['another overlap', { overlap: 'forbid' }, 'choice-invalid', /forbid/],
    ['runs that remove themselves', { ttlSecondsAfterFinished: 0 }, 'job-ttl', /run it again/],
    ['a name that leaves no room for runs', { name: `r${'x'.repeat(52)}` }, 'workload-name-long', /53 characters/],
  ])('of a job by a schedule: %s', (_, props, code, what) => {
    const problems = problemsOf(() => aReport(props));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]!.what).toMatch(what);
  });
});
