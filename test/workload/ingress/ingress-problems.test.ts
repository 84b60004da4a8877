import { IngressClass } from '../../../lib/workload/ingress/imported-ingress-class';
import { AlbIngressClass } from '../../../lib/workload/ingress/alb-ingress-class';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { IngressHealth, IngressTls, Rewrite } from '../../../lib/workload/ingress/ingress-choices';
import { IngressListener } from '../../../lib/workload/ingress/ingress-listener';
import { Namespace } from '../../../lib/workload/namespace';
import { Shutdown } from '../../../lib/workload/pod/shutdown';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';
import { aWorkplace } from '../a-workplace';
import { aClass, anIngress, CERTIFICATE, LISTENERS } from './an-ingress';

const HOST = 'www.example.com';

/** The one problem of an Ingress that is asked for `props`. */
function onlyProblem(props: object) {
  const [problem, ...others] = problemsOf(() => anIngress(props));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ path: 'shop-apps/shop/site' });
  return problem!;
}

function onNginx(props: object, certified = true) {
  const { apps, namespace, web } = aWebService();
  const listeners = [
    { port: 80, protocol: 'HTTP' as const, certified: false },
    { port: 443, protocol: 'HTTPS' as const, certified },
  ];
  const attributes = {
    className: 'nginx',
    kind: 'nginx',
    scheme: 'internet',
    sources: ['10.0.0.0/8'],
    listeners,
  } as const;
  const own = IngressClass.fromAttributes(apps, 'nginx', attributes);
  return problemsOf(() => new Ingress(namespace, 'site', { class: own, routes: [{ host: HOST, to: web }], ...props }));
}

describe('refused on any class', () => {
  test.each<[string, object, string, unknown]>([
    ['no routes', { routes: [] }, 'list-empty', []],
    ['a class that is none', { class: 'alb' }, 'type-invalid', 'alb'],
    ['a place of 0', { order: 0 }, 'number-invalid', 0],
    ['a cookie for a week', { sticky: { seconds: 604_800 } }, 'number-invalid', 604_800],
    ['a scheduler that there is not', { scheduler: 'fastest' }, 'choice-invalid', 'fastest'],
    ['a protocol that there is not', { backendProtocol: 'tcp' }, 'choice-invalid', 'tcp'],
    ['a limit of nothing', { limit: { perSecond: 0 } }, 'number-invalid', 0],
    ['less for all than for one', { limit: { perClientPerSecond: 10, perSecond: 10 } }, 'ingress-option', 10],
    ['CORS for nobody', { cors: { origins: [] } }, 'list-empty', []],
    ['CORS for all with cookies', { cors: { origins: ['*'], credentials: true } }, 'ingress-option', ['*']],
    [
      'CORS with a method that there is not',
      { cors: { origins: ['a'], methods: ['FETCH'] } },
      'choice-invalid',
      'FETCH',
    ],
    ['a rewrite to no path', { rewrite: Rewrite.to('index.html') }, 'ingress-path', 'index.html'],
    ['a rewrite that is none', { rewrite: '/index.html' }, 'choice-invalid', '/index.html'],
    ['health asked every hour', { health: IngressHealth.tcp({ intervalSeconds: 3600 }) }, 'number-invalid', 3600],
    ['health of no path', { health: IngressHealth.http('healthz') }, 'ingress-path', 'healthz'],
    [
      'a snippet',
      { annotations: { 'nginx.ingress.kubernetes.io/server-snippet': 'x' } },
      'ingress-annotation',
      expect.anything(),
    ],
    [
      'an annotation that a prop writes',
      { annotations: { 'alb.ingress.kubernetes.io/order': '1' } },
      'ingress-annotation',
      expect.anything(),
    ],
    [
      'a canary by annotation',
      { annotations: { 'alb.ingress.kubernetes.io/canary-weight': '1' } },
      'ingress-annotation',
      expect.anything(),
    ],
    ['a name that Kubernetes refuses', { name: 'Site' }, 'kubernetes-name', 'Site'],
    ['a prop that there is not', { hosts: [HOST] }, 'prop-unknown', 'hosts'],
    ['TLS without a reason for none', { tls: { kind: 'none' } }, 'value-missing', undefined],
    [
      'two ways to keep a client',
      { sticky: { seconds: 5 }, scheduler: 'client-address' },
      'ingress-option',
      'client-address',
    ],
  ])('%s', (_title, props, code, value) => {
    expect(onlyProblem(props)).toMatchObject({ code, ...(value === undefined ? {} : { value }) });
  });
});

