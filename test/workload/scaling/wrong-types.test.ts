import * as lib from 'alicloud-constructs';
import { InputError } from 'alicloud-constructs';
import { reject, type Problem } from '../../../lib/core/errors';
import { needed, type Form } from '../../../lib/core/forms';
import type { BurstData } from '../../../lib/workload/burst/burst';
import { BURST_FORM } from '../../../lib/workload/burst/burst-forms';
import { burstProblems } from '../../../lib/workload/burst/burst-problems';
import { onNodes } from '../../../lib/workload/burst/burst-scale';
import { eciAnnotations } from '../../../lib/workload/eci/eci-annotations';
import type { EciPod } from '../../../lib/workload/eci/eci-pod';
import { ECI_POD_FORM, eciPodProblems } from '../../../lib/workload/eci/eci-problems';
import { fewestReplicas } from '../../../lib/workload/replicas';
import { autoscalerSpec } from '../../../lib/workload/scaling/autoscaler-config';
import { cronHpa } from '../../../lib/workload/scaling/cron-hpa';
import { mostReplicas } from '../../../lib/workload/scaling/most-pods';
import type { ScaleData } from '../../../lib/workload/scaling/scale';
import { SCALE_FORM } from '../../../lib/workload/scaling/scale-forms';
import { scaleProblems } from '../../../lib/workload/scaling/scale-problems';
import { aBurstingService } from './a-scaled-service';

// Programs in JavaScript, and values of type `any`, reach the library with anything.
type Given = (...given: unknown[]) => unknown;

const GARBAGE = [undefined, null, 0, -1, 1.5, NaN, '', 'three', true, [], [null], {}, { kind: 'auto' }, () => 3];

/** Whether an act ends well, or as every wrong input does. */
function outcome(act: () => unknown): string {
  try {
    act();
    return 'accepted';
  } catch (error) {
    return (error as Error).name === InputError.name ? 'refused' : `${(error as Error).stack}`;
  }
}

const OF = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop', clusterId: 'c1' } as const;
const { web, eci: node } = aBurstingService();

/** Reads a value as its construct does: its form, then what it says, then what it makes. */
function read<T>(data: unknown, form: Form, problems: (data: T) => Problem[], make: (data: T) => unknown) {
  return outcome(() => {
    reject('web', form('it', data));
    reject('web', problems(data as T));
    make(data as T);
  });
}

const scale = (data: unknown) =>
  read<ScaleData>(data, needed(SCALE_FORM, 'Scale.fixed(3)'), scaleProblems, (made) => {
    fewestReplicas(made);
    mostReplicas(made);
    return made.kind === 'auto' ? autoscalerSpec(made, OF) : made.kind === 'schedule' && cronHpa(made, OF);
  });
const eci = (data: unknown) => read<EciPod>(data, ECI_POD_FORM, eciPodProblems, eciAnnotations);
const burst = (data: unknown) =>
  read<BurstData>(
    data,
    BURST_FORM,
    (made) => burstProblems(web, made),
    (made) => onNodes(made, 30),
  );

const each = (factories: object) => Object.entries(factories) as [string, Given][];

test.each(each(lib.Scale))('Scale.%s takes anything and refuses what is no scale', (_name, make) => {
  for (const given of GARBAGE) {
    expect(scale(make(given))).toMatch(/^(accepted|refused)$/);
  }
});

test.each(each(lib.ScaleMetric))('ScaleMetric.%s takes anything and refuses what is no metric', (_name, make) => {
  for (const given of GARBAGE) {
    const metrics = [make(given, given, given)] as lib.MetricData[];
    expect(scale(lib.Scale.on({ metrics, min: 1, max: 2 }))).toMatch(/^(accepted|refused)$/);
  }
});

test.each(['metrics', 'behavior', 'min', 'max'])('%s of an autoscaler may be anything', (prop) => {
  for (const given of GARBAGE) {
    const wrong = { ...lib.Scale.onCpu({ target: 60, min: 1, max: 2 }), [prop]: given } as never;
    expect(scale(wrong)).toMatch(/^(accepted|refused)$/);
    expect(scale(lib.Scale.onSchedule({ jobs: [], over: wrong }))).toMatch(/^(accepted|refused)$/);
  }
});

test.each(['jobs', 'excludeDates', 'start', 'over'])('%s of a schedule may be anything', (prop) => {
  const jobs = [{ name: 'up', at: '0 0 8 * * *', replicas: 3 }];
  for (const given of GARBAGE) {
    expect(scale({ kind: 'schedule', jobs, excludeDates: [], [prop]: given })).toMatch(/^(accepted|refused)$/);
  }
});

test.each(['sizes', 'families', 'billing', 'image', 'vswitches', 'address', 'extraDiskGib'])(
  'the setting %s of ECI may be anything',
  (prop) => {
    for (const given of GARBAGE) {
      expect(eci({ [prop]: given })).toMatch(/^(accepted|refused)$/);
      expect(eci({ [prop]: { kind: 'own', ids: given } })).toBe('refused');
    }
  },
);

test.each([...each(lib.EciVswitches), ...each(lib.EciAddress), ...each(lib.EciBilling), ...each(lib.EciImage)])(
  'the choice %s of ECI takes anything',
  (_name, make) => {
    for (const given of GARBAGE) {
      const made = make(given, given);
      expect(eci({ vswitches: made, address: made, billing: made, image: made })).toBe('refused');
    }
  },
);

test.each([...each(lib.Burst), ...each(lib.Overflow)])(
  '%s takes anything and refuses what is no burst',
  (_name, make) => {
    for (const given of GARBAGE) {
      expect(burst(make(given, node, given))).toMatch(/^(accepted|refused)$/);
      expect(burst(make(node, given))).toMatch(/^(accepted|refused)$/);
      expect(burst(lib.Burst.afterEcs(3, node, { overflow: make(given) as never }))).toMatch(/^(accepted|refused)$/);
    }
  },
);
