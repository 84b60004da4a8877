import type { IngressKind } from '../../../lib/core/ingress';
import { CanaryHeader } from '../../../lib/workload/releases/canary-header';
import { Release, type BlueGreenReleaseProps } from '../../../lib/workload/releases/release';
import { Scale } from '../../../lib/workload/scaling/scale';
import { byName, NEXT_IMAGE, podsOf, warnedIn } from './a-release';
import { aRoute, short, type Around } from './a-route';

/** Ten next Pods beside the ten of `web`. */
function blueGreen(kind: IngressKind, own: Partial<BlueGreenReleaseProps> = {}, around: Around = {}) {
  const made = aRoute(kind, around);
  made.web.release(Release.blueGreen({ image: NEXT_IMAGE, through: made.front, traffic: 'stable', ...own }));
  return made;
}

const weightsOf = (made: ReturnType<typeof aRoute>) =>
  Object.values(byName(made.apps, 'ingress_v1'))
    .map(({ attributes }) => short(attributes.metadata.annotations ?? {})['canary-weight'])
    .filter((weight) => weight !== undefined);

describe.each(['alb', 'nginx'] as const)('a blue-green release on %s', (kind) => {
  test('has as many next Pods as the service, and moves all requests by one word', () => {
    expect(podsOf(blueGreen(kind).apps)).toEqual({ web: 10, 'web-next': 10 });
    expect(weightsOf(blueGreen(kind))).toEqual(['0']);
    expect(weightsOf(blueGreen(kind, { traffic: 'next' }))).toEqual(['100']);
  });

  test('changes nothing but the weight when it moves requests, and changes nothing else on the way back', () => {
    const all = (traffic: 'stable' | 'next') => {
      const { apps } = blueGreen(kind, { traffic });
      const objects = ['deployment_v1', 'service_v1', 'pod_disruption_budget_v1', 'ingress_v1'].map((type) =>
        byName(apps, type),
      );
      return JSON.stringify(objects);
    };
    const [blue, green] = [all('stable'), all('next')];
    expect(green).not.toBe(blue);
    expect(green.replace('canary-weight":"100"', 'canary-weight":"0"')).toBe(blue);
  });

  test('shows the next version to those who ask for it before', () => {
    const made = blueGreen(kind, { header: CanaryHeader.is('x-release', 'next'), cookie: 'release' });
    const keys = Object.values(byName(made.apps, 'ingress_v1')).flatMap(({ attributes }) =>
      Object.keys(short(attributes.metadata.annotations ?? {})),
    );
    expect(keys).toEqual(expect.arrayContaining(['canary-by-header-value', 'canary-by-cookie']));
  });
});

describe('of a service with an autoscaler', () => {
  const scale = Scale.onCpu({ target: 60, min: 4, max: 30 });
  const numbers = (own: Partial<BlueGreenReleaseProps>) => {
    const { apps } = blueGreen('nginx', own, { props: { scale } });
    const { min_replicas: min, max_replicas: max } = byName(apps, 'horizontal_pod_autoscaler_v2').web!.attributes.spec;
    return { next: byName(apps, 'deployment_v1')['web-next']!.attributes.spec.replicas, min, max };
  };

  test('the next Pods carry the most of it, and the service keeps as many for the way back', () => {
    expect(numbers({})).toEqual({ next: '30', min: 30, max: 30 });
    expect(numbers({ traffic: 'next' })).toEqual({ next: '30', min: 30, max: 30 });
  });

  test('fewer are enough when the program says how many', () => {
    expect(numbers({ pods: 12 })).toEqual({ next: '12', min: 12, max: 30 });
    expect(numbers({ pods: 2 })).toEqual({ next: '2', min: 4, max: 30 });
  });
});

test('of a service that a schedule scales has the most of it, and warns that the clock may close the way back', () => {
  const jobs = [
    { name: 'morning', at: '0 0 8 * * *', replicas: 12 },
    { name: 'night', at: '0 0 22 * * *', replicas: 3 },
  ];
  const made = (traffic: 'stable' | 'next') =>
    blueGreen('nginx', { traffic }, { props: { scale: Scale.onSchedule({ jobs, start: 5 }) } });
  expect(byName(made('next').apps, 'deployment_v1')['web-next']!.attributes.spec.replicas).toBe('12');
  expect(warnedIn(made('next').apps)).toContain('release-return');
  expect(warnedIn(made('stable').apps)).not.toContain('release-return');
});