describe('a route is refused', () => {
  const route = (own: object) => {
    const made = aClass();
    const act = () =>
      new Ingress(made.namespace, 'site', { class: made.alb, routes: [{ host: HOST, to: made.web, ...own }] });
    const [problem, ...others] = problemsOf(act);
    expect(others).toEqual([]);
    return problem!;
  };

  test.each<[string, object, string]>([
    ['with an address for a host', { host: '10.0.0.1' }, 'ingress-path'],
    ['with a scheme in its host', { host: 'https://www.example.com' }, 'ingress-path'],
    ['with a host in capitals', { host: 'WWW.example.com' }, 'ingress-path'],
    ['with a wildcard in the middle', { host: 'www.*.com' }, 'ingress-path'],
    ['with a path that begins nowhere', { path: 'api' }, 'ingress-path'],
    ['with a wildcard in its path', { path: '/api/*' }, 'ingress-path'],
    ['with an empty part in its path', { path: '/api//v1' }, 'ingress-path'],
    ['that matches in a way that there is not', { match: 'regex' }, 'choice-invalid'],
    ['to a port that the Service does not have', { port: 9090 }, 'ingress-backend'],
    ['to what is no Service', { to: 'web' }, 'type-invalid'],
    ['to nothing', { to: undefined }, 'value-missing'],
    ['with a prop that there is not', { service: 'web' }, 'prop-unknown'],
  ])('%s', (_title, own, code) => {
    expect(route(own)).toMatchObject({ code, path: 'shop-apps/shop/site' });
  });

  test('twice in one Ingress', () => {
    const made = aClass();
    const one = { host: HOST, to: made.web };
    const act = () => new Ingress(made.namespace, 'site', { class: made.alb, routes: [one, { ...one, path: '/' }] });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code: 'list-duplicate' })]);
  });

  test('to a Service of another namespace', () => {
    const made = aClass();
    const elsewhere = new Namespace(made.apps, 'elsewhere');
    const act = () => new Ingress(elsewhere, 'site', { class: made.alb, routes: [{ host: HOST, to: made.web }] });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code: 'ingress-backend', value: 'shop' })]);
  });

  test('of an exact path from which a prefix is to be taken', () => {
    const made = aClass();
    const routes = [{ host: HOST, path: '/api', match: 'exact' as const, to: made.web }];
    const act = () => new Ingress(made.namespace, 'site', { class: made.alb, routes, rewrite: Rewrite.stripPrefix() });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code: 'ingress-option', value: 'exact' })]);
  });

  test('of gRPC for every host, which is served with TLS for hosts only', () => {
    const made = aClass();
    const act = () =>
      new Ingress(made.namespace, 'site', { class: made.alb, routes: [{ to: made.web }], backendProtocol: 'grpc' });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code: 'ingress-option' })]);
  });
});

test('Pods that end at once behind an ALB are refused, which hears of it later', () => {
  const made = aWebService({ shutdown: Shutdown.drain({ drainSeconds: 0 }) });
  const alb = new AlbIngressClass(made.apps, 'alb', { listeners: LISTENERS });
  expect(problemsOf(() => made.web.route(alb, { host: HOST }))).toEqual([
    expect.objectContaining({ code: 'balancer-drain', fix: expect.stringContaining('Shutdown.drain()') }),
  ]);
});

test('a class of another cluster is refused', () => {
  const { alb } = aClass();
  const other = aWorkplace();
  const namespace = new Namespace(other.apps, 'shop');
  const act = () =>
    new Ingress(namespace, 'site', { class: alb, routes: [{ host: HOST, to: { serviceName: 'web', port: 80 } }] });
  expect(problemsOf(act).map(({ code }) => code)).toContain('ingress-cluster');
});

describe('what a kind cannot do is refused with the reason and the way out', () => {
  test.each<[string, object, RegExp, RegExp]>([
    ['a limit for bodies', { maxBodySize: '50m' }, /no limit for bodies/, /application/],
    ['time-outs of one Ingress', { timeouts: { readSeconds: 60 } }, /as its listener says/, /requestTimeoutSeconds/],
    ['a name for the cookie', { sticky: { seconds: 60, cookie: 'shop' } }, /SERVERID/, /leave cookie out/],
    ['connections', { limit: { connectionsPerClient: 5 } }, /counts requests/, /perClientPerSecond/],
  ])('ALB: %s', (_title, props, why, fix) => {
    const problem = onlyProblem(props);
    expect(problem).toMatchObject({ code: 'ingress-unsupported', what: expect.stringMatching(why) });
    expect(problem.fix).toMatch(fix);
  });

  test.each<[string, object, RegExp]>([
    ['a limit for all clients', { limit: { perSecond: 500 } }, /each of its Pods for itself/],
    ['fewest connections', { scheduler: 'least-connections' }, /its own Pods/],
    ['questions of its own', { health: IngressHealth.tcp() }, /probes of Kubernetes/],
    ['a place among Ingresses', { order: 3 }, /longest path/],
    ['other ports', { listeners: [443] }, /80 and 443/],
    ['certificates of the cloud', { tls: IngressTls.discovered() }, /Certificate Management/],
  ])('nginx: %s', (_title, props, why) => {
    const [problem, ...others] = onNginx(props);
    expect(problem).toMatchObject({ code: 'ingress-unsupported', what: expect.stringMatching(why) });
    expect(others).toEqual([]);
  });

  test('nginx: a size that it does not read', () => {
    expect(onNginx({ maxBodySize: '50 MiB' })).toEqual([expect.objectContaining({ code: 'ingress-option' })]);
  });
});

