import { Testing, type App } from 'cdktf';
import { Practices } from '../../../lib/checks/practices/profiles';
import { practicesOf, stacksOf, synthesized } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aBlog } from './a-blog';
import { everything } from './everything';

type Props = Parameters<typeof aBlog>[0];

function appOf(props: Props): App {
  const app = Testing.app();
  aBlog(props, app);
  return app;
}

/** Every attribute of every resource by its path, as written: `alicloud_vpc.<name>/tags/team`. */
function written(app: App): ReadonlyMap<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([key, inner]) => walk(`${path}/${key}`, inner));
    } else {
      leaves.set(path, value);
    }
  };
  stacksOf(app).forEach((stack) => {
    const { resource } = synthesized(stack) as { resource: Record<string, Record<string, Record<string, unknown>>> };
    Object.entries(resource).forEach(([type, byName]) =>
      Object.entries(byName).forEach(([name, { '//': _, ...attributes }]) => walk(`${type}.${name}`, attributes)),
    );
  });
  return leaves;
}

const openOf = (app: App) =>
  practicesOf(app).findings.filter(({ severity, suppressed }) => severity !== 'note' && suppressed === undefined);

test('it asks for production unless it is told otherwise, and for a sandbox as one', () => {
  const profiles = (props: Props) => practicesOf(appOf(props)).stacks.map(({ profile }) => profile);
  expect(profiles({})).toEqual(['production', 'production']);
  expect(profiles({ protection: 'sandbox' })).toEqual(['sandbox', 'sandbox']);
  expect(profiles({ protection: 'sandbox', practices: Practices.production() })).toEqual(['production', 'production']);
});

test('with everything switched on, it follows production; each exception says why', () => {
  const app = Testing.app();
  everything(app);
  expect(openOf(app)).toEqual([]);
  expect(practicesOf(app).unused).toEqual([]);
  const reasons = practicesOf(app).findings.flatMap(({ suppressed }) => (suppressed === undefined ? [] : [suppressed]));
  expect(reasons.length).toBeGreaterThan(0);
  reasons.forEach((reason) => expect(reason.split(' ').length).toBeGreaterThan(5));
});

test('a sandbox that is held to production is refused for what it may lose, and for nothing of its safety', () => {
  const app = appOf({ protection: 'sandbox', practices: Practices.production() });
  const refused = problemsOf(() => stacksOf(app).forEach((stack) => synthesized(stack)));
  expect([...new Set(refused.map(({ practice }) => practice))].sort()).toEqual([
    'cluster-deletion-protection',
    'database-deletion-protection',
  ]);
});

test('a sandbox differs from production in what keeps it from being deleted, and in nothing else', () => {
  const [production, sandbox] = [written(appOf({})), written(appOf({ protection: 'sandbox' }))];
  const paths = [...new Set([...production.keys(), ...sandbox.keys()])];
  const changed = paths.filter((path) => production.get(path) !== sandbox.get(path));
  const names = changed.map((path) =>
    path
      .split('/')
      .slice(1)
      .join('/')
      .replace(/\/\d+\//, '/'),
  );
  expect([...new Set(names)].sort()).toEqual([
    'backup_retention_period',
    'delete_options/delete_mode',
    'delete_protection',
    'deletion_protection',
    'force_delete',
    'log_backup_retention_period',
    'modification_protection_status',
    'recycle_bin/reserved_days',
    'recycle_bin/status',
  ]);
});
