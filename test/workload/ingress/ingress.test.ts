import { Password } from '@cdktf/provider-random/lib/password';
import { TerraformOutput } from 'cdktf';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { warningsIn } from '../../../lib/core/warnings';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { resourceOf, resourcesOf } from '../../../lib/testing/look-up';
import { synthesized } from '../../../lib/testing/synthesized';
import { AlbOfClass } from '../../../lib/workload/ingress/alb-ingress-class-props';
import { IngressClass } from '../../../lib/workload/ingress/imported-ingress-class';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { IngressHealth, IngressTls, Rewrite } from '../../../lib/workload/ingress/ingress-choices';
import { IngressListener } from '../../../lib/workload/ingress/ingress-listener';
import { Isolation } from '../../../lib/workload/isolation';
import { Namespace } from '../../../lib/workload/namespace';
import { Secret } from '../../../lib/workload/secret';
import { ClusterService } from '../../../lib/workload/service/cluster-service';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';
import { aClass, aClassOn, anIngress, CERTIFICATE } from './an-ingress';

const ALB = 'alb.ingress.kubernetes.io/';
const NGINX = 'nginx.ingress.kubernetes.io/';

type Attributes = ReturnType<typeof resourceOf>['attributes'];
const written = (apps: WorkloadStack): Attributes => resourceOf(apps, 'kubernetes_ingress_v1').attributes;
const annotationsOf = (apps: WorkloadStack) => written(apps).metadata.annotations as Record<string, string>;

/** The same Ingress on nginx, as a class that exists. */
function onNginx(props: object = {}) {
  const made = aWebService();
  const nginx = IngressClass.fromAttributes(made.apps, 'nginx', {
    className: 'nginx',
    kind: 'nginx',
    scheme: 'internet',
    sources: ['10.7.0.0/20'],
    address: '203.0.113.7',
    listeners: [
      { port: 80, protocol: 'HTTP', certified: false },
      { port: 443, protocol: 'HTTPS', certified: true },
    ],
  });
  const routes = [{ host: 'www.example.com', to: made.web }];
  return { ...made, nginx, ingress: new Ingress(made.namespace, 'site', { class: nginx, routes, ...props }) };
}