describe('TLS is refused', () => {
  const https = IngressListener.https;
  const tls = (props: object, listeners: readonly ReturnType<typeof https>[]) => {
    const [problem, ...others] = problemsOf(() => anIngress(props, {}, { listeners }));
    expect(others).toEqual([]);
    return problem!;
  };

  test('where nobody has a certificate', () => {
    const problem = tls({}, [https()]);
    expect(problem).toMatchObject({ code: 'ingress-tls' });
    expect(problem.fix).toContain('IngressTls.secret(secret)');
  });

  test('where the class has none to offer, or speaks none at all', () => {
    expect(tls({ tls: IngressTls.ofClass() }, [https()])).toMatchObject({ code: 'ingress-tls' });
    const secret = IngressTls.secret({ secretName: 'site-tls' });
    expect(tls({ tls: secret }, [IngressListener.http()])).toMatchObject({ code: 'ingress-tls', value: 'secret' });
  });

  test('with a Secret that holds no certificate', () => {
    const secret = IngressTls.secret({ secretName: 'site-tls', keys: ['tls.crt'] });
    expect(tls({ tls: secret }, [https()])).toMatchObject({ code: 'ingress-tls', value: 'tls.key' });
  });

  test('by discovery for no host', () => {
    const made = aClass({ listeners: [https()] });
    const act = () =>
      new Ingress(made.namespace, 'site', {
        class: made.alb,
        routes: [{ to: made.web }],
        tls: IngressTls.discovered(),
      });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code: 'ingress-tls', value: 'discovered' })]);
  });

  test('on nginx that has no certificate either', () => {
    expect(onNginx({}, false)).toEqual([expect.objectContaining({ code: 'ingress-tls' })]);
  });
});

describe('ports are refused', () => {
  const own = [
    IngressListener.https({ certificates: [CERTIFICATE] }),
    IngressListener.https({ port: 8443, certificates: [CERTIFICATE] }),
    IngressListener.http(),
  ];

  test('on which the class does not answer', () => {
    expect(onlyProblem({ listeners: [8080] })).toMatchObject({ code: 'ingress-listener', value: 8080 });
  });

  test.each<[string, object]>([
    ['of HTTP beside those of TLS', { listeners: [80, 443] }],
    ['of an Ingress without TLS', { tls: IngressTls.none('a test') }],
  ])('%s for gRPC, with which the controller serves no Ingress of the class any more', (_, props) => {
    expect(onlyProblem({ backendProtocol: 'grpc', ...props })).toMatchObject({
      code: 'ingress-listener',
      value: 80,
      fix: expect.stringContaining('listeners: [443]'),
    });
    expect(onNginx({ backendProtocol: 'grpc', tls: IngressTls.none('a test') })).toMatchObject([
      { code: 'ingress-listener' },
    ]);
  });

  test('of a redirect that the class cannot make', () => {
    const [problem] = problemsOf(() =>
      anIngress({ redirectToHttps: true }, {}, { listeners: [IngressListener.https({ certificates: [CERTIFICATE] })] }),
    );
    expect(problem).toMatchObject({ code: 'ingress-listener' });
    expect(problem!.fix).toContain('IngressListener.http()');
  });

  test('of a redirect beside no TLS', () => {
    expect(onlyProblem({ redirectToHttps: true, tls: IngressTls.none('a test') })).toMatchObject({
      code: 'ingress-listener',
      fix: 'leave redirectToHttps out',
    });
  });

  test('whose visitors a redirect would send elsewhere, too', () => {
    const [problem, ...others] = problemsOf(() => anIngress({}, {}, { listeners: own }));
    expect(problem).toMatchObject({ code: 'ingress-listener', value: 8443 });
    expect(others).toEqual([]);
    expect(() => anIngress({ listeners: [443] }, {}, { listeners: own })).not.toThrow();
  });
});

describe('a class that exists is refused', () => {
  test.each<[string, object, string]>([
    ['without a name', { className: undefined }, 'value-missing'],
    ['of a kind that there is not', { kind: 'traefik' }, 'choice-invalid'],
    ['with a port of 0', { listeners: [{ port: 0, protocol: 'HTTP', certified: false }] }, 'number-invalid'],
    ['with a source that is no range', { sources: ['nodes'] }, 'cidr-invalid'],
    ['with a prop that there is not', { name: 'alb' }, 'prop-unknown'],
  ])('%s', (_title, attributes, code) => {
    const { apps } = aWorkplace();
    const base = { className: 'alb', kind: 'alb', scheme: 'internet' } as const;
    const act = () => IngressClass.fromAttributes(apps, 'old', { ...base, ...attributes });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code, path: 'shop-apps/old' })]);
  });
});
