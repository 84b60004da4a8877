import { Testing } from 'cdktf';
import {
  WordPressEnvironment,
  type WordPressEnvironmentProps,
} from '../../../lib/architectures/wordpress-on-serverless/environment';
import type { WordPressOnServerlessProps } from '../../../lib/architectures/wordpress-on-serverless/serverless-props';
import { WordPressOnServerless } from '../../../lib/architectures/wordpress-on-serverless/wordpress-on-serverless';
import { LoadTest } from '../../../lib/architectures/wordpress/load-test-data';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { DedicatedCluster } from '../../../lib/cluster/dedicated-cluster';
import { Login } from '../../../lib/cluster/login';
import { Endpoint } from '../../../lib/cluster/endpoint';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { MysqlInstance } from '../../../lib/database/mysql-instance';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { NasFileSystem } from '../../../lib/storage/nas-file-system';
import { Scale } from '../../../lib/workload/scaling/scale';
import { problemsOf } from '../../support/problems';
import { aRegistry } from './everything';
import { IMAGE, twoSites, ZONES } from './two-sites';

type Wrong = { [K in keyof WordPressOnServerlessProps | 'replicas']?: unknown };
type WrongSite = { [K in keyof WordPressEnvironmentProps | 'replicas']?: unknown };

const { production, test: aTest } = WordPressEnvironment;
const codesOf = (props: Wrong): readonly string[] => problemsOf(() => twoSites(props as never)).map(({ code }) => code);

/** A stack of the same App with a network. */
function aHome() {
  const app = Testing.app();
  const home = new CloudStack(app, 'home', { region: 'cn-hangzhou' });
  const network = new Network(home, 'network', { zones: ZONES });
  return { app, home, network };
}

