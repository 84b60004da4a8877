import type { IngressKind } from '../../../lib/core/ingress';
import { Burst } from '../../../lib/workload/burst/burst';
import { Disruption } from '../../../lib/workload/disruption';
import { Isolation } from '../../../lib/workload/isolation';
import { CanaryHeader } from '../../../lib/workload/releases/canary-header';
import { Release, type CanaryReleaseProps } from '../../../lib/workload/releases/release';
import { Scale } from '../../../lib/workload/scaling/scale';
import { resourcesOf, synthesized } from '../../../lib/testing';
import { customResources, warningsOf } from '../scaling/a-scaled-service';
import { byName, NEXT_IMAGE, podsOf, warnedIn } from './a-release';
import { aRoute, short, type Around } from './a-route';

/** Two Pods of the next version beside the ten of `web`. */
function canary(kind: IngressKind, own: Partial<CanaryReleaseProps> = {}, around: Around = {}) {
  const made = aRoute(kind, around);
  made.web.release(Release.canary({ image: NEXT_IMAGE, through: made.front, pods: 2, ...own }));
  return made;
}

const ALL: Partial<CanaryReleaseProps> = {
  header: CanaryHeader.is('x-release', 'next'),
  cookie: 'release',
  weight: 10,
};

/** The Ingresses of a stack by name: what says canary, and where their paths lead. */
const ingressesIn = (made: ReturnType<typeof aRoute>) =>
  Object.fromEntries(
    Object.entries(byName(made.apps, 'ingress_v1')).map(([name, { attributes }]) => {
      const by = Object.entries(short(attributes.metadata.annotations ?? {})).filter(([key]) => /^canary/.test(key));
      const paths = attributes.spec.rule.flatMap(({ host, http }: never) =>
        (http as { path: { path: string; backend: { service: { name: string } } }[] }).path.map(
          (one) => `${host}${one.path} ${one.backend.service.name}`,
        ),
      );
      return [name, { by: Object.fromEntries(by), paths }];
    }),
  );

