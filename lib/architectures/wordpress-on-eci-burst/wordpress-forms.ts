import {
  any,
  choiceOf,
  construct,
  flag,
  listOf,
  needed,
  object,
  text,
  word,
  type Form,
  type Forms,
} from '../../core/forms';
import { NETWORK_FORM } from '../../core/seam-forms';
import type { Requests } from '../../workload/pod/pod-props';
import type { WordPressOnEciBurstProps, WordPressRotation, WordPressScale, WordPressSite } from './wordpress-props';

/** The forms of parts that exist; the same hold for what a function makes. */
export const PART_FORMS = Object.freeze({
  network: NETWORK_FORM,
  cluster: construct(['clusterId', 'kind', 'network', 'addVirtualNode', 'requireAddon'], 'new ManagedCluster(...)'),
  database: construct(['instanceId', 'host', 'port', 'grantConnect'], 'new MysqlInstance(...)'),
  files: construct(['fileSystemId', 'server', 'mountIn'], 'new NasFileSystem(...)'),
  redis: construct(['instanceId', 'host', 'port', 'grantConnect'], 'new RedisInstance(...)'),
  balancer: construct(['annotations', 'owns', 'scheme'], 'ServiceBalancer.classic({ network })'),
});

/** A part, or the function that makes it. */
function part(form: Form): Form {
  return (prop, value) => (typeof value === 'function' ? [] : form(prop, value));
}

const SHAPE = { users: any, minutes: any };

export const WORDPRESS_FORMS: Forms<WordPressOnEciBurstProps> = {
  region: needed(any, '"cn-hangzhou"'),
  zones: listOf(any),
  image: needed(word, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3"'),
  site: object<WordPressSite>({
    title: word,
    locale: text,
    administrator: object<{ user: string; email: string }>({
      user: needed(text, '"owner"'),
      email: needed(text, '"owner@example.com"'),
    }),
    searchEngines: flag,
    url: text,
    uploadMib: any,
  }),
  scale: object<WordPressScale>({ onNodes: any, max: any, cpuPercent: any, peaks: listOf(any) }),
  requests: object<Requests>({
    cpu: needed(any, '"500m"'),
    memory: needed(any, '"1Gi"'),
    ephemeralStorage: any,
  }),
  workers: any,
  ports: listOf(any),
  network: part(PART_FORMS.network),
  cluster: part(PART_FORMS.cluster),
  nodes: object<NonNullable<WordPressOnEciBurstProps['nodes']>>({
    instanceTypes: needed(any, "['ecs.g8i.2xlarge', 'ecs.g7.2xlarge']"),
    size: needed(any, '3'),
  }),
  endpoint: any,
  database: part(PART_FORMS.database),
  databaseName: word,
  files: part(PART_FORMS.files),
  redis: part(PART_FORMS.redis),
  balancer: part(PART_FORMS.balancer),
  address: any,
  namespace: word,
  rotation: object<WordPressRotation>({
    salts: word,
    database: word,
    redis: word,
    administrator: word,
    before: object<NonNullable<WordPressRotation['before']>>({ database: word, redis: word }),
  }),
  loadTest: choiceOf(
    { 'site-image': SHAPE, k6: { ...SHAPE, image: needed(word, '"registry.example.com/k6:1.3.0"') }, none: {} },
    'LoadTest.withSiteImage(), LoadTest.k6({ image }), LoadTest.none()',
  ),
  observability: flag,
  account: any,
  protection: any,
  practices: any,
  tags: any,
  state: any,
};

const SCALE = 'write scale: { onNodes: 22, max: 100 }';
const siteProp = (prop: string, example: string): string => `write site: { ${prop}: ${example} }`;

/** What to write instead of props that people look for. */
export const WORDPRESS_ELSEWHERE: Readonly<Record<string, string>> = Object.freeze({
  replicas: SCALE,
  min: SCALE,
  max: SCALE,
  title: siteProp('title', '"My blog"'),
  locale: siteProp('locale', '"zh_CN"'),
  language: siteProp('locale', '"zh_CN"'),
  administrator: siteProp('administrator', '{ user: "editor", email: "editor@example.com" }'),
  admin: siteProp('administrator', '{ user: "editor", email: "editor@example.com" }'),
  password: 'leave it out: passwords are drawn at random, and drawn again for another text in rotation',
  url: siteProp('url', '"https://blog.example.com"'),
  domain: siteProp('url', '"https://blog.example.com"'),
  host: siteProp('url', '"https://blog.example.com"'),
  searchEngines: siteProp('searchEngines', 'false'),
  search: siteProp('searchEngines', 'false'),
  certificate: 'write balancer: a ClassicLoadBalancer with certificateId, ports: [80, 443] and site.url',
  certificateId: 'write balancer: a ClassicLoadBalancer with certificateId, ports: [80, 443] and site.url',
  instanceTypes: 'write nodes: { instanceTypes: ["ecs.g8i.2xlarge", "ecs.g7.2xlarge"], size: 3 }',
  nodePool: 'write nodes: { instanceTypes: ["ecs.g8i.2xlarge", "ecs.g7.2xlarge"], size: 3 }',
  vpc: 'write network: Network.fromAttributes(...), or zones for a new one',
  mysql:
    'write database: (cloud, network) => new MysqlInstance(cloud, "database", { network }).addDatabase("wordpress")',
  nas: 'write files: (cloud, network) => new NasFileSystem(cloud, "files", { network })',
  loadBalancer: 'write balancer: (cloud, network) => new ClassicLoadBalancer(cloud, "front", { network })',
});
