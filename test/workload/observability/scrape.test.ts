import { resourcesOf, synthesized } from '../../../lib/testing';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { warningsIn } from '../../../lib/core/warnings';
import { carriedBy } from '../../../lib/workload/charts/carried-objects';
import { DaemonWorkload } from '../../../lib/workload/daemon/daemon-workload';
import { Isolation } from '../../../lib/workload/isolation';
import { Namespace } from '../../../lib/workload/namespace';
import { monitorApplication } from '../../../lib/workload/observability/monitor-application';
import { scrape, type ScrapeProps } from '../../../lib/workload/observability/scrape';
import { ScrapeBy } from '../../../lib/workload/observability/scrape-monitor';
import { Scale } from '../../../lib/workload/scaling/scale';
import { Release } from '../../../lib/workload/releases/release';
import { WebService } from '../../../lib/workload/web-service';
import { problemsOf } from '../../support/problems';
import { RUN } from '../a-namespace';
import { NEXT_IMAGE } from '../releases/a-release';
import { aRoute } from '../releases/a-route';
import { aWebService } from '../a-web-service';
import { aServerless } from './a-serverless';

const METERED = { ports: { metrics: 9113 } };

const monitorsOf = (made: Pick<ReturnType<typeof aWebService>, 'apps'>) =>
  made.apps.node.findAll().flatMap((one) => carriedBy(one)) as unknown as Record<string, any>[];

const policiesOf = ({ apps }: Pick<ReturnType<typeof aWebService>, 'apps'>) =>
  resourcesOf(apps, 'kubernetes_network_policy_v1')
    .map(({ attributes }) => attributes.spec)
    .filter(({ pod_selector: selector }) => selector.match_labels !== undefined);

test('Prometheus is told which Pods to read, in the words that the component looks for', () => {
  const made = aWebService(METERED);
  scrape(made.web, { port: 'metrics' });
  expect(monitorsOf(made)).toEqual([
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'web-metrics-9113', annotations: { 'arms.prometheus.io/discovery': 'true' } },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
        podMetricsEndpoints: [{ port: 'metrics', path: '/metrics', interval: '30s', scrapeTimeout: '10s' }],
      },
    },
  ]);
  const names = resourcesOf(made.stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
  expect(names).toContain('arms-prometheus');
});

test('by the Service, under its name for the port, over TLS, more often', () => {
  const made = aWebService(METERED);
  scrape(made.web, { port: 8080, path: '/stats', by: ScrapeBy.service(), intervalSeconds: 5, scheme: 'https' });
  expect(monitorsOf(made)[0]).toMatchObject({
    kind: 'ServiceMonitor',
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      endpoints: [
        {
          port: 'http',
          path: '/stats',
          interval: '5s',
          scrapeTimeout: '5s',
          scheme: 'https',
          tlsConfig: { insecureSkipVerify: true },
        },
      ],
    },
  });
});

test('the Service that a ServiceMonitor looks for is the one inside the cluster alone, not those of balancers beside it', () => {
  const made = aWebService(METERED);
  const front = new ClassicLoadBalancer(made.stack, 'front', {
    network: made.network,
    address: BalancerAddress.intranet(),
  });
  made.web.expose(front, { port: 80 });
  scrape(made.web, { port: 8080, by: ScrapeBy.service() });
  const { selector, endpoints } = monitorsOf(made)[0]!.spec;
  const services = resourcesOf(made.apps, 'kubernetes_service_v1').map(({ attributes }) => attributes.metadata);
  expect(services).toHaveLength(2);
  services.forEach(({ labels }) => expect(labels).toMatchObject(selector.matchLabels));
  const [{ action, sourceLabels, regex }] = endpoints[0].relabelings;
  expect([action, sourceLabels]).toEqual(['keep', ['__meta_kubernetes_service_name']]);
  expect(services.map(({ name }) => name).filter((name) => new RegExp(`^(?:${regex})$`).test(name))).toEqual(['web']);
});