describe('an Ingress on ALB', () => {
  test('leads a host to the Service of a workload, over HTTPS, with HTTP sent there', () => {
    const { apps } = anIngress();
    expect(written(apps)).toMatchObject({
      metadata: { name: 'site', namespace: 'shop' },
      spec: {
        ingress_class_name: 'alb',
        tls: [{ hosts: ['www.example.com'] }],
        rule: [
          {
            host: 'www.example.com',
            http: {
              path: [{ path: '/', path_type: 'Prefix', backend: { service: { name: 'web', port: { number: 8080 } } } }],
            },
          },
        ],
      },
    });
    expect(annotationsOf(apps)).toMatchObject({
      [`${ALB}listen-ports`]: '[{"HTTPS":443}]',
      [`${ALB}ssl-redirect`]: 'true',
    });
  });

  test('comes after its class and its Services, so that the class ends when no Ingress is left', () => {
    const { apps } = anIngress();
    const before = ['kubernetes_ingress_class_v1', 'helm_release', 'kubernetes_service_v1'].map(
      (type) => resourceOf(apps, type).address,
    );
    expect(written(apps).depends_on).toEqual(expect.arrayContaining(before));
  });

  test('in a stack of its own comes after the stack of its class', () => {
    const { app, cluster, alb } = withApp();
    const others = new WorkloadStack(app, 'other-apps', { cluster });
    new Ingress(new Namespace(others, 'other'), 'site', {
      class: alb,
      routes: [{ host: 'other.example.com', to: { serviceName: 'legacy', port: 80 } }],
    });
    expect(others.dependencies.map(({ node }) => node.id)).toContain('shop-apps');
  });

  test('has a rollout leave no gap: a Pod is ready when the ALB knows it, and the Ingress is there first', () => {
    const { apps } = anIngress();
    const deployment = resourceOf(apps, 'kubernetes_deployment_v1').attributes;
    expect(deployment.spec.template.spec.readiness_gate).toEqual([
      { condition_type: 'target-health.alb.k8s.alibabacloud' },
    ]);
    expect(deployment.depends_on).toContain(resourceOf(apps, 'kubernetes_ingress_v1').address);
  });

  test('can go without the gate', () => {
    const { apps } = anIngress({ readinessGate: false });
    const { spec } = resourceOf(apps, 'kubernetes_deployment_v1').attributes;
    expect(spec.template.spec).not.toHaveProperty('readiness_gate');
  });

  test('has the ALB reach Pods by their own addresses, since the Service has no port on nodes', () => {
    const { apps } = anIngress();
    expect(resourceOf(apps, 'kubernetes_service_v1').attributes).toMatchObject({
      metadata: { annotations: { 'service.beta.kubernetes.io/backend-type': 'eni' } },
      spec: { type: 'ClusterIP' },
    });
  });

  test('asks Pods over TCP whether they are well, or as it is told', () => {
    expect(annotationsOf(anIngress().apps)).toMatchObject({
      [`${ALB}healthcheck-enabled`]: 'true',
      [`${ALB}healthcheck-protocol`]: 'TCP',
    });
    const health = IngressHealth.http('/healthz', { intervalSeconds: 5, codes: ['http_2xx'] });
    expect(annotationsOf(anIngress({ health }).apps)).toMatchObject({
      [`${ALB}healthcheck-protocol`]: 'HTTP',
      [`${ALB}healthcheck-path`]: '/healthz',
      [`${ALB}healthcheck-method`]: 'GET',
      [`${ALB}healthcheck-httpcode`]: 'http_2xx',
      [`${ALB}healthcheck-interval-seconds`]: '5',
    });
    expect(Object.keys(annotationsOf(anIngress({ health: IngressHealth.none() }).apps)).join()).not.toContain('health');
  });

  test('has the settings that it is told, as the controller reads them', () => {
    const { apps } = anIngress({
      backendProtocol: 'https',
      scheduler: 'least-connections',
      sticky: { seconds: 3600 },
      limit: { perClientPerSecond: 20, perSecond: 500 },
      cors: { origins: ['https://app.example.com'], methods: ['GET', 'POST'], maxAgeSeconds: 600 },
      order: 5,
      annotations: { 'example.com/owner': 'shop' },
    });
    expect(annotationsOf(apps)).toMatchObject({
      [`${ALB}backend-protocol`]: 'https',
      [`${ALB}backend-scheduler`]: 'wlc',
      [`${ALB}sticky-session`]: 'true',
      [`${ALB}sticky-session-type`]: 'Insert',
      [`${ALB}cookie-timeout`]: '3600',
      [`${ALB}traffic-limit-ip-qps`]: '20',
      [`${ALB}traffic-limit-qps`]: '500',
      [`${ALB}enable-cors`]: 'true',
      [`${ALB}cors-allow-origin`]: 'https://app.example.com',
      [`${ALB}cors-allow-methods`]: 'GET,POST',
      [`${ALB}cors-allow-credentials`]: 'false',
      [`${ALB}cors-max-age`]: '600',
      [`${ALB}order`]: '5',
      'example.com/owner': 'shop',
    });
  });

  test('takes the path of a route off before Pods see it', () => {
    const made = aClass();
    const routes = [{ host: 'www.example.com', path: '/api/v1.0', to: made.web }];
    new Ingress(made.namespace, 'site', { class: made.alb, routes, rewrite: Rewrite.stripPrefix() });
    expect(annotationsOf(made.apps)).toMatchObject({
      [`${ALB}use-regex`]: 'true',
      // Two dollars are one: to Terraform a single one would begin an expression.
      [`${ALB}rewrite-target`]: '/$${2}',
    });
    expect(written(made.apps).spec.rule[0].http.path[0]).toMatchObject({
      path: '/api/v1\\.0(/|$)(.*)',
      path_type: 'Prefix',
    });
  });

  test('has its rules written the most special one first, whatever their order: ALB takes the first that fits', () => {
    const made = aClass();
    const to = made.web;
    new Ingress(made.namespace, 'site', {
      class: made.alb,
      routes: [
        { to },
        { host: '*.example.com', to },
        { host: 'www.example.com', to },
        { host: 'www.example.com', path: '/api', to },
        { host: 'www.example.com', path: '/api', match: 'exact', to },
        { host: 'www.example.com', path: '/api/orders', to },
      ],
    });
    const rules = written(made.apps).spec.rule as {
      host?: string;
      http: { path: { path: string; path_type: string }[] };
    }[];
    expect(
      rules.map(({ host, http }) => [host, ...http.path.map(({ path, path_type }) => `${path_type} ${path}`)]),
    ).toEqual([
      ['www.example.com', 'Exact /api', 'Prefix /api/orders', 'Prefix /api', 'Prefix /'],
      ['*.example.com', 'Prefix /'],
      [undefined, 'Prefix /'],
    ]);
  });

  test('has Terraform wait for its address only where somebody asks for it', () => {
    const { apps } = anIngress();
    expect(written(apps)).not.toHaveProperty('wait_for_load_balancer');
    const asked = anIngress();
    new TerraformOutput(asked.apps, 'address', { value: asked.ingress.address });
    expect(synthesized(asked.apps).output!.address!.value).toMatch(
      /^\$\{kubernetes_ingress_v1\..*\.status\[0\]\.load_balancer\[0\]\.ingress\[0\]\.hostname\}$/,
    );
    expect(written(asked.apps)).toMatchObject({ wait_for_load_balancer: true, timeouts: { create: '20m' } });
  });

  test('waits for none of one that was there: whoever took it over has it', () => {
    const { apps, ingress } = anIngress({ adopt: 'shop/site' });
    new TerraformOutput(apps, 'address', { value: ingress.address });
    expect(written(apps)).not.toHaveProperty('wait_for_load_balancer');
  });

  test('on an ALB of Terraform’s has its address, for which nobody waits', () => {
    const { namespace, web, alb, front, apps } = aClassOn();
    const ingress = new Ingress(namespace, 'site', { class: alb, routes: [{ host: 'www.example.com', to: web }] });
    expect(ingress.address).toBe(front.dnsName);
    expect(written(apps)).not.toHaveProperty('wait_for_load_balancer');
  });
});

