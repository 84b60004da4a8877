import { any, choiceOf, construct, flag, listOf, mapOf, needed, object, word, type Forms } from '../../core/forms';
import { NETWORK_FORM } from '../../core/seam-forms';
import { CONTACTS_FORM } from '../../monitoring/alert-contacts-props';
import { SCALE_FORM } from '../../workload/scaling/scale-forms';
import { part, SITE_PART_FORMS } from '../parts/part';
import { LOAD_FORM, REQUESTS_FORM, ROTATION_FORM, SITE_ELSEWHERE, SITE_FORM } from '../wordpress/site-forms';
import type { WordPressEnvironmentProps } from './environment';
import type { WordPressOnServerlessProps } from './serverless-props';

/** The forms of parts that exist; the same hold for what a function makes. */
export const PART_FORMS = Object.freeze({
  ...SITE_PART_FORMS,
  network: NETWORK_FORM,
  cluster: construct(['clusterId', 'kind', 'network', 'requireAddon'], 'new ServerlessCluster(...)'),
  registry: construct(['instanceId', 'privateDomain', 'allowFrom'], 'new ContainerRegistry(...)'),
  contacts: CONTACTS_FORM,
  logs: construct(['projectName', 'grantWrite'], 'new LogProject(...)'),
});

const ENVIRONMENT: Forms<WordPressEnvironmentProps> = {
  image: word,
  site: SITE_FORM,
  scale: SCALE_FORM,
  requests: REQUESTS_FORM,
  workers: any,
  ports: listOf(any),
  address: any,
  balancer: part(PART_FORMS.balancer),
  database: part(PART_FORMS.database),
  databaseName: word,
  files: part(PART_FORMS.files),
  redis: part(PART_FORMS.redis),
  namespace: word,
  rotation: ROTATION_FORM,
  loadTest: LOAD_FORM,
  watched: flag,
  protection: any,
  logDays: any,
};

export const SERVERLESS_FORMS: Forms<WordPressOnServerlessProps> = {
  region: needed(any, '"cn-hangzhou"'),
  zones: listOf(any),
  image: needed(word, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3"'),
  environments: needed(
    mapOf(
      choiceOf(
        { production: ENVIRONMENT, test: ENVIRONMENT },
        'WordPressEnvironment.production({...}), WordPressEnvironment.test({...})',
      ),
    ),
    '{ test: WordPressEnvironment.test(), production: WordPressEnvironment.production() }',
  ),
  registry: part(PART_FORMS.registry),
  network: part(PART_FORMS.network),
  cluster: part(PART_FORMS.cluster),
  endpoint: any,
  database: part(PART_FORMS.database),
  capacity: object<NonNullable<WordPressOnServerlessProps['capacity']>>({
    min: needed(any, '1'),
    max: needed(any, '8'),
  }),
  files: part(PART_FORMS.files),
  logs: part(PART_FORMS.logs),
  contacts: part(PART_FORMS.contacts),
  account: any,
  protection: any,
  practices: any,
  tags: any,
  state: any,
};

/** What of an environment people look for beside it. */
const OF_AN_ENVIRONMENT = ['site', 'scale', 'requests', 'workers', 'ports', 'address', 'balancer', 'redis', 'rotation'];

/** What to write instead of props that people look for. */
export const SERVERLESS_ELSEWHERE: Readonly<Record<string, string>> = Object.freeze({
  ...Object.fromEntries(
    Object.entries(SITE_ELSEWHERE).map(([prop, fix]) => [prop, `in an environment, ${fix}`] as const),
  ),
  ...Object.fromEntries(
    [...OF_AN_ENVIRONMENT, 'namespace', 'databaseName', 'loadTest', 'logDays'].map(
      (prop) =>
        [prop, `write environments: { production: WordPressEnvironment.production({ ${prop}: ... }) }`] as const,
    ),
  ),
  alerts: 'write contacts: (cloud) => new AlertContacts(cloud, "contacts", { people: { ... } })',
  observability: 'leave it out: logs, Prometheus and its rules are there; write contacts for who is told',
  replicas: 'in an environment, write scale: Scale.onCpu({ target: 60, min: 2, max: 10 })',
  test: 'write environments: { test: WordPressEnvironment.test({...}) }',
  production: 'write environments: { production: WordPressEnvironment.production({...}) }',
  nodes: 'leave it out: every Pod is on ECI; WordPressOnEciBurst has nodes',
  nodePool: 'leave it out: every Pod is on ECI; WordPressOnEciBurst has nodes',
  vpc: 'write network: Network.fromAttributes(...), or zones for a new one',
  mysql:
    'write database: (cloud, network) => new MysqlInstance(cloud, "database", { network }).addDatabase("wordpress_test")',
  nas: 'write files: (cloud, network) => new NasFileSystem(cloud, "files", { network })',
});
