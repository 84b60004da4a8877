/** The one Pod of Jenkins, as a Deployment wants it. */

export const SELECTOR = { 'app.kubernetes.io/name': 'controller' };
export const LABELS = { ...SELECTOR, 'app.kubernetes.io/managed-by': 'terraform' };
/** Secret with the token by which the controller makes Pods of releases; another name is another token. */
export const TOKEN = 'release-token-0f649dc3';

const IMAGE = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/platform/jenkins:2.568.2';
const HOME = 'claim-controller-volume-home';

/** A container of the image: what it requests is what it may use. */
export const container = (name: string, cpu: string, memory: string) => ({
  name,
  image: IMAGE,
  resources: { requests: { cpu, memory }, limits: { cpu, memory } },
});

const restricted = (readOnlyRootFilesystem?: boolean) => ({
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem,
  runAsNonRoot: true,
  runAsUser: '1000',
  runAsGroup: '1000',
  capabilities: { drop: ['ALL'] },
});

const LOCK = [
  { name: 'LOCK_NAMESPACE', value: 'jenkins' },
  { name: 'LOCK_NAME', value: 'controller' },
  { name: 'LOCK_HOLDER', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } },
  { name: 'LOCK_LEASE_SECONDS', value: '90' },
  { name: 'LOCK_GIVE_UP_SECONDS', value: '60' },
  { name: 'LOCK_EVERY_SECONDS', value: '5' },
];
const JAVA = [
  '-Djenkins.install.runSetupWizard=false',
  '-Duser.timezone=Asia/Shanghai',
  '-Dorg.apache.commons.jelly.tags.fmt.timeZone=Asia/Shanghai',
  '-Duser.language=en',
  '-XX:MaxRAMPercentage=60.0',
];
const TEXTS = { name: 'files', mountPath: '/opt/texts', readOnly: true };
const PLUGINS = { name: 'plugins', mountPath: '/var/jenkins_home/plugins' };

const fileAt = (path: string) => ({
  name: 'files',
  mountPath: path,
  subPath: path.slice(1).replaceAll('/', '_'),
  readOnly: true,
});

/** What sees to the plugins, and what waits for the lock. */
const BEFORE = [
  {
    ...container('plugins', '500m', '1Gi'),
    command: ['bash', '/opt/texts/opt_jenkins_plugins.sh'],
    env: [
      { name: 'PLUGIN_LIST', value: '/opt/texts/opt_jenkins_plugins.txt' },
      { name: 'PLUGIN_FOLDER', value: '/usr/share/jenkins/ref/plugins' },
    ],
    securityContext: restricted(),
    volumeMount: [TEXTS, PLUGINS],
  },
  {
    ...container('lock', '100m', '128Mi'),
    command: ['tini', '--', 'bash', '/opt/texts/opt_jenkins_lock.sh', 'wait'],
    env: LOCK,
    securityContext: restricted(true),
    volumeMount: [TEXTS],
  },
];

export interface ControllerPod {
  readonly account: string;
  readonly priority: string;
  readonly claim: string;
  readonly annotations: Record<string, string>;
}

export function controllerPod({ account, priority, claim, annotations }: ControllerPod) {
  const login = { httpGet: { path: '/login', port: '8080' } };
  const lost = { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: '30' };
  return {
    replicas: '1',
    progressDeadlineSeconds: 1140,
    revisionHistoryLimit: 10,
    selector: { matchLabels: SELECTOR },
    strategy: { type: 'Recreate' },
    template: {
      metadata: { labels: LABELS, annotations },
      spec: {
        automountServiceAccountToken: true,
        enableServiceLinks: false,
        restartPolicy: 'Always',
        priorityClassName: priority,
        serviceAccountName: account,
        terminationGracePeriodSeconds: 105,
        readinessGate: [{ conditionType: 'service.readiness.alibabacloud.com/controller-balancer' }],
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        toleration: ['unreachable', 'not-ready'].map((what) => ({ ...lost, key: `node.kubernetes.io/${what}` })),
        initContainer: BEFORE,
        container: [
          {
            ...container('controller', '2', '4Gi'),
            command: ['tini', '--', 'bash', '/opt/jenkins/lock.sh', 'run', '/usr/local/bin/jenkins.sh'],
            env: [
              ...LOCK,
              { name: 'JAVA_OPTS', value: JAVA.join(' ') },
              {
                name: 'JENKINS_OPTS',
                value: '--webroot=/var/cache/jenkins/war --pluginroot=/var/cache/jenkins/plugins',
              },
              { name: 'CASC_JENKINS_CONFIG', value: '/opt/jenkins/configuration' },
              { name: 'JENKINS_SLAVE_AGENT_PORT', value: '-1' },
            ],
            port: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
            // The first start unpacks plugins and reads every job.
            startupProbe: { ...login, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 90 },
            readinessProbe: { ...login, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3 },
            livenessProbe: { ...login, periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 12 },
            lifecycle: { preStop: [{ exec: { command: ['sleep', '15'] } }] },
            securityContext: restricted(true),
            volumeMount: [
              ...['lock.sh', 'plugins.sh', 'plugins.txt'].map((name) => fileAt(`/opt/jenkins/${name}`)),
              { name: `secret-${TOKEN}`, mountPath: '/opt/jenkins/release', readOnly: true },
              { name: 'secret-secrets', mountPath: '/opt/jenkins/secrets/secrets', readOnly: true },
              { name: HOME, mountPath: '/var/jenkins_home', subPath: 'jenkins/home' },
              PLUGINS,
              { name: 'cache', mountPath: '/var/cache/jenkins' },
              { name: 'temporary', mountPath: '/tmp' },
              { name: 'configuration', mountPath: '/opt/jenkins/configuration', readOnly: true },
            ],
          },
        ],
        volume: [
          { name: 'files', configMap: { name: 'controller-files' } },
          { name: `secret-${TOKEN}`, secret: { secretName: TOKEN } },
          { name: 'secret-secrets', secret: { secretName: 'secrets' } },
          { name: HOME, persistentVolumeClaim: { claimName: claim } },
          { name: 'plugins', emptyDir: { sizeLimit: '2Gi' } },
          { name: 'cache', emptyDir: { sizeLimit: '4Gi' } },
          { name: 'temporary', emptyDir: { sizeLimit: '4Gi' } },
          { name: 'configuration', configMap: { name: 'configuration' } },
        ],
      },
    },
  };
}
