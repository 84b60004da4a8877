/** The controller of Jenkins, by hand with L1 classes: its files, its home, its balancer, and the one Pod. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { JobV1 } from '@cdktf/provider-kubernetes/lib/job-v1';
import { NetworkPolicyV1 } from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import { PersistentVolumeClaimV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1';
import { PersistentVolumeV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-v1';
import { PriorityClassV1 } from '@cdktf/provider-kubernetes/lib/priority-class-v1';
import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import { Password } from '@cdktf/provider-random/lib/password';
import { Fn, type ITerraformDependable, TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import { jenkinsAdmission } from './jenkins-admission-by-hand';
import type { JenkinsCloud } from './jenkins-cloud-by-hand';
import { container, controllerPod, LABELS, SELECTOR, TOKEN } from './jenkins-pod-by-hand';
import { rangesOf } from './network-by-hand';
import { type jenkinsSpaces, letIn } from './jenkins-spaces-by-hand';

const SLB = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
const NAMESPACE = 'jenkins';

/** A text that is kept beside the program. */
const kept = (name: string): string => readFileSync(join(__dirname, '../../bench/texts', name), 'utf8');
/** The same for Terraform: what looks like a template of its own is none. */
const text = (name: string): string => kept(name).replace(/([$%])\{/g, '$1$1{');

const FILES = {
  'opt_jenkins_lock.sh': 'lock.sh',
  'opt_jenkins_plugins.sh': 'plugins.sh',
  'opt_jenkins_plugins.txt': 'plugins.txt',
};

export function jenkinsController(
  apps: Construct,
  { home: files, front }: JenkinsCloud,
  { home, agents, release, controller, releaser }: ReturnType<typeof jenkinsSpaces>,
): void {
  const dependsOn = home.ready;
  const data = Object.fromEntries(Object.entries(FILES).map(([key, name]) => [key, text(name)]));
  const given = new ConfigMapV1(apps, 'files', {
    metadata: { name: 'controller-files', namespace: NAMESPACE, labels: LABELS },
    data,
    dependsOn,
  });
  const token = new SecretV1(apps, 'release-token', {
    metadata: {
      name: TOKEN,
      namespace: NAMESPACE,
      annotations: { 'kubernetes.io/service-account.name': releaser.metadata.name },
    },
    type: 'kubernetes.io/service-account-token',
    waitForServiceAccountToken: true,
  });
  const secrets = administrator(apps, dependsOn);
  const everybody = new NetworkPolicyV1(apps, 'from-balancer', {
    metadata: { name: 'controller-from-0-0-0-0-0-tcp-8080', namespace: NAMESPACE },
    spec: {
      podSelector: { matchLabels: SELECTOR },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ ipBlock: { cidr: '0.0.0.0/0', except: rangesOf('pods', 'eci') } }],
          ports: [{ port: '8080', protocol: 'TCP' }],
        },
      ],
    },
    dependsOn,
  });
  const balancer = services(apps, front.id, dependsOn);
  const ways = [agents, release].map((from) =>
    letIn(home, { from, slug: 'controller-', to: { matchLabels: SELECTOR } }),
  );
  const url = `http://${balancer.status.get(0).loadBalancer.get(0).ingress.get(0).ip}`;
  const configuration = new ConfigMapV1(apps, 'configuration', {
    metadata: { name: 'configuration', namespace: NAMESPACE },
    data: { 'jenkins.yaml': text('jenkins.yaml.txt').replace('ADDRESS', url) },
    dependsOn,
  });
  const job = homeJob(
    apps,
    files.mountTargetDomain,
    claim(apps, 'home', files.mountTargetDomain, dependsOn),
    dependsOn,
  );
  const refused = jenkinsAdmission(apps, dependsOn);
  const priority = new PriorityClassV1(apps, 'priority', {
    metadata: { name: 'jenkins-controller' },
    description: 'The controller of Jenkins, of which there is one',
    value: 1_000_000,
  });
  new DeploymentV1(apps, 'controller', {
    metadata: { name: 'controller', namespace: NAMESPACE, labels: LABELS },
    spec: controllerPod({
      account: controller.metadata.name,
      priority: priority.metadata.name,
      claim: claim(apps, 'controller', files.mountTargetDomain, dependsOn),
      annotations: {
        'checksum/configuration': Fn.sha256(Fn.lookup(configuration.data, 'jenkins.yaml', '')),
        'checksum/files': checksum(),
        'checksum/secret-secrets': '1',
      },
    }),
    waitForRollout: true,
    timeouts: { create: '20m', update: '20m' },
    dependsOn: [...dependsOn, given, token, secrets, everybody, balancer, ...ways, refused, job, configuration],
  });
  new TerraformOutput(apps, 'jenkins-url', { value: url, description: 'Where people find Jenkins' });
}