describe('a canary', () => {
  test('on nginx is one Ingress beside that of the service, with everything that sends requests to it', () => {
    expect(ingressesIn(canary('nginx', ALL))).toEqual({
      front: { by: {}, paths: ['www.example.com/ web'] },
      '0-front-web-next-canary': {
        by: {
          canary: 'true',
          'canary-by-header': 'x-release',
          'canary-by-header-value': 'next',
          'canary-by-cookie': 'release',
          'canary-weight': '10',
        },
        paths: ['www.example.com/ web-next'],
      },
    });
  });

  test('on ALB is an Ingress for each rule, read before that of the service by their names', () => {
    const ingresses = ingressesIn(canary('alb', ALL));
    expect(Object.keys(ingresses).sort()).toEqual([
      '0-front-web-next-0-stable',
      '0-front-web-next-1-header',
      '0-front-web-next-2-cookie',
      '0-front-web-next-3-weight',
      'front',
    ]);
    expect(Object.values(ingresses).map(({ by }) => Object.keys(by).length)).toEqual([0, 3, 3, 2, 2]);
  });

  test('on ALB is served where the service is, on the same ports and with the same health checks', () => {
    const { apps } = canary('alb', ALL);
    const { front, ...others } = byName(apps, 'ingress_v1');
    const shared = (attributes: { metadata: { annotations: Record<string, string> } }) =>
      Object.fromEntries(
        Object.entries(short(attributes.metadata.annotations)).filter(([key]) => !/^canary/.test(key)),
      );
    expect(Object.keys(shared(front!.attributes))).toContain('listen-ports');
    for (const { attributes } of Object.values(others)) {
      expect(shared(attributes)).toEqual(shared(front!.attributes));
      expect(attributes.spec.tls).toEqual(front!.attributes.spec.tls);
    }
  });

  test('has places of its own on an ALB whose Ingresses have one', () => {
    const { apps } = canary('alb', ALL, { ingress: { order: 20 } });
    const orders = Object.values(byName(apps, 'ingress_v1')).map(
      ({ attributes }) => short(attributes.metadata.annotations).order,
    );
    expect(orders.sort()).toEqual(['16', '17', '18', '19', '20']);
    expect(() => synthesized(apps)).not.toThrow();
  });

  test('gets requests only when its Pods are there, which Terraform waits for, and loses them before they go', () => {
    for (const kind of ['alb', 'nginx'] as const) {
      const { apps } = canary(kind, ALL, { props: { waitForRollout: false } });
      const next = byName(apps, 'deployment_v1')['web-next']!;
      const service = byName(apps, 'service_v1')['web-next']!;
      expect(next.attributes.wait_for_rollout).toBe(true);
      for (const [name, { attributes }] of Object.entries(byName(apps, 'ingress_v1'))) {
        if (name !== 'front') {
          expect(attributes.depends_on).toEqual(expect.arrayContaining([next.address, service.address]));
        }
      }
    }
  });

  test('does not wait for an ALB that gets to know its Pods only with their first request', () => {
    const { apps } = canary('alb', ALL);
    const gates = (name: string) => byName(apps, 'deployment_v1')[name]!.attributes.spec.template.spec.readiness_gate;
    expect(gates('web')).toEqual([{ condition_type: 'target-health.alb.k8s.alibabacloud' }]);
    expect(gates('web-next')).toBeUndefined();
  });

  test('has an ALB know the Pods of the service at every weight, so that they are ready while it gets the image', () => {
    for (const weight of [0, 50, 100]) {
      const made = canary('alb', { weight, pods: 10 }, { space: { isolation: Isolation.denyIngress() } });
      expect(ingressesIn(made)['0-front-web-next-0-stable']).toEqual({
        by: { canary: 'true', 'canary-by-header': 'x-stable-beside', 'canary-by-header-value': 'web-next' },
        paths: ['www.example.com/ web'],
      });
      expect(() => synthesized(made.apps)).not.toThrow();
    }
    // nginx knows the Pods of every Service that an Ingress leads to, whatever the weight is.
    expect(Object.keys(ingressesIn(canary('nginx', { weight: 100, pods: 10 })))).toHaveLength(2);
  });

  test('leaves the Pods of the service alone, in number and in template', () => {
    const before = byName(aRoute('nginx').apps, 'deployment_v1').web!.attributes;
    const during = byName(canary('nginx', ALL).apps, 'deployment_v1');
    expect(during.web!.attributes).toEqual(before);
    expect(podsOf(canary('nginx', ALL).apps)).toEqual({ web: 10, 'web-next': 2 });
  });

  test('is known by labels of its own, under a Service of its own on the same ports', () => {
    const { apps } = canary('nginx', {}, { props: { ports: { metrics: 9090 } } });
    const { web, 'web-next': next } = byName(apps, 'service_v1');
    expect(next!.attributes.spec.selector).toEqual({ 'app.kubernetes.io/name': 'web-next' });
    expect(next!.attributes.spec.port).toEqual(web!.attributes.spec.port);
    const { template } = byName(apps, 'deployment_v1')['web-next']!.attributes.spec;
    expect(template.metadata.labels).toMatchObject(next!.attributes.spec.selector);
    const spread = template.spec.topology_spread_constraint[0].label_selector[0].match_labels;
    expect(spread).toEqual(next!.attributes.spec.selector);
  });

  test('starts with Pods that nobody sends anything to, or only those who ask for it', () => {
    expect(Object.values(ingressesIn(canary('nginx')))[1]!.by).toEqual({ canary: 'true', 'canary-weight': '0' });
    expect(Object.keys(ingressesIn(canary('alb', { header: CanaryHeader.always('x-next') })))).toHaveLength(4);
  });

  test('has a budget of its own from two Pods on, that of the service where it lets Pods go', () => {
    const budget = (pods: number, disruption = Disruption.maxUnavailable('50%')) =>
      byName(canary('nginx', { pods }, { props: { disruption } }).apps, 'pod_disruption_budget_v1')['web-next']
        ?.attributes.spec;
    expect(budget(1)).toBeUndefined();
    expect(budget(2)).toMatchObject({ max_unavailable: '50%' });
    expect(budget(2, Disruption.minAvailable(8))).toMatchObject({ max_unavailable: '10%' });
  });
});

