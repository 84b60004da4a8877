import { Testing } from 'cdktf';
import { WordPressEnvironment } from '../../../lib/architectures/wordpress-on-serverless/environment';
import type { WordPressOnServerlessProps } from '../../../lib/architectures/wordpress-on-serverless/serverless-props';
import { diffOf, type Diff } from '../../../lib/testing';
import { AlertContacts } from '../../../lib/monitoring/alert-contacts';
import type { CloudStack } from '../../../lib/stacks/cloud-stack';
import { Scale } from '../../../lib/workload/scaling/scale';
import { twoSites, ZONES } from './two-sites';

const { production, test: aTest } = WordPressEnvironment;
const OPS = 'ops@example.com';
const TWO = { test: aTest(), production: production() };

/** What becomes of the two sites with other props. */
function after(props: Partial<WordPressOnServerlessProps>): Diff {
  const [old, now] = [Testing.app(), Testing.app()];
  twoSites({}, old);
  twoSites(props, now);
  return diffOf(old, now);
}

const typesOf = ({ changes }: Diff, action: string): readonly string[] =>
  [...new Set(changes.filter((one) => one.action === action).map(({ type }) => type))].sort();
const pathsOf = ({ changes }: Diff): readonly string[] => changes.map(({ path }) => path ?? '');

/** What a protection keeps from going. */
const heldIn = ({ changes }: Diff): readonly string[] =>
  changes.filter(({ heldBy }) => heldBy.length > 0).map(({ type }) => type);

/** Whether a path is of one environment: below it, or an account or database called after it. */
const isOf = (name: string) => (path: string) =>
  path.includes(`/sites/${name}/`) || new RegExp(`database/(account-|database-wordpress_)${name}(_|/|$)`).test(path);

describe('another environment', () => {
  const diff = after({ environments: { ...TWO, staging: aTest() } });

  test('adds its own things, and changes, replaces and destroys nothing', () => {
    expect(diff.counts).toMatchObject({ change: 0, replace: 0, destroy: 0, leave: 0, forget: 0, move: 0 });
    expect(pathsOf(diff).filter((path) => !isOf('staging')(path))).toEqual([]);
  });

  test('which are a namespace with a site, a database, accounts, a balancer and a store of logs', () => {
    expect(typesOf(diff, 'add')).toEqual(
      expect.arrayContaining([
        'alicloud_db_database',
        'alicloud_log_store',
        'alicloud_rds_account',
        'alicloud_slb_load_balancer',
        'kubernetes_deployment_v1',
        'kubernetes_namespace_v1',
        'kubernetes_network_policy_v1',
      ]),
    );
    expect(typesOf(diff, 'add')).not.toEqual(
      expect.arrayContaining(['alicloud_vswitch', 'alicloud_db_instance', 'alicloud_nas_file_system']),
    );
  });
});

test('one that sorts before all others, beside contacts, changes none of them either', () => {
  const contacts = (cloud: CloudStack) => new AlertContacts(cloud, 'contacts', { people: { ops: { email: OPS } } });
  const [old, now] = [Testing.app(), Testing.app()];
  twoSites({ contacts }, old);
  twoSites({ contacts, environments: { a1: production(), ...TWO } }, now);
  const diff = diffOf(old, now);
  expect(diff.counts).toMatchObject({ change: 0, replace: 0, destroy: 0, leave: 0, forget: 0, move: 0 });
  const ofTheOthers = pathsOf(diff).filter((path) => isOf('test')(path) || isOf('production')(path));
  expect(ofTheOthers).toEqual([]);
});

test('another name is another environment: the old one is lost with its data, and no third one is touched', () => {
  const diff = after({ environments: { production: production(), trial: aTest() } });
  expect(diff.counts).toMatchObject({ change: 0, replace: 0, leave: 0 });
  expect(pathsOf(diff).filter((path) => !isOf('test')(path) && !isOf('trial')(path))).toEqual([]);
  expect(diff.lost.map(({ type }) => type)).toContain('alicloud_db_database');
});

describe('an environment that is taken out', () => {
  const diff = after({ environments: { production: production() } });

  test('takes its own things with it, and nothing of another one', () => {
    expect(diff.counts).toMatchObject({ add: 0, change: 0, replace: 0, leave: 0 });
    expect(diff.counts.destroy).toBeGreaterThan(20);
    expect(pathsOf(diff).filter((path) => !isOf('test')(path))).toEqual([]);
  });

  test('among them its database and its logs, which are gone then; its files stay where they are', () => {
    const lost = diff.lost.filter(({ holds }) => holds?.kind === 'data').map(({ type }) => type);
    expect([...new Set(lost)].sort()).toEqual([
      'alicloud_db_database',
      'alicloud_log_store',
      'kubernetes_namespace_v1',
    ]);
    expect(typesOf(diff, 'destroy')).not.toContain('alicloud_nas_file_system');
  });

  test('without a protection in the way, since a test comes and goes; a production has to be let go first', () => {
    expect(heldIn(diff)).toEqual([]);
    expect(heldIn(after({ environments: { test: aTest() } }))).toEqual(['alicloud_slb_load_balancer']);
    const { counts, lost } = after({ environments: { ...TWO, production: production({ protection: 'sandbox' }) } });
    expect([counts.change, counts.replace, counts.destroy, lost]).toEqual([1, 0, 0, []]);
  });
});

test.each<[string, Partial<WordPressOnServerlessProps>]>([
  ['a zone that sorts before the others', { zones: [...ZONES, 'cn-hangzhou-g'] }],
  ['more capacity of the database', { capacity: { min: 2, max: 4 } }],
  [
    'more Pods, larger ones, and by the clock',
    {
      environments: {
        ...TWO,
        production: production({
          requests: { cpu: '2', memory: '4Gi' },
          scale: Scale.onSchedule({
            jobs: [
              { name: 'evening', at: '0 30 18 * * *', replicas: 6 },
              { name: 'night', at: '0 0 1 * * *', replicas: 2 },
            ],
            over: Scale.onCpu({ target: 60, min: 2, max: 40 }),
          }),
        }),
      },
    },
  ],
  ['longer logs', { environments: { ...TWO, test: aTest({ logDays: 60 }) } }],
])('%s: nothing that holds data is replaced or destroyed', (_title, props) => {
  const diff = after(props);
  expect(diff.changes.length).toBeGreaterThan(0);
  expect(diff.counts).toMatchObject({ destroy: 0, leave: 0 });
  expect(diff.lost).toEqual([]);
});

test('a test that becomes a production keeps its data, and gets another balancer, since a CLB cannot change its address', () => {
  const diff = after({ environments: { ...TWO, test: production() } });
  expect(typesOf(diff, 'replace')).toEqual(['alicloud_slb_load_balancer', 'kubernetes_job_v1']);
  expect(diff.lost).toEqual([]);
});

test('another image of a test touches nothing of production', () => {
  const image = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.9.0';
  const diff = after({ environments: { ...TWO, test: aTest({ image }) } });
  expect(diff.changes.length).toBeGreaterThan(0);
  expect(pathsOf(diff).filter((path) => !isOf('test')(path))).toEqual([]);
});
