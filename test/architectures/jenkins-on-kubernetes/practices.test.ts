import { Testing, type App } from 'cdktf';
import { Practices } from '../../../lib/checks/practices/profiles';
import { practicesOf, stacksOf, synthesized } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aJenkins } from './a-jenkins';
import { everything, onNodes, serverless } from './everything';

type Props = Parameters<typeof aJenkins>[0];

function appOf(build: (app: App) => void): App {
  const app = Testing.app();
  build(app);
  return app;
}

const small = (props: Props = {}) => appOf((app) => void aJenkins(props, app));
const openOf = (app: App) =>
  practicesOf(app).findings.filter(({ severity, suppressed }) => severity !== 'note' && suppressed === undefined);

test('it asks for production unless it is told otherwise, and for a sandbox as one', () => {
  const profiles = (props: Props) => practicesOf(small(props)).stacks.map(({ profile }) => profile);
  expect(profiles({})).toEqual(['production', 'production']);
  expect(profiles({ protection: 'sandbox' })).toEqual(['sandbox', 'sandbox']);
  expect(profiles({ protection: 'sandbox', practices: Practices.production() })).toEqual(['production', 'production']);
});

test.each<[string, (app: App) => void]>([
  ['as small as can be', (app) => void aJenkins({}, app)],
  ['with everything switched on', everything],
  ['on a Serverless cluster', serverless],
  ['with agents on nodes', onNodes],
])('%s, it follows production, with two exceptions that say why', (_title, build) => {
  const app = appOf(build);
  expect(openOf(app)).toEqual([]);
  expect(practicesOf(app).unused).toEqual([]);
  const exceptions = practicesOf(app).findings.filter(({ suppressed }) => suppressed !== undefined);
  expect(exceptions.map(({ practice, path }) => `${practice} ${path}`)).toEqual([
    'two-replicas ci-apps/jenkins/controller/Resource',
    'no-root ci-apps/jenkins/home/Resource',
  ]);
  exceptions.forEach(({ suppressed }) => expect(suppressed!.split(' ').length).toBeGreaterThan(10));
});

test('a sandbox that is held to production is refused for what it may lose, and for nothing of its safety', () => {
  const app = small({ protection: 'sandbox', practices: Practices.production() });
  const refused = problemsOf(() => stacksOf(app).forEach((stack) => synthesized(stack)));
  expect([...new Set(refused.map(({ practice }) => practice))]).toEqual(['cluster-deletion-protection']);
});
