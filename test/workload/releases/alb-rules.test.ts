import fc from 'fast-check';
import type { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { synthesized } from '../../../lib/testing';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { Namespace } from '../../../lib/workload/namespace';
import { CanaryHeader } from '../../../lib/workload/releases/canary-header';
import { Release, type CanaryReleaseProps } from '../../../lib/workload/releases/release';
import { problemsOf } from '../../support/problems';
import { aService } from '../scaling/a-scaled-service';
import { NEXT_IMAGE } from './a-release';
import { aRoute } from './a-route';
import { albRules, answersOf, knownTo, type Request } from './alb-rules';

const HOST = 'www.example.com';
const ASKED = { headers: { 'x-release': 'next' } };
const header = CanaryHeader.is('x-release', 'next');

/** A canary of `web`, which answers `/`, where `api` answers `/api` through the same Ingress. */
function shop(own: Partial<CanaryReleaseProps> = {}) {
  const made = aRoute('alb');
  const api = aService(made.namespace, 'api');
  const both = new Ingress(made.namespace, 'both', {
    class: made.own,
    routes: [
      { host: 'shop.example.com', to: made.web },
      { host: 'shop.example.com', path: '/api', to: api },
      { host: 'shop.example.com', path: '/files', match: 'exact', to: api },
    ],
  });
  made.web.release(Release.canary({ image: NEXT_IMAGE, through: both, pods: 10, header, ...own }));
  return { ...made, api, both };
}

const answers = (apps: WorkloadStack, request: Partial<Request>) =>
  answersOf(albRules(apps), { host: 'shop.example.com', path: '/', ...request });

const hidden = (apps: WorkloadStack) =>
  problemsOf(() => synthesized(apps)).map(({ code, path, fix }) => ({ code, path, fix }));

/** A route that is asked for: of `web`, or of another service. */
interface Asked {
  readonly host: string | undefined;
  readonly path: string;
  readonly match: 'prefix' | 'exact';
  readonly mine: boolean;
}

describe('by the rules that the controller writes', () => {
  test('a header and a cookie come before the weight, and move requests of the service alone', () => {
    const { apps } = shop({ weight: 10, cookie: 'release' });
    expect(answers(apps, {})).toEqual({ web: 90, 'web-next': 10 });
    expect(answers(apps, ASKED)).toEqual({ 'web-next': 100 });
    expect(answers(apps, { cookies: { release: 'always' } })).toEqual({ 'web-next': 100 });
    expect(answers(apps, { cookies: { release: 'never' } })).toEqual({ web: 90, 'web-next': 10 });
    expect(answers(apps, { ...ASKED, path: '/api/orders' })).toEqual({ api: 100 });
    expect(answers(apps, { ...ASKED, path: '/files' })).toEqual({ api: 100 });
    expect(answers(apps, { ...ASKED, host: HOST })).toEqual({ web: 100 });
  });

  test('the ALB knows the Pods of the service at every weight: new ones would never be ready otherwise', () => {
    for (const weight of [0, 1, 99, 100]) {
      const { apps } = shop({ weight });
      expect(knownTo(albRules(apps))).toContain('web');
    }
    expect(answers(shop({ weight: 100 }).apps, {})).toEqual({ 'web-next': 100 });
    const blueGreen = aRoute('alb');
    blueGreen.web.release(Release.blueGreen({ image: NEXT_IMAGE, through: blueGreen.front, traffic: 'next' }));
    expect(knownTo(albRules(blueGreen.apps))).toEqual(['web', 'web-next']);
    expect(answersOf(albRules(blueGreen.apps), { host: HOST, path: '/' })).toEqual({ 'web-next': 100 });
  });

  test('whatever paths there are, requests go to the next Pods if they are asked for and the service would answer', () => {
    const aPath = fc.constantFrom('/', '/a', '/a/b', '/a/b/c', '/d');
    const aHost = fc.constantFrom('b.example.com', '*.example.com', undefined);
    const route = fc.record({
      host: aHost,
      path: aPath,
      match: fc.constantFrom('prefix' as const, 'exact' as const),
      mine: fc.boolean(),
    });
    const routes = fc.uniqueArray(route, {
      minLength: 1,
      maxLength: 6,
      selector: ({ host, path }) => `${host}${path}`,
    });
    const request = fc.record({
      host: fc.constantFrom('b.example.com', 'a.example.com', 'b.org'),
      path: fc.constantFrom('/', '/a', '/a/b', '/a/b/x', '/d/e'),
    });
    const rulesFor = (asked: readonly Asked[], release: boolean) => {
      const made = aRoute('alb', { ingress: { order: 1 } });
      const api = aService(made.namespace, 'api');
      const all = asked.map(({ mine, ...one }) => ({ ...one, to: mine ? made.web : api }));
      const own = new Ingress(made.namespace, 'own', {
        class: made.own,
        routes: [...all, { host: 'never.org', to: made.web }],
      });
      if (release) {
        made.web.release(Release.canary({ image: NEXT_IMAGE, through: own, pods: 10, header, weight: 30 }));
      }
      return albRules(made.apps);
    };
    fc.assert(
      fc.property(routes, fc.array(request, { minLength: 5, maxLength: 10 }), (asked, requests) => {
        const [before, during] = [rulesFor(asked, false), rulesFor(asked, true)];
        for (const one of requests) {
          const was = answersOf(before, one);
          const isOurs = was?.web === 100;
          expect(answersOf(during, one)).toEqual(isOurs ? { web: 70, 'web-next': 30 } : was);
          expect(answersOf(during, { ...one, ...ASKED })).toEqual(isOurs ? { 'web-next': 100 } : was);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a header is refused, which ALB compares before all other rules', () => {
  test('where it takes requests of another Ingress, until that one has a place before it', () => {
    const apart = (order?: number) => {
      const made = aRoute('alb');
      const api = aService(made.namespace, 'api');
      new Ingress(made.namespace, 'api-front', {
        class: made.own,
        routes: [{ host: HOST, path: '/api', to: api }],
        order,
      });
      made.web.release(Release.canary({ image: NEXT_IMAGE, through: made.front, pods: 2, header }));
      return made.apps;
    };
    expect(hidden(apart())).toEqual([
      {
        code: 'ingress-path-hidden',
        path: 'shop-apps/shop/front/web-next-1-header',
        fix: expect.stringContaining('write an order of "shop-apps/shop/api-front" below 10'),
      },
    ]);
    expect(answersOf(albRules(apart(5)), { host: HOST, path: '/api', ...ASKED })).toEqual({ api: 100 });
  });

  test('where it leads past the release of another service of the same Ingress', () => {
    const { apps, api, both } = shop();
    api.release(Release.canary({ image: NEXT_IMAGE, through: both, pods: 4, weight: 50 }));
    const [first] = hidden(apps);
    expect(first).toMatchObject({ code: 'ingress-path-hidden', path: 'shop-apps/shop/both/web-next-1-header' });
    expect(first!.fix).toMatch(/an Ingress of its own, that of "\/files" with the smaller order/);
  });

  test('not for two releases of services with an Ingress each, and not for weights alone', () => {
    const made = aRoute('alb', { ingress: { order: 20 } });
    const api = aService(made.namespace, 'api');
    const own = { class: made.own, routes: [{ host: HOST, path: '/api', to: api }], order: 15 };
    const through = new Ingress(made.namespace, 'api-front', own);
    for (const [service, ingress] of [
      [made.web, made.front],
      [api, through],
    ] as const) {
      service.release(Release.canary({ image: NEXT_IMAGE, through: ingress, pods: 10, header, weight: 10 }));
    }
    const rules = albRules(made.apps);
    expect(answersOf(rules, { host: HOST, path: '/', ...ASKED })).toEqual({ 'web-next': 100 });
    expect(answersOf(rules, { host: HOST, path: '/api', ...ASKED })).toEqual({ 'api-next': 100 });
    expect(answersOf(rules, { host: HOST, path: '/api' })).toEqual({ api: 90, 'api-next': 10 });

    const weights = shop({ header: undefined, weight: 10 });
    weights.api.release(Release.canary({ image: NEXT_IMAGE, through: weights.both, pods: 10, weight: 20 }));
    expect(answers(weights.apps, { path: '/api' })).toEqual({ api: 80, 'api-next': 20 });
    expect(answers(weights.apps, {})).toEqual({ web: 90, 'web-next': 10 });
  });

  test('with orders that leave no room for the places of releases', () => {
    const made = aRoute('alb', { ingress: { order: 20 } });
    const other = new Namespace(made.apps, 'other');
    new Ingress(other, 'near', {
      class: made.own,
      routes: [{ host: 'b.org', to: { serviceName: 'b', port: 80 } }],
      order: 18,
    });
    made.web.release(Release.canary({ image: NEXT_IMAGE, through: made.front, pods: 2, cookie: 'release' }));
    expect(hidden(made.apps)).toEqual([
      expect.objectContaining({ code: 'ingress-order', fix: expect.stringContaining('leave five between the orders') }),
    ]);
  });
});

test('a service with a path that another answers exactly is refused on ALB, which would divide the requests of both', () => {
  const made = aRoute('alb');
  const routes = [
    { host: HOST, path: '/a', to: made.web },
    { host: HOST, path: '/a', match: 'exact' as const, to: aService(made.namespace, 'api') },
  ];
  const through = new Ingress(made.namespace, 'own', { class: made.own, routes });
  const release = () => made.web.release(Release.canary({ image: NEXT_IMAGE, through, pods: 2 }));
  expect(problemsOf(release)).toEqual([
    expect.objectContaining({ code: 'release-unsupported', what: expect.stringContaining('two services answer "/a"') }),
  ]);
});

test('a name that no tag of an ALB takes is refused, since the controller would serve no Ingress of the class any more', () => {
  const released = (kind: 'alb' | 'nginx', long: number) => {
    const made = aRoute(kind, { ingress: { name: 'f'.repeat(63) } });
    const web = aService(made.namespace, 'long', { name: 'w'.repeat(long) });
    const routes = [{ host: 'long.example.com', to: web }];
    const through = new Ingress(made.namespace, 'own', { class: made.own, routes, name: 'i'.repeat(63) });
    web.release(Release.canary({ image: NEXT_IMAGE, through, pods: 10, cookie: 'release' }));
    return made.apps;
  };
  // "0-", 63, "-", the service, "-next-2-cookie".
  expect(problemsOf(() => released('alb', 49))).toEqual([
    expect.objectContaining({ code: 'kubernetes-name', what: expect.stringContaining('has 129 characters') }),
  ]);
  expect(() => synthesized(released('alb', 48))).not.toThrow();
  expect(() => synthesized(released('nginx', 58))).not.toThrow();
});