test('the scraper is let in to that port alone, from its namespace, where the namespace shuts others out', () => {
  const made = aWebService(METERED);
  scrape(made.web, { port: 9113 });
  expect(policiesOf(made)).toEqual([
    {
      pod_selector: { match_labels: { 'app.kubernetes.io/name': 'web' } },
      policy_types: ['Ingress'],
      ingress: [
        {
          ports: [{ port: '9113', protocol: 'TCP' }],
          from: [{ namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'arms-prom' } } }],
        },
      ],
    },
  ]);
  expect(() => synthesized(made.apps)).not.toThrow();
});

test('two workloads of a namespace let the same scraper in', () => {
  const made = aWebService(METERED);
  const api = new WebService(made.namespace, 'api', { ...RUN, scale: Scale.fixed(2), port: 8080 });
  scrape(made.web, { port: 9113 });
  scrape(api, { port: 8080 });
  expect(policiesOf(made)).toHaveLength(2);
});

test('ranges of a collector outside of the cluster can be let in instead', () => {
  const made = aWebService(METERED);
  scrape(made.web, { port: 9113, from: ['10.0.206.0/24'] });
  expect(policiesOf(made)[0].ingress[0].from).toEqual([{ ip_block: { cidr: '10.0.206.0/24' } }]);
});

test('nothing is opened where everything is open', () => {
  const made = aWebService(METERED, {}, { isolation: Isolation.open() });
  scrape(made.web, { port: 9113 });
  expect(policiesOf(made)).toEqual([]);
});

test('a namespace that does not say what it denies is warned about', () => {
  const made = aWebService();
  const old = Namespace.fromAttributes(made.apps, 'old', { name: 'old' });
  const web = new WebService(old as never, 'web', { ...RUN, scale: Scale.fixed(2), port: 8080 });
  scrape(web, { port: 8080 });
  const texts = warningsIn(made.apps).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('[scrape-unreached]'))).toHaveLength(1);
});