/** A class with the App that it is in. */
function withApp() {
  const made = aClass();
  return { ...made, app: made.apps.node.root as never };
}

describe('TLS', () => {
  const listeners = (...certificates: string[]) => [
    IngressListener.https(certificates.length > 0 ? { certificates } : {}),
    IngressListener.http(),
  ];
  const served = (props: object, own = listeners(CERTIFICATE)) => {
    const { apps } = anIngress(props, {}, { listeners: own });
    const { [`${ALB}listen-ports`]: ports, [`${ALB}ssl-redirect`]: redirect } = annotationsOf(apps);
    return { ports, redirect, tls: written(apps).spec.tls as unknown };
  };

  test('is that of the class where it has certificates', () => {
    expect(served({})).toEqual({ ports: '[{"HTTPS":443}]', redirect: 'true', tls: [{ hosts: ['www.example.com'] }] });
  });

  test('comes from a Secret of the namespace where the Ingress brings one', () => {
    const tls = IngressTls.secret({ secretName: 'site-tls', keys: ['tls.crt', 'tls.key'] });
    expect(served({ tls }, listeners())).toMatchObject({
      tls: [{ hosts: ['www.example.com'], secret_name: 'site-tls' }],
    });
  });

  test('waits for its Secret, without which an ALB serves none of its class', () => {
    const made = aClass();
    const drawn = ['crt', 'key'].map((id) => new Password(made.apps, id, { length: 24 }).result) as [string, string];
    const secret = new Secret(made.namespace, 'tls', {
      type: 'kubernetes.io/tls',
      values: { 'tls.crt': drawn[0], 'tls.key': drawn[1] },
    });
    made.web.route(made.alb, { host: 'www.example.com', tls: IngressTls.secret(secret) });
    expect(written(made.apps).depends_on).toContain(resourceOf(made.apps, 'kubernetes_secret_v1').address);
  });

  test('is looked for by host in Certificate Management Service', () => {
    expect(served({ tls: IngressTls.discovered() }, listeners())).toMatchObject({
      ports: '[{"HTTPS":443}]',
      tls: [{ hosts: ['www.example.com'] }],
    });
  });

  test('can be left out for a reason, and then only HTTP answers', () => {
    expect(served({ tls: IngressTls.none('inside of the VPC') })).toEqual({
      ports: '[{"HTTP":80}]',
      redirect: undefined,
      tls: undefined,
    });
  });

  test('is not there where the class speaks none', () => {
    expect(served({}, [IngressListener.http()])).toEqual({
      ports: '[{"HTTP":80}]',
      redirect: undefined,
      tls: undefined,
    });
  });

  test('does not keep HTTP from serving where that is named as a port', () => {
    expect(served({ listeners: [80, 443] })).toMatchObject({
      ports: '[{"HTTPS":443},{"HTTP":80}]',
      redirect: undefined,
    });
  });

  test('is served over QUIC, too, where the class speaks it', () => {
    const certificates = [CERTIFICATE];
    const own = [
      IngressListener.https({ certificates }),
      IngressListener.quic({ certificates }),
      IngressListener.http(),
    ];
    expect(served({}, own).ports).toBe('[{"HTTPS":443},{"QUIC":443}]');
  });
});