test.each<[string, Wrong, string]>([
  ['no region', { region: undefined }, 'value-missing'],
  ['a region that is none', { region: 'hangzhou' }, 'region-invalid'],
  ['no image', { image: undefined }, 'value-missing'],
  ['an image without a version', { image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress' }, 'image-untagged'],
  ['an image without Apache', { image: `${IMAGE}-php8.3-fpm` }, 'site-image'],
  [
    'an image at the private address of another region',
    { image: 'registry-vpc.cn-beijing.aliyuncs.com/acme/wordpress:6.8.3' },
    'registry-region',
  ],
  [
    'and of the Enterprise Edition there',
    { image: 'acme-registry-vpc.cn-beijing.cr.aliyuncs.com/blog/wordpress:6.8.3' },
    'registry-region',
  ],
  [
    'and of a Personal Edition of now',
    { image: 'crpi-abc123-vpc.cn-beijing.personal.cr.aliyuncs.com/acme/wordpress:6.8.3' },
    'registry-region',
  ],
  ['no environments', { environments: undefined }, 'value-missing'],
  ['environments that are none', { environments: {} }, 'value-missing'],
  ['environments as a list', { environments: [production()] }, 'type-invalid'],
  ['an environment without a kind', { environments: { production: {} } }, 'choice-invalid'],
  ['an environment of a third kind', { environments: { production: { kind: 'staging' } } }, 'choice-invalid'],
  ['an environment in capitals', { environments: { Production: production() } }, 'kubernetes-name'],
  ['an environment of one letter', { environments: { p: production() } }, 'kubernetes-name'],
  ['an environment of a long name', { environments: { ['a'.repeat(25)]: production() } }, 'kubernetes-name'],
  ['neither zones nor a network nor a cluster', { zones: undefined }, 'part-missing'],
  ['one zone', { zones: ['cn-hangzhou-h'] }, 'zone-count'],
  ['zones by their letters', { zones: ['h', 'i'] }, 'zone-invalid'],
  ['a zone of another region', { zones: ['cn-beijing-a', 'cn-hangzhou-i'] }, 'zone-region'],
  ['a prop that does not exist', { replicas: 2 }, 'prop-unknown'],
  ['a capacity without a least', { capacity: { max: 8 } }, 'value-missing'],
  ['a capacity of half steps', { capacity: { min: 0.3, max: 8 } }, 'database-capacity'],
  ['more capacity than there is', { capacity: { min: 1, max: 32 } }, 'database-capacity'],
  ['a database by its id', { database: 'rm-bp1example' }, 'type-invalid'],
  ['a registry by its name', { registry: 'acme' }, 'type-invalid'],
  ['logs by the name of a project', { logs: 'acme-logs' }, 'type-invalid'],
  ['files that are a path', { files: '/mnt' }, 'type-invalid'],
  ['a cluster by its id', { cluster: 'c1234' }, 'type-invalid'],
  ['a function that makes no network', { zones: undefined, network: () => undefined }, 'type-invalid'],
  ['an account of a third kind', { account: 'jp' }, 'choice-invalid'],
  ['protection that is none', { protection: 'none' }, 'choice-invalid'],
  ['a tag of the cloud’s own', { tags: { 'acs:team': 'blog' } }, 'tag-invalid'],
])('refuses %s', (_title, props, code) => {
  expect(codesOf(props)).toContain(code);
});

test.each<[string, WrongSite, string]>([
  ['an image without a version', { image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress' }, 'image-untagged'],
  ['a misspelt part of the site', { site: { titel: 'Blog' } }, 'prop-unknown'],
  ['a prop that does not exist', { replicas: 2 }, 'prop-unknown'],
  ['a language as browsers name it', { site: { locale: 'zh-CN' } }, 'site-locale'],
  ['an address with a path', { site: { url: 'https://example.com/blog' } }, 'site-url'],
  [
    'a mail address that is none',
    { site: { administrator: { user: 'editor', email: 'editor' } } },
    'site-administrator',
  ],
  ['a password in the program', { site: { administrator: { password: 'x' } } }, 'prop-unknown'],
  ['one Pod for visitors', { scale: Scale.fixed(1) }, 'site-scale'],
  ['a least of one Pod', { scale: Scale.onCpu({ target: 60, min: 1, max: 10 }) }, 'site-scale'],
  [
    'a night without Pods',
    {
      scale: Scale.onSchedule({
        jobs: [
          { name: 'night', at: '0 0 1 * * *', replicas: 0 },
          { name: 'morning', at: '0 0 7 * * *', replicas: 4 },
        ],
      }),
    },
    'site-scale',
  ],
  [
    'one Pod until the clock first says something',
    { scale: Scale.onSchedule({ jobs: [{ name: 'morning', at: '0 0 7 * * *', replicas: 4 }] }) },
    'site-scale',
  ],
  ['limits the wrong way round', { scale: Scale.onCpu({ target: 60, min: 10, max: 2 }) }, 'scale-range'],
  [
    'a schedule by five fields, where the second comes first',
    { scale: Scale.onSchedule({ jobs: [{ name: 'sale', at: '45 19 * * 5', replicas: 8 }] }) },
    'schedule-invalid',
  ],
  ['a scale that is a number', { scale: 3 }, 'choice-invalid'],
  ['a size that ECI does not sell', { requests: { cpu: '750m', memory: '1Gi' } }, 'site-size'],
  ['a size above all that ECI sells', { requests: { cpu: '128', memory: '512Gi' } }, 'site-size'],
  ['cpu that is no amount', { requests: { cpu: 'half', memory: '1Gi' } }, 'quantity-invalid'],
  ['requests without memory', { requests: { cpu: '500m' } }, 'value-missing'],
  ['no workers', { workers: 0 }, 'number-invalid'],
  ['no port', { ports: [] }, 'list-empty'],
  ['port 443 of no name', { ports: [80, 443] }, 'site-url'],
  [
    'port 443 of a balancer that ends no TLS',
    { ports: [80, 443], site: { url: 'https://blog.example.com' } },
    'part-conflict',
  ],
  [
    'an open address without a reason',
    { address: BalancerAddress.internet({ allow: ['0.0.0.0/0'] }) },
    'balancer-open',
  ],
  ['a balancer by its id', { balancer: 'lb-bp1example' }, 'type-invalid'],
  ['Redis by true', { redis: true }, 'type-invalid'],
  ['a function that makes no database', { database: () => ({}) }, 'type-invalid'],
  ['a database name that MySQL keeps', { databaseName: 'mysql' }, 'database-name'],
  ['a namespace in capitals', { namespace: 'WordPress' }, 'kubernetes-name'],
  ['a namespace of Kubernetes', { namespace: 'kube-system' }, 'namespace-exists'],
  ['a rotation by number', { rotation: { salts: 2 } }, 'type-invalid'],
  ['a rotation before itself', { rotation: { redis: '2', before: { redis: '2' } } }, 'database-account'],
  ['a load of nobody', { loadTest: LoadTest.withSiteImage({ users: 0 }) }, 'number-invalid'],
  ['logs of no day', { logDays: 0 }, 'number-invalid'],
])('refuses in an environment %s', (_title, props, code) => {
  expect(codesOf({ environments: { production: production(props as never) } })).toContain(code);
});

test('what is wrong says in which environment', () => {
  const environments = { test: aTest({ workers: 0 }), production: production({ workers: 500, logDays: 0 }) };
  const problems = problemsOf(() => twoSites({ environments }));
  expect(problems.map(({ what }) => /^environments\.(\w+\.\w+)/.exec(what)?.[1])).toEqual([
    'production.workers',
    'production.logDays',
    'test.workers',
  ]);
  problems.forEach(({ fix, path }) => {
    expect(fix).toMatch(/^(write|leave|give)/);
    expect(path).toBe('blog');
  });
});

test('an image that is wrong for all is said once', () => {
  expect(codesOf({ image: 'registry-vpc.cn-beijing.aliyuncs.com/acme/wordpress:6.8.3' })).toEqual(['registry-region']);
});

test.each<[string, string]>([
  ['locale', 'in an environment, write site: { locale'],
  ['scale', 'environments: { production: WordPressEnvironment.production({ scale'],
  ['production', 'environments: { production: WordPressEnvironment.production({...}) }'],
  ['replicas', 'scale: Scale.onCpu('],
  ['nodePool', 'every Pod is on ECI'],
  ['mysql', 'database: (cloud, network) =>'],
])('answers the prop %s with what to write instead', (prop, instead) => {
  const [problem] = problemsOf(() => twoSites({ [prop]: 'x' } as never));
  expect(problem).toMatchObject({ code: 'prop-unknown', fix: expect.stringContaining(instead) });
});

describe('refuses beside a part that is given', () => {
  test('zones and an endpoint beside a cluster', () => {
    const { app, home, network } = aHome();
    const cluster = new ServerlessCluster(home, 'cluster', { network });
    const problems = problemsOf(() => twoSites({ cluster, network, endpoint: Endpoint.private() }, app));
    expect(problems.map(({ value }) => value)).toEqual(['zones', 'zones', 'network', 'endpoint']);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['part-conflict']));
  });

  test('a capacity beside a database', () => {
    const { app, home, network } = aHome();
    const database = new MysqlInstance(home, 'mysql', { network });
    const capacity = { min: 1, max: 4 };
    expect(problemsOf(() => twoSites({ zones: undefined, network, database, capacity }, app))[0]).toMatchObject({
      code: 'part-conflict',
      value: 'capacity',
    });
  });

  test('an address beside a balancer', () => {
    const { app, network } = aHome();
    const site = production({ balancer: ServiceBalancer.classic({ network }), address: BalancerAddress.intranet() });
    const problems = problemsOf(() => twoSites({ zones: undefined, network, environments: { production: site } }, app));
    expect(problems.map(({ value }) => value)).toEqual(['environments.production.address']);
  });

  test('a database for all where each has its own', () => {
    const { app, home, network } = aHome();
    const database = new MysqlInstance(home, 'mysql', { network });
    const own = new MysqlInstance(home, 'own', { network }).addDatabase('wordpress_production');
    const environments = { production: production({ database: own }) };
    expect(problemsOf(() => twoSites({ zones: undefined, network, database, environments }, app))[0]).toMatchObject({
      code: 'part-conflict',
      value: 'database',
    });
  });
});

describe('refuses what two environments would share by mistake:', () => {
  test('a namespace', () => {
    const environments = { test: aTest({ namespace: 'blog' }), production: production({ namespace: 'blog' }) };
    expect(codesOf({ environments })).toContain('part-conflict');
  });

  test('a database', () => {
    const environments = { test: aTest({ databaseName: 'blog' }), production: production({ databaseName: 'blog' }) };
    expect(problemsOf(() => twoSites({ environments }))[0]).toMatchObject({ value: 'blog' });
  });

  test('a port of one balancer, which the second Service would take from the first', () => {
    const { app, home, network } = aHome();
    const balancer = new ClassicLoadBalancer(home, 'front', { network });
    const environments = { test: aTest({ balancer }), production: production({ balancer }) };
    twoSites({ zones: undefined, network, environments }, app);
    expect(problemsOf(() => app.synth()).map(({ code }) => code)).toContain('balancer-port-taken');
  });
});

test('refuses a dedicated cluster, which has no way to ECI', () => {
  const { app, home, network } = aHome();
  const masterTypes = ['ecs.g7.xlarge', 'ecs.g7.xlarge', 'ecs.g7.xlarge'];
  const cluster = new DedicatedCluster(home, 'cluster', { network, masterTypes, login: Login.keyPair('ops') } as never);
  expect(problemsOf(() => twoSites({ zones: undefined, cluster: cluster as never }, app))[0]!.code).toBe(
    'cluster-kind',
  );
});

test('refuses a registry that no image is of', () => {
  const app = Testing.app();
  const { registry } = aRegistry(app);
  expect(problemsOf(() => twoSites({ registry }, app))[0]).toMatchObject({
    code: 'part-conflict',
    value: 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com',
  });
});

test('refuses databases that the given instance does not have', () => {
  const { app, home, network } = aHome();
  const database = new MysqlInstance(home, 'mysql', { network }).addDatabase('wordpress_test');
  expect(problemsOf(() => twoSites({ zones: undefined, network, database }, app))[0]).toMatchObject({
    code: 'database-unknown',
    value: 'wordpress_production',
  });
});

test('refuses files of another VPC, to which nothing leads', () => {
  const { app, home, network } = aHome();
  const files = new NasFileSystem(home, 'files', { network });
  expect(problemsOf(() => twoSites({ files }, app))[0]).toMatchObject({ code: 'vpc-other' });
});

test('refuses more Pods than the zones that are left have addresses for', () => {
  const scale = Scale.onCpu({ target: 60, min: 2, max: 800 });
  expect(codesOf({ environments: { production: production({ scale }) } })).toEqual(['capacity-addresses']);
});

test('a part that is none is answered with the function that makes one, as there is no stack to make it in yet', () => {
  expect(problemsOf(() => twoSites({ contacts: ['ops@example.com'] } as never))[0]).toMatchObject({
    code: 'type-invalid',
    fix: expect.stringMatching(/^write contacts: .*or a function \(cloud, network\) => \.\.\. that makes it$/),
  });
});

test('refuses to be made in a stack', () => {
  const { home } = aHome();
  const props = { region: 'cn-hangzhou', zones: ZONES, image: IMAGE, environments: { test: aTest() } };
  expect(problemsOf(() => new WordPressOnServerless(home, 'blog', props))[0]!.code).toBe('stack-nested');
});

test('refuses a second one of the same name', () => {
  const app = Testing.app();
  twoSites({}, app);
  expect(problemsOf(() => twoSites({}, app))[0]!.code).toBe('id-duplicate');
});
