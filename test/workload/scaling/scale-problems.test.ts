import { Scale, type ScaleData } from '../../../lib/workload/scaling/scale';
import { HoldTo, ScaleMetric } from '../../../lib/workload/scaling/scale-metric';
import type { ScheduleJob } from '../../../lib/workload/scaling/schedule';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';

const LIMITS = { min: 3, max: 30 };
const CPU = Scale.onCpu({ target: 60, ...LIMITS });
const cpu = (props: object) => Scale.onCpu({ target: 60, ...LIMITS, ...props });
const on = (...metrics: Parameters<typeof Scale.on>[0]['metrics']) => Scale.on({ metrics, ...LIMITS });
const JOB = { name: 'morning', at: '0 0 8 * * *', replicas: 10 };
const at = (...jobs: (Partial<ScheduleJob> & object)[]) =>
  Scale.onSchedule({ jobs: jobs.map((job) => ({ ...JOB, ...job })) });
const wrong = (scale: unknown) => scale as ScaleData;

test.each<[string, ScaleData, string, RegExp]>([
  ['a negative number', Scale.fixed(-1), 'number-invalid', /scale: 0/],
  ['half a Pod', Scale.fixed(1.5), 'number-invalid', /whole number from 0 to 5000/],
  ['no way to scale', wrong({ kind: 'magic' }), 'choice-invalid', /Scale\.fixed\(3\)/],
  ['a number by itself', wrong(3), 'choice-invalid', /Scale\.fixed\(3\)/],
  ['replicas beside limits', wrong({ ...CPU, replicas: 3 }), 'prop-unknown', /./],
  ['least above most', cpu({ min: 30, max: 3 }), 'scale-range', /min: 3, max: 30/],
  ['no Pod at the least', cpu({ min: 0 }), 'number-invalid', /min: 1/],
  ['no most', cpu({ max: undefined }), 'number-invalid', /scale\.max/],
  ['a target of nothing', cpu({ target: 0 }), 'number-invalid', /1 to 1000/],
  ['no metric', on(), 'list-empty', /ScaleMetric\.cpu/],
  ['a metric twice', on(ScaleMetric.cpu(60), ScaleMetric.cpu(70)), 'list-duplicate', /once/],
  ['a metric that is none', on(wrong({ kind: 'guess' }) as never), 'choice-invalid', /ScaleMetric/],
  ['a name that no metric has', on(ScaleMetric.external('a b', HoldTo.perPod(1))), 'metric-invalid', /sls_ingress_qps/],
  ['a share of no quantity', on(ScaleMetric.external('open', HoldTo.perPod('many'))), 'quantity-invalid', /100/],
  ['a share of nothing', on(ScaleMetric.ofPods('open', 0)), 'quantity-invalid', /100/],
  ['a port beyond all', on(ScaleMetric.ingressQps({ port: 70_000, perPod: 1 })), 'number-invalid', /65535/],
  [
    'a balancer that is no classic one',
    on(ScaleMetric.balancerQps({ balancerId: 'nlb-abc', port: 80, perPod: 1 })),
    'metric-invalid',
    /lb-\.\.\./,
  ],
  [
    'logs of an ALB that nobody named',
    on(ScaleMetric.albIngressQps({ port: 80, perPod: 1 } as never)),
    'metric-invalid',
    /project/,
  ],
  ['a window of two hours', cpu({ behavior: { up: { windowSeconds: 7200 } } }), 'number-invalid', /3600/],
  ['speed without limits', cpu({ behavior: { up: { limits: [] } } }), 'list-empty', /percent: 100/],
  ['a limit of no time', cpu({ behavior: { down: { limits: [{ pods: 4, seconds: 0 }] } } }), 'number-invalid', /1800/],
  ['a speed that is none', cpu({ behavior: { down: { take: 'fast' } } }), 'choice-invalid', /most/],
  ['no job', Scale.onSchedule({ jobs: [] }), 'list-empty', /morning/],
  ['a time of five fields', at({ at: '0 8 * * *' }), 'schedule-invalid', /"0 0 8 \* \* \*"/],
  ['two jobs of one name', at({}, { at: '0 0 9 * * *' }), 'list-duplicate', /another name/],
  ['a job without a number', at({ replicas: undefined as never }), 'number-invalid', /replicas/],
  ['a name with spaces', at({ name: 'Every morning' }), 'kubernetes-name', /"morning"/],
  [
    'an excluded hour',
    Scale.onSchedule({ jobs: [JOB], excludeDates: ['0 0 8 1 1 *'] }),
    'exclude-date',
    /"\* \* \* 1 1 \*"/,
  ],
  [
    'a job at midnight beside excluded days',
    Scale.onSchedule({ jobs: [{ ...JOB, at: '0 0 0 11 11 *' }], excludeDates: ['* * * 15 11 *'] }),
    'exclude-date-midnight',
    /23:59/,
  ],
  [
    'a job above the most of the autoscaler',
    Scale.onSchedule({ jobs: [{ ...JOB, replicas: 50 }], over: CPU }),
    'schedule-above-max',
    /max: 50/,
  ],
  [
    'no Pods under an autoscaler',
    Scale.onSchedule({ jobs: [{ ...JOB, replicas: 0 }], over: CPU }),
    'number-invalid',
    /1/,
  ],
  [
    'a schedule over a number',
    Scale.onSchedule({ jobs: [JOB], over: Scale.fixed(3) as never }),
    'choice-invalid',
    /Scale\.onCpu/,
  ],
])('%s is refused', (_title, scale, code, fix) => {
  const problems = problemsOf(() => aWebService({ scale }));
  expect(problems).toContainEqual(
    expect.objectContaining({ code, path: 'shop-apps/shop/web', fix: expect.stringMatching(fix) }),
  );
});

test('all that is wrong is said at once', () => {
  const scale = Scale.on({ metrics: [ScaleMetric.cpu(0), ScaleMetric.memory(0)], min: 0, max: 0 });
  expect(problemsOf(() => aWebService({ scale }))).toHaveLength(4);
});
