import { Testing, type App } from 'cdktf';
import { Practices } from '../../../lib/checks/practices/profiles';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import type { INetwork } from '../../../lib/core/network';
import type { CloudStack } from '../../../lib/stacks/cloud-stack';
import { practicesOf, stacksOf, synthesized } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { everything } from './everything';
import { twoSites } from './two-sites';

type Props = Parameters<typeof twoSites>[0];

function appOf(props: Props = {}): App {
  const app = Testing.app();
  twoSites(props, app);
  return app;
}

const openOf = (app: App) =>
  practicesOf(app).findings.filter(({ severity, suppressed }) => severity !== 'note' && suppressed === undefined);

test('it asks for production unless it is told otherwise, and for a sandbox as one', () => {
  const profiles = (props: Props) => practicesOf(appOf(props)).stacks.map(({ profile }) => profile);
  expect(profiles({})).toEqual(['production', 'production']);
  expect(profiles({ protection: 'sandbox' })).toEqual(['sandbox', 'sandbox']);
  expect(profiles({ protection: 'sandbox', practices: Practices.production() })).toEqual(['production', 'production']);
});

test.each<[string, () => App]>([
  ['with nothing but what has to be said', () => appOf()],
  [
    'with everything switched on',
    () => {
      const app = Testing.app();
      everything(app);
      return app;
    },
  ],
])('%s, it follows production; each exception says why', (_title, made) => {
  const app = made();
  expect(openOf(app)).toEqual([]);
  expect(practicesOf(app).unused).toEqual([]);
  const reasons = practicesOf(app).findings.flatMap(({ suppressed }) => (suppressed === undefined ? [] : [suppressed]));
  expect(reasons.length).toBeGreaterThan(0);
  reasons.forEach((reason) => expect(reason.split(' ').length).toBeGreaterThan(5));
});

test('one Pod is an exception of a test, and of nothing else', () => {
  const single = practicesOf(appOf()).findings.filter(({ practice }) => practice === 'two-replicas');
  expect(
    single.map(({ suppressed, path }) => [path?.split('/')[2], suppressed?.startsWith('an environment for tests')]),
  ).toEqual([['test', true]]);
});

test('a sandbox that is held to production is refused for what it may lose, and for nothing of its safety', () => {
  const app = appOf({ protection: 'sandbox', practices: Practices.production() });
  const refused = problemsOf(() => stacksOf(app).forEach((stack) => synthesized(stack)));
  expect([...new Set(refused.map(({ practice }) => practice))].sort()).toEqual([
    'cluster-deletion-protection',
    'database-deletion-protection',
  ]);
});

test('on a managed cluster Pods do not say how they keep apart, since nobody would hear it, and that is said', () => {
  const cluster = (cloud: CloudStack, network: INetwork) => {
    const made = new ManagedCluster(cloud, 'cluster', { network });
    made.addNodePool('system', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3 });
    return made;
  };
  const app = appOf({ cluster });
  expect(openOf(app).filter(({ stack }) => stack === 'blog-apps')).toEqual([]);
  expect(practicesOf(app).unused).toEqual([]);
});
