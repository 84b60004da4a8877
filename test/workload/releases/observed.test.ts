import { LogProject } from '../../../lib/logs/log-project';
import { LogStore } from '../../../lib/logs/log-store';
import { carriedBy } from '../../../lib/workload/charts/carried-objects';
import { Isolation } from '../../../lib/workload/isolation';
import { collectLogs } from '../../../lib/workload/observability/collect-logs';
import { LogCollection } from '../../../lib/workload/observability/log-collection';
import { scrape } from '../../../lib/workload/observability/scrape';
import { ScrapeBy } from '../../../lib/workload/observability/scrape-monitor';
import { Release, type ReleaseData } from '../../../lib/workload/releases/release';
import { byName, NEXT_IMAGE } from './a-release';
import { aRoute, type Around } from './a-route';

type Made = ReturnType<typeof aRoute>;
type Act = (made: Made) => unknown;

const canary = ({ front }: Made): ReleaseData => Release.canary({ image: NEXT_IMAGE, through: front, pods: 2 });
const batches = (): ReleaseData => Release.batches({ image: NEXT_IMAGE, batches: ['100%'], done: 1 });

/** What an act makes of a service with a release, done before it and after it: objects by kind and name, Pods' variables. */
function both(act: Act, release: (made: Made) => ReleaseData, around: Around = {}) {
  return ['before', 'after'].map((when) => {
    const made = aRoute('nginx', around);
    const start = () => made.web.release(release(made));
    (when === 'before' ? [() => act(made), start] : [start, () => act(made)]).forEach((one) => one());
    const objects = made.apps.node.findAll().flatMap((one) => carriedBy(one));
    const { 'web-next': next } = byName(made.apps, 'deployment_v1');
    const env = (next!.attributes.spec.template.spec.container[0].env ?? []) as { name: string }[];
    const policies = Object.values(byName(made.apps, 'network_policy_v1')).map(({ attributes }) => attributes.spec);
    return {
      objects: objects.map(({ kind, metadata: { name } }) => `${kind} ${name}`).sort(),
      selectors: objects.map((object) => JSON.stringify(object)),
      env: env.map(({ name }) => name),
      policies: policies.map((spec) => JSON.stringify(spec.pod_selector)),
    };
  });
}

const METERED: Around = { props: { ports: { metrics: 9113 } } };

describe('the next Pods of a canary', () => {
  test.each([
    ['Pods', ScrapeBy.pods(), 'PodMonitor'],
    ['Services', ScrapeBy.service(), 'ServiceMonitor'],
  ])('are read by Prometheus as those of the service, by %s', (_, by, kind) => {
    for (const { objects, selectors } of both(({ web }) => scrape(web, { port: 'metrics', by }), canary, METERED)) {
      expect(objects).toEqual([`${kind} web-metrics-9113`, `${kind} web-next-metrics-9113`]);
      expect(selectors.filter((text) => text.includes('"app.kubernetes.io/name":"web-next"'))).toHaveLength(1);
    }
  });

  test('let Prometheus in where their namespace shuts others out', () => {
    const shut: Around = { ...METERED, space: { isolation: Isolation.denyIngress() } };
    const act: Act = ({ web, namespace }) => scrape(web, { port: 'metrics', from: [namespace] });
    for (const { policies } of both(act, canary, shut)) {
      const of = (name: string) =>
        policies.filter((text) => text.includes(`"app.kubernetes.io/name":"${name}"`)).length;
      expect(of('web-next')).toBeGreaterThan(0);
      expect(of('web-next')).toBe(of('web'));
    }
  });

  test.each([
    ['by a pipeline of their own', LogCollection.pipeline(), 2, 0],
    ['by the same variables', LogCollection.environment(), 0, 1],
  ])('have their log collected %s', (_, by, pipelines, variables) => {
    const act: Act = ({ web, stack }) => {
      const project = LogProject.fromAttributes(stack, 'project', { projectName: 'acme-logs' });
      collectLogs(web, { to: LogStore.fromAttributes(stack, 'store', { project, storeName: 'web' }), by });
    };
    for (const { objects, env } of both(act, canary)) {
      expect(objects).toHaveLength(pipelines);
      expect(new Set(objects).size).toBe(pipelines);
      expect(env.filter((name) => name.startsWith('aliyun_logs_')).length > 0).toBe(variables > 0);
    }
  });
});

test('those of batches are read with those of the service, whose labels they have', () => {
  for (const { objects } of both(({ web }) => scrape(web, { port: 'metrics' }), batches, METERED)) {
    expect(objects).toEqual(['PodMonitor web-metrics-9113']);
  }
});