test('Pods of a Serverless cluster are read like any others', () => {
  const { apps, cloud, namespace } = aServerless();
  const web = new WebService(namespace, 'web', { ...RUN, scale: Scale.fixed(2), port: 8080 });
  scrape(web, { port: 8080 });
  expect(apps.node.findAll().flatMap((one) => carriedBy(one))).toMatchObject([{ kind: 'PodMonitor' }]);
  const names = resourcesOf(cloud, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
  expect(names).toContain('arms-prometheus');
});

test.each<[string, Partial<ScrapeProps> | object, string]>([
  ['a port that nobody listens on', { port: 9999 }, 'scrape-port'],
  ['a port name that is none', { port: 'stats' }, 'scrape-port'],
  ['an interval of nothing', { intervalSeconds: 1 }, 'number-invalid'],
  ['a timeout above the interval', { intervalSeconds: 10, timeoutSeconds: 11 }, 'number-invalid'],
  ['a relative path', { path: 'metrics' }, 'mount-path'],
  ['a path with a query', { path: '/metrics?format=prometheus' }, 'mount-path'],
  ['a path over two lines', { path: '/metrics\n/more' }, 'mount-path'],
  ['a scheme that is none', { scheme: 'ftp' }, 'choice-invalid'],
  ['a way that is none', { by: 'pods' }, 'choice-invalid'],
  ['a source that is none', { from: [8080] }, 'type-invalid'],
  ['an unknown prop', { interval: 30 }, 'prop-unknown'],
])('%s is refused', (_, props, code) => {
  const { web } = aWebService(METERED);
  const problems = problemsOf(() => scrape(web, { port: 9113, ...props }));
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test.each([
  [9999, 'write port: 8080, or list it: ports: { metrics: 9999 }'],
  ['stats', 'write port: 8080, or list it: ports: { stats: 9113 }'],
])('port %s, which no container lists, is answered with how to list it', (port, fix) => {
  const { web } = aWebService();
  expect(problemsOf(() => scrape(web, { port }))[0]).toMatchObject({ fix });
});

test('the same port twice is refused, and so is the Service of what has none', () => {
  const { web, namespace } = aWebService(METERED);
  scrape(web, { port: 9113 });
  expect(problemsOf(() => scrape(web, { port: 'metrics' })).map(({ code }) => code)).toEqual(['id-duplicate']);
  const agent = new DaemonWorkload(namespace, 'agent', RUN);
  const [problem] = problemsOf(() => scrape(agent, { port: 80, by: ScrapeBy.service() }));
  expect(problem).toMatchObject({ code: 'scrape-port', fix: 'write by: ScrapeBy.pods()' });
});

describe('application monitoring', () => {
  test('labels the Pods with language and name, and brings the component', () => {
    const { apps, stack, web } = aWebService();
    monitorApplication(web, { language: 'java', workspace: 'default-cms-1234567890123456-cn-hangzhou' });
    const [deployment] = resourcesOf(apps, 'kubernetes_deployment_v1');
    expect(deployment!.attributes.spec.template.metadata.labels).toMatchObject({
      'aliyun.com/app-language': 'java',
      armsPilotAutoEnable: 'on',
      armsPilotCreateAppName: 'shop-web',
      armsPilotAppWorkspace: 'default-cms-1234567890123456-cn-hangzhou',
    });
    // What finds the Pods must never change.
    expect(deployment!.attributes.spec.selector.match_labels).toEqual({ 'app.kubernetes.io/name': 'web' });
    const names = resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
    expect(names).toContain('ack-onepilot');
  });

  test('refuses PHP with the reason and what to do instead', () => {
    const { web } = aWebService();
    const [problem] = problemsOf(() => monitorApplication(web, { language: 'php' as never }));
    expect(problem).toMatchObject({ code: 'monitor-language', value: 'php' });
    expect(problem!.what).toContain('agent of PHP');
    expect(problem!.fix).toContain('scrape(workload, { port })');
  });

  test.each<[object, string]>([
    [{}, 'value-missing'],
    [{ language: 'rust' }, 'monitor-language'],
    [{ language: 'java', application: 'my shop' }, 'label-invalid'],
    [{ language: 'java', app: 'shop' }, 'prop-unknown'],
  ])('refuses %j with %s', (props, code) => {
    const { web } = aWebService();
    expect(problemsOf(() => monitorApplication(web, props as never)).map((problem) => problem.code)).toEqual([code]);
  });

  test('refuses a second application for the same Pods', () => {
    const { web } = aWebService();
    monitorApplication(web, { language: 'java' });
    const again = () => monitorApplication(web, { language: 'java', application: 'other' });
    expect(problemsOf(again).map(({ code }) => code)).toEqual(['pod-conflict']);
  });
});

describe('the next version of a service beside it', () => {
  const batches = Release.batches({ image: NEXT_IMAGE, batches: ['50%', '100%'], done: 1 });

  test.each([ScrapeBy.pods(), ScrapeBy.service()])(
    'is read once where it has the labels of the service: by %j',
    (by) => {
      const made = aWebService({ ...METERED, scale: Scale.fixed(4) });
      scrape(made.web, { port: 9113, by });
      made.web.release(batches);
      expect(monitorsOf(made)).toHaveLength(1);
      const [deployment] = resourcesOf(made.apps, 'kubernetes_deployment_v1').filter(
        ({ attributes }) => attributes.metadata.name === 'web-next',
      );
      const labels = deployment!.attributes.spec.template.metadata.labels;
      expect(labels).toMatchObject(monitorsOf(made)[0]!.spec.selector.matchLabels);
    },
  );

  test('is read by an object of its own where it has labels of its own', () => {
    const { web, front, apps } = aRoute('alb');
    scrape(web, { port: 8080 });
    web.release(Release.canary({ image: NEXT_IMAGE, through: front, pods: 2 }));
    const selectors = monitorsOf({ apps }).map(({ spec }) => spec.selector.matchLabels['app.kubernetes.io/name']);
    expect(selectors.sort()).toEqual(['web', 'web-next']);
  });
});
