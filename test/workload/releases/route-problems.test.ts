import type { IngressKind } from '../../../lib/core/ingress';
import { CanaryHeader } from '../../../lib/workload/releases/canary-header';
import { Release } from '../../../lib/workload/releases/release';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale } from '../../../lib/workload/scaling/scale';
import { problemsOf } from '../../support/problems';
import { aService } from '../scaling/a-scaled-service';
import { NEXT_IMAGE } from './a-release';
import { aRoute, type Around } from './a-route';

type Own = Readonly<Record<string, unknown>>;

/** The problems of a canary of two Pods through an Ingress of a kind. */
function refused(kind: IngressKind, own: Own, around: Around = {}) {
  const { web, front } = aRoute(kind, around);
  const release = Release.canary({ image: NEXT_IMAGE, through: front, pods: 2, ...own } as never);
  return problemsOf(() => web.release(release)).map(({ code, what, fix }) => ({ code, text: `${what}\n${fix}` }));
}

describe.each(['alb', 'nginx'] as const)('on %s a canary is refused', (kind) => {
  test.each<[string, Own, string, RegExp]>([
    ['without Pods', { pods: 0 }, 'number-invalid', /pods 0 is not a whole number from 1/],
    ['without a number of Pods', { pods: undefined }, 'value-missing', /pods is missing/],
    ['with half a Pod', { pods: 1.5 }, 'number-invalid', /pods 1\.5/],
    ['with more than all requests', { weight: 101 }, 'release-weight', /weight 101 is not a percentage/],
    ['with fewer than none', { weight: -1 }, 'release-weight', /weight -1/],
    ['with a weight that is no number', { weight: NaN }, 'release-weight', /weight NaN is not a percentage/],
    ['with a weight without end', { weight: Infinity }, 'release-weight', /weight Infinity is not a percentage/],
    ['with a weight in words', { weight: '10%' }, 'release-weight', /weight "10%"/],
    [
      'with more requests than its Pods take',
      { weight: 50 },
      'release-capacity',
      /50 % .* need 5 of the 10 Pods .* there are 2/,
    ],
    [
      'by a header that nginx throws away',
      { header: CanaryHeader.always('x_next') },
      'release-rule',
      /header "x_next"/,
    ],
    ['by the header of cookies', { header: CanaryHeader.always('Cookie') }, 'release-rule', /write cookie: "<name>"/],
    ['by the host', { header: CanaryHeader.is('Host', 'x') }, 'release-rule', /what an Ingress reads itself/],
    [
      'by the header of the service’s own Pods',
      { header: CanaryHeader.is('X-Stable-Beside', 'x') },
      'release-rule',
      /what an Ingress reads itself/,
    ],
    ['by a value with spaces', { header: CanaryHeader.is('x-a', 'a b') }, 'release-rule', /header value "a b"/],
    ['by no factory of headers', { header: { name: 'x-a' } }, 'choice-invalid', /is none of CanaryHeader/],
    ['by a cookie with a value', { cookie: 'next=always' }, 'release-rule', /the name of a cookie alone/],
    ['by an empty cookie', { cookie: ' ' }, 'type-invalid', /cookie " " is not text that says something/],
  ])('%s', (_, own, code, text) => {
    expect(refused(kind, own)).toEqual([{ code, text: expect.stringMatching(text) }]);
  });

  test('through an Ingress that leads elsewhere, or is in another namespace', () => {
    const made = aRoute(kind);
    const other = aService(made.namespace, 'other');
    const far = aService(new Namespace(made.apps, 'far'), 'web');
    const release = Release.canary({ image: NEXT_IMAGE, through: made.front, pods: 2 });
    for (const [service, text] of [
      [other, 'no path of the Ingress "shop-apps/shop/front" leads to the Service "other"'],
      [far, 'is in namespace "shop", the service in "far"'],
    ] as const) {
      const [problem] = problemsOf(() => service.release(release));
      expect([problem!.code, problem!.what]).toEqual(['release-route', expect.stringContaining(text)]);
    }
  });
});

