import { any, construct, flag, listOf, needed, object, word, type Forms } from '../../core/forms';
import { NETWORK_FORM } from '../../core/seam-forms';
import { part, SITE_PART_FORMS } from '../parts/part';
import { LOAD_FORM, REQUESTS_FORM, ROTATION_FORM, SITE_ELSEWHERE, SITE_FORM } from '../wordpress/site-forms';
import type { WordPressOnEciBurstProps, WordPressScale } from './wordpress-props';

/** The forms of parts that exist; the same hold for what a function makes. */
export const PART_FORMS = Object.freeze({
  network: NETWORK_FORM,
  cluster: construct(['clusterId', 'kind', 'network', 'addVirtualNode', 'requireAddon'], 'new ManagedCluster(...)'),
  ...SITE_PART_FORMS,
});

export const WORDPRESS_FORMS: Forms<WordPressOnEciBurstProps> = {
  region: needed(any, '"cn-hangzhou"'),
  zones: listOf(any),
  image: needed(word, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3"'),
  site: SITE_FORM,
  scale: object<WordPressScale>({ onNodes: any, max: any, cpuPercent: any, peaks: listOf(any) }),
  requests: REQUESTS_FORM,
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
  rotation: ROTATION_FORM,
  loadTest: LOAD_FORM,
  observability: flag,
  account: any,
  protection: any,
  practices: any,
  tags: any,
  state: any,
};

const SCALE = 'write scale: { onNodes: 22, max: 100 }';

/** What to write instead of props that people look for. */
export const WORDPRESS_ELSEWHERE: Readonly<Record<string, string>> = Object.freeze({
  replicas: SCALE,
  min: SCALE,
  max: SCALE,
  ...SITE_ELSEWHERE,
  instanceTypes: 'write nodes: { instanceTypes: ["ecs.g8i.2xlarge", "ecs.g7.2xlarge"], size: 3 }',
  nodePool: 'write nodes: { instanceTypes: ["ecs.g8i.2xlarge", "ecs.g7.2xlarge"], size: 3 }',
  vpc: 'write network: Network.fromAttributes(...), or zones for a new one',
  mysql:
    'write database: (cloud, network) => new MysqlInstance(cloud, "database", { network }).addDatabase("wordpress")',
  nas: 'write files: (cloud, network) => new NasFileSystem(cloud, "files", { network })',
  loadBalancer: 'write balancer: (cloud, network) => new ClassicLoadBalancer(cloud, "front", { network })',
});
