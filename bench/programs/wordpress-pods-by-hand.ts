/** The Pods of WordPress that answer visitors, as a Deployment wants them. */
import { LABELS, SELECTOR } from './scaling-by-hand';
import { apacheConf, CONFIG_EXTRA, PHP_INI } from './wordpress-files-by-hand';
import {
  checksum,
  container,
  databaseEnv,
  fileAt,
  filesVolume,
  fromSecret,
  POD,
  sharedFiles,
  type Site,
} from './wordpress-parts-by-hand';

export const SALTS = [
  'AUTH_KEY',
  'AUTH_SALT',
  'LOGGED_IN_KEY',
  'LOGGED_IN_SALT',
  'NONCE_KEY',
  'NONCE_SALT',
  'SECURE_AUTH_KEY',
  'SECURE_AUTH_SALT',
];

export const webFiles = (workers: number) => ({
  'etc_apache2_conf-enabled_zz-site.conf': apacheConf(workers),
  'usr_local_etc_php_conf.d_zz-site.ini': PHP_INI,
});

export interface Pods {
  readonly url: string;
  /** Name of the claim on the shared files. */
  readonly claim: string;
  readonly cpu: string;
  readonly memory: string;
  /** Requests that one Pod answers at the same time. */
  readonly workers: number;
  /** Left out where something else decides. */
  readonly replicas?: string;
  /** Whether there are nodes to keep apart on. */
  readonly nodes: boolean;
}

export function wordpressPods(site: Site, { url, claim, cpu, memory, workers, replicas, nodes }: Pods) {
  const login = { httpGet: { path: '/wp-login.php', port: '80' }, periodSeconds: 5 };
  const same = [{ matchLabels: SELECTOR }];
  const shared = sharedFiles('web', site, claim);
  const apart = {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: same } },
      ],
    },
  };
  return {
    replicas,
    minReadySeconds: 10,
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    selector: { matchLabels: SELECTOR },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: '0' } },
    template: {
      metadata: {
        labels: LABELS,
        annotations: {
          'alicloud-constructs.io/rotation-database': '1',
          'alicloud-constructs.io/rotation-salts': '1',
          ...checksum(webFiles(workers)),
          'k8s.aliyun.com/eci-image-cache': 'true',
        },
      },
      spec: {
        ...POD,
        restartPolicy: 'Always',
        terminationGracePeriodSeconds: 60,
        readinessGate: [{ conditionType: 'service.readiness.alibabacloud.com/web-balancer' }],
        affinity: nodes ? apart : undefined,
        topologySpreadConstraint: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: same,
          },
        ],
        volume: [filesVolume('web'), shared.volume],
        container: [
          {
            ...container('web', cpu, memory),
            port: [{ name: 'http', containerPort: 80, protocol: 'TCP' }],
            env: [
              { name: 'WORDPRESS_CONFIG_EXTRA', value: CONFIG_EXTRA },
              ...databaseEnv('web', site),
              ...SALTS.map((key) => fromSecret('web-salts', `WORDPRESS_${key}`)),
              ...(site.logs?.('web') ?? []),
              { name: 'SITE_URL', value: url },
            ],
            // A new Pod unpacks WordPress first.
            startupProbe: { ...login, timeoutSeconds: 10, failureThreshold: 60 },
            readinessProbe: { ...login, timeoutSeconds: 5, failureThreshold: 3 },
            livenessProbe: { tcpSocket: [{ port: '80' }], periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
            lifecycle: { preStop: [{ exec: { command: ['sleep', '30'] } }] },
            volumeMount: [
              fileAt('/etc/apache2/conf-enabled/zz-site.conf', 'etc_apache2_conf-enabled_zz-site.conf'),
              fileAt('/usr/local/etc/php/conf.d/zz-site.ini', 'usr_local_etc_php_conf.d_zz-site.ini'),
              shared.mount,
            ],
          },
        ],
      },
    },
  };
}