describe('what one kind cannot do is refused with the reason, and done by the other:', () => {
  test.each<[string, Own, RegExp, RegExp]>([
    [
      'a pattern',
      { header: CanaryHeader.matches('x-a', '^b') },
      /knows no regular expressions/,
      /CanaryHeader\.is\("x-a"/,
    ],
    [
      'half a percent',
      { weight: 0.5 },
      /ALB divides by whole percents/,
      /write weight: 1, or take an Ingress of nginx/,
    ],
  ])('%s on ALB', (_, own, why, fix) => {
    const [problem, ...more] = refused('alb', own);
    expect(more).toEqual([]);
    expect(problem).toEqual({ code: 'release-unsupported', text: expect.stringMatching(why) });
    expect(problem!.text).toMatch(fix);
    const { web, front } = aRoute('nginx');
    expect(() => web.release(Release.canary({ image: NEXT_IMAGE, through: front, pods: 2, ...own }))).not.toThrow();
  });

  test('a shadow on ALB, which copies to server groups only', () => {
    const shadow = (kind: IngressKind) => () => {
      const { web, front } = aRoute(kind);
      web.release(Release.shadow({ image: NEXT_IMAGE, through: front, pods: 2 }));
    };
    const [problem] = problemsOf(shadow('alb'));
    expect([problem!.code, problem!.what]).toEqual([
      'release-unsupported',
      expect.stringMatching(/server group of the cloud/),
    ]);
    expect(shadow('nginx')).not.toThrow();
  });

  test('four places before an Ingress of ALB that is among the first', () => {
    expect(refused('alb', {}, { ingress: { order: 4 } })).toEqual([
      { code: 'ingress-order', text: expect.stringMatching(/four places before it.*\nwrite order: 5 or more/) },
    ]);
  });

  test('a way back that clients with a cookie of nginx would not take', () => {
    const around: Around = { ingress: { sticky: { seconds: 3600 } } };
    expect(refused('nginx', { weight: 10 }, around)).toEqual([
      { code: 'release-unsupported', text: expect.stringMatching(/keeps clients with the version that they have/) },
    ]);
    const { web, front } = aRoute('alb', around);
    expect(() => web.release(Release.canary({ image: NEXT_IMAGE, through: front, pods: 2 }))).not.toThrow();
  });

  test('on nginx a pattern that it would leave out, and a weight finer than it counts', () => {
    const codes = [
      refused('nginx', { header: CanaryHeader.matches('x-a', 'a b') }),
      refused('nginx', { header: CanaryHeader.matches('x-a', '(') }),
      refused('nginx', { weight: 0.001 }),
    ].map(([problem]) => problem!.code);
    expect(codes).toEqual(['release-rule', 'release-rule', 'release-weight']);
  });
});

describe('a blue-green release is refused', () => {
  const problems = (own: Own, around: Around = {}) => {
    const { web, front } = aRoute('nginx', around);
    const release = Release.blueGreen({ image: NEXT_IMAGE, through: front, traffic: 'stable', ...own } as never);
    return problemsOf(() => web.release(release)).map(({ code, what }) => `${code}: ${what}`);
  };

  test('with another colour', () => {
    expect(problems({ traffic: 'green' })).toEqual([expect.stringMatching(/^choice-invalid: traffic "green"/)]);
  });

  test('with fewer Pods than a fixed scale has, even before it has any requests', () => {
    expect(problems({ pods: 9 })).toEqual([expect.stringMatching(/^release-capacity: 100 % .* need 10 of the 10/)]);
    const { web, front } = aRoute('nginx', { props: { scale: Scale.onCpu({ target: 60, min: 4, max: 30 }) } });
    const release = Release.blueGreen({ image: NEXT_IMAGE, through: front, traffic: 'next', pods: 9 });
    expect(() => web.release(release)).not.toThrow();
  });

  test('with a weight, which it has none of', () => {
    expect(problems({ weight: 10 })).toEqual([expect.stringMatching(/^prop-unknown/)]);
  });
});