/** Of the texts as they are read, not as Terraform is told of them. */
function checksum(): string {
  const read = Object.entries(FILES).map(([key, name]) => [key, kept(name)]);
  return createHash('sha256').update(JSON.stringify(read.sort())).digest('hex');
}

function administrator(apps: Construct, dependsOn: ITerraformDependable[]): SecretV1 {
  const password = new Password(apps, 'administrator', {
    length: 24,
    minLower: 2,
    minUpper: 2,
    minNumeric: 2,
    minSpecial: 2,
    overrideSpecial: '_-+=',
    keepers: { rotation: '1' },
  });
  return new SecretV1(apps, 'secrets', {
    metadata: { name: 'secrets', namespace: NAMESPACE },
    type: 'Opaque',
    data: { administrator: Fn.sensitive(password.result) as string },
    dependsOn,
  });
}

/** The file system for one workload: a volume and a claim on it. Answers the claim's name. */
function claim(apps: Construct, workload: string, server: string, dependsOn: ITerraformDependable[]): string {
  const name = `${workload}-volume-home`;
  const same = { accessModes: ['ReadWriteMany'], storageClassName: `static-${name}-${NAMESPACE}` };
  const volume = new PersistentVolumeV1(apps, `${workload}-volume`, {
    metadata: { name: `${name}-${NAMESPACE}` },
    spec: [
      {
        ...same,
        capacity: { storage: '20Gi' },
        mountOptions: ['nolock,tcp,noresvport', 'rsize=1048576,wsize=1048576', 'hard,timeo=600,retrans=2'],
        persistentVolumeReclaimPolicy: 'Retain',
        persistentVolumeSource: {
          csi: {
            driver: 'nasplugin.csi.alibabacloud.com',
            volumeHandle: `${name}-${NAMESPACE}`,
            volumeAttributes: { server, path: '/', vers: '3' },
          },
        },
      },
    ],
  });
  const made = new PersistentVolumeClaimV1(apps, `${workload}-claim`, {
    metadata: { name, namespace: NAMESPACE },
    spec: { ...same, resources: { requests: { storage: '20Gi' } }, volumeName: volume.metadata.name },
    waitUntilBound: false,
    lifecycle: { replaceTriggeredBy: [`${volume.terraformResourceType}.${volume.friendlyUniqueId}.id`] },
    dependsOn,
  });
  return made.metadata.name;
}

const GIVE =
  '[ "$(stat -c %u /home-of-jenkins)" = 1000 ] || { chmod 0750 /home-of-jenkins && chown 1000:1000 /home-of-jenkins; }';

/** Gives the home to the user of the controller, once. */
function homeJob(apps: Construct, server: string, claimName: string, dependsOn: ITerraformDependable[]): JobV1 {
  const labels = { 'app.kubernetes.io/name': 'home', 'app.kubernetes.io/managed-by': 'terraform' };
  const name = 'claim-home-volume-home';
  return new JobV1(apps, 'home-job', {
    metadata: { name: 'home', namespace: NAMESPACE, labels },
    spec: {
      activeDeadlineSeconds: 600,
      backoffLimit: 4,
      completionMode: 'NonIndexed',
      completions: 1,
      parallelism: 1,
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          restartPolicy: 'Never',
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          terminationGracePeriodSeconds: 30,
          container: [
            {
              ...container('home', '250m', '512Mi'),
              command: ['bash', '-euc', GIVE],
              env: [{ name: 'FILES', value: server }],
              securityContext: {
                allowPrivilegeEscalation: false,
                runAsNonRoot: false,
                runAsUser: '0',
                runAsGroup: '0',
                capabilities: { add: ['CHOWN'], drop: ['ALL'] },
              },
              volumeMount: [{ name, mountPath: '/home-of-jenkins', subPath: 'jenkins/home' }],
            },
          ],
          volume: [{ name, persistentVolumeClaim: { claimName } }],
        },
      },
    },
    waitForCompletion: true,
    timeouts: { create: '15m', update: '15m', delete: '10m' },
    dependsOn,
  });
}

/** The Service for the cluster, and the one that hangs the Pod into the balancer; answers the second. */
function services(apps: Construct, id: string, dependsOn: ITerraformDependable[]): ServiceV1 {
  const metadata = { name: 'controller', namespace: NAMESPACE, labels: LABELS };
  const port = { targetPort: '8080', protocol: 'TCP' };
  new ServiceV1(apps, 'service', {
    metadata,
    spec: { type: 'ClusterIP', selector: SELECTOR, port: [{ ...port, port: 8080, name: 'http' }] },
    dependsOn,
  });
  return new ServiceV1(apps, 'balancer', {
    metadata: {
      ...metadata,
      name: 'controller-balancer',
      annotations: {
        'service.beta.kubernetes.io/backend-type': 'eni',
        [`${SLB}id`]: id,
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
      port: [{ ...port, port: 80, name: 'port-80' }],
    },
    waitForLoadBalancer: true,
    timeouts: { create: '15m' },
    dependsOn,
  });
}