describe('a namespace that shuts others out', () => {
  const sources = (apps: WorkloadStack) =>
    resourcesOf(apps, 'kubernetes_network_policy_v1').flatMap(({ attributes }) =>
      (attributes.spec.ingress ?? []).flatMap(({ from }: { from: { ip_block?: { cidr: string } }[] }) =>
        from.flatMap(({ ip_block }) => ip_block?.cidr ?? []),
      ),
    );

  test('lets the ALB in from the vSwitches that it stands in, on the port of the Pods', () => {
    const { apps } = anIngress();
    expect(sources(apps).sort()).toEqual(['10.7.0.0/20', '10.8.0.0/20', '10.9.0.0/20']);
  });

  test('lets in nobody from zones that the ALB does not stand in', () => {
    const address = BalancerAddress.intranet({ zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
    const { apps } = anIngress({}, {}, { balancer: AlbOfClass.made({ address }) });
    expect(sources(apps)).toHaveLength(2);
  });

  test('adds nothing where nobody is shut out', () => {
    const { apps } = anIngress({}, { space: { isolation: Isolation.open() } });
    expect(resourcesOf(apps, 'kubernetes_network_policy_v1')).toEqual([]);
  });

  test('says that requests will not arrive where an existing class does not say from where', () => {
    const { apps, namespace, web } = aWebService();
    const own = IngressClass.fromAttributes(apps, 'old', { className: 'old', kind: 'alb', scheme: 'internet' });
    const ingress = new Ingress(namespace, 'site', { class: own, routes: [{ host: 'www.example.com', to: web }] });
    expect(warningsIn(ingress).map(({ text }) => text)).toEqual([expect.stringMatching(/\[ingress-unguarded\]$/)]);
  });
});

test('a namespace that shuts others out says so of Pods that it does not know', () => {
  const { alb, namespace } = aClass();
  const routes = [{ host: 'www.example.com', to: { serviceName: 'legacy', port: 80 } }];
  const ingress = new Ingress(namespace, 'site', { class: alb, routes });
  expect(warningsIn(ingress).map(({ text }) => text)).toEqual([
    expect.stringMatching(/Service "legacy" are not known.*allowFrom.*\[ingress-unguarded\]$/),
  ]);
});

test('gRPC is served over HTTPS alone where the class speaks QUIC, too', () => {
  const certificates = [CERTIFICATE];
  const listeners = [IngressListener.https({ certificates }), IngressListener.quic({ certificates })];
  const { apps } = anIngress({ backendProtocol: 'grpc' }, {}, { listeners });
  expect(annotationsOf(apps)[`${ALB}listen-ports`]).toBe('[{"HTTPS":443}]');
});

describe('an Ingress on nginx', () => {
  test('says what it means in the words of nginx', () => {
    const { apps } = onNginx({
      backendProtocol: 'grpc',
      scheduler: 'client-address',
      limit: { perClientPerSecond: 20, connectionsPerClient: 10 },
      cors: { origins: ['*'] },
      maxBodySize: '50m',
      timeouts: { readSeconds: 120 },
    });
    expect(annotationsOf(apps)).toEqual({
      [`${NGINX}ssl-redirect`]: 'true',
      [`${NGINX}backend-protocol`]: 'GRPC',
      [`${NGINX}upstream-hash-by`]: '$remote_addr',
      [`${NGINX}limit-rps`]: '20',
      [`${NGINX}limit-connections`]: '10',
      [`${NGINX}enable-cors`]: 'true',
      [`${NGINX}cors-allow-origin`]: '*',
      [`${NGINX}cors-allow-credentials`]: 'false',
      [`${NGINX}cors-max-age`]: '86400',
      [`${NGINX}proxy-body-size`]: '50m',
      [`${NGINX}proxy-read-timeout`]: '120',
    });
  });

  test('keeps a client with a Pod by a cookie of its own name', () => {
    expect(annotationsOf(onNginx({ sticky: { seconds: 600, cookie: 'shop' } }).apps)).toMatchObject({
      [`${NGINX}affinity`]: 'cookie',
      [`${NGINX}session-cookie-name`]: 'shop',
      [`${NGINX}session-cookie-max-age`]: '600',
    });
  });

  test('takes a path off by a pattern, which only ImplementationSpecific may be', () => {
    const made = onNginx({ rewrite: Rewrite.to('/index.html') });
    expect(annotationsOf(made.apps)[`${NGINX}rewrite-target`]).toBe('/index.html');
    const { apps, nginx, namespace, web } = onNginx();
    new Ingress(namespace, 'api', {
      class: nginx,
      routes: [{ host: 'api.example.com', path: '/v1', to: web }],
      rewrite: Rewrite.stripPrefix(),
    });
    const api = resourcesOf(apps, 'kubernetes_ingress_v1').find(
      ({ attributes }) => attributes.metadata.name === 'api',
    )!;
    expect(api.attributes.metadata.annotations).toMatchObject({ [`${NGINX}rewrite-target`]: '/$2' });
    expect(api.attributes.spec.rule[0].http.path[0]).toMatchObject({
      path: '/v1(/|$)(.*)',
      path_type: 'ImplementationSpecific',
    });
  });

  test('waits for nothing: nginx follows the readiness of Pods itself', () => {
    const { apps, ingress } = onNginx();
    const deployment = resourceOf(apps, 'kubernetes_deployment_v1').attributes;
    expect(deployment.spec.template.spec).not.toHaveProperty('readiness_gate');
    expect(deployment.depends_on.join()).not.toContain('kubernetes_ingress_v1');
    expect(ingress.address).toBe('203.0.113.7');
  });
});

describe('a web service behind a class', () => {
  test('has an Ingress of its own', () => {
    const { apps, web, alb } = aClass();
    const ingress = web.route(alb, { host: 'www.example.com', path: '/shop', limit: { perClientPerSecond: 5 } });
    expect(ingress.ingressName).toBe('web-ingress-alb');
    expect(written(apps).spec.rule[0]).toMatchObject({
      host: 'www.example.com',
      http: { path: [{ path: '/shop', backend: { service: { name: 'web' } } }] },
    });
    expect(annotationsOf(apps)[`${ALB}traffic-limit-ip-qps`]).toBe('5');
  });

  test('has one for each class, and says what to do for more', () => {
    const { web, alb } = aClass();
    web.route(alb, { host: 'www.example.com' });
    const [problem] = problemsOf(() => web.route(alb, { host: 'example.com' }));
    expect(problem).toMatchObject({ code: 'list-duplicate', value: 'alb', path: 'shop-apps/shop/web' });
    expect(problem!.fix).toContain('new Ingress(space');
  });

  test('is asked for by its Service, or by one that exists, as well', () => {
    const { apps, namespace, web, alb } = aClass();
    const service = new ClusterService(namespace, 'second', {
      workload: web,
      name: 'second',
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    });
    new Ingress(namespace, 'site', {
      class: alb,
      routes: [
        { host: 'www.example.com', to: service },
        { host: 'www.example.com', path: '/old', to: { serviceName: 'legacy', port: 8000 } },
      ],
    });
    const paths = written(apps).spec.rule[0].http.path as { path: string; backend: { service: object } }[];
    expect(paths.map(({ path, backend }) => [path, backend.service])).toEqual([
      ['/old', { name: 'legacy', port: { number: 8000 } }],
      ['/', { name: 'second', port: { number: 80 } }],
    ]);
  });
});

describe('a canary', () => {
  test('is a second Ingress for the same paths, whose rules come first and whose settings are the same', () => {
    const made = anIngress({ sticky: { seconds: 60 } });
    const next = made.service('next');
    const canary = made.ingress.canary('next', { to: next, by: { 'canary-by-header': 'x-next' } });
    const [first, second] = [canary, made.ingress].map(({ ingressName }) => `shop/${ingressName}`);
    expect(first! < second!).toBe(true);
    const objects = resourcesOf(made.apps, 'kubernetes_ingress_v1').map(({ attributes }) => attributes);
    const object = objects.find(({ metadata }) => metadata.name === canary.ingressName)!;
    expect(object.metadata.annotations).toEqual({
      ...objects.find(({ metadata }) => metadata.name === 'site')!.metadata.annotations,
      [`${ALB}canary`]: 'true',
      [`${ALB}canary-by-header`]: 'x-next',
    });
    expect(object.spec.rule[0]).toMatchObject({
      host: 'www.example.com',
      http: { path: [{ path: '/', backend: { service: { name: 'next' } } }] },
    });
    expect(() => synthesized(made.apps)).not.toThrow();
  });

  test.each<[string, object, string]>([
    ['rules that are none', { by: { weight: '10' } }, 'ingress-annotation'],
    ['a path that the Ingress does not serve', { by: {}, paths: ['/api'] }, 'ingress-path'],
    ['a place after its Ingress', { by: {}, order: 20 }, 'ingress-order'],
  ])('with %s is refused', (_title, props, code) => {
    const made = anIngress();
    const act = () => made.ingress.canary('next', { to: made.service('next'), by: {}, ...props });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code })]);
  });
});
