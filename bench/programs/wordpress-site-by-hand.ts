/** WordPress in a cluster, by hand with L1 classes: the Pods that answer, on nodes first, behind their balancer. */
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import { Password } from '@cdktf/provider-random/lib/password';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { Fn, type ITerraformDependable, TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import { burst, LABELS, scaling, SELECTOR } from './scaling-by-hand';
import { space } from './space-by-hand';
import { PASSWORD } from './wordpress-database-by-hand';
import { type JobSettings, wordpressJobs } from './wordpress-jobs-by-hand';
import { claim, configFiles, databaseSecret, type Site } from './wordpress-parts-by-hand';
import { type Pods, SALTS, webFiles, wordpressPods } from './wordpress-pods-by-hand';

export interface Burst {
  /** Path of the chart that holds custom resources. */
  readonly chart: string;
  readonly profile: ITerraformDependable;
}

const HARD = { pods: '136', 'requests.cpu': '71', 'requests.memory': '142Gi', 'services.loadbalancers': '1' };
const SLB = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
const SETTINGS: JobSettings = {
  install: { cpu: '500m', memory: '512Mi' },
  schedule: { cpu: '100m', memory: '128Mi', clock: '*/5 * * * *' },
  searchEngines: 'yes',
  visitors: 1000,
  onEci: { 'alibabacloud.com/eci': 'true' },
};

export function wordpressSite(apps: Construct, site: Site, { chart, profile }: Burst): void {
  new RandomProvider(apps, 'random');
  const { namespace } = site;
  const { ready: dependsOn, letIn } = space(apps, { name: namespace, hard: HARD, port: '80', profile });
  const onNodes = burst(apps, { namespace, onNodes: 22, chart, dependsOn });
  const pods = { cpu: '500m', memory: '1Gi', workers: 20, nodes: true };
  const { web, url } = answering(apps, site, { pods, jobs: SETTINGS, dependsOn, before: [letIn, onNodes] });
  scaling(apps, { namespace, min: 22, max: 100, web, dependsOn });
  new TerraformOutput(apps, 'site-url', { value: url, description: 'Where visitors find the site' });
}

/** The Pods that answer, and what else is to be there before them. */
export interface Answering {
  readonly pods: Omit<Pods, 'url' | 'claim'>;
  readonly jobs: JobSettings;
  readonly dependsOn: ITerraformDependable[];
  readonly before: ITerraformDependable[];
}

/** What every site has in the cluster: its files, its secrets, its balancer, its jobs, and the Pods that answer. */
export function answering(apps: Construct, site: Site, { pods, jobs, dependsOn, before }: Answering) {
  const { namespace } = site;
  const files = configFiles(apps, 'web', site, webFiles(pods.workers), dependsOn);
  const database = databaseSecret(apps, 'web', site, dependsOn);
  const salts = saltsSecret(apps, site, dependsOn);
  const balancer = services(apps, site, dependsOn);
  const url = `http://${balancer.status.get(0).loadBalancer.get(0).ingress.get(0).ip}`;
  const install = wordpressJobs(apps, { site, settings: jobs, url, dependsOn });
  const [letIn, ...others] = before;
  const web = new DeploymentV1(apps, 'web', {
    metadata: { name: 'web', namespace, labels: LABELS },
    spec: wordpressPods(site, { ...pods, url, claim: claim(apps, 'web', site, dependsOn) }),
    waitForRollout: true,
    timeouts: { create: '20m', update: '20m' },
    dependsOn: [...dependsOn, files, ...others, database, salts, letIn!, balancer, install],
  });
  return { web, url };
}

/** The eight keys and salts, the same for all Pods. */
function saltsSecret(apps: Construct, { namespace }: Site, dependsOn: ITerraformDependable[]): SecretV1 {
  const drawn = SALTS.map((key) => {
    const id = key.toLowerCase().replaceAll('_', '-');
    const password = new Password(apps, id, { ...PASSWORD, length: 64, keepers: { rotation: '1' } });
    return [`WORDPRESS_${key}`, Fn.sensitive(password.result)];
  });
  return new SecretV1(apps, 'salts', {
    metadata: { name: 'web-salts', namespace },
    type: 'Opaque',
    data: Object.fromEntries(drawn) as Record<string, string>,
    dependsOn,
  });
}

/** The Service for the cluster, and the one that hangs the Pods into the balancer; answers the second. */
function services(apps: Construct, { front, namespace }: Site, dependsOn: ITerraformDependable[]): ServiceV1 {
  const metadata = { name: 'web', namespace, labels: LABELS };
  const port = { port: 80, targetPort: '80', protocol: 'TCP' };
  new ServiceV1(apps, 'service', {
    metadata,
    spec: { type: 'ClusterIP', selector: SELECTOR, port: [{ ...port, name: 'http' }] },
    dependsOn,
  });
  return new ServiceV1(apps, 'balancer', {
    metadata: {
      ...metadata,
      name: 'web-balancer',
      annotations: {
        'service.beta.kubernetes.io/backend-type': 'eni',
        [`${SLB}id`]: front.id,
        [`${SLB}force-override-listeners`]: 'true',
        [`${SLB}scheduler`]: 'wrr',
        [`${SLB}connection-drain`]: 'on',
        [`${SLB}connection-drain-timeout`]: '15',
        [`${SLB}health-check-switch`]: 'on',
        [`${SLB}health-check-type`]: 'tcp',
        [`${SLB}health-check-connect-timeout`]: '5',
        [`${SLB}health-check-interval`]: '5',
        [`${SLB}healthy-threshold`]: '2',
        [`${SLB}unhealthy-threshold`]: '3',
      },
    },
    spec: {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Cluster',
      allocateLoadBalancerNodePorts: false,
      selector: SELECTOR,
      port: [{ ...port, name: 'port-80' }],
    },
    waitForLoadBalancer: true,
    timeouts: { create: '15m' },
    dependsOn,
  });
}
