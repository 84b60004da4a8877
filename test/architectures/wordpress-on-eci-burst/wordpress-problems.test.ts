import { Testing } from 'cdktf';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { LoadTest } from '../../../lib/architectures/wordpress/load-test-data';
import { WordPressOnEciBurst } from '../../../lib/architectures/wordpress-on-eci-burst/wordpress-on-eci-burst';
import type { WordPressOnEciBurstProps } from '../../../lib/architectures/wordpress-on-eci-burst/wordpress-props';
import { Endpoint } from '../../../lib/cluster/endpoint';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { MysqlInstance } from '../../../lib/database/mysql-instance';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { resourceOf } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aBlog, IMAGE, ZONES } from './a-blog';

type Wrong = { [K in keyof WordPressOnEciBurstProps | 'replicas']?: unknown };

const codesOf = (props: Wrong): readonly string[] => problemsOf(() => aBlog(props as never)).map(({ code }) => code);

/** A stack of the same App with a network, and a cluster of Pro. */
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
  ['the latest image', { image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:latest' }, 'image-untagged'],
  [
    'an image without Apache',
    { image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3-php8.3-fpm' },
    'site-image',
  ],
  ['neither zones nor a network nor a cluster', { zones: undefined }, 'part-missing'],
  ['a function for the cluster and no network for it', { zones: undefined, cluster: () => undefined }, 'part-missing'],
  ['zones by their letters', { zones: ['h', 'i', 'j'] }, 'zone-invalid'],
  ['Pods that no node holds', { requests: { cpu: '64', memory: '128Gi' } }, 'sizing-pod-too-big'],
  ['one zone', { zones: ['cn-hangzhou-h'] }, 'zone-count'],
  ['a zone of another region', { zones: ['cn-beijing-a', 'cn-hangzhou-i'] }, 'zone-region'],
  ['a zone twice', { zones: ['cn-hangzhou-h', 'cn-hangzhou-h'] }, 'list-duplicate'],
  ['zones that are one text', { zones: 'cn-hangzhou-h' }, 'type-invalid'],
  ['a prop that does not exist', { replicas: 22 }, 'prop-unknown'],
  ['a misspelt part of the site', { site: { titel: 'Blog' } }, 'prop-unknown'],
  ['an empty title', { site: { title: ' ' } }, 'type-invalid'],
  ['a language as browsers name it', { site: { locale: 'zh-CN' } }, 'site-locale'],
  ['an administrator without a mail address', { site: { administrator: { user: 'editor' } } }, 'value-missing'],
  [
    'a mail address that is none',
    { site: { administrator: { user: 'editor', email: 'editor' } } },
    'site-administrator',
  ],
  [
    'a user name that WordPress refuses',
    { site: { administrator: { user: '<script>', email: 'editor@example.com' } } },
    'site-administrator',
  ],
  ['an administrator’s password in the program', { site: { administrator: { password: 'x' } } }, 'prop-unknown'],
  ['search engines as text, which always counts as true', { site: { searchEngines: 'false' } }, 'type-invalid'],
  ['an address without a scheme', { site: { url: 'blog.example.com' } }, 'site-url'],
  ['an address with a path', { site: { url: 'https://example.com/blog' } }, 'site-url'],
  ['uploads of no size', { site: { uploadMib: 0 } }, 'number-invalid'],
  ['one Pod on nodes', { scale: { onNodes: 1 } }, 'number-invalid'],
  ['half a Pod', { scale: { onNodes: 22.5 } }, 'number-invalid'],
  ['fewer Pods at most than always', { scale: { onNodes: 22, max: 10 } }, 'site-scale'],
  ['more use of cpu than there is', { scale: { cpuPercent: 160 } }, 'number-invalid'],
  ['a peak above the most', { scale: { peaks: [{ name: 'sale', at: '0 45 19 * * 5', replicas: 200 }] } }, 'site-scale'],
  [
    'a peak below what always runs',
    { scale: { peaks: [{ name: 'night', at: '0 0 1 * * *', replicas: 5 }] } },
    'site-scale',
  ],
  [
    'a peak by five fields, where the second comes first',
    { scale: { peaks: [{ name: 'sale', at: '45 19 * * 5', replicas: 80 }] } },
    'schedule-invalid',
  ],
  ['cpu that is no amount', { requests: { cpu: 'half', memory: '1Gi' } }, 'quantity-invalid'],
  ['requests without memory', { requests: { cpu: '500m' } }, 'value-missing'],
  ['no workers', { workers: 0 }, 'number-invalid'],
  ['no port', { ports: [] }, 'list-empty'],
  ['a port twice', { ports: [80, 80] }, 'list-duplicate'],
  ['a port above all', { ports: [80, 70_000] }, 'number-invalid'],
  [
    'nodes of two architectures',
    { nodes: { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8y.xlarge'], size: 6 } },
    'instance-type-mixed',
  ],
  [
    'nodes that are too small',
    { nodes: { instanceTypes: ['ecs.g7.large', 'ecs.g8i.large'], size: 6 } },
    'instance-type-small',
  ],
  ['nodes without a number', { nodes: { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'] } }, 'value-missing'],
  ['a network that is none', { zones: undefined, network: { vpcId: 'vpc-1' } }, 'type-invalid'],
  ['a function that makes no network', { zones: undefined, network: () => undefined }, 'type-invalid'],
  ['a function that makes no database', { database: () => ({}) }, 'type-invalid'],
  ['a database by its id', { database: 'rm-bp1example' }, 'type-invalid'],
  ['a balancer by its id', { balancer: 'lb-bp1example' }, 'type-invalid'],
  ['Redis by true', { redis: true }, 'type-invalid'],
  ['files that are a path', { files: '/mnt' }, 'type-invalid'],
  ['a database name that MySQL keeps', { databaseName: 'mysql' }, 'database-name'],
  ['a namespace in capitals', { namespace: 'WordPress' }, 'kubernetes-name'],
  [
    'an open address without a reason',
    { address: BalancerAddress.internet({ allow: ['0.0.0.0/0'] }) },
    'balancer-open',
  ],
  ['a rotation before itself', { rotation: { redis: '2', before: { redis: '2' } } }, 'database-account'],
  ['port 443 of no name', { ports: [80, 443] }, 'site-url'],
  [
    'port 443 of a balancer that ends no TLS',
    { ports: [80, 443], site: { url: 'https://blog.example.com' } },
    'part-conflict',
  ],
  ['an account of a third kind', { account: 'jp' }, 'choice-invalid'],
  ['a rotation by number', { rotation: { salts: 2 } }, 'type-invalid'],
  ['a load of nobody', { loadTest: LoadTest.withSiteImage({ users: 0 }) }, 'number-invalid'],
  ['a load of a week', { loadTest: LoadTest.withSiteImage({ minutes: 10_080 }) }, 'number-invalid'],
  ['k6 without an image', { loadTest: { kind: 'k6', users: 10, minutes: 1 } }, 'value-missing'],
  ['k6 of no version', { loadTest: LoadTest.k6({ image: 'acme/k6' }) }, 'image-untagged'],
  ['k6 of nothing', { loadTest: LoadTest.k6(undefined as never) }, 'value-missing'],
  ['a load of another kind', { loadTest: { kind: 'pts' } }, 'choice-invalid'],
  ['observability by a word', { observability: 'yes' }, 'type-invalid'],
  ['protection that is none', { protection: 'none' }, 'choice-invalid'],
  ['a tag of the cloud’s own', { tags: { 'acs:team': 'blog' } }, 'tag-invalid'],
])('refuses %s', (_title, props, code) => {
  expect(codesOf(props)).toContain(code);
});

test.each<[string, string]>([
  ['replicas', 'scale: { onNodes'],
  ['locale', 'site: { locale'],
  ['domain', 'site: { url'],
  ['certificateId', 'ports: [80, 443]'],
  ['mysql', 'database: (cloud, network) =>'],
])('answers the prop %s with what to write instead', (prop, instead) => {
  const [problem] = problemsOf(() => aBlog({ [prop]: 'x' } as never));
  expect(problem).toMatchObject({ code: 'prop-unknown', fix: expect.stringContaining(instead) });
});

describe('refuses beside a part that is given', () => {
  test('zones and a network', () => {
    const { app, network } = aHome();
    expect(problemsOf(() => aBlog({ network }, app)).map(({ code }) => code)).toEqual(['part-conflict']);
  });

  test('zones, a network, nodes and an endpoint beside a cluster, all at once', () => {
    const { app, home, network } = aHome();
    const cluster = new ManagedCluster(home, 'cluster', { network });
    const nodes = { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 6 };
    const problems = problemsOf(() => aBlog({ cluster, network, nodes, endpoint: Endpoint.private() }, app));
    expect(problems.map(({ value }) => value)).toEqual(['zones', 'zones', 'network', 'nodes', 'endpoint']);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['part-conflict']));
  });

  test('an address beside a balancer', () => {
    const { app, network } = aHome();
    const balancer = ServiceBalancer.classic({ network });
    const address = BalancerAddress.intranet();
    expect(problemsOf(() => aBlog({ zones: undefined, network, balancer, address }, app))[0]!.code).toBe(
      'part-conflict',
    );
  });
});

test('refuses a Serverless cluster, on which no Pod is on nodes', () => {
  const { app, home, network } = aHome();
  const cluster = new ServerlessCluster(home, 'cluster', { network }) as never;
  expect(problemsOf(() => aBlog({ zones: undefined, cluster }, app))[0]!.code).toBe('cluster-kind');
});

test('refuses a database that the given instance does not have', () => {
  const { app, home, network } = aHome();
  const database = new MysqlInstance(home, 'mysql', { network }).addDatabase('blog');
  expect(problemsOf(() => aBlog({ zones: undefined, network, database }, app))[0]!.code).toBe('database-unknown');
});

test('refuses a balancer of another network', () => {
  const { app, network } = aHome();
  const balancer = ServiceBalancer.classic({ network });
  expect(problemsOf(() => aBlog({ balancer }, app))[0]!.code).toBe('balancer-network');
});

test('refuses the database of another site, whose tables it would overwrite', () => {
  const app = Testing.app();
  const { cluster, database } = aBlog({}, app);
  const props = { region: 'cn-hangzhou', image: IMAGE, cluster, database, namespace: 'second' };
  const [problem] = problemsOf(() => new WordPressOnEciBurst(app, 'second', props));
  expect(problem).toMatchObject({ code: 'part-conflict', value: 'wordpress', path: 'second' });
});

test('refuses the files of another site', () => {
  const app = Testing.app();
  const { files } = aBlog({}, app);
  const props = { region: 'cn-hangzhou', image: IMAGE, zones: ZONES, files };
  const [problem] = problemsOf(() => new WordPressOnEciBurst(app, 'second', props));
  expect(problem).toMatchObject({ code: 'part-conflict', value: '/wordpress/wp-content' });
});

test('refuses a database, Redis or files of another VPC, to which nothing leads', () => {
  const { app, home, network } = aHome();
  const database = new MysqlInstance(home, 'mysql', { network }).addDatabase('wordpress');
  expect(problemsOf(() => aBlog({ database }, app))[0]).toMatchObject({ code: 'vpc-other', value: 'home/network' });
});

test('refuses a cluster without nodes, on which the installation would wait for ever', () => {
  const app = Testing.app();
  aBlog({ cluster: (cloud, network) => new ManagedCluster(cloud, 'cluster', { network }) }, app);
  expect(problemsOf(() => app.synth())).toContainEqual(
    expect.objectContaining({ code: 'part-missing', path: 'blog-cloud/cluster' }),
  );
});

test('says what speaks against nodes of the props that they are planned for', () => {
  const [problem] = problemsOf(() => aBlog({ requests: { cpu: '64', memory: '128Gi' } }));
  expect(problem).toMatchObject({ path: 'blog', fix: expect.stringContaining('nodes: {') });
  const nodes = { instanceTypes: ['ecs.g8i.24xlarge', 'ecs.g7.32xlarge'], size: 40 };
  const { cloud } = aBlog({ requests: { cpu: '64', memory: '128Gi' }, nodes });
  expect(resourceOf(cloud, 'alicloud_cs_kubernetes_node_pool').attributes.desired_size).toBe('40');
});

test('refuses to be made in a stack', () => {
  const { home } = aHome();
  const props = { region: 'cn-hangzhou', zones: ZONES, image: IMAGE };
  expect(problemsOf(() => new WordPressOnEciBurst(home, 'blog', props))[0]!.code).toBe('stack-nested');
});

test('refuses a second one of the same name', () => {
  const app = Testing.app();
  aBlog({}, app);
  expect(problemsOf(() => aBlog({}, app))[0]!.code).toBe('id-duplicate');
});

test('every problem names an edit', () => {
  const problems = problemsOf(() => aBlog({ site: { locale: 'zh-CN', url: 'x' }, workers: 0, scale: { max: 1 } }));
  expect(problems.length).toBeGreaterThanOrEqual(4);
  problems.forEach(({ fix, path }) => {
    expect(fix).toMatch(/^(write|leave|give)/);
    expect(path).toBe('blog');
  });
});
