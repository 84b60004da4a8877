import fc from 'fast-check';
import { canaryClaims } from '../../../lib/workload/ingress/canary-claims';
import { CanaryHeader, type CanaryHeaderData } from '../../../lib/workload/releases/canary-header';
import { canariesOf, type CanaryRules } from '../../../lib/workload/releases/canary-rules';

const HEADER = CanaryHeader.is('x-release', 'next');

const aKind = fc.constantFrom('alb' as const, 'nginx' as const);
const someRules: fc.Arbitrary<CanaryRules> = fc.record({
  header: fc.option(fc.constantFrom<CanaryHeaderData>(HEADER, CanaryHeader.always('x-next')), { nil: undefined }),
  cookie: fc.option(fc.constant('release'), { nil: undefined }),
  weight: fc.integer({ min: 0, max: 100 }),
});

describe('on nginx', () => {
  test('one Ingress has all rules, which it reads in the order header, cookie, weight', () => {
    expect(canariesOf('nginx', { header: HEADER, cookie: 'release', weight: 10 }, 'web-next')).toEqual([
      {
        id: 'web-next-canary',
        by: {
          'canary-by-header': 'x-release',
          'canary-by-header-value': 'next',
          'canary-by-cookie': 'release',
          'canary-weight': '10',
        },
      },
    ]);
  });

  test.each([
    [0.5, { 'canary-weight': '5', 'canary-weight-total': '1000' }],
    [0.25, { 'canary-weight': '25', 'canary-weight-total': '10000' }],
    [33.3, { 'canary-weight': '333', 'canary-weight-total': '1000' }],
    [100, { 'canary-weight': '100' }],
  ])('%d percent are whole parts of a total', (weight, expected) => {
    expect(canariesOf('nginx', { weight }, 'web')[0]!.by).toEqual(expected);
  });

  test('a pattern is a key of its own, and no value is named for "always"', () => {
    const of = (header: CanaryHeaderData) => canariesOf('nginx', { header, weight: 0 }, 'web')[0]!.by;
    expect(of(CanaryHeader.matches('x-release', '^next'))).toMatchObject({ 'canary-by-header-pattern': '^next' });
    expect(of(CanaryHeader.always('x-release'))).not.toHaveProperty('canary-by-header-value');
  });
});

describe('on ALB', () => {
  test('header, cookie and weight have an Ingress each, whose names count up in the order in which they are read', () => {
    expect(canariesOf('alb', { header: HEADER, cookie: 'release', weight: 10 }, 'web-next')).toEqual([
      {
        id: 'web-next-0-stable',
        by: { 'canary-by-header': 'x-stable-beside', 'canary-by-header-value': 'web-next' },
        toStable: true,
      },
      { id: 'web-next-1-header', by: { 'canary-by-header': 'x-release', 'canary-by-header-value': 'next' } },
      { id: 'web-next-2-cookie', by: { 'canary-by-cookie': 'release' } },
      { id: 'web-next-3-weight', by: { 'canary-weight': '10' } },
    ]);
  });

  test('they have places of their own before an Ingress that has one, in the same order', () => {
    const places = canariesOf('alb', { header: HEADER, cookie: 'release', weight: 10 }, 'web-next', 20);
    expect(places.map(({ order }) => order)).toEqual([16, 17, 18, 19]);
  });

  test('a header without a value is compared with "always", as nginx does by itself', () => {
    const [, header] = canariesOf('alb', { header: CanaryHeader.always('x-next'), weight: 0 }, 'web');
    expect(header!.by).toMatchObject({ 'canary-by-header-value': 'always' });
  });

  test('no Ingress has a weight beside a header or a cookie, which the controller would leave out', () => {
    fc.assert(
      fc.property(someRules, (rules) => {
        for (const { by } of canariesOf('alb', rules, 'web')) {
          expect(Object.keys(by).filter((key) => /-(?:header|cookie|weight)$/.test(key))).toHaveLength(1);
        }
      }),
    );
  });
});

test('there is one weight, which is that of the release, and every value is text', () => {
  fc.assert(
    fc.property(aKind, someRules, (kind, rules) => {
      const all = canariesOf(kind, rules, 'web').flatMap(({ by }) => Object.entries(by));
      expect(all.every(([, value]) => typeof value === 'string' && value !== '')).toBe(true);
      const weights = all.filter(([key]) => key === 'canary-weight').map(([, value]) => Number(value));
      expect(weights).toEqual([rules.weight]);
    }),
  );
});

describe('the paths of a canary', () => {
  const claims = [
    { host: 'www.example.com', path: '/static', pathType: 'Prefix' as const, serviceName: 'files', port: 80 },
    { host: 'www.example.com', path: '/', pathType: 'Prefix' as const, serviceName: 'web', port: 8080 },
    { host: 'admin.example.com', path: '/', pathType: 'Prefix' as const, serviceName: 'admin', port: 80 },
  ];
  const to = { serviceName: 'web-next', port: 80 };
  const taken = (kind: 'alb' | 'nginx', by: Readonly<Record<string, string>>) =>
    canaryClaims(claims, { kind, by, to, insteadOf: 'web' }).map(
      ({ host, path, serviceName, port }) => `${host}${path} ${serviceName}:${port}`,
    );

  test('are those of the service, with its ports, not those of others on the same path of another host', () => {
    const only = ['www.example.com/ web-next:8080'];
    expect(taken('nginx', { 'canary-by-header': 'x-release', 'canary-weight': '0' })).toEqual(only);
    expect(taken('alb', { 'canary-weight': '10' })).toEqual(only);
  });

  test('on ALB, with a header or a cookie, have the more special ones of others, which lead where they led', () => {
    for (const rule of ['header', 'cookie']) {
      expect(taken('alb', { [`canary-by-${rule}`]: 'release' })).toEqual([
        'www.example.com/static files:80',
        'www.example.com/ web-next:8080',
      ]);
    }
  });

  test('have no path that is less special, whose requests are asked about by another canary', () => {
    const of = { kind: 'alb' as const, by: { 'canary-by-header': 'release' }, to, insteadOf: 'files' };
    expect(canaryClaims(claims, of).map(({ path }) => path)).toEqual(['/static']);
  });

  test('on ALB, of some paths of an Ingress, leave those of the same Service below them where they are', () => {
    const mine = claims.map((claim) => ({ ...claim, serviceName: 'web' }));
    const of = { kind: 'alb' as const, by: { 'canary-by-cookie': 'release' }, to, paths: ['/'] };
    const [first, ...rest] = canaryClaims(mine, of);
    expect(first).toMatchObject({ path: '/static', serviceName: 'web', taken: false });
    expect(rest.map(({ serviceName }) => serviceName)).toEqual(['web-next', 'web-next']);
  });
});