describe('the next Pods of a canary', () => {
  test('may reach, and be reached by, what those of the service may, whenever that was said', () => {
    const made = aRoute('nginx', { space: { isolation: Isolation.denyIngress() } });
    const selected = (labels: string) =>
      Object.values(byName(made.apps, 'network_policy_v1'))
        .map(({ attributes }) => JSON.stringify(attributes.spec))
        .filter((spec) => spec.includes(`"app.kubernetes.io/name":"${labels}"`)).length;
    made.namespace.allowFrom('10.0.0.0/8', 8080, made.web);
    made.web.release(Release.canary({ image: NEXT_IMAGE, through: made.front, pods: 2 }));
    made.namespace.allowFrom(made.web, 9090);
    expect(selected('web')).toBe(3);
    expect(selected('web-next')).toBe(3);
  });

  test.each([['before'], ['after']])('have the way to ECI of the service, given %s the release', (when) => {
    const made = aRoute('nginx');
    const release = () => made.web.release(Release.canary({ image: NEXT_IMAGE, through: made.front, pods: 2 }));
    const burst = () => made.web.burst(Burst.workloadSpread(made.eci, { onNodes: 4 }));
    (when === 'before' ? [burst, release] : [release, burst]).forEach((act) => act());
    const names = resourcesOf(made.apps, 'helm_release').map(({ attributes }) => String(attributes.values[0]));
    expect(names.filter((text) => text.includes('name: web-next'))).toHaveLength(1);
    expect(Object.keys(customResources(made.apps))).toEqual(['WorkloadSpread']);
    expect(made.web.next!.eci).toBe('some');
  });

  test('are divided between nodes and ECI by an order of their own, as many on nodes as the service has', () => {
    const made = aRoute('nginx');
    made.web.burst(Burst.afterEcs(4, made.eci));
    made.web.release(Release.canary({ image: NEXT_IMAGE, through: made.front, pods: 6 }));
    const orders = resourcesOf(made.apps, 'helm_release').map(({ attributes }) => String(attributes.values[0]));
    const next = orders.filter((text) => text.includes('app.kubernetes.io/name: web-next'));
    expect(next).toEqual([expect.stringMatching(/resource: ecs\n\s+max: 4\n/)]);
    expect(byName(made.apps, 'deployment_v1')['web-next']!.attributes.depends_on).toEqual(
      expect.arrayContaining([expect.stringMatching(/^helm_release\.shop_web_next_burst/)]),
    );
  });

  test('count in the quota of the namespace', () => {
    const around = (pods: number): Around => ({ space: { quota: { pods } } });
    expect(() => synthesized(canary('nginx', {}, around(12)).apps)).not.toThrow();
    expect(() => synthesized(canary('nginx', {}, around(11)).apps)).toThrow(/quota-too-small/);
  });
});

describe('of a service with an autoscaler', () => {
  const auto: Around = { props: { scale: Scale.onCpu({ target: 60, min: 4, max: 30 }) } };
  const hpa = (made: ReturnType<typeof aRoute>) =>
    byName(made.apps, 'horizontal_pod_autoscaler_v2').web!.attributes.spec;

  test('the next Pods are a fixed number, and the autoscaler goes on for those of the service', () => {
    const made = canary('nginx', { weight: 5 }, auto);
    expect(byName(made.apps, 'deployment_v1').web!.attributes.spec.replicas).toBeUndefined();
    expect(byName(made.apps, 'deployment_v1')['web-next']!.attributes.spec.replicas).toBe('2');
    expect(hpa(made)).toMatchObject({ min_replicas: 4, max_replicas: 30, scale_target_ref: { name: 'web' } });
  });

  test('a canary with half of the requests warns of the way back; a smaller one does not', () => {
    const warned = (weight: number) => warningsOf(canary('nginx', { weight, pods: 15 }, auto).apps).join();
    expect(warned(50)).toMatch(/go back in halves/);
    expect(warned(20)).not.toMatch(/go back in halves/);
  });
});

test('a release without any request says so, as long as it stands', () => {
  const { web, apps } = canary('nginx');
  expect(warnedIn(apps)).toEqual(['release-standing']);
  expect(String(web.node.metadata[0]!.data)).toMatch(/2 next Pods beside all of its own, with 0 % of the requests/);
});
