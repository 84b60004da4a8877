import { oneOf } from '../../core/checks';
import { any, choiceOf, flag, listOf, mapOf, needed, object, text, type Form } from '../../core/forms';
import type { ScaleBehavior, ScaleRate } from './behavior';
import type { ScheduleJob } from './schedule';

const CHOICES = 'Scale.fixed(3), Scale.onCpu({ target: 60, min: 3, max: 30 }), or another of Scale';
const LIMIT = object<{ pods: unknown; percent: unknown; seconds: unknown }>({ pods: any, percent: any, seconds: any });

const TAKE: Form = (prop, value) =>
  ['most', 'least', 'none'].includes(value as string)
    ? []
    : [{ code: 'choice-invalid', what: `${prop} is none of most, least, none`, value, fix: `write ${prop}: 'most'` }];

const RATE = object<ScaleRate>({ windowSeconds: any, take: TAKE, limits: listOf(LIMIT) });
const BEHAVIOR = object<ScaleBehavior>({ up: RATE, down: RATE });

const RESOURCE: Form = needed((prop, value) => oneOf(prop, value, ['cpu', 'memory']), "'cpu'");

const METRIC = choiceOf(
  {
    resource: { resource: RESOURCE, percent: any },
    pods: { name: any, labels: needed(mapOf(text), '{}'), perPod: any },
    external: {
      name: any,
      labels: needed(mapOf(text), '{}'),
      target: needed(object<{ per: unknown; value: unknown }>({ per: any, value: any }), 'HoldTo.perPod(100)'),
      ingress: object<{ port: unknown; service: unknown; project: unknown }>({
        port: any,
        service: text,
        project: text,
      }),
    },
  },
  'ScaleMetric.cpu(60), ScaleMetric.ingressQps({ port: 80, perPod: 100 }), or another of ScaleMetric',
);

const AUTO = {
  min: any,
  max: any,
  metrics: needed(listOf(METRIC), '[ScaleMetric.cpu(60)]'),
  behavior: BEHAVIOR,
};

const JOB = object<ScheduleJob>({ name: any, at: any, replicas: any, once: flag });

/** The form of a scale. */
export const SCALE_FORM: Form = choiceOf(
  {
    fixed: { replicas: any },
    auto: AUTO,
    schedule: {
      jobs: needed(listOf(JOB), '[{ name: "morning", at: "0 0 8 * * *", replicas: 10 }]'),
      excludeDates: needed(listOf(text), '[]'),
      start: any,
      over: choiceOf({ auto: AUTO }, 'Scale.onCpu({...}), or another autoscaler of Scale'),
    },
  },
  CHOICES,
);
