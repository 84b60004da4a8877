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
import type { WordpressCloud } from './wordpress-cloud-by-hand';
import { PASSWORD } from './wordpress-database-by-hand';
import { wordpressJobs } from './wordpress-jobs-by-hand';
import { claim, configFiles, databaseSecret, NAMESPACE } from './wordpress-parts-by-hand';
import { SALTS, WEB_FILES, wordpressPods } from './wordpress-pods-by-hand';

export interface Site {
  readonly cloud: WordpressCloud;
  /** Path of the chart that holds custom resources. */
  readonly chart: string;
  readonly profile: ITerraformDependable;
}

const HARD = { pods: '136', 'requests.cpu': '71', 'requests.memory': '142Gi', 'services.loadbalancers': '1' };
const SLB = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';

export function wordpressSite(apps: Construct, { cloud, chart, profile }: Site): void {
  new RandomProvider(apps, 'random');
  const { ready: dependsOn, letIn } = space(apps, { name: NAMESPACE, hard: HARD, port: '80', profile });
  const onNodes = burst(apps, { namespace: NAMESPACE, onNodes: 22, chart, dependsOn });
  const files = configFiles(apps, 'web', WEB_FILES, dependsOn);
  const database = databaseSecret(apps, 'web', cloud, dependsOn);
  const salts = saltsSecret(apps, dependsOn);
  const balancer = services(apps, cloud, dependsOn);
  const url = `http://${balancer.status.get(0).loadBalancer.get(0).ingress.get(0).ip}`;
  const install = wordpressJobs(apps, { cloud, url, dependsOn });
  const web = new DeploymentV1(apps, 'web', {
    metadata: { name: 'web', namespace: NAMESPACE, labels: LABELS },
    spec: wordpressPods(cloud, url, claim(apps, 'web', cloud, dependsOn)),
    waitForRollout: true,
    timeouts: { create: '20m', update: '20m' },
    dependsOn: [...dependsOn, files, onNodes, database, salts, letIn, balancer, install],
  });
  scaling(apps, { namespace: NAMESPACE, min: 22, max: 100, web, dependsOn });
  new TerraformOutput(apps, 'site-url', { value: url, description: 'Where visitors find the site' });
}

/** The eight keys and salts, the same for all Pods. */
function saltsSecret(apps: Construct, dependsOn: ITerraformDependable[]): SecretV1 {
  const drawn = SALTS.map((key) => {
    const id = key.toLowerCase().replaceAll('_', '-');
    const password = new Password(apps, id, { ...PASSWORD, length: 64, keepers: { rotation: '1' } });
    return [`WORDPRESS_${key}`, Fn.sensitive(password.result)];
  });
  return new SecretV1(apps, 'salts', {
    metadata: { name: 'web-salts', namespace: NAMESPACE },
    type: 'Opaque',
    data: Object.fromEntries(drawn) as Record<string, string>,
    dependsOn,
  });
}

/** The Service for the cluster, and the one that hangs the Pods into the balancer; answers the second. */
function services(apps: Construct, { front }: WordpressCloud, dependsOn: ITerraformDependable[]): ServiceV1 {
  const metadata = { name: 'web', namespace: NAMESPACE, labels: LABELS };
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
